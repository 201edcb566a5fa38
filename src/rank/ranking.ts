import type { ScoreTerm } from '../model/list.ts'
import { DAY_MS, type EpochMs, HOUR_MS } from '../model/time.ts'

/** One owner's text about a story. `dailyItems`: what the feed it came by brings a day; `isCopy`: of another owner's text. */
export type StoryVote = { owner: string; atMs: EpochMs; dailyItems: number; isCopy: boolean }

/** What a story's key is made of. `burst` is its pulse score, 0 when quiet; `reactions` are those that weigh: once a day and device, a few of an address block. */
export type RankedStory = {
  votes: readonly StoryVote[]
  burst: number
  reactions: { positive: number; total: number }
}

/** A text is worth half after this long on the front list and in the ranking of the day. */
export const HALF_LIFE_MS = 8 * HOUR_MS
/** The same for each list: what an hour's looks at is gone by evening, and a week's still knows its first day. */
export const HALF_LIVES_MS = { hour: HOUR_MS, day: HALF_LIFE_MS, week: 48 * HOUR_MS } as const
/** A ranking of the last hour, day or week. */
export type RankingWindow = keyof typeof HALF_LIVES_MS
/**
 * Landmark of the forward decay. Any fixed moment gives the same order; this one keeps keys in the thousands, where a double
 * still tells a millisecond apart. Never change it: stored keys count from it.
 */
const LANDMARK_MS = Date.UTC(2020, 0, 1)
/**
 * Texts an owner may write on one story in a day at full weight; beyond them its weight falls with the cube of their number, so that a
 * hundred items move a story by a place at most, and a newsroom that follows a story for a week keeps its voice. Chosen on invented
 * editions of the seeds 1 to 40 (`npm run bench -- ranking`).
 */
const FREE_TEXTS = 8
const FLOOD_POWER = 3
/** Doublings that a burst adds, times log2(1 + score): an evident burst (score 15) is worth one doubling of the sources. */
const BURST_WEIGHT = 0.25
/** Highest pulse score that still adds: beyond it a burst is certain, not larger. */
const BURST_CAP = 63
/**
 * Doublings that unanimous readers add: readers may nudge the order that independent sources make, not make it. With
 * this no attack of one address block moved a story by two places on invented editions of the seeds 1 to 40 (at .05 two places, at .1 four).
 */
const REACTION_WEIGHT = 0.025

/**
 * The order of a story in Ranking, as a number of half-lives since 2020: higher stands first.
 *
 * `log2` of the sum over owners of `2^((at - landmark) / halfLife) / sqrt(dailyItems)`, plus the burst, plus the lower bound of its
 * reactions. Exponential decay counted forward from a fixed landmark shrinks every story alike as time passes, so the order
 * between two stories changes only when something happens to one of them: the key is written once an event, and the list is
 * an index scan. An owner counts once, by its latest text at its busiest feed's weight, less when it writes more than eight on one story in a day; copies weigh nothing.
 *
 * A story without independent votes has key 0 (copies alone never rank).
 *
 * **Source:** Cormode, Shkapenyuk, Srivastava & Xu, Forward decay (ICDE 2009), section 3.
 */
export function rankingKey(story: RankedStory, halfLifeMs: number = HALF_LIFE_MS): { key: number; terms: ScoreTerm[] } {
  const owners = byOwner(story.votes)
  if (owners.length === 0) return { key: 0, terms: [] }
  const ages = owners.map((vote) => (vote.atMs - LANDMARK_MS) / halfLifeMs + doublingsOf(vote))
  const newest = Math.max(...ages)
  const sources = newest + Math.log2(ages.reduce((sum, age) => sum + 2 ** (age - newest), 0))
  const burst = BURST_WEIGHT * Math.log2(1 + Math.min(BURST_CAP, Math.max(0, story.burst)))
  const { positive, total } = story.reactions
  const reactions = reactionWorth(positive, total)
  const terms = [
    {
      name: 'independent sources',
      value: sources,
      inputs: { owners: owners.length, halfLifeHours: halfLifeMs / HOUR_MS },
    },
    { name: 'burst', value: burst, inputs: { score: story.burst } },
    { name: 'reactions', value: reactions, inputs: { positive, total } },
  ]
  return { key: sources + burst + reactions, terms }
}

/** The keys of a story in each list, those of one story made from one look at its votes. */
export function rankingKeys(story: RankedStory): Record<RankingWindow, number> {
  const keyOf = (window: RankingWindow) => rankingKey(story, HALF_LIVES_MS[window]).key
  return { hour: keyOf('hour'), day: keyOf('day'), week: keyOf('week') }
}

/** Doublings below which no story's one text by a source of a few thousand a day falls. */
const LEAST_WEIGHT = -6

/** The lowest key that a story with news since a moment has in a window's list; sources that bring over 4,000 articles a day aside. */
export function lowestKey(window: RankingWindow, sinceMs: EpochMs): number {
  return (sinceMs - LANDMARK_MS) / HALF_LIVES_MS[window] + LEAST_WEIGHT
}

/**
 * Doublings that a story's weighed reactions add, 0 to 0.025: the lower end of what readers as a whole are likely to think, counted from
 * what one address block can make of it alone, which adds nothing.
 */
export function reactionWorth(positive: number, total: number): number {
  return (REACTION_WEIGHT * Math.max(0, wilsonLowerBound(positive, total) - ONE_BLOCK)) / (1 - ONE_BLOCK)
}

/** Wilson's bound of two unanimous reactions: all that weighs of one block. */
const ONE_BLOCK = 0.3424

/** 95 % in one normal deviate, two-sided. */
const DEVIATE = 1.96

/**
 * Lower end of the 95 % interval of a share, 0 to 1; 0 without any vote. Counts that make no sense are cut to ones that do.
 * **Source:** Wilson, Probable inference (JASA 1927).
 */
export function wilsonLowerBound(positive: number, total: number): number {
  if (!(total >= 1 && positive > 0 && Number.isFinite(total))) return 0
  const share = Math.min(1, Math.max(0, positive / total))
  const square = (DEVIATE * DEVIATE) / total
  const middle = share + square / 2
  const spread = DEVIATE * Math.sqrt((share * (1 - share)) / total + square / (4 * total))
  return Math.max(0, (middle - spread) / (1 + square))
}

/** Owners that tell a story in their own words, and those of them that did in the hour before a moment. */
export function independentOwners(votes: readonly StoryVote[], nowMs: EpochMs): { owners: number; lastHour: number } {
  const owners = new Set<string>()
  const lastHour = new Set<string>()
  for (const vote of votes) {
    if (vote.isCopy) continue
    owners.add(vote.owner)
    if (vote.atMs > nowMs - HOUR_MS && vote.atMs <= nowMs) lastHour.add(vote.owner)
  }
  return { owners: owners.size, lastHour: lastHour.size }
}

/** An owner's independent votes taken together: its latest time, at the weight of its busiest feed, and its texts in the day before that. */
type OwnerVote = { atMs: EpochMs; dailyItems: number; texts: number }

/** Flooding lowers a voice, never raises it: what an owner has said often counts by its latest text alone, and less for each. */
function byOwner(votes: readonly StoryVote[]): OwnerVote[] {
  const owners = Map.groupBy(
    votes.filter((vote) => !vote.isCopy && Number.isFinite(vote.atMs)),
    (vote) => vote.owner,
  )
  return [...owners.values()].map((own) => {
    const atMs = own.reduce((latest, vote) => Math.max(latest, vote.atMs), own[0]!.atMs) // a group is never empty
    const texts = own.filter((vote) => vote.atMs > atMs - DAY_MS).length
    return { atMs, dailyItems: own.reduce((most, vote) => Math.max(most, vote.dailyItems), 1), texts }
  })
}

/** Weight of an owner, in doublings: 0 or less. */
function doublingsOf({ dailyItems, texts }: OwnerVote): number {
  return FLOOD_POWER * Math.log2(Math.min(1, FREE_TEXTS / texts)) - Math.log2(dailyItems) / 2
}
