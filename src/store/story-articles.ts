import type { ArticleCard } from '../model/card.ts'
import type { ArticleFacts } from '../model/telling.ts'
import { unpackFacts } from './article-facts.ts'
import { CARD_COLUMNS, cardOf } from './articles.ts'
import type { Store } from './store.ts'

/** One article of a story; `facts` is what it gives to the story's page, null where nothing is stored; `version` counts its texts from 1. */
export type StoryArticle = { card: ArticleCard; version: number; facts: PackedFacts | null }
/** Facts that are unpacked when they are needed. */
export type PackedFacts = { bytes: number; unpack: () => ArticleFacts }

/** The newest articles of a story, newest first (later id first on a tie), hidden ones left out. One query. Index: article_story. */
export async function storyArticles(store: Store, storyId: number, limit: number): Promise<StoryArticle[]> {
  const rows = await store.read
    .selectFrom('article')
    .leftJoin('article_facts', 'article_facts.article_id', 'article.id')
    .select([...CARD_COLUMNS, 'version', 'article_facts.data'])
    .where('story_id', '=', storyId)
    .where('hidden', '=', 0)
    .orderBy('published_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const { data } = row
    return {
      card: cardOf(row),
      version: row.version,
      facts: data === null ? null : { bytes: data.length, unpack: () => unpackFacts(data) },
    }
  })
}
