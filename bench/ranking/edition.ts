import { HOUR_MS } from '../../src/model/time.ts'
import type { StoryVote } from '../../src/rank/ranking.ts'
import type { RatedStory } from './rankers.ts'

/** The end of every invented edition. */
export const END_MS = Date.UTC(2026, 5, 10, 12)
const STORIES = 80
const OWNERS = 120
const SPAN_HOURS = 48

/** An invented edition of two days: eighty stories, few of many owners and many of one or two, each told over hours with some copies and reactions. */
export function inventEdition(seed: number): RatedStory[] {
  const random = mulberry(seed)
  return Array.from({ length: STORIES }, () => {
    const beginMs = END_MS - random() * SPAN_HOURS * HOUR_MS
    // A heavy tail: half of the stories have one or two owners, one in ten more than ten.
    const owners = Math.min(40, Math.ceil(1 / (1 - random()) ** 1.1))
    const votes = Array.from({ length: owners }, (): StoryVote => {
      const atMs = Math.min(END_MS, beginMs + random() ** 2 * 20 * HOUR_MS)
      const owner = `owner-${Math.floor(random() * OWNERS)}`
      return { owner, atMs, dailyItems: 1 + Math.floor(random() * 60), isCopy: random() < 0.25 }
    })
    votes[0]!.isCopy = false
    const given = Math.floor(random() ** 3 * 30)
    return { votes, burst: 0, given, reactions: { positive: given, total: given } }
  })
}

/** A story as it was at a moment; null before its first text. */
export function asOf(story: RatedStory, atMs: number): RatedStory | null {
  const votes = story.votes.filter((vote) => vote.atMs <= atMs)
  return votes.length === 0 ? null : { ...story, votes }
}

export type Attack = (story: RatedStory) => RatedStory

/** Weighed reactions that five hundred of one address block come to: `WEIGHED_OF_NEAR` of the site's votes. */
const BLOCK = 2

/** The three attacks that a ranking is held to, each on one story in the last half hour. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  'one feed posts 100 items': (story) => ({
    ...story,
    votes: [
      ...story.votes,
      ...repeat(100, (n) => ({ owner: 'flood', atMs: END_MS - n * 18_000, dailyItems: 100, isCopy: false })),
    ],
  }),
  '40 copies on 40 hosts': (story) => ({
    ...story,
    votes: [
      ...story.votes,
      ...repeat(40, (n) => ({ owner: `copier-${n}`, atMs: END_MS, dailyItems: 1, isCopy: true })),
    ],
  }),
  '500 reactions of one block': (story) => ({
    ...story,
    given: story.given + 500,
    reactions: { positive: story.reactions.positive + BLOCK, total: story.reactions.total + BLOCK },
  }),
}

function repeat(count: number, make: (n: number) => StoryVote): StoryVote[] {
  return Array.from({ length: count }, (_, n) => make(n))
}

/** **Source:** mulberry32, a generator of 32 bits by Tommy Ettinger (public domain). */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
