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

/** What a story's articles tell together; copies say nothing of their own. Made once while its texts stay as they are. */
export function tellingOf(site: Site, story: StoryCard, articles: readonly StoryArticle[]): Telling {
  const independent = articles.filter(({ card, facts }) => card.copyOf === null && facts !== null)
  const half = READ_TEXTS / 2
  const read =
    independent.length <= READ_TEXTS ? independent : [...independent.slice(0, half), ...independent.slice(-half)]
  return {
    ...keptTelling(site, story, read),
    articles: new Map(read.map(({ card }) => [card.id, card])),
  }
}

/** Tellings kept of one site: those of the stories read last; about 10 kB each. */
const KEPT_TELLINGS = 500

type Kept = { made: string; telling: StoryTelling }
const keptOf = new WeakMap<Site, Map<number, Kept>>()

/** A page is made anew with every batch of the line, while most stories stay as they are: theirs is not told again. */
function keptTelling(site: Site, story: StoryCard, read: readonly StoryArticle[]): StoryTelling {
  const kept = keptOf.get(site) ?? new Map<number, Kept>()
  keptOf.set(site, kept)
  const texts = read.map(({ card, version, facts }) => `${card.id} ${version} ${card.publishedMs} ${facts?.bytes}`)
  const made = [story.language, ...texts].join()
  const known = kept.get(story.id)
  kept.delete(story.id)
  const telling = known?.made === made ? known.telling : tellingAnew(site, story, read)
  kept.set(story.id, { made, telling })
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_TELLINGS) break
    kept.delete(oldest)
  }
  return telling
}

function tellingAnew(site: Site, { language }: StoryCard, read: readonly StoryArticle[]): StoryTelling {
  const texts = read.flatMap(({ card, facts }) => (facts ? [toldText(card, facts.unpack())] : [])).reverse()
  return site.tellStory?.(texts, language) ?? { cover: [], past: [], announced: [], voices: [] }
}

/** Words like "yesterday" are understood from the claimed day where it is believed: that is `publishedMs`, first seen otherwise. */
function toldText({ id, owner, language, publishedMs }: ArticleCard, facts: ToldText['facts']): ToldText {
  return { id, owner, language, writtenMs: publishedMs, facts }
}
