import type { ArticleCard, StoryCard } from '../../model/card.ts'
import { type EpochMs, HOUR_MS } from '../../model/time.ts'
import { articleCards } from '../../store/articles.ts'
import { burstsOfKey } from '../../store/bursts.ts'
import { burstsOfSpan } from '../../store/key-history.ts'
import { type FirstTelling, firstTellings } from '../../store/page-articles.ts'
import {
  RISING_MIN,
  STORY_ORDERS,
  type StoryCandidate,
  type StoryGroup,
  storyCandidates,
  storyGroups,
} from '../../store/page-stories.ts'
import {
  type ArticlePast,
  firstTellingsAt,
  newestMembersAt,
  seenBetween,
  storyLeadsAt,
  storyMembersAt,
} from '../../store/past-articles.ts'
import { storiesAt, storyByKeyAt } from '../../store/past-stories.ts'
import { countedArticles } from '../../store/pulse-events.ts'
import { burstsAsOf, type ShownBurst } from '../../store/pulse-shown.ts'
import { type RankingFilter, rankedInWindow, type StoryLead, storyLeads } from '../../store/ranked-stories.ts'
import { storyByKey, storyCards } from '../../store/stories.ts'
import { type StoryArticle, storyArticles } from '../../store/story-articles.ts'
import { newestMembers } from '../../store/story-pages.ts'
import type { Site } from '../site.ts'
import { STORY_ARTICLES } from './story-telling.ts'

/** Short lists of stories, by name, as they stand now or stood at the moment asked for. One query. */
export async function groupsOf(
  site: Site,
  groups: readonly StoryGroup[],
  risingSinceMs: EpochMs,
): Promise<Map<string, StoryCard[]>> {
  if (site.asOf === undefined) return storyGroups(site.store, groups, risingSinceMs)
  const stories = await storiesAt(site.store, site.asOf)
  return new Map(
    groups.map(({ name, order, section, ids, limit }) => [
      name,
      stories
        .filter((story) => section === undefined || story.section === section)
        .filter((story) => ids === undefined || ids.includes(story.id))
        .filter((story) => order !== 'rising' || (story.burst >= RISING_MIN && story.lastSeenMs >= risingSinceMs))
        .sort(STORY_ORDERS[order])
        .slice(0, limit),
    ]),
  )
}

/**
 * What each short list is chosen from, by name, and the cards of those chosen, by id; now or at the moment asked for. One query each; of a
 * past moment two, where every story is looked at anyway.
 */
export async function choicesOf(
  site: Site,
  groups: readonly StoryGroup[],
  risingSinceMs: EpochMs,
): Promise<{
  found: ReadonlyMap<string, readonly StoryCandidate[]>
  cardsOf: (ids: readonly number[]) => Promise<Map<number, StoryCard>>
}> {
  const byId = (cards: readonly StoryCard[]) => new Map(cards.map((card) => [card.id, card]))
  if (site.asOf === undefined)
    return {
      found: await storyCandidates(site.store, groups, risingSinceMs),
      cardsOf: async (ids) => byId(await storyCards(site.store, [...new Set(ids)])),
    }
  const held = await groupsOf(site, groups, risingSinceMs)
  const cards = byId([...held.values()].flat())
  const firsts = await firstsOf(site, [...cards.keys()])
  const told = (card: StoryCard) => ({ ...card, source: firsts.get(card.id)?.source ?? null })
  return { found: new Map([...held].map(([name, of]) => [name, of.map(told)])), cardsOf: async () => cards }
}

/** Stories by the key of a window, as they are ranked now or were at the moment asked for. One query. */
export async function rankedOf(site: Site, filter: RankingFilter): Promise<StoryCard[]> {
  if (site.asOf === undefined) return rankedInWindow(site.store, filter)
  const { window, section, language, tagId, sinceMs, limit } = filter
  // News since a moment was first seen since then: nothing older is looked through.
  const seen = { seenSinceMs: sinceMs, ...(tagId === undefined ? {} : { tagId }) }
  return (await storiesAt(site.store, site.asOf, seen))
    .filter((story) => story.ownerCount > 0 && story.lastSeenMs >= sinceMs)
    .filter((story) => section === undefined || story.section === section)
    .filter((story) => language === undefined || story.language === language)
    .sort((a, b) => b.rankKeys[window] - a.rankKeys[window] || b.id - a.id)
    .slice(0, limit)
}

/** What variety is judged by, and how many owners told each story since a moment; now or then. One query. */
export function leadsOf(site: Site, stories: readonly StoryCard[], sinceMs: EpochMs): Promise<Map<number, StoryLead>> {
  const ids = stories.map(({ id }) => id)
  return site.asOf === undefined
    ? storyLeads(site.store, ids, sinceMs)
    : storyLeadsAt(site.store, stories, { sinceMs, atMs: site.asOf })
}

/** Who told each story first, as known now or at the moment asked for. One query. */
export function firstsOf(
  site: Site,
  storyIds: readonly number[],
  withTags = false,
): Promise<Map<number, FirstTelling>> {
  return site.asOf === undefined
    ? firstTellings(site.store, storyIds, withTags)
    : firstTellingsAt(site.store, storyIds, site.asOf, withTags)
}

/** A story by its key, now or at the moment asked for. */
export function storyOfKey(site: Site, key: string): Promise<{ story: StoryCard } | { movedTo: string } | null> {
  return site.asOf === undefined ? storyByKey(site.store, key) : storyByKeyAt(site.store, key, site.asOf)
}

/** The newest articles of each of some stories, newest first, by story id; now or at the moment asked for. Two queries. */
export async function membersOf(
  site: Site,
  storyIds: readonly number[],
  each: number,
): Promise<Map<number, ArticleCard[]>> {
  if (site.asOf === undefined) return newestMembers(site.store, storyIds, each)
  const held = await newestMembersAt(site.store, storyIds, site.asOf, each)
  const ids = [...held.values()].flatMap((of) => [...of.keys()])
  const cards = new Map((await articleCards(site.store, ids)).map((card) => [card.id, card]))
  const asTheyWere = (of: ReadonlyMap<number, ArticlePast | null>) =>
    [...of].flatMap(([id, past]) => {
      const card = cards.get(id)
      return card ? [{ ...card, ...past }] : []
    })
  return new Map([...held].map(([storyId, of]) => [storyId, asTheyWere(of)]))
}

/** The newest articles of a story, newest first, as they are or were then: what came or changed later is not there. One query; of a past moment two. */
export async function articlesOf(site: Site, storyId: number): Promise<StoryArticle[]> {
  const { asOf } = site
  if (asOf === undefined) return storyArticles(site.store, storyId, STORY_ARTICLES)
  const members = await storyMembersAt(site.store, storyId, asOf, STORY_ARTICLES)
  const articles = await storyArticles(site.store, { ids: [...members.keys()] }, STORY_ARTICLES)
  return articles.map((article) => {
    const past = members.get(article.card.id)
    const change = article.change && article.change.seenMs > asOf ? null : article.change
    return { ...article, change, card: past ? { ...article.card, ...past } : article.card }
  })
}

/** The last burst of a key, as it is shown or was then: of the running hour as it stood, of hours before as they ended. Two queries at most. */
export async function burstOf(site: Site, key: string): Promise<ShownBurst | null> {
  if (site.asOf === undefined) return (await burstsOfKey(site.store, key, 1))[0] ?? null
  const shown = await burstsAsOf(site.store, site.asOf, { all: true, limit: SHOWN })
  const running = shown.find((burst) => burst.key === key)
  if (running) return running
  const hourMs = Math.floor(site.asOf / HOUR_MS) * HOUR_MS
  return (await burstsOfSpan(site.store, key, { fromMs: 0, toMs: hourMs }, 1))[0] ?? null
}

/** Bursts of one look at most: the pulse shows no more. */
const SHOWN = 200

/** Articles of a past hour that are counted anew for a page: a large edition has a thousand. */
const MOST_COUNTED = 5_000

/**
 * Independent texts that each pulse key had in the hour of a past moment, up to it: the stored hour holds what came after, too.
 * Null for an hour of too many, such as one in which an archive came in: then the stored hour stands. Three queries.
 */
export async function openHourAt(site: Site, atMs: EpochMs): Promise<Map<string, number> | null> {
  const startMs = Math.floor(atMs / HOUR_MS) * HOUR_MS
  if ((await seenBetween(site.store, startMs, atMs + 1, MOST_COUNTED)) >= MOST_COUNTED) return null
  const families = new Map<string, Set<number>>()
  for (const article of await countedArticles(site.store, startMs, atMs + 1)) {
    const section = article.section === 'not_news' ? [] : [`section:${article.section}`]
    for (const key of [`story:${article.storyKey}`, ...article.tagSlugs.map((slug) => `tag:${slug}`), ...section]) {
      const known = families.get(key) ?? new Set()
      families.set(key, known.add(article.family))
    }
  }
  return new Map([...families].map(([key, of]) => [key, of.size]))
}
