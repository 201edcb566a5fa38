import type { BurstCard, StoryCard } from '../../model/card.ts'
import type { ScoreTerm } from '../../model/list.ts'
import { independentOwners, type RankingWindow, rankingKey, rankingKeys } from '../../rank/ranking.ts'
import { burstsOfKey } from '../../store/bursts.ts'
import { type ExplainedVote, explainedVotes } from '../../store/page-articles.ts'
import { storyByKey } from '../../store/stories.ts'
import type { Site } from '../site.ts'

/** Why a story stands where it stands: the parts of its key, what went in, and what rose. */
export type ExplainList = {
  story: StoryCard
  key: number
  /** The key in each list of the ranking. */
  keys: Readonly<Record<RankingWindow, number>>
  /** Owners of independent texts, and those of them in the last hour. */
  owners: number
  lastHour: number
  terms: readonly ScoreTerm[]
  votes: readonly ExplainedVote[]
  bursts: readonly BurstCard[]
}

/** Newest articles that are weighed; older ones weigh nothing in a decayed key. */
const VOTES = 200

/** The ranking of one story made again from its articles; null when there is no such story. Three queries. */
export async function explainStory(site: Site, key: string): Promise<ExplainList | { movedTo: string } | null> {
  const found = await storyByKey(site.store, key)
  if (!found || 'movedTo' in found) return found
  const { story } = found
  const [votes, bursts] = await Promise.all([
    explainedVotes(site.store, story.id, VOTES),
    burstsOfKey(site.store, `story:${story.key}`, 5),
  ])
  const weighed = votes.map((vote) => ({ ...vote, atMs: vote.publishedMs }))
  const ranked = {
    votes: weighed,
    burst: story.burst,
    reactions: { positive: story.weighedPositive, total: story.weighedTotal },
  }
  const { key: made, terms } = rankingKey(ranked)
  return {
    story,
    key: made,
    keys: rankingKeys(ranked),
    ...independentOwners(weighed, site.now()),
    terms,
    votes,
    bursts,
  }
}
