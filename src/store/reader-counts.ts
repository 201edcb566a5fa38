import { type RawBuilder, sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { FIRST_LIST_PLACE } from './reader-places.ts'
import { itemsFrom, placeOf, type ReaderCondition, type ReaderView, shownOf } from './reader-query.ts'
import { readerView } from './reader-state.ts'
import type { Store } from './store.ts'

/** How many of some items stand in one feed. `newestMs`: of the feed's newest item, whether or not it is one of those. */
export type ReaderCount = { place: number; count: number; newestMs: EpochMs }

/**
 * How many items a condition holds, by feed. What apps ask for at each sync (everything, read, unread) is summed from indexes: all items by
 * feed, and the marks; anything else is walked.
 */
export async function readerCounts(store: Store, asked: ReaderCondition): Promise<ReaderCount[]> {
  const view = await readerView(store, asked.user)
  const { user, read, places, ...others } = asked
  const isPlain = !store.isPart && Object.values(others).every((value) => value === undefined)
  if (!isPlain) return walked(view, asked)
  const counts = await summed(view, user, read)
  return places === undefined ? counts : counts.filter(({ place }) => places.includes(place))
}

async function walked(view: ReaderView, asked: ReaderCondition): Promise<ReaderCount[]> {
  const { rows } = await sql<ReaderCount>`
    select ${placeOf(view)} as place, count(*) as count, max(i.arrived_ms) as "newestMs"
    ${itemsFrom(view, asked)} group by 1 order by 1`.execute(view.store.read)
  return rows.map(numbers)
}

async function summed(view: ReaderView, user: string, read: boolean | undefined): Promise<ReaderCount[]> {
  const { readThrough } = view.choice
  const all = read !== false || readThrough === 0 ? await itemsByPlace(view, user, 0) : []
  if (read === undefined) return listed(all)
  const recent = readThrough === 0 ? all : await itemsByPlace(view, user, readThrough)
  // Unread: what is above the number up to which everything is read, less what is marked read there, and what is kept unread below.
  const marks = await marksByPlace(view, user)
  const unread = added([recent, marks])
  if (read === false) return listed(unread)
  return listed(added([all, unread.map((row) => ({ ...row, count: -row.count, newestMs: 0 }))]))
}

const listed = (rows: readonly ReaderCount[]) => rows.filter((row) => row.count > 0).sort((a, b) => a.place - b.place)

function added(parts: readonly (readonly ReaderCount[])[]): ReaderCount[] {
  const sums = new Map<number, ReaderCount>()
  for (const row of parts.flat()) {
    const known = sums.get(row.place)
    sums.set(row.place, {
      place: row.place,
      count: (known?.count ?? 0) + row.count,
      newestMs: Math.max(known?.newestMs ?? 0, row.newestMs),
    })
  }
  return [...sums.values()]
}

/** All items above a number by feed: what stands in lists of the reader's own is taken out of where it stands for others. */
async function itemsByPlace(view: ReaderView, user: string, above: number): Promise<readonly ReaderCount[]> {
  const isShown = sql.join(shownOf(view), sql` and `)
  const bound = above === 0 ? sql`` : sql`and i.id > ${above}`
  const all = above === 0 ? await totals(view) : await countAbove(view, above)
  if (!view.hasLists) return all
  const { rows } = await sql<{ place: number; listId: number; count: number; newestMs: number }>`
    select i.place, l.list_id as "listId", count(*) as count, max(i.arrived_ms) as "newestMs"
    from reader_listed l join reader_item i on i.id = l.item_id
    where l.user_name = ${user} and ${isShown} ${bound} group by 1, 2`.execute(view.store.read)
  const moved = rows.flatMap(({ listId, ...row }) => {
    const { place, count, newestMs } = numbers(row)
    return [
      { place, count: -count, newestMs: 0 },
      { place: listId + FIRST_LIST_PLACE, count, newestMs },
    ]
  })
  return added([all, moved])
}

/** Totals of very many items, as they were counted: what came since is counted anew. */
type Totals = { rows: readonly ReaderCount[]; upTo: number; countedMs: number }

/** From so many items on their totals are kept: a million are counted in some 100 ms (bench/readers-million.ts), fewer in no time. */
const MANY = 100_000
/** How long totals are kept: so long an item that was hidden, or a story that moved to another list, may be counted as before. */
const KEPT_MS = 30_000
const kept = new WeakMap<object, Map<string, Totals>>()

/** All items by feed, for every reader of one folding alike. */
async function totals(view: ReaderView): Promise<readonly ReaderCount[]> {
  const { choice, store } = view
  const folding = `${choice.texts} ${choice.stories}`
  const known = kept.get(store.write)?.get(folding)
  if (known && performance.now() - known.countedMs < KEPT_MS)
    return added([known.rows, await countAbove(view, known.upTo)])
  const newest = await sql<{ id: number | null }>`select max(id) as id from reader_item`.execute(store.read)
  const upTo = Number(newest.rows[0]?.id ?? 0)
  const rows = await countRows(
    view,
    sql`select i.place as place, count(*) as count, max(i.arrived_ms) as "newestMs"
      from reader_item i where ${sql.join(shownOf(view), sql` and `)} and i.id <= ${upTo} group by i.place`,
  )
  if (upTo >= MANY) {
    const foldings = kept.get(store.write) ?? new Map<string, Totals>()
    kept.set(store.write, foldings.set(folding, { rows, upTo, countedMs: performance.now() }))
  }
  return rows
}

/** Items above a number by feed. The plus has them found by their number, not by the index of feeds, which would be walked whole. */
async function countAbove(view: ReaderView, above: number): Promise<ReaderCount[]> {
  return countRows(
    view,
    sql`select +i.place as place, count(*) as count, max(i.arrived_ms) as "newestMs"
      from reader_item i where ${sql.join(shownOf(view), sql` and `)} and i.id > ${above} group by +i.place`,
  )
}

/** Items marked read above the number up to which everything is read (taken away), and kept unread below it. */
async function marksByPlace(view: ReaderView, user: string): Promise<ReaderCount[]> {
  const { choice, hasLists } = view
  const lists = hasLists ? sql`left join reader_listed l on l.user_name = ${user} and l.item_id = i.id` : sql``
  const marked = (read: 0 | 1, bound: RawBuilder<unknown>, sign: RawBuilder<unknown>) => sql`
    select ${placeOf(view)} as place, ${sign} count(*) as count, 0 as "newestMs"
    from reader_mark m join reader_item i on i.id = m.item_id ${lists}
    where m.user_name = ${user} and m.read = ${sql.lit(read)} and m.item_id ${bound} and ${sql.join(shownOf(view), sql` and `)} group by 1`
  const { readThrough } = choice
  const read = await countRows(view, marked(1, sql`> ${readThrough}`, sql`-`))
  return readThrough === 0 ? read : added([read, await countRows(view, marked(0, sql`<= ${readThrough}`, sql``))])
}

async function countRows(view: ReaderView, query: RawBuilder<unknown>): Promise<ReaderCount[]> {
  const { rows } = await sql<ReaderCount>`${query}`.execute(view.store.read)
  return rows.map(numbers)
}

const numbers = (row: ReaderCount): ReaderCount => ({
  place: Number(row.place),
  count: Number(row.count),
  newestMs: Number(row.newestMs),
})
