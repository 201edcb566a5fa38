import { rankingKeys } from '../rank/ranking.ts'
import { editionScopes, forgetDue, holdStories } from '../store/editions.ts'
import type { Write } from '../store/insert-article.ts'
import { emptyStory, refreshStory, type StoryScope, storySignals, storyVotes } from '../store/story-rows.ts'
import { chooseHeadline } from '../story/headline.ts'

/** Recounts stories whose articles changed, names them anew and ranks them: in the whole store, and in each edition by its own articles. */
export async function refreshStories(write: Write, storyIds: readonly number[]): Promise<void> {
  await recountStories(write, storyIds)
  await refreshInEditions(write, storyIds)
}

/** Has each edition hold those of some stories that its articles tell, counted and ranked by these. One query where there is no edition. */
export async function refreshInEditions(write: Write, storyIds: readonly number[]): Promise<void> {
  const editions = await editionScopes(write)
  if (editions.length === 0) return
  for (const edition of editions) {
    await holdStories(write, edition, storyIds)
    await recountStories(write, storyIds, edition)
  }
  await forgetDue(write, storyIds)
}

/** Counts, names and ranks stories by the articles of a scope: of the whole store where none is given. */
async function recountStories(write: Write, storyIds: readonly number[], scope?: StoryScope): Promise<void> {
  const signals = await storySignals(write, storyIds, scope)
  const held = scope === undefined ? storyIds : storyIds.filter((id) => signals.has(id))
  const votesOf = Map.groupBy(await storyVotes(write, held, scope), (vote) => vote.storyId)
  for (const id of storyIds) {
    const votes = votesOf.get(id)
    if (!votes && scope === undefined) await emptyStory(write, id)
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
    const ranked = { rankKey: keys.day, rankHour: keys.hour, rankWeek: keys.week }
    await refreshStory(
      write,
      { id, title, leadArticleId: articleId, section, language, firstSeenMs, lastSeenMs, ...ranked },
      scope,
    )
  }
}
