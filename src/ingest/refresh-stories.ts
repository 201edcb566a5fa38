import { rankingKeys } from '../rank/ranking.ts'
import type { Write } from '../store/insert-article.ts'
import { refreshStory, storySignals, storyVotes } from '../store/story-rows.ts'
import { chooseHeadline } from '../story/headline.ts'

/** Recounts stories whose articles changed, names them anew and ranks them. */
export async function refreshStories(write: Write, storyIds: readonly number[]): Promise<void> {
  const signals = await storySignals(write, storyIds)
  const votesOf = Map.groupBy(await storyVotes(write, storyIds), (vote) => vote.storyId)
  for (const id of storyIds) {
    const votes = votesOf.get(id)
    const signal = signals.get(id)
    const lead = votes && signal && chooseHeadline(votes, signal.leadArticleId)
    if (!votes || !lead || !signal) continue
    const keys = rankingKeys({
      votes: votes.map((vote) => ({
        owner: vote.owner,
        atMs: vote.publishedMs,
        dailyItems: vote.dailyItems,
        isCopy: vote.isCopy,
      })),
      burst: signal.burst,
      reactions: { positive: signal.positive, total: signal.total },
    })
    const times = votes.map((vote) => vote.publishedMs)
    const firstSeenMs = Math.min(...times)
    const lastSeenMs = Math.max(...times)
    const { title, section, language, articleId } = lead
    await refreshStory(write, {
      id,
      title,
      leadArticleId: articleId,
      section,
      language,
      firstSeenMs,
      lastSeenMs,
      rankKey: keys.day,
      rankHour: keys.hour,
      rankWeek: keys.week,
    })
  }
}
