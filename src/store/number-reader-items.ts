import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { among } from './among.ts'
import { RISING_MIN } from './page-stories.ts'
import { settleMovedMarks } from './pending-marks.ts'
import { readerChoice, reopenStories } from './reader-choices.ts'
import { fillReaderLists } from './reader-lists.ts'
import { PLACES } from './reader-places.ts'
import type { Store } from './store.ts'

/** What is done before an app is answered: numbers for what came, the reader's lists filled, stories with enough news made unread. */
export async function prepareReader(store: Store, user: string, nowMs: EpochMs): Promise<void> {
  await numberReaderItems(store)
  const choice = await readerChoice(store, user)
  await fillReaderLists(store, user, choice)
  await reopenStories(store, user, choice, nowMs)
}

/**
 * Gives a number to every article and story that has none yet, in order of arrival. Costs two index
 * lookups when there is nothing new; safe when two processes do it at once.
 */
export async function numberReaderItems(store: Store): Promise<void> {
  const { rows } = await sql<{ articles: number; stories: number }>`select
      coalesce((select max(id) from article), 0) - coalesce((select max(ref_id) from reader_item where kind = 'article'), 0) as articles,
      coalesce((select max(id) from story), 0) - coalesce((select max(ref_id) from reader_item where kind = 'story'), 0) as stories`.execute(
    store.read,
  )
  const lacking = rows[0]
  if (lacking && lacking.articles > 0) {
    await numberArticles(store)
    await settleMovedMarks(store)
  }
  if (lacking && lacking.stories > 0) await numberStories(store)
}

/** Numbers of some articles or stories, by their ids; what has none yet is left out. One query. */
export async function itemNumbers(
  store: Store,
  kind: 'article' | 'story',
  ids: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; refId: number }>`select id, ref_id as "refId" from reader_item
    where kind = ${kind} and ref_id in ${among(store.engine, ids)}`.execute(store.read)
  return new Map(rows.map((row) => [row.refId, row.id]))
}

/** Rows numbered by one statement: some 100 ms, in which the embedded store does nothing else. */
const NUMBERED_AT_ONCE = 10_000

/** Articles in order of arrival, some at a time: what two processes do at once is done once, and what one leaves the next call does. */
async function numberArticles(store: Store): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await sql`insert into reader_item (kind, ref_id, place, shown, is_copy, arrived_ms)
    select 'article', id, coalesce(feed_id, ${sql.lit(PLACES.pages)}), 1 - hidden, case when copy_of is null then 0 else 1 end, first_seen_ms
    from article where id > coalesce((select max(ref_id) from reader_item where kind = 'article'), 0) order by id
    limit ${NUMBERED_AT_ONCE} on conflict (kind, ref_id) do nothing`.execute(store.write)
    if (Number(numAffectedRows ?? 0) < NUMBERED_AT_ONCE) return
    await nextTurn()
  }
}

async function numberStories(store: Store): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await sql`insert into reader_item (kind, ref_id, place, shown, arrived_ms)
    select 'story', id, case when burst >= ${sql.lit(RISING_MIN)} then ${sql.lit(PLACES.rising)}
        when owner_count <= 1 then ${sql.lit(PLACES.single)} else ${sql.lit(PLACES.stories)} end,
      case when merged_into is null and article_count > 0 then 1 else 0 end, last_seen_ms
    from story where id > coalesce((select max(ref_id) from reader_item where kind = 'story'), 0) order by id
    limit ${NUMBERED_AT_ONCE} on conflict (kind, ref_id) do nothing`.execute(store.write)
    if (Number(numAffectedRows ?? 0) < NUMBERED_AT_ONCE) return
    await nextTurn()
  }
}
