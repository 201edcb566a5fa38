import type { Reason, ScoreTerm } from '../model/list.ts'
import { type EpochMs, HOUR_MS } from '../model/time.ts'

/** One owner's text about a story. `dailyItems`: what the feed it came by brings a day; `isCopy`: of another owner's text. */
export type StoryVote = { owner: string; atMs: EpochMs; dailyItems: number; isCopy: boolean }

/** What a story's key is made of. `burst` is its pulse score, 0 when quiet; `reactions` count once a day and device. */
export type RankedStory = {
  votes: readonly StoryVote[]
  burst: number
  reactions: { positive: number; total: number }
}

/** A text is worth half after this long on the front list; lists of an hour or a week pass their own. */
export const HALF_LIFE_MS = 8 * HOUR_MS
/**
 * Landmark of the forward decay. Any fixed moment gives the same order; this one keeps keys in the thousands, where a double
 * still tells a millisecond apart. Never change it: stored keys count from it.
 */
const LANDMARK_MS = Date.UTC(2020, 0, 1)
/** Texts an owner may write on one story at full weight; beyond them its weight falls with the square of their number: a hundred items move a story by at most one place. */
const FREE_TEXTS = 5
/** Doublings that a burst adds, times log2(1 + score): an evident burst (score 15) is worth one doubling of the sources. */
const BURST_WEIGHT = 0.25
/** Highest pulse score that still adds: beyond it a burst is certain, not larger. */
const BURST_CAP = 63
/** Doublings that unanimous readers add: readers may nudge the order that independent sources make, not make it. */
const REACTION_WEIGHT = 0.05

/**
 * The order of a story in Ranking, as a number of half-lives since 2020: higher stands first.
 *
 * `log2` of the sum over owners of `2^((at - landmark) / halfLife) / sqrt(dailyItems)`, plus the burst, plus the lower bound of its
 * reactions. Exponential decay counted forward from a fixed landmark shrinks every story alike as time passes, so the order
 * between two stories changes only when something happens to one of them: the key is written once an event, and the list is
 * an index scan. An owner counts once, by its latest text at its busiest feed's weight, less when it writes more than five on one story; copies weigh nothing.
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
  const reactions = REACTION_WEIGHT * wilsonLowerBound(positive, total)
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

/** Why a story stands in Ranking: "12 independent sources, 3 in the last hour"; a burst or readers where they matter more. */
export function rankingReason(story: RankedStory, nowMs: EpochMs): Reason {
  const owners = new Set<string>()
  const recent = new Set<string>()
  for (const vote of story.votes) {
    if (vote.isCopy) continue
    owners.add(vote.owner)
    if (vote.atMs > nowMs - HOUR_MS && vote.atMs <= nowMs) recent.add(vote.owner)
  }
  const sources = `${owners.size} independent ${owners.size === 1 ? 'source' : 'sources'}`
  const lately = recent.size > 0 && recent.size < owners.size ? `, ${recent.size} in the last hour` : ''
  const { positive, total } = story.reactions
  if (owners.size <= 1 && total > 0 && wilsonLowerBound(positive, total) > 0.5) {
    return {
      code: 'reactions',
      values: [String(positive), String(total)],
      text: `liked by ${positive} of ${total} readers`,
    }
  }
  return {
    code: 'independent-sources',
    values: [String(owners.size), String(recent.size)],
    text: `${sources}${lately}`,
  }
}

/** An owner's independent votes taken together: its latest time, at the weight of its busiest feed. */
type OwnerVote = { atMs: EpochMs; dailyItems: number; texts: number }

/** Flooding lowers a voice, never raises it: what an owner has said often counts by its latest text alone, and less for each. */
function byOwner(votes: readonly StoryVote[]): OwnerVote[] {
  const owners = new Map<string, OwnerVote>()
  for (const { owner, atMs, dailyItems, isCopy } of votes) {
    if (isCopy || !Number.isFinite(atMs)) continue
    const known = owners.get(owner) ?? { atMs, dailyItems: 1, texts: 0 }
    owners.set(owner, {
      atMs: Math.max(atMs, known.atMs),
      dailyItems: Math.max(dailyItems, known.dailyItems),
      texts: known.texts + 1,
    })
  }
  return [...owners.values()]
}

/** Weight of an owner, in doublings: 0 or less. */
function doublingsOf({ dailyItems, texts }: OwnerVote): number {
  return 2 * Math.log2(Math.min(1, FREE_TEXTS / texts)) - Math.log2(dailyItems) / 2
}
