import { type RawBuilder, sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { type ReaderChoice, readerChoice } from './reader-choices.ts'
import { isRead, itemsFrom, placeOf, type ReaderCondition, type ReaderView } from './reader-query.ts'
import type { Store } from './store.ts'

export type ReaderFilter = ReaderCondition & {
  /** By number (arrival), or by when an article came in or a story had its last news. */
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
  /** The feed it stands in: a source's id, one of PLACES, or the place of a list of the reader's own. */
  place: number
  arrivedMs: EpochMs
  read: boolean
  starred: boolean
  changedMs: EpochMs | null
}

/** A reader's choice and lists, as queries need them. Two queries. */
export async function readerView(store: Store, user: string): Promise<ReaderView> {
  const [choice, list] = await Promise.all([
    readerChoice(store, user),
    store.read.selectFrom('reader_list').select('id').where('user_name', '=', user).limit(1).executeTakeFirst(),
  ])
  return { store, choice, hasLists: list !== undefined }
}

/** Items with their marks. There is no silent cap but `limit`. */
export async function readerItems(store: Store, filter: ReaderFilter): Promise<ReaderItem[]> {
  const view = await readerView(store, filter.user)
  const { offset = 0, limit } = filter
  const parts = partsOf(view, filter)
  const whole = { ...filter, limit: parts.length > 1 ? limit + offset : limit, offset: parts.length > 1 ? 0 : offset }
  const found: ReaderItem[] = []
  for (const part of parts) found.push(...(await itemsOf(view, { ...whole, ...part })))
  if (parts.length === 1) return found
  return found.sort((a, b) => compare(a, b, filter)).slice(offset, offset + limit)
}

function compare(a: ReaderItem, b: ReaderItem, { by, order }: ReaderFilter): number {
  const rising = (by === 'time' ? a.arrivedMs - b.arrivedMs : 0) || a.id - b.id
  return order === 'newest' ? -rising : rising
}

async function itemsOf(view: ReaderView, filter: ReaderFilter): Promise<ReaderItem[]> {
  const { rows } = await sql<ItemRow>`
    select i.id, i.kind, i.ref_id as "refId", ${placeOf(view)} as place, i.arrived_ms as "arrivedMs",
      case when ${isRead(view)} then 1 else 0 end as read, m.starred, ${changedMs(view.choice)} as "changedMs"
    ${itemsFrom(view, filter)} ${orderOf(filter)} limit ${filter.limit} offset ${filter.offset ?? 0}`.execute(
    view.store.read,
  )
  return rows.map((row) => ({ ...row, read: row.read === 1, starred: row.starred === 1 }))
}

type ItemRow = Omit<ReaderItem, 'read' | 'starred'> & { read: number; starred: number | null }

function changedMs({ readThrough, throughMs }: ReaderChoice): RawBuilder<unknown> {
  return readThrough === 0
    ? sql`m.changed_ms`
    : sql`coalesce(m.changed_ms, case when i.id <= ${readThrough} then cast(${throughMs} as bigint) end)`
}

/** Above a number there are few: they are found by it and then sorted (the plus keeps the index of moments out of it, which would be walked whole). */
function orderOf({ by, order, afterId }: ReaderFilter): RawBuilder<unknown> {
  const way = order === 'newest' ? sql`desc` : sql`asc`
  const moment = afterId === undefined ? sql`i.arrived_ms` : sql`+i.arrived_ms`
  return sql`order by ${by === 'time' ? sql`${moment} ${way},` : sql``} i.id ${way}`
}

/** Numbers of items as one text, parted by commas, in order of arrival: whole backlogs, at some seven bytes each. */
export async function readerIds(store: Store, filter: Omit<ReaderFilter, 'by' | 'offset'>): Promise<string> {
  const view = await readerView(store, filter.user)
  const texts: string[] = []
  const join = store.engine === 'postgres' ? sql`string_agg(id::text, ',')` : sql`group_concat(id, ',')`
  let left = filter.limit
  const parts = partsOf(view, filter)
  for (const part of filter.order === 'newest' ? parts : parts.toReversed()) {
    const { rows } = await sql<{ ids: string | null; n: number }>`select ${join} as ids, count(*) as n from (
      select i.id ${itemsFrom(view, { ...filter, ...part })} ${orderOf(filter)} limit ${left}) as numbered`.execute(
      store.read,
    )
    left -= Number(rows[0]?.n ?? 0)
    if (rows[0]?.ids) texts.push(rows[0].ids)
    if (left <= 0) break
  }
  return texts.join(',')
}

/**
 * What is unread lies above the number up to which everything is read, and, below it, where a mark says so: asked for apart, the newer part
 * first, so that neither walks what was read long ago. One part for everything else.
 */
function partsOf(
  { choice }: ReaderView,
  asked: ReaderCondition,
): Pick<ReaderCondition, 'afterId' | 'beforeId' | 'keptUnread'>[] {
  const { readThrough } = choice
  if (asked.read !== false || readThrough === 0 || asked.ids !== undefined) return [{}]
  const above = { afterId: Math.max(readThrough, asked.afterId ?? 0) }
  const below = {
    keptUnread: true as const,
    beforeId: Math.min(readThrough + 1, asked.beforeId ?? Number.MAX_SAFE_INTEGER),
  }
  return [above, below]
}
