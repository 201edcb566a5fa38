import { sql } from 'kysely'
import { DAY_MS, type EpochMs, HOUR_MS } from '../model/time.ts'
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

/** Latest dated articles of a source that its delay is told from, and how few are too few. */
const DELAY_ARTICLES = 40
const LEAST_DELAYS = 3
/** Articles that stood on a feed when it was added came late by our doing: of its first hour no delay is told. */
const FIRST_MS = HOUR_MS

/** A day's sums of a source (`delayMs` null), or one of its delays (`day` null). */
type Row = {
  feedId: number
  day: number | null
  articles: number
  copies: number
  doubted: number
  lastMs: number
  delayMs: number | null
}

/** The health of some sources, at most a page of them. One query, by the index article_feed. */
export async function feedHealth(
  store: Store,
  feeds: readonly { id: number; addedMs: EpochMs }[],
  nowMs: EpochMs,
): Promise<Map<number, FeedHealth>> {
  if (feeds.length === 0) return new Map()
  // The index goes by published dates: what came in these days and claims to be older counts too.
  const startMs = (Math.floor(nowMs / DAY_MS) - HEALTH_DAYS + 1) * DAY_MS
  const recent = sql`first_seen_ms >= ${startMs} and published_ms > ${startMs - HEALTH_DAYS * DAY_MS}`
  const day = sql`(first_seen_ms - ${sql.lit(startMs)}) / ${sql.lit(DAY_MS)}`
  const sums = sql`select feed_id as "feedId", ${day} as day, count(*) as articles,
      sum(case when copy_of is null then 0 else 1 end) as copies, sum(doubtful) as doubted, max(first_seen_ms) as "lastMs", cast(null as bigint) as "delayMs"
    from article where feed_id in (${sql.join(feeds.map(({ id }) => id))}) and ${recent} group by feed_id, 2`
  const delays = feeds.map(
    ({
      id,
      addedMs,
    }) => sql`select * from (select feed_id as "feedId", cast(null as bigint) as day, 0 as articles, 0 as copies, 0 as doubted,
      0 as "lastMs", first_seen_ms - published_ms as "delayMs" from article
    where feed_id = ${id} and ${recent} and doubtful = 0 and claimed_published is not null and first_seen_ms > ${addedMs + FIRST_MS}
    order by published_ms desc, id desc limit ${sql.lit(DELAY_ARTICLES)}) latest`,
  )
  const { rows } = await sql<Row>`${sql.join([sums, ...delays], sql` union all `)}`.execute(store.read)
  const byFeed = Map.groupBy(rows, (row) => Number(row.feedId))
  return new Map(feeds.map(({ id }) => [id, healthOf(byFeed.get(id) ?? [])]))
}

function healthOf(rows: readonly Row[]): FeedHealth {
  const days = new Array<number>(HEALTH_DAYS).fill(0)
  const [sums, delays] = [rows.filter((row) => row.delayMs === null), rows.filter((row) => row.delayMs !== null)]
  for (const { day, articles } of sums)
    if (day !== null && Number(day) < HEALTH_DAYS) days[Number(day)] = Number(articles)
  const total = (field: 'articles' | 'copies' | 'doubted') => sums.reduce((sum, row) => sum + Number(row[field]), 0)
  const articles = total('articles')
  return {
    days,
    lastNewMs: articles === 0 ? null : Math.max(...sums.map(({ lastMs }) => Number(lastMs))),
    copies: articles === 0 ? null : total('copies') / articles,
    doubted: articles === 0 ? null : total('doubted') / articles,
    delayMs: middleOf(delays.map(({ delayMs }) => Math.max(0, Number(delayMs)))),
  }
}

function middleOf(delays: readonly number[]): number | null {
  return delays.length < LEAST_DELAYS ? null : delays.toSorted((a, b) => a - b)[Math.floor(delays.length / 2)]!
}
