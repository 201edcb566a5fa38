import { type RawBuilder, sql } from 'kysely'
import { AppError } from '../model/errors.ts'
import { parseQuery } from '../text/search-query.ts'
import { among } from './among.ts'
import { emptyReaderLists, type ReaderChoice } from './reader-choices.ts'
import { FIRST_LIST_PLACE } from './reader-places.ts'
import { searchPage } from './search.ts'
import type { Store } from './store.ts'

/** What a list of a reader's own holds: a section, what bears a tag (its slug), what a search finds, or a story (its key). */
export const READER_LIST_KINDS = ['section', 'tag', 'search', 'story'] as const
export type ReaderListKind = (typeof READER_LIST_KINDS)[number]

/** A list that a reader keeps as a feed. `place` is its number in reader apps. */
export type ReaderList = {
  id: number
  place: number
  kind: ReaderListKind
  value: string
  title: string
  folder: string | null
}

export type NewReaderList = Pick<ReaderList, 'kind' | 'value' | 'title' | 'folder'>

/** Lists of one reader: each is looked at whenever an app syncs. */
export const MAX_READER_LISTS = 100
/** Of a search, the newest hits that are taken in when a list is made or changed: a search reads each. */
const MAX_OLD_HITS = 5_000
const HITS_A_PAGE = 500

/** A reader's lists in their order: what two of them hold stands in the first. One query. */
export async function readerLists(store: Store, user: string): Promise<ReaderList[]> {
  const rows = await listRows(store.read, user)
  return rows.map(({ id, kind, value, title, folder }) => ({
    id,
    place: FIRST_LIST_PLACE + id,
    kind,
    value,
    title,
    folder,
  }))
}

/**
 * Adds a list, last, and gives its id; the id of the one that is there already where it is.
 * @throws AppError conflict for more than MAX_READER_LISTS
 */
export async function addReaderList(store: Store, user: string, list: NewReaderList): Promise<number> {
  const known = await readerLists({ ...store, read: store.write }, user)
  const same = known.find((one) => one.kind === list.kind && one.value === list.value)
  if (same) return same.id
  if (known.length >= MAX_READER_LISTS)
    throw new AppError('conflict', `there are ${MAX_READER_LISTS} lists already: remove one first`)
  const values = { user_name: user, ...list, position: known.length, filled_id: 0 }
  const row = await store.write.insertInto('reader_list').values(values).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Changes a list's name or folder; its number stays. False for a list that is not this reader's. */
export async function editReaderList(
  store: Store,
  user: string,
  id: number,
  edit: { title?: string; folder?: string | null },
): Promise<boolean> {
  if (Object.keys(edit).length === 0) return true
  const done = await store.write
    .updateTable('reader_list')
    .set(edit)
    .where('user_name', '=', user)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

/** Gives a folder of a reader's lists another name, or dissolves it (null). Gives how many lists were in it. */
export async function renameListFolder(store: Store, user: string, from: string, to: string | null): Promise<number> {
  const done = await store.write
    .updateTable('reader_list')
    .set({ folder: to })
    .where('user_name', '=', user)
    .where('folder', '=', from)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** Removes a list; what stood in it stands where it would without. False for a list that is not this reader's. */
export async function removeReaderList(store: Store, user: string, id: number): Promise<boolean> {
  const gone = await store.write
    .deleteFrom('reader_list')
    .where('user_name', '=', user)
    .where('id', '=', id)
    .executeTakeFirst()
  if (Number(gone.numDeletedRows) === 0) return false
  await emptyReaderLists(store, user)
  return true
}

/** Moves a list one place towards the first; it then takes what it shares with the one it passed. */
export async function raiseReaderList(store: Store, user: string, id: number): Promise<void> {
  const lists = await readerLists({ ...store, read: store.write }, user)
  const at = lists.findIndex((list) => list.id === id)
  if (at < 1) return
  lists.splice(at - 1, 2, lists[at]!, lists[at - 1]!) // both are there
  for (const [position, list] of lists.entries())
    await store.write.updateTable('reader_list').set({ position }).where('id', '=', list.id).execute()
  await emptyReaderLists(store, user)
}

/**
 * Puts what came since the last time into a reader's lists: texts, or, for a reader who wants one entry a story, stories. An item stands in
 * one list, the first that holds it. Cheap where nothing came.
 */
export async function fillReaderLists(store: Store, user: string, choice: ReaderChoice): Promise<void> {
  const { isPart: _, ...rest } = store
  const whole: Store = { ...rest, read: store.write }
  const lists = await listRows(store.write, user)
  if (lists.length === 0) return
  const { rows } = await sql<{ newest: number | null }>`
    select max(ref_id) as newest from reader_item where kind = 'article'`.execute(store.write)
  const newest = Number(rows[0]?.newest ?? 0)
  for (const list of lists) {
    if (list.filled_id >= newest) continue
    const held = await heldBy(whole, list, newest)
    const items =
      choice.texts === 'none'
        ? sql`i.kind = 'story' and i.ref_id in (select a.story_id from article a where ${held})`
        : sql`i.kind = 'article' and i.ref_id in (select a.id from article a where ${held})`
    await sql`insert into reader_listed (user_name, item_id, list_id)
      select ${user}, i.id, cast(${list.id} as bigint) from reader_item i where ${items}
      on conflict (user_name, item_id) do nothing`.execute(store.write)
    await whole.write.updateTable('reader_list').set({ filled_id: newest }).where('id', '=', list.id).execute()
  }
}

type Filling = { kind: ReaderListKind; value: string; filled_id: number }

/** Which articles `a`, above those looked at before and up to `newest`, a list holds. */
async function heldBy(store: Store, { kind, value, filled_id }: Filling, newest: number): Promise<RawBuilder<unknown>> {
  const isNew = sql`a.id > ${filled_id} and a.id <= ${newest}`
  switch (kind) {
    case 'section':
      return sql`${isNew} and a.section = ${value}`
    case 'tag':
      return sql`${isNew} and a.id in (select t.article_id from article_tag t where t.tag_id in (
        select coalesce(g.merged_into, g.id) from tag g where g.slug = ${value}
        union select l.tag_id from tag_alias l where l.slug = ${value}))`
    case 'story':
      // A story's texts may have come long before it took them in: few, so all are looked at.
      return sql`a.id <= ${newest} and a.story_id in (select coalesce(s.merged_into, s.id) from story s where s.key = ${value})`
    case 'search':
      return sql`a.id in ${await hitsAbove(store, value, filled_id, newest)}`
  }
}

async function hitsAbove(store: Store, text: string, floor: number, newest: number): Promise<RawBuilder<unknown>> {
  const query = parseQuery(text)
  const ids: number[] = []
  let beforeId: number | null = newest + 1
  while (beforeId !== null && beforeId > floor && ids.length < MAX_OLD_HITS) {
    const page: Awaited<ReturnType<typeof searchPage>> = await searchPage(store, query, {
      beforeId,
      limit: HITS_A_PAGE,
    })
    ids.push(...page.ids.filter((id) => id > floor))
    beforeId = page.nextBeforeId
  }
  return among(store.engine, ids)
}

function listRows(db: Store['read'], user: string) {
  return db
    .selectFrom('reader_list')
    .selectAll()
    .where('user_name', '=', user)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
