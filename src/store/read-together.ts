import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Two stories that at least ten visits of readers who agreed to it hold both. */
export type TogetherPair = { firstKey: string; secondKey: string; visits: number }

/** Pairs kept; those that grew longest ago go. 100 bytes each. */
const MAX_PAIRS = 50_000

/** Adds visits to a pair of stories, in either order; false where one of them is no story here. Two statements. */
export async function addReadTogether(store: Store, day: number, pair: TogetherPair): Promise<boolean> {
  const [first, second] = [pair.firstKey, pair.secondKey].sort() as [string, string] // two in, two out
  const { rows } = await sql<{ known: number }>`select count(*) as known from story
    where key in (${first}, ${second}) and merged_into is null`.execute(store.read)
  if (first === second || Number(rows[0]?.known) < 2) return false
  await sql`insert into read_together (first_key, second_key, visits, day) values (${first}, ${second}, ${pair.visits}, ${day})
    on conflict (first_key, second_key) do update set
      visits = read_together.visits + excluded.visits, day = excluded.day`.execute(store.write)
  return true
}

/** Pairs of which one story or both are among `keys`, most visits first. One query. Keys: primary, read_together_second. */
export async function readTogetherWith(store: Store, keys: readonly string[], limit: number): Promise<TogetherPair[]> {
  if (keys.length === 0) return []
  const rows = await store.read
    .selectFrom('read_together')
    .select(['first_key as firstKey', 'second_key as secondKey', 'visits'])
    .where((eb) => eb.or([eb('first_key', 'in', keys), eb('second_key', 'in', keys)]))
    .orderBy('visits', 'desc')
    .orderBy('first_key')
    .orderBy('second_key')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, visits: Number(row.visits) }))
}

/** How many pairs are kept. One query. */
export async function readTogetherCount(store: Store): Promise<number> {
  const row = await store.read
    .selectFrom('read_together')
    .select((eb) => eb.fn.countAll().as('pairs'))
    .executeTakeFirstOrThrow()
  return Number(row.pairs)
}

/** Forgets pairs that did not grow since a day, and above `maxPairs` those that grew longest ago; everything where `null`. */
export async function forgetReadTogether(store: Store, beforeDay: number | null, maxPairs = MAX_PAIRS): Promise<void> {
  if (beforeDay === null) {
    await store.write.deleteFrom('read_together').execute()
    return
  }
  await store.write.deleteFrom('read_together').where('day', '<', beforeDay).execute()
  await sql`delete from read_together where (first_key, second_key) in (select first_key, second_key from read_together
    order by day desc, visits desc, first_key, second_key limit ${MAX_PAIRS} offset ${maxPairs})`.execute(store.write)
}
