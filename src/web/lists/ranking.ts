import type { StoryCard } from '../../model/card.ts'
import type { Reason } from '../../model/list.ts'
import { DAY_MS, HOUR_MS } from '../../model/time.ts'
import { RISING_MIN, widestStories } from '../../store/page-stories.ts'
import { rankedStories } from '../../store/stories.ts'
import type { Site } from '../site.ts'
import { type StoryRow, storyRows } from './story-rows.ts'

export const RANKING_WINDOWS = ['hour', 'day', 'week'] as const
export type RankingWindow = (typeof RANKING_WINDOWS)[number]
export type RankingList = {
  window: RankingWindow
  section: string | null
  rows: readonly (StoryRow & { reason: Reason })[]
}

const ROWS = 25

/**
 * What matters most: of the last hour and day by the decaying ranking key, of the week by how many owners told it. Three queries.
 */
export async function rankingList(
  site: Site,
  asked: { window: RankingWindow; section: string | null },
): Promise<RankingList> {
  const section = asked.section === null ? {} : { section: asked.section }
  const now = site.now()
  const stories =
    asked.window === 'week'
      ? await widestStories(site.store, { sinceMs: now - 7 * DAY_MS, limit: ROWS, ...section })
      : await rankedStories(site.store, {
          sinceMs: now - (asked.window === 'hour' ? HOUR_MS : DAY_MS),
          limit: ROWS,
          ...section,
        })
  const rows = await storyRows(site, stories)
  return { ...asked, rows: rows.map((row) => ({ ...row, reason: rankingReason(row.story) })) }
}

/** Why a story stands in Ranking, from its row alone: owners with texts of their own, a burst where there is one. */
export function rankingReason(story: StoryCard): Reason {
  const { ownerCount, copyCount } = story
  const owners = `told by ${ownerCount} ${ownerCount === 1 ? 'owner' : 'owners'}`
  const copies =
    copyCount === 0 ? '' : copyCount === 1 ? '; its copy counts nothing' : `; ${copyCount} copies count nothing`
  if (story.burst >= RISING_MIN)
    return { code: 'rising', values: [String(ownerCount)], text: `rising, ${owners}${copies}` }
  return { code: 'independent-sources', values: [String(ownerCount), '0'], text: `${owners}${copies}` }
}
