import { sql } from 'kysely'
import type { BurstCard, PulseHour } from '../model/card.ts'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import { burstOf } from './bursts.ts'
import type { Store } from './store.ts'

/** From the first moment up to the second, which is left out. */
export type Span = { fromMs: EpochMs; toMs: EpochMs }

/** Hours kept of one key: half a year by the hour. */
const MAX_HOURS = 24 * 183

/** Hours in which a key was seen, in order of time; quiet ones without a row. One query; index: the primary key. */
export async function hoursOfKey(store: Store, key: string, span: Span): Promise<Omit<PulseHour, 'key' | 'score'>[]> {
  return store.read
    .selectFrom('pulse_hour')
    .select(['hour_ms as hourMs', 'seen', 'expected'])
    .where('key', '=', key)
    .where('hour_ms', '>=', span.fromMs)
    .where('hour_ms', '<', span.toMs)
    .orderBy('hour_ms')
    .limit(MAX_HOURS)
    .execute()
}

/** A key's days: texts of their hours, and what was usual for an hour in which it was seen, on average. */
export type KeyDay = { dayMs: EpochMs; seen: number; expectedHourly: number }

/** Days (UTC) in which a key was seen, in order of time; quiet ones without a row. One query; index: the primary key. */
export async function daysOfKey(store: Store, key: string, span: Span): Promise<KeyDay[]> {
  const { rows } = await sql<KeyDay>`
    select hour_ms - hour_ms % ${sql.lit(DAY_MS)} as "dayMs", sum(seen) as seen, avg(expected) as "expectedHourly" from pulse_hour
    where key = ${key} and hour_ms >= ${span.fromMs} and hour_ms < ${span.toMs}
    group by hour_ms - hour_ms % ${sql.lit(DAY_MS)} order by 1`.execute(store.read)
  return rows.map((row) => ({ dayMs: Number(row.dayMs), seen: row.seen, expectedHourly: row.expectedHourly }))
}

/** Ticks in which a key rose, in order of time, the latest `limit` of them. One query; index: the unique one on key and tick. */
export async function burstsOfSpan(store: Store, key: string, span: Span, limit: number): Promise<BurstCard[]> {
  const rows = await store.read
    .selectFrom('burst')
    .selectAll()
    .where('key', '=', key)
    .where('tick_ms', '>=', span.fromMs)
    .where('tick_ms', '<', span.toMs)
    .orderBy('tick_ms', 'desc')
    .limit(limit)
    .execute()
  return rows.toReversed().map(burstOf)
}
