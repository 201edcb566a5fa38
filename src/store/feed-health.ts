import { sql } from 'kysely'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

/** Days that a source's health is told of. */
export const HEALTH_DAYS = 14

/** What a source has brought in the last HEALTH_DAYS days. */
export type FeedHealth = {
  /** Articles first seen a day, oldest day first, today last. */
  days: readonly number[]
  lastNewMs: EpochMs | null
  /** Of the articles of those days: shares that are copies of others, and whose claimed date is contradicted. 0 to 1, null without articles. */
  copies: number | null
  doubted: number | null
  /** Middle one of the times between an article's date and its first sight; null where too few can be told. */
  delayMs: number | null
}

/** Latest articles of a source that its delay is told from, and how few are too few. */
const DELAY_ARTICLES = 40
const LEAST_DELAYS = 3
/** Articles of a source that are looked at: of one that brings more in fourteen days the latest tell enough. */
const MAX_ARTICLES = 4_000

type Row = {
  feedId: number
  firstSeenMs: number
  publishedMs: number
  copies: number
  doubtful: number
  claimed: number
}

/**
 * The health of some sources, at most a page of them. What was on a feed when it was added came late by our doing: of its first hour
 * no delay is told. One query a source, by the index of its articles.
 */
export async function feedHealth(
  store: Store,
  feeds: readonly { id: number; addedMs: EpochMs }[],
  nowMs: EpochMs,
): Promise<Map<number, FeedHealth>> {
  const read = await Promise.all(
    feeds.map(async ({ id, addedMs }) => [id, healthOf(await articlesOf(store, id, nowMs), addedMs, nowMs)] as const),
  )
  return new Map(read)
}

/** Index: article_feed; its order is that of published dates, of which a late one may be of before the days asked for. */
async function articlesOf(store: Store, feedId: number, nowMs: EpochMs): Promise<Row[]> {
  const { rows } =
    await sql<Row>`select feed_id as "feedId", first_seen_ms as "firstSeenMs", published_ms as "publishedMs",
      case when copy_of is null then 0 else 1 end as copies, doubtful, case when claimed_published is null then 0 else 1 end as claimed
    from article where feed_id = ${feedId} and published_ms > ${startOf(nowMs) - DAY_MS} order by published_ms desc, id desc
    limit ${sql.lit(MAX_ARTICLES)}`.execute(store.read)
  return rows
}

/** The first moment of the first of the days told. */
const startOf = (nowMs: EpochMs): EpochMs => (Math.floor(nowMs / DAY_MS) - HEALTH_DAYS + 1) * DAY_MS

function healthOf(rows: readonly Row[], addedMs: EpochMs, nowMs: EpochMs): FeedHealth {
  const startMs = startOf(nowMs)
  const days = new Array<number>(HEALTH_DAYS).fill(0)
  const recent = rows.filter(({ firstSeenMs }) => firstSeenMs >= startMs)
  for (const { firstSeenMs } of recent) {
    const day = Math.floor((firstSeenMs - startMs) / DAY_MS)
    if (day < HEALTH_DAYS) days[day]! += 1
  }
  const share = (field: 'copies' | 'doubtful') =>
    recent.length === 0 ? null : recent.reduce((sum, row) => sum + Number(row[field]), 0) / recent.length
  const lastNewMs = recent.reduce<number | null>((last, { firstSeenMs }) => Math.max(last ?? 0, firstSeenMs), null)
  return {
    days,
    lastNewMs,
    copies: share('copies'),
    doubted: share('doubtful'),
    delayMs: delayOf(recent, addedMs + DAY_MS / 24),
  }
}

function delayOf(rows: readonly Row[], sinceMs: EpochMs): number | null {
  const delays = rows
    .filter((row) => Number(row.claimed) === 1 && Number(row.doubtful) === 0 && row.firstSeenMs > sinceMs)
    .slice(0, DELAY_ARTICLES)
    .map((row) => Math.max(0, row.firstSeenMs - row.publishedMs))
    .sort((a, b) => a - b)
  return delays.length < LEAST_DELAYS ? null : delays[Math.floor(delays.length / 2)]!
}
