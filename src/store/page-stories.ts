import { type Selectable, sql } from 'kysely'
import type { StoryCard } from '../model/card.ts'
import type { EpochMs } from '../model/time.ts'
import type { StoryTable } from './schema.ts'
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
  if (asked.length === 0) return found
  const parts = asked.map((group) => groupSql(group, risingSinceMs))
  const { rows } = await sql<
    Selectable<StoryTable> & { group_name: string }
  >`${sql.join(parts, sql` union all `)}`.execute(store.read)
  for (const row of rows) found.get(row.group_name)?.push(storyOf(row))
  // A union keeps no order of its own parts by the letter of SQL.
  for (const group of asked) found.get(group.name)?.sort(STORY_ORDERS[group.order])
  return found
}

/** What a story is chosen by before its card is read. `source`: who told it first, null where nobody's telling is shown. */
export type StoryCandidate = Pick<
  StoryCard,
  'id' | 'ownerCount' | 'independentCount' | 'rankKey' | 'burst' | 'lastSeenMs'
> & { source: string | null }

/**
 * The groups of `storyGroups` by a few columns alone: most of a front page's candidates are not shown, and a card has thirty. One query;
 * indexes: those of `storyGroups`, article_story.
 */
export async function storyCandidates(
  store: Store,
  groups: readonly StoryGroup[],
  risingSinceMs: EpochMs,
): Promise<Map<string, StoryCandidate[]>> {
  const found = new Map<string, StoryCandidate[]>(groups.map((group) => [group.name, []]))
  const asked = groups.filter((group) => group.ids === undefined || group.ids.length > 0)
  if (asked.length === 0) return found
  const parts = asked.map((group) => groupSql(group, risingSinceMs, CHOSEN_BY))
  const { rows } = await sql<StoryCandidate & { group_name: string }>`
    select part.*, (select coalesce(b.source_title, b.owner) from article b where b.story_id = part.id and b.hidden = 0
      order by b.published_ms, b.id limit 1) as source
    from (${sql.join(parts, sql` union all `)}) as part`.execute(store.read)
  for (const row of rows) found.get(row.group_name)?.push(row)
  for (const group of asked) found.get(group.name)?.sort(STORY_ORDERS[group.order])
  return found
}

const CHOSEN_BY = sql`id, owner_count as "ownerCount", independent_count as "independentCount", rank_key as "rankKey", burst,
  last_seen_ms as "lastSeenMs"`

type Ordered = Pick<StoryCard, 'id' | 'rankKey' | 'burst' | 'lastSeenMs'>

/** How each order compares two stories. */
export const STORY_ORDERS: Record<StoryGroup['order'], (a: Ordered, b: Ordered) => number> = {
  ranked: (a, b) => b.rankKey - a.rankKey || b.id - a.id,
  rising: (a, b) => b.burst - a.burst || b.lastSeenMs - a.lastSeenMs || b.id - a.id,
  newest: (a, b) => b.lastSeenMs - a.lastSeenMs || b.id - a.id,
}

/** Raw, as the hottest read of the site: building ten such parts from nodes costs 2 ms, asking them 0.3. */
function groupSql(group: StoryGroup, risingSinceMs: EpochMs, columns = sql`*`) {
  const section = group.section === undefined ? sql`` : sql` and section = ${group.section}`
  const ids = group.ids === undefined ? sql`` : sql` and id in (${sql.join(group.ids)})`
  const rising =
    group.order === 'rising' ? sql` and burst >= ${RISING_MIN} and last_seen_ms >= ${risingSinceMs}` : sql``
  return sql`select part.*, cast(${group.name} as text) as group_name from (
    select ${columns} from story where merged_into is null and article_count > 0${section}${ids}${rising}
    order by ${SQL_ORDERS[group.order]} limit ${group.limit}) as part`
}

const SQL_ORDERS = {
  ranked: sql`rank_key desc, id desc`,
  rising: sql`burst desc, last_seen_ms desc, id desc`,
  newest: sql`last_seen_ms desc, id desc`,
}

/** Stories by their public keys, in no order; unknown ones are left out. One query. */
export async function storiesByKey(store: Store, keys: readonly string[]): Promise<StoryCard[]> {
  if (keys.length === 0) return []
  const rows = await store.read.selectFrom('story').selectAll().where('key', 'in', keys).execute()
  return rows.map(storyOf)
}
