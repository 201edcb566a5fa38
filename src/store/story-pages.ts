import type { StoryCard } from '../model/card.ts'
import type { Store } from './store.ts'
import { storyOf } from './stories.ts'

/** Where a list of stories goes on: after the story with this value (ranking key or last-seen time) and id. */
export type StoryCursor = { value: number; id: number }

export type StoryPageFilter = {
  order: 'ranked' | 'newest'
  section?: string
  language?: string
  before?: StoryCursor
  limit: number
}

/**
 * Stories in pages by keyset, never by offset: ranked, or by their last news; later id first on a tie, merged ones left out.
 * Indexes: story_ranked, story_ranked_section, story_newest.
 */
export async function storyPage(store: Store, filter: StoryPageFilter): Promise<StoryCard[]> {
  const column = filter.order === 'ranked' ? 'rank_key' : 'last_seen_ms'
  let query = store.read.selectFrom('story').selectAll().where('merged_into', 'is', null).where('article_count', '>', 0)
  if (filter.section !== undefined) query = query.where('section', '=', filter.section)
  if (filter.language !== undefined) query = query.where('language', '=', filter.language)
  const { before } = filter
  if (before) query = query.where((eb) => eb(eb.refTuple(column, 'id'), '<', eb.tuple(before.value, before.id)))
  const rows = await query.orderBy(column, 'desc').orderBy('id', 'desc').limit(filter.limit).execute()
  return rows.map(storyOf)
}

/** Where a list of stories goes on after one of them. */
export function cursorAfter(order: StoryPageFilter['order'], story: StoryCard): StoryCursor {
  return { value: order === 'ranked' ? story.rankKey : story.lastSeenMs, id: story.id }
}
