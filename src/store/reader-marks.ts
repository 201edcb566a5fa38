import { sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { among } from './among.ts'
import { setReadThrough } from './reader-choices.ts'
import { isRead, itemsFrom, type ReaderCondition, type ReaderView } from './reader-query.ts'
import { readerView } from './reader-state.ts'
import type { Store } from './store.ts'

/** What is changed on some items; absent parts stay as they are. */
export type ReaderMark = { read?: boolean; starred?: boolean }

/** Items that may be kept unread below the number up to which everything is read: more, and the number stays where it is. */
const MAX_KEPT_UNREAD = 5_000

/**
 * Marks items for a reader; ids that are none are passed over. Marking everything read writes one number instead of a million rows.
 */
export async function markItems(store: Store, asked: ReaderCondition, mark: ReaderMark, nowMs: EpochMs): Promise<void> {
  const view = await readerView(store, asked.user)
  if (isEverything(store, asked, mark)) return readEverything(view, asked, nowMs)
  const read = mark.read === undefined ? null : mark.read ? 1 : 0
  const starred = mark.starred === undefined ? null : mark.starred ? 1 : 0
  const set = [sql`changed_ms = excluded.changed_ms`]
  if (read !== null) set.push(sql`read = excluded.read`)
  if (starred !== null) set.push(sql`starred = excluded.starred`)
  const isReadNow = sql`case when ${isRead(view)} then 1 else 0 end`
  // An edition's own articles are seen by its reader alone: which items are meant is asked there.
  const meant = store.isPart ? await idsOf(view, asked) : asked
  const whole = store.isPart ? { ...view, store: wholeOf(store) } : view
  await sql`insert into reader_mark (user_name, item_id, read, starred, changed_ms)
    select ${asked.user}, i.id, ${read === null ? isReadNow : sql.lit(read)}, ${starred === null ? sql`coalesce(m.starred, 0)` : sql.lit(starred)}, cast(${nowMs} as bigint)
    ${itemsFrom(whole, meant)}
    on conflict (user_name, item_id) do update set ${sql.join(set)}`.execute(store.write)
  if (mark.read && asked.ids !== undefined && view.choice.texts === 'originals') await readCopies(store, asked, nowMs)
  if (mark.read && asked.ids === undefined && !store.isPart)
    await raiseThrough(await readerView(store, asked.user), asked.user, nowMs)
}

function wholeOf(store: Store): Store {
  const { isPart: _, ...whole } = store
  return whole
}

async function idsOf(view: ReaderView, asked: ReaderCondition): Promise<ReaderCondition> {
  const { rows } = await sql<{ id: number }>`select i.id ${itemsFrom(view, asked)}`.execute(view.store.read)
  return { user: asked.user, ids: rows.map((row) => row.id) }
}

/** True where all items are meant, or all up to a moment. */
function isEverything(
  store: Store,
  { user: _, untilMs: __, read, ...others }: ReaderCondition,
  mark: ReaderMark,
): boolean {
  return (
    !store.isPart &&
    mark.read === true &&
    mark.starred === undefined &&
    read !== true &&
    Object.values(others).every((value) => value === undefined)
  )
}

/** Everything up to now is read; what came after `untilMs` and was unread is kept so. */
async function readEverything(view: ReaderView, { user, untilMs }: ReaderCondition, nowMs: EpochMs): Promise<void> {
  const { write } = view.store
  const upTo =
    untilMs === undefined ? sql`` : sql`and item_id in (select id from reader_item where arrived_ms <= ${untilMs})`
  await sql`update reader_mark set read = 1, changed_ms = cast(${nowMs} as bigint)
    where user_name = ${user} and read = 0 ${upTo}`.execute(write)
  if (untilMs !== undefined) await keepUnread(view, { user, read: false, sinceMs: untilMs + 1 }, nowMs)
  await setReadThrough(view.store, user, await newestItem(view.store), nowMs)
}

async function keepUnread(view: ReaderView, asked: ReaderCondition, nowMs: EpochMs): Promise<void> {
  await sql`insert into reader_mark (user_name, item_id, read, starred, changed_ms)
    select ${asked.user}, i.id, 0, 0, cast(${nowMs} as bigint) ${itemsFrom(view, asked)}
    on conflict (user_name, item_id) do nothing`.execute(view.store.write)
}

/** After a whole feed or folder was read: where little is left unread, that is marked so, and everything else is read by one number. */
async function raiseThrough(view: ReaderView, user: string, nowMs: EpochMs): Promise<void> {
  const unread = { user, read: false, afterId: view.choice.readThrough }
  const { rows } = await sql<{ n: number }>`select count(*) as n from (
    select i.id ${itemsFrom(view, unread)} limit ${MAX_KEPT_UNREAD + 1}) as unread_items`.execute(view.store.write)
  if (Number(rows[0]?.n ?? 0) > MAX_KEPT_UNREAD) return
  const newest = await newestItem(view.store)
  await keepUnread(view, { ...unread, beforeId: newest + 1 }, nowMs)
  await setReadThrough(view.store, user, newest, view.choice.throughMs || nowMs)
}

async function newestItem(store: Store): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`select max(id) as id from reader_item`.execute(store.write)
  return Number(rows[0]?.id ?? 0)
}

/** Where copies are hidden, they are read with the text that they copy. */
async function readCopies(store: Store, { user, ids = [] }: ReaderCondition, nowMs: EpochMs): Promise<void> {
  await sql`insert into reader_mark (user_name, item_id, read, starred, changed_ms)
    select ${user}, i.id, 1, 0, cast(${nowMs} as bigint) from reader_item i
    join article c on c.id = i.ref_id
    where i.kind = 'article' and i.is_copy = 1 and c.family in (
      select o.family from reader_item r join article o on o.id = r.ref_id
      where r.kind = 'article' and r.is_copy = 0 and r.id in ${among(store.engine, ids)})
    on conflict (user_name, item_id) do update set read = 1, changed_ms = excluded.changed_ms`.execute(store.write)
}
