import { sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { setting } from './settings.ts'
import type { Store } from './store.ts'

/** Tables that keep what something was, each by the id of what it was, with the moment until which it stood. */
const PAST_TABLES = { story: 'story_past', article: 'article_past' } as const
export type PastOf = keyof typeof PAST_TABLES

const SINCE = 'past-kept-since-ms'

/** The earliest moment that the store can still be shown as of; null where nothing was ever forgotten. One query by the primary key. */
export async function pastKeptSince(store: Store): Promise<EpochMs | null> {
  const sinceMs = Number((await setting(store, SINCE)) ?? Number.NaN)
  return Number.isFinite(sinceMs) ? sinceMs : null
}

/** Says that moments before one are not kept any more: before anything of them goes, so that no page is made of half a past. Never moves back. */
export async function notePastKept(store: Store, sinceMs: EpochMs): Promise<void> {
  await store.write
    .insertInto('setting')
    .values({ key: SINCE, value: String(sinceMs) })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ value: String(sinceMs) })
        .where(
          sql<number>`cast(setting.value as ${sql.raw(store.engine === 'sqlite' ? 'integer' : 'bigint')})`,
          '<',
          sinceMs,
        ),
    )
    .execute()
}

/** The highest id of what has a past; 0 where nothing has. One query by the primary key. */
export async function highestPastId(store: Store, of: PastOf): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`
    select max(${sql.ref(`${of}_id`)}) as id from ${sql.table(PAST_TABLES[of])}`.execute(store.write)
  return Number(rows[0]?.id ?? 0)
}

/** Forgets what the things with ids in `(afterId, uptoId]` were up to a moment. A range of the primary key; gives how many rows went. */
export async function forgetPastOf(
  store: Store,
  of: PastOf,
  { afterId, uptoId, untilMs }: { afterId: number; uptoId: number; untilMs: EpochMs },
): Promise<number> {
  const id = sql.ref(`${of}_id`)
  const done = await sql`delete from ${sql.table(PAST_TABLES[of])}
    where ${id} > ${afterId} and ${id} <= ${uptoId} and until_ms <= ${untilMs}`.execute(store.write)
  return Number(done.numAffectedRows ?? 0)
}

/** Forgets what the pulse showed before a moment, but for what it showed at it: the oldest `limit` looks. Gives how many went. */
export async function forgetShown(store: Store, untilMs: EpochMs, limit: number): Promise<number> {
  const done = await sql`delete from pulse_shown where shown_ms in (
    select shown_ms from pulse_shown where shown_ms < (select max(shown_ms) from pulse_shown where shown_ms <= ${untilMs})
    order by shown_ms limit ${limit})`.execute(store.write)
  return Number(done.numAffectedRows ?? 0)
}

/** How much of the past is kept: rows, and bytes on the disk with their indexes (null where the engine does not say). */
export type PastSize = { rows: number; bytes: number | null; sinceMs: EpochMs | null }

const ALL_TABLES = [...Object.values(PAST_TABLES), 'pulse_shown'] as const

/** Walks over the tables of the past: for doctor alone. */
export async function pastSize(store: Store): Promise<PastSize> {
  let rows = 0
  for (const table of ALL_TABLES) {
    const counted = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(store.read)
    rows += Number(counted.rows[0]!.n)
  }
  return { rows, bytes: await pastBytes(store), sinceMs: await pastKeptSince(store) }
}

async function pastBytes(store: Store): Promise<number | null> {
  const tables = sql.join(ALL_TABLES)
  const asked =
    store.engine === 'postgres'
      ? sql<{ bytes: number | null }>`select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c
          join pg_namespace s on s.oid = c.relnamespace where s.nspname = current_schema() and c.relkind = 'r' and c.relname in (${tables})`
      : sql<{ bytes: number | null }>`select sum(pgsize) as bytes from dbstat where aggregate = 1
          and name in (select name from sqlite_schema where tbl_name in (${tables}))`
  try {
    const bytes = (await asked.execute(store.read)).rows[0]?.bytes
    return bytes == null ? null : Number(bytes)
  } catch {
    return null // an SQLite that was built without dbstat
  }
}
