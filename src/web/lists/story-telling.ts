import type { ArticleCard, StoryCard } from '../../model/card.ts'
import type { StoryTelling, ToldText } from '../../model/telling.ts'
import { type StoryArticle, storyArticles } from '../../store/story-articles.ts'
import type { Site } from '../site.ts'

/** Most articles of one story that are asked for what it tells: the newest ones where there are more. */
export const STORY_ARTICLES = 120
/** Independent texts that are read for it: half of them the earliest, half the newest. */
const READ_TEXTS = 40

/** What a story's texts say together, and the articles that say it, by id. */
export type Telling = StoryTelling & { articles: ReadonlyMap<number, ArticleCard> }

/** What a story tells, for programs that ask for it alone. One query. */
export async function storyTelling(site: Site, story: StoryCard): Promise<Telling> {
  return tellingOf(site, story, await storyArticles(site.store, story.id, STORY_ARTICLES))
}

/** What a story's articles tell together; copies say nothing of their own. */
export function tellingOf(site: Site, story: StoryCard, articles: readonly StoryArticle[]): Telling {
  const independent = articles.filter(({ card, facts }) => card.copyOf === null && facts !== null)
  const half = READ_TEXTS / 2
  const read =
    independent.length <= READ_TEXTS ? independent : [...independent.slice(0, half), ...independent.slice(-half)]
  const texts = read.flatMap(({ card, facts }) => (facts ? [toldText(card, facts())] : [])).reverse()
  const telling = site.tellStory?.(texts, story.language) ?? { cover: [], past: [], announced: [], voices: [] }
  return { ...telling, articles: new Map(read.map(({ card }) => [card.id, card])) }
}

/** Words like "yesterday" are understood from the claimed day where it is believed: that is `publishedMs`, first seen otherwise. */
function toldText({ id, owner, language, publishedMs }: ArticleCard, facts: ToldText['facts']): ToldText {
  return { id, owner, language, writtenMs: publishedMs, facts }
}
