import { type RawBuilder, sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { among } from './among.ts'
import type { ReaderChoice } from './reader-choices.ts'
import { FIRST_LIST_PLACE, PLACE_BY_ROWS } from './reader-places.ts'
import type { Store } from './store.ts'

/** Which items of a reader are meant; what is absent leaves out nothing. */
export type ReaderCondition = {
  user: string
  /** Feeds: ids of sources, PLACES, and places of the reader's lists. Absent: all; none: nothing. */
  places?: readonly number[] | undefined
  read?: boolean
  /** Only what a mark says is unread, by those marks: what is left of the unread where everything else is read. */
  keptUnread?: true
  starred?: boolean
  /** Items above this one, or below it: ids rise in order of arrival. */
  afterId?: number
  beforeId?: number
  ids?: readonly number[]
  /** By when an article came in, or a story had its last news. */
  sinceMs?: EpochMs
  untilMs?: EpochMs
  changedSinceMs?: EpochMs
}

/** What a query for a reader is made with: the reader's choice, and whether there are lists of his own to look into. */
export type ReaderView = { store: Store; choice: ReaderChoice; hasLists: boolean }

/** The feed that an item stands in for this reader. */
export function placeOf({ store, hasLists }: ReaderView): RawBuilder<number> {
  const usual = store.isPart ? sql.raw(`(${PLACE_BY_ROWS})`) : sql`i.place`
  return hasLists ? sql`coalesce(l.list_id + ${sql.lit(FIRST_LIST_PLACE)}, ${usual})` : sql`${usual}`
}

/** Whether it is read: by its mark, else by how far everything is. */
export function isRead({ choice }: ReaderView): RawBuilder<boolean> {
  return choice.readThrough === 0
    ? sql`coalesce(m.read, 0) = 1`
    : sql`(m.read = 1 or (m.read is null and i.id <= ${choice.readThrough}))`
}

/** `from … where …` of a reader's items: `i` the item, `m` its mark, `l` the list it stands in, and in an edition `a` and `s`. */
export function itemsFrom(view: ReaderView, asked: ReaderCondition): RawBuilder<unknown> {
  const { store, hasLists } = view
  const rows = store.isPart
    ? sql`left join article a on i.kind = 'article' and a.id = i.ref_id left join story s on i.kind = 'story' and s.id = i.ref_id`
    : sql``
  const lists = hasLists ? sql`left join reader_listed l on l.user_name = ${asked.user} and l.item_id = i.id` : sql``
  return sql`from reader_item i ${rows} ${lists}
    left join reader_mark m on m.user_name = ${asked.user} and m.item_id = i.id
    where ${sql.join([...shownOf(view), ...conditionsOf(view, asked)], sql` and `)}`
}

/** What this reader's folding leaves of the items, and of them what an edition holds. */
export function shownOf({ store, choice }: ReaderView): RawBuilder<unknown>[] {
  const where: RawBuilder<unknown>[] = [sql`i.shown = 1`]
  if (store.isPart)
    where.push(sql`((a.id is not null and a.hidden = 0) or (s.merged_into is null and s.article_count > 0))`)
  if (choice.texts === 'originals') where.push(sql`i.is_copy = 0`)
  if (choice.texts === 'none') where.push(sql`i.kind = 'story'`)
  if (!choice.stories) where.push(sql`i.kind = 'article'`)
  return where
}

function conditionsOf(view: ReaderView, asked: ReaderCondition): RawBuilder<unknown>[] {
  const { read, starred, afterId, beforeId, ids, sinceMs, untilMs, changedSinceMs } = asked
  const where: RawBuilder<unknown>[] = []
  if (asked.places !== undefined) where.push(inPlaces(view, asked.user, asked.places))
  if (asked.keptUnread) where.push(sql`m.read = 0`)
  else if (read !== undefined) where.push(read ? isRead(view) : sql`not (${isRead(view)})`)
  if (starred !== undefined) where.push(starred ? sql`m.starred = 1` : sql`coalesce(m.starred, 0) = 0`)
  if (afterId !== undefined) where.push(sql`i.id > ${afterId}`)
  if (beforeId !== undefined) where.push(sql`i.id < ${beforeId}`)
  if (ids !== undefined) where.push(sql`i.id in ${among(view.store.engine, ids)}`)
  if (sinceMs !== undefined) where.push(sql`i.arrived_ms >= ${sinceMs}`)
  if (untilMs !== undefined) where.push(sql`i.arrived_ms <= ${untilMs}`)
  if (changedSinceMs !== undefined)
    where.push(
      sql`(m.changed_ms >= ${changedSinceMs} or (m.changed_ms is null and i.id <= ${view.choice.readThrough} and cast(${view.choice.throughMs} as bigint) >= ${changedSinceMs}))`,
    )
  return where
}

/** Sources and lists of ours by the item itself, but for what a list of the reader's own took out of them; those by what stands in them. */
function inPlaces(view: ReaderView, user: string, places: readonly number[]): RawBuilder<unknown> {
  if (places.length === 0) return sql`1 = 0`
  if (view.store.isPart) return sql`${placeOf(view)} in (${sql.join(places)})`
  const usual = places.filter((place) => place <= FIRST_LIST_PLACE)
  const lists = places.filter((place) => place > FIRST_LIST_PLACE).map((place) => place - FIRST_LIST_PLACE)
  const own = sql`i.id in (select item_id from reader_listed where user_name = ${user} and list_id in (${sql.join(lists)}))`
  const others = sql`i.place in (${sql.join(usual)})${view.hasLists ? sql` and l.item_id is null` : sql``}`
  if (lists.length === 0) return sql`(${others})`
  return usual.length === 0 ? own : sql`((${others}) or ${own})`
}
