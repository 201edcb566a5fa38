import { type Selectable, sql, type Transaction } from 'kysely'
import type { BurstCard, PulseHour } from '../model/card.ts'
import type { EpochMs } from '../model/time.ts'
import { type NotedBurst, noteShown } from './pulse-shown.ts'
import type { BurstTable, Database } from './schema.ts'
import type { Engine, Store } from './store.ts'

/** Every tick in which a key rose, newest first. */
export async function burstsOfKey(store: Store, key: string, limit: number): Promise<BurstCard[]> {
  const rows = await store.read
    .selectFrom('burst')
    .selectAll()
    .where('key', '=', key)
    .orderBy('tick_ms', 'desc')
    .limit(limit)
    .execute()
  return rows.map(burstOf)
}

/** Pulse keys, and since when their hours are asked. */
export type HourSpan = { keys: readonly string[]; sinceMs: EpochMs }
export type CountedHour = Pick<PulseHour, 'key' | 'hourMs' | 'seen' | 'expected'>

/**
 * Hours of some keys, each since its own moment, in no order: what sparklines and charts are drawn from. Quiet hours are without a row, keys
 * of two spans come twice. One query, ranges of the primary key. Raw: a front page asks a thousand rows, as few columns as it needs.
 */
export async function countedHours(store: Store, spans: readonly HourSpan[]): Promise<CountedHour[]> {
  const asked = spans.filter(({ keys }) => keys.length > 0)
  if (asked.length === 0) return []
  const parts = asked.map(
    ({ keys, sinceMs }) => sql`select key, hour_ms as "hourMs", seen, expected from pulse_hour
      where key in (${sql.join(keys)}) and hour_ms >= ${sinceMs}`,
  )
  return (await sql<CountedHour>`${sql.join(parts, sql` union all `)}`.execute(store.read)).rows
}

/** What one tick of the pulse leaves behind, written at once: hours, bursts, the detector's state, the stories' scores. */
export type PulseTick = {
  tickMs: EpochMs
  hours: readonly PulseHour[]
  bursts: readonly Omit<BurstCard, 'id' | 'risesWith' | 'tickMs'>[]
  /** For each burst key that leads: the keys that rise with it. */
  leads: ReadonlyMap<string, readonly string[]>
  storyBursts: ReadonlyMap<number, number>
  /** The detector after the last whole tick, which is `stateTickMs`: what a restart goes on from. Left out, an earlier one stands. */
  state?: Uint8Array
  stateTickMs?: EpochMs
  /** From when on these bursts are shown; `isNow` for the look itself, not an hour that is caught up on. Left out, nothing is noted. */
  shown?: { shownMs: EpochMs; isNow: boolean }
}

/** Rows a statement carries: some 100 kB. */
const ROWS_A_STATEMENT = 1_000

/** Writes a tick in one transaction; writing it again gives the same rows. */
export async function writePulseTick(store: Store, tick: PulseTick): Promise<void> {
  await store.write.transaction().execute(async (trx) => {
    await trx.deleteFrom('burst').where('tick_ms', '=', tick.tickMs).execute()
    // What an hour counts may have changed its name: a key that is no longer counted must not stay. Index: pulse_hour_time.
    await trx.deleteFrom('pulse_hour').where('hour_ms', '=', tick.tickMs).execute()
    for (let start = 0; start < tick.hours.length; start += ROWS_A_STATEMENT)
      await insertHours(trx, store.engine, tick.hours.slice(start, start + ROWS_A_STATEMENT))
    for (const burst of tick.bursts) {
      const risesWith = tick.leads.get(burst.key)
      await trx
        .insertInto('burst')
        .values({
          key: burst.key,
          tick_ms: tick.tickMs,
          score: burst.score,
          seen: burst.seen,
          expected: burst.expected,
          window_hours: burst.windowHours,
          false_rate: burst.falseRate,
          rises_with: risesWith ? JSON.stringify(risesWith) : null,
        })
        .execute()
    }
    if (tick.shown) await noteShown(trx, shownBursts(tick), tick.shown)
    await trx.updateTable('story').set({ burst: 0 }).where('burst', '!=', 0).execute()
    for (const [storyId, burst] of tick.storyBursts)
      await trx.updateTable('story').set({ burst }).where('id', '=', storyId).execute()
    if (tick.state === undefined) return
    const state = { tick_ms: tick.stateTickMs ?? tick.tickMs, data: tick.state }
    await trx
      .insertInto('pulse_state')
      .values({ id: 1, ...state })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(state))
      .execute()
  })
}

/** Rows go as JSON: as values of their number each hour would be another statement, and the connection keeps hundreds of those. */
async function insertHours(trx: Transaction<Database>, engine: Engine, hours: readonly PulseHour[]): Promise<void> {
  const json = JSON.stringify(hours)
  const rows =
    engine === 'postgres'
      ? sql`json_to_recordset(${json}::json) as given (key text, "hourMs" bigint, seen double precision, expected double precision, score double precision)`
      : sql`(select value ->> 'key' as key, value ->> 'hourMs' as "hourMs", value ->> 'seen' as seen, value ->> 'expected' as expected, value ->> 'score' as score from json_each(${json}))`
  await sql`insert into pulse_hour (key, hour_ms, seen, expected, score) select key, "hourMs", seen, expected, score from ${rows} where true
    on conflict (key, hour_ms) do update set seen = excluded.seen, expected = excluded.expected, score = excluded.score`.execute(
    trx,
  )
}

function shownBursts({ bursts, leads, tickMs }: PulseTick): NotedBurst[] {
  return bursts
    .map(({ key, score, seen, expected, windowHours, falseRate }) => ({
      key,
      tickMs,
      score,
      seen,
      expected,
      windowHours,
      falseRate,
      risesWith: leads.get(key) ?? null, // null: it rises with another
    }))
    .sort((a, b) => b.score - a.score)
}

/** The detector's state after the last tick written, or null before the first. */
export async function pulseState(store: Store): Promise<{ tickMs: EpochMs; data: Uint8Array } | null> {
  const row = await store.write.selectFrom('pulse_state').selectAll().where('id', '=', 1).executeTakeFirst()
  return row ? { tickMs: row.tick_ms, data: row.data } : null
}

/** A burst as a card, from its row. */
export function burstOf(row: Selectable<BurstTable>): BurstCard {
  return {
    id: row.id,
    key: row.key,
    tickMs: row.tick_ms,
    score: row.score,
    seen: row.seen,
    expected: row.expected,
    windowHours: row.window_hours,
    falseRate: row.false_rate,
    risesWith: row.rises_with === null ? [] : (JSON.parse(row.rises_with) as string[]), // written by writePulseTick alone
  }
}
