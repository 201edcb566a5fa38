import { sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { knownKeys } from './known-keys.ts'
import { numberReaderItems } from './number-reader-items.ts'
import { MERGED, readOr } from './pending-marks.ts'
import type { Store } from './store.ts'

/** What a reader did elsewhere with the article of a key. */
export type MovedMark = { key: string; read: boolean; starred: boolean }

/** Marks that wait for their articles, an account's at most: a long life of reading. */
const MAX_WAITING = 200_000
/** Keys of one statement. */
const KEYS_A_STATEMENT = 500

/**
 * Gives a reader the marks that he had elsewhere. Nothing is taken back by it: what is read or starred here stays so. Marks of articles that
 * are not here wait for them. Doing it again changes nothing.
 */
export async function keepMovedMarks(
  store: Store,
  user: string,
  marks: readonly MovedMark[],
  nowMs: EpochMs,
): Promise<{ marked: number; waiting: number; left: number }> {
  const told = marks.filter(({ read, starred }) => read || starred)
  const known = await knownKeys(
    store,
    told.map(({ key }) => key),
  )
  if (known.size > 0) await numberReaderItems(store)
  const here = told.filter(({ key }) => known.has(key))
  for (const [read, starred] of [
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const) {
    const keys = here
      .filter((mark) => Number(mark.read) === read && Number(mark.starred) === starred)
      .map(({ key }) => key)
    for (let start = 0; start < keys.length; start += KEYS_A_STATEMENT)
      await markKeys(store, user, keys.slice(start, start + KEYS_A_STATEMENT), { read, starred, nowMs })
  }
  const absent = told.filter(({ key }) => !known.has(key))
  const waiting = await keepWaiting(store, user, absent, nowMs)
  return { marked: here.length, waiting, left: absent.length - waiting }
}

async function markKeys(
  store: Store,
  user: string,
  keys: readonly string[],
  { read, starred, nowMs }: { read: 0 | 1; starred: 0 | 1; nowMs: EpochMs },
): Promise<void> {
  const list = sql.join(keys)
  await sql`insert into reader_mark (user_name, item_id, read, starred, changed_ms)
    select ${user}, i.id, ${readOr(sql.lit(read), sql`${user}`)}, ${sql.lit(starred)}, cast(${nowMs} as bigint) from reader_item i
    where i.kind = 'article' and i.ref_id in (
      select id from article where key in (${list}) union select article_id from article_alias where key in (${list}))
    ${MERGED}`.execute(store.write)
}

async function keepWaiting(store: Store, user: string, marks: readonly MovedMark[], nowMs: EpochMs): Promise<number> {
  if (marks.length === 0) return 0
  const { rows } = await sql<{ n: number }>`select count(*) as n from pending_mark where user_name = ${user}`.execute(
    store.write,
  )
  const some = marks.slice(0, Math.max(0, MAX_WAITING - Number(rows[0]?.n ?? 0)))
  for (let start = 0; start < some.length; start += KEYS_A_STATEMENT) {
    const values = new Map(
      some.slice(start, start + KEYS_A_STATEMENT).map(({ key, read, starred }) => [
        key,
        {
          user_name: user,
          article_key: key,
          read: read ? (1 as const) : 0,
          starred: starred ? (1 as const) : 0,
          made_ms: nowMs,
        } as const,
      ]),
    )
    await store.write
      .insertInto('pending_mark')
      .values([...values.values()])
      .onConflict((conflict) =>
        conflict.columns(['user_name', 'article_key']).doUpdateSet((eb) => ({
          read: eb.fn<0 | 1>(store.engine === 'sqlite' ? 'max' : 'greatest', ['excluded.read', 'pending_mark.read']),
          starred: eb.fn<0 | 1>(store.engine === 'sqlite' ? 'max' : 'greatest', [
            'excluded.starred',
            'pending_mark.starred',
          ]),
        })),
      )
      .execute()
  }
  return some.length
}
