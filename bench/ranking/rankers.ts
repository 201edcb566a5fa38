import { HOUR_MS } from '../../src/model/time.ts'
import { type RankedStory, rankingKey } from '../../src/rank/ranking.ts'

/** A story as every ranker sees it. `given`: favourable reactions as they were sent; `reactions` of the story are those that weigh here. */
export type RatedStory = RankedStory & { given: number }

/** Higher stands first; `nowMs` is no earlier than any vote. */
export type Ranker = (story: RatedStory, nowMs: number) => number

const latest = ({ votes }: RatedStory) => Math.max(...votes.map((vote) => vote.atMs))
const first = ({ votes }: RatedStory) => Math.min(...votes.map((vote) => vote.atMs))
/** Points of a story where items and reactions are votes, as on sites that count them plainly. */
const points = ({ votes, given }: RatedStory) => votes.length + given

/**
 * Ours beside the formulas that sites are built on. Peers know no owners and no copies: each item is a vote.
 *
 * **Sources:** Hacker News, news.arc of Arc 3.1 (gravity 1.8, votes to the power .8); Reddit, _sorts.pyx of its open release (hot).
 */
export const RANKERS: Readonly<Record<string, Ranker>> = {
  ours: (story) => rankingKey(story).key,
  'Hacker News': (story, nowMs) => {
    const ageHours = (nowMs - first(story)) / HOUR_MS
    return Math.max(0, points(story) - 1) ** 0.8 / (ageHours + 2) ** 1.8
  },
  'Reddit hot': (story) => Math.log10(Math.max(1, points(story))) + first(story) / 45_000_000,
  newest: latest,
  count: points,
}
