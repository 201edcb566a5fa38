import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ArticleCard, StoryCard } from '../../model/card.ts'
import type { StoryTelling, ToldText } from '../../model/telling.ts'
import type { EpochMs } from '../../model/time.ts'
import { rankedStories } from '../../store/stories.ts'
import { type LastChange, type StoryArticle, storyArticles } from '../../store/story-articles.ts'
import type { Site } from '../site.ts'
import { type TextChange, wordsChanged } from './versions.ts'

/** Most articles of one story that are asked for what it tells: the newest ones where there are more. */
export const STORY_ARTICLES = 120
/** Independent texts that are read for it: half of them the earliest, half the newest. */
const READ_TEXTS = 40

/** Changed texts whose last change a page shows. */
const SHOWN_CHANGES = 3

/** The last change of one of a story's texts. */
export type StoryChange = Pick<TextChange, 'headline' | 'sentences'> & { articleId: number; seenMs: EpochMs }

/** What a story's texts say together, what was changed in them, and the articles that say it, by id. */
export type Telling = StoryTelling & { changes: readonly StoryChange[]; articles: ReadonlyMap<number, ArticleCard> }

/** What a story tells, for programs that ask for it alone. One query. */
export async function storyTelling(site: Site, story: StoryCard): Promise<Telling> {
  return tellingOf(site, story, await storyArticles(site.store, story.id, STORY_ARTICLES))
}

/** Leading stories that are told before anybody asks: what a front page links to. */
const TOLD_AHEAD = 40

/** Tells the leading stories one by one, others having their turn between: after a start no reader waits for the first telling of one. */
export async function tellLeading(site: Site, stopping: AbortSignal): Promise<void> {
  for (const story of await rankedStories(site.store, { limit: TOLD_AHEAD })) {
    if (stopping.aborted) return
    await storyTelling(site, story)
    await nextTurn()
  }
}

/** What a story's articles tell together; copies say nothing of their own. Made once while its texts stay as they are. */
export function tellingOf(site: Site, story: StoryCard, articles: readonly StoryArticle[]): Telling {
  const independent = articles.filter(({ card }) => card.copyOf === null)
  const sources = { read: readTexts(independent), changed: lastChanged(independent) }
  const cards = [...sources.read, ...sources.changed].map(({ card }) => [card.id, card] as const)
  return { ...keptTelling(site, story, sources), articles: new Map(cards) }
}

/** What one telling is made of: texts with facts, and texts that changed of late. */
type Sources = { read: readonly StoryArticle[]; changed: readonly (StoryArticle & { change: LastChange })[] }

function readTexts(independent: readonly StoryArticle[]): StoryArticle[] {
  const told = independent.filter(({ facts }) => facts !== null)
  const half = READ_TEXTS / 2
  return told.length <= READ_TEXTS ? told : [...told.slice(0, half), ...told.slice(-half)]
}

function lastChanged(independent: readonly StoryArticle[]): Sources['changed'] {
  return independent
    .flatMap((article) => (article.change ? [{ ...article, change: article.change }] : []))
    .toSorted((a, b) => b.change.seenMs - a.change.seenMs || b.card.id - a.card.id)
    .slice(0, SHOWN_CHANGES)
}

/** Tellings kept of one site: those of the stories read last; about 10 kB each. */
const KEPT_TELLINGS = 500

type Made = Omit<Telling, 'articles'>
type Kept = { made: string; telling: Made }
const keptOf = new WeakMap<Site, Map<number, Kept>>()

/** A page is made anew with every batch of the line, while most stories stay as they are: theirs is not told again. */
function keptTelling(site: Site, story: StoryCard, sources: Sources): Made {
  const kept = keptOf.get(site) ?? new Map<number, Kept>()
  keptOf.set(site, kept)
  const texts = [...sources.read, ...sources.changed].map(
    ({ card, version, facts }) => `${card.id} ${version} ${card.publishedMs} ${facts?.bytes}`,
  )
  const made = [story.language, ...texts].join()
  const known = kept.get(story.id)
  kept.delete(story.id)
  const telling = known?.made === made ? known.telling : tellingAnew(site, story, sources)
  kept.set(story.id, { made, telling })
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_TELLINGS) break
    kept.delete(oldest)
  }
  return telling
}

function tellingAnew(site: Site, { language }: StoryCard, { read, changed }: Sources): Made {
  const texts = read.flatMap(({ card, facts }) => (facts ? [toldText(card, facts.unpack())] : [])).reverse()
  const telling = site.tellStory?.(texts, language) ?? { cover: [], past: [], announced: [], voices: [] }
  const changes = changed.map(({ card, change: { seenMs, unpack } }) => {
    const { before, after } = unpack()
    return { articleId: card.id, seenMs, ...wordsChanged(site, before, after) }
  })
  return { ...telling, changes }
}

/** Words like "yesterday" are understood from the claimed day where it is believed: that is `publishedMs`, first seen otherwise. */
function toldText({ id, owner, language, publishedMs }: ArticleCard, facts: ToldText['facts']): ToldText {
  return { id, owner, language, writtenMs: publishedMs, facts }
}
