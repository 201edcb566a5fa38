import { sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

/** One poll of a feed as its page tells it. `outcome` is `read`, `unchanged` or the kind of trouble. */
export type FeedPoll = { polledMs: EpochMs; outcome: string; entries: number; newItems: number }

/** Polls kept of each feed: two days of an hourly one, and a kilobyte. */
const KEPT_POLLS = 20

/** Notes a poll and forgets the oldest above the bound. */
export async function notePoll(store: Store, feedId: number, poll: FeedPoll): Promise<void> {
  const { polledMs, outcome, entries, newItems } = poll
  // Of a feed removed meanwhile nothing is noted: the row would have no owner.
  await sql`insert into feed_poll (feed_id, polled_ms, outcome, entries, new_items)
    select id, cast(${polledMs} as bigint), cast(${outcome} as text), cast(${entries} as bigint), cast(${newItems} as bigint)
    from feed where id = ${feedId}
    on conflict (feed_id, polled_ms) do update set outcome = excluded.outcome, entries = excluded.entries, new_items = excluded.new_items`.execute(
    store.write,
  )
  await sql`delete from feed_poll where feed_id = ${feedId} and polled_ms <= (
    select polled_ms from feed_poll where feed_id = ${feedId} order by polled_ms desc limit 1 offset ${sql.lit(KEPT_POLLS)})`.execute(
    store.write,
  )
}

/** The last polls of a feed, newest first. One query, by the primary key. */
export async function lastPolls(store: Store, feedId: number): Promise<FeedPoll[]> {
  const rows = await store.read
    .selectFrom('feed_poll')
    .select(['polled_ms as polledMs', 'outcome', 'entries', 'new_items as newItems'])
    .where('feed_id', '=', feedId)
    .orderBy('polled_ms', 'desc')
    .limit(KEPT_POLLS)
    .execute()
  return rows
}
