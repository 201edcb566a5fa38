import type { ArticleCard } from '../../model/card.ts'
import { articleCards } from '../../store/articles.ts'
import type { Store } from '../../store/store.ts'
import { storyCards } from '../../store/stories.ts'
import type { ArticleKeys } from './shapes.ts'

/** Public keys of the stories and originals that some articles name. At most two queries; none where nothing is named. */
export async function keysFor(store: Store, articles: readonly ArticleCard[]): Promise<ArticleKeys> {
  const storyIds = [...new Set(articles.flatMap((article) => article.storyId ?? []))]
  const here = new Map(articles.map((article) => [article.id, article.key]))
  const missing = [...new Set(articles.flatMap((article) => article.copyOf ?? []))].filter((id) => !here.has(id))
  const [stories, originals] = await Promise.all([storyCards(store, storyIds), articleCards(store, missing)])
  return {
    stories: new Map(stories.map((story) => [story.id, story.key])),
    articles: new Map([...here, ...originals.map((article) => [article.id, article.key] as const)]),
  }
}
