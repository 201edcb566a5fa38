import { type RawBuilder, sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { settleMovedMarks } from './pending-marks.ts'
import type { Store } from './store.ts'

/** Which items a reader app asks for. Sources are numbered as `feed` is; the others are lists of ours. */
export type ReaderStream =
  | { kind: 'all' }
  | { kind: 'feeds'; feedIds: readonly number[] }
  /** Articles that came without a feed: single pages and files. */
  | { kind: 'pages' }
  /** Stories, by what they are now: rising, told by one owner alone, or by several. A story is in exactly one. */
  | { kind: 'rising' | 'single' | 'stories' }

export type ReaderFilter = {
  user: string
  streams: readonly ReaderStream[]
  read?: boolean
  starred?: boolean
  /** Items above this one, or below it: ids rise in order of arrival. */
  afterId?: number
  beforeId?: number
  ids?: readonly number[]
  /** By the time that the item bears (published for an article, last news for a story). */
  sinceMs?: EpochMs
  untilMs?: EpochMs
  changedSinceMs?: EpochMs
  /** By number (arrival), or by the time that the item bears. */
  by?: 'arrival' | 'time'
  order: 'newest' | 'oldest'
  limit: number
  /** Only for the contracts that page by it; ours page by `afterId` and `beforeId`. */
  offset?: number
}

/** One thing that a reader app shows: an article or a story, with this reader's marks. */
export type ReaderItem = {
  id: number
  kind: 'article' | 'story'
  refId: number
  feedId: number | null
  stream: 'feeds' | 'pages' | 'rising' | 'single' | 'stories'
  read: boolean
  starred: boolean
  changedMs: EpochMs | null
}

/** From this burst score on a story counts as rising in reader apps. */
export type ReaderLevels = { burstMin: number }

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
    await numberAll(store, 'article')
    await settleMovedMarks(store)
  }
  if (lacking && lacking.stories > 0) await numberAll(store, 'story')
}

async function numberAll(store: Store, kind: 'article' | 'story'): Promise<void> {
  await sql`insert into reader_item (kind, ref_id)
    select ${kind}, id from ${sql.table(kind)}
    where id > coalesce((select max(ref_id) from reader_item where kind = ${kind}), 0) order by id
    on conflict (kind, ref_id) do nothing`.execute(store.write)
}

/** Items with their marks, by number. Every list is read from an index; there is no silent cap but `limit`. One query. */
export async function readerItems(store: Store, filter: ReaderFilter, levels: ReaderLevels): Promise<ReaderItem[]> {
  const order = filter.order === 'newest' ? sql`desc` : sql`asc`
  const { rows } = await sql<ItemRow>`
    select i.id, i.kind, i.ref_id as "refId", a.feed_id as "feedId", ${streamName(levels)} as stream,
      m.read, m.starred, m.changed_ms as "changedMs"
    ${itemsFrom(filter, levels)} order by ${filter.by === 'time' ? sql`coalesce(a.published_ms, s.last_seen_ms) ${order},` : sql``}
      i.id ${order} limit ${filter.limit} offset ${filter.offset ?? 0}`.execute(store.read)
  return rows.map((row) => ({ ...row, read: row.read === 1, starred: row.starred === 1 }))
}

type ItemRow = Omit<ReaderItem, 'read' | 'starred'> & { read: number | null; starred: number | null }

/** How many items a stream of a filter holds, per source and list. One query. */
export async function readerCounts(
  store: Store,
  filter: Omit<ReaderFilter, 'order' | 'limit'>,
  levels: ReaderLevels,
): Promise<{ stream: ReaderItem['stream']; feedId: number | null; count: number; newestMs: EpochMs }[]> {
  const { rows } = await sql<{ stream: ReaderItem['stream']; feedId: number | null; count: number; newestMs: number }>`
    select ${streamName(levels)} as stream, a.feed_id as "feedId", count(*) as count,
      max(coalesce(a.first_seen_ms, s.last_seen_ms)) as "newestMs"
    ${itemsFrom(filter, levels)} group by 1, 2 order by 1, 2`.execute(store.read)
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** What is changed on some items; absent parts stay as they are. */
export type ReaderMark = { read?: boolean; starred?: boolean }

/** Marks items for a reader; ids that are none are passed over. One statement however many. */
export async function markItems(
  store: Store,
  filter: Omit<ReaderFilter, 'order' | 'limit'>,
  mark: ReaderMark,
  levels: ReaderLevels,
  nowMs: EpochMs,
): Promise<void> {
  const read = mark.read === undefined ? null : mark.read ? 1 : 0
  const starred = mark.starred === undefined ? null : mark.starred ? 1 : 0
  const set = [sql`changed_ms = excluded.changed_ms`]
  if (read !== null) set.push(sql`read = excluded.read`)
  if (starred !== null) set.push(sql`starred = excluded.starred`)
  await sql`insert into reader_mark (user_name, item_id, read, starred, changed_ms)
    select ${filter.user}, i.id, ${sql.lit(read ?? 0)}, ${sql.lit(starred ?? 0)}, cast(${nowMs} as bigint)
    ${itemsFrom(filter, levels)}
    on conflict (user_name, item_id) do update set ${sql.join(set)}`.execute(store.write)
}

function streamName({ burstMin }: ReaderLevels): RawBuilder<ReaderItem['stream']> {
  return sql`case when i.kind = 'article' then case when a.feed_id is null then 'pages' else 'feeds' end
    when s.burst >= ${sql.lit(burstMin)} then 'rising' when s.owner_count <= 1 then 'single' else 'stories' end`
}

function itemsFrom(filter: Omit<ReaderFilter, 'order' | 'limit'>, levels: ReaderLevels): RawBuilder<unknown> {
  const { read, starred, afterId, beforeId, ids, sinceMs, untilMs, changedSinceMs } = filter
  const where = [sql`((a.id is not null and a.hidden = 0) or (s.merged_into is null and s.article_count > 0))`]
  const streams = filter.streams.map((stream) => inStream(stream, levels))
  where.push(sql`(${streams.length === 0 ? sql`1 = 0` : sql.join(streams, sql` or `)})`)
  if (read !== undefined) where.push(read ? sql`m.read = 1` : sql`(m.read is null or m.read = 0)`)
  if (starred !== undefined) where.push(starred ? sql`m.starred = 1` : sql`(m.starred is null or m.starred = 0)`)
  if (afterId !== undefined) where.push(sql`i.id > ${afterId}`)
  if (beforeId !== undefined) where.push(sql`i.id < ${beforeId}`)
  if (ids !== undefined) where.push(ids.length === 0 ? sql`1 = 0` : sql`i.id in (${sql.join(ids)})`)
  if (sinceMs !== undefined) where.push(sql`coalesce(a.first_seen_ms, s.last_seen_ms) >= ${sinceMs}`)
  if (untilMs !== undefined) where.push(sql`coalesce(a.first_seen_ms, s.last_seen_ms) <= ${untilMs}`)
  if (changedSinceMs !== undefined) where.push(sql`m.changed_ms >= ${changedSinceMs}`)
  return sql`from reader_item i
    left join article a on i.kind = 'article' and a.id = i.ref_id
    left join story s on i.kind = 'story' and s.id = i.ref_id
    left join reader_mark m on m.user_name = ${filter.user} and m.item_id = i.id
    where ${sql.join(where, sql` and `)}`
}

function inStream(stream: ReaderStream, { burstMin }: ReaderLevels): RawBuilder<unknown> {
  const burst = sql.lit(burstMin)
  switch (stream.kind) {
    case 'all':
      return sql`1 = 1`
    case 'feeds':
      return stream.feedIds.length === 0 ? sql`1 = 0` : sql`a.feed_id in (${sql.join(stream.feedIds)})`
    case 'pages':
      return sql`(i.kind = 'article' and a.feed_id is null)`
    case 'rising':
      return sql`s.burst >= ${burst}`
    case 'single':
      return sql`(s.burst < ${burst} and s.owner_count <= 1)`
    case 'stories':
      return sql`(s.burst < ${burst} and s.owner_count > 1)`
  }
}
