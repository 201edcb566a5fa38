import type { StoryCard } from '../model/card.ts'
import type { EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'
import { storyOf } from './stories.ts'

/** One group of a page's stories: which, in what order, how many. */
export type StoryGroup = {
  name: string
  order: 'ranked' | 'rising' | 'newest'
  section?: string
  /** Only these ids; the order still holds. */
  ids?: readonly number[]
  limit: number
}

/** Pulse score from which a story counts as rising on a page. */
export const RISING_MIN = 2

/**
 * Several short lists of stories at once, by the name of their group; a story may stand in several. One query, each part an index scan.
 * Order: ranking key, burst or last news, then later id. Indexes: story_ranked, story_ranked_section, story_rising, story_newest.
 */
export async function storyGroups(
  store: Store,
  groups: readonly StoryGroup[],
  risingSinceMs: EpochMs,
): Promise<Map<string, StoryCard[]>> {
  const found = new Map<string, StoryCard[]>(groups.map((group) => [group.name, []]))
  const asked = groups.filter((group) => group.ids === undefined || group.ids.length > 0)
  const parts = asked.map((group) => groupQuery(store, group, risingSinceMs))
  const first = parts.shift()
  if (!first) return found
  const rows = await parts.reduce((all, part) => all.unionAll(part), first).execute()
  for (const { group_name, ...row } of rows) found.get(group_name)?.push(storyOf(row))
  // A union keeps no order of its own parts by the letter of SQL.
  for (const group of asked) found.get(group.name)?.sort(ORDERS[group.order])
  return found
}

const ORDERS: Record<StoryGroup['order'], (a: StoryCard, b: StoryCard) => number> = {
  ranked: (a, b) => b.rankKey - a.rankKey || b.id - a.id,
  rising: (a, b) => b.burst - a.burst || b.lastSeenMs - a.lastSeenMs || b.id - a.id,
  newest: (a, b) => b.lastSeenMs - a.lastSeenMs || b.id - a.id,
}

function groupQuery(store: Store, group: StoryGroup, risingSinceMs: EpochMs) {
  let query = store.read.selectFrom('story').selectAll().where('merged_into', 'is', null).where('article_count', '>', 0)
  if (group.section !== undefined) query = query.where('section', '=', group.section)
  if (group.ids !== undefined) query = query.where('id', 'in', group.ids)
  if (group.order === 'rising')
    query = query
      .where('burst', '>=', RISING_MIN)
      .where('last_seen_ms', '>=', risingSinceMs)
      .orderBy('burst', 'desc')
      .orderBy('last_seen_ms', 'desc')
  else if (group.order === 'ranked') query = query.orderBy('rank_key', 'desc')
  else query = query.orderBy('last_seen_ms', 'desc')
  const limited = query.orderBy('id', 'desc').limit(group.limit).as('part')
  return store.read
    .selectFrom(limited)
    .selectAll('part')
    .select((eb) => eb.val(group.name).$castTo<string>().as('group_name'))
}

/** How many of the newest stories a list by size looks through: a week of a busy edition, and a bound on its cost. */
const SIZE_DEPTH = 5_000

/** Stories with news since a moment by how many owners tell them independently, most first (then texts, then later id). Index: story_newest. */
export async function widestStories(
  store: Store,
  filter: { sinceMs: EpochMs; section?: string; limit: number },
): Promise<StoryCard[]> {
  const newest = store.read
    .selectFrom('story')
    .selectAll()
    .where('merged_into', 'is', null)
    .where('last_seen_ms', '>=', filter.sinceMs)
    .orderBy('last_seen_ms', 'desc')
    .orderBy('id', 'desc')
    .limit(SIZE_DEPTH)
    .as('newest')
  let query = store.read.selectFrom(newest).selectAll().where('owner_count', '>', 0)
  if (filter.section !== undefined) query = query.where('section', '=', filter.section)
  const rows = await query
    .orderBy('owner_count', 'desc')
    .orderBy('independent_count', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .execute()
  return rows.map(storyOf)
}

/** Stories by their public keys, in no order; unknown ones are left out. One query. */
export async function storiesByKey(store: Store, keys: readonly string[]): Promise<StoryCard[]> {
  if (keys.length === 0) return []
  const rows = await store.read.selectFrom('story').selectAll().where('key', 'in', keys).execute()
  return rows.map(storyOf)
}
