import { sql } from 'kysely'
import type { SearchTerm } from '../text/search-query.ts'
import { matches } from './search-match.ts'
import type { Store } from './store.ts'

/** Ids of the newest articles, newest first. */
export async function newestIds(store: Store, limit: number): Promise<number[]> {
  const rows = await store.read.selectFrom('article').select('id').orderBy('id', 'desc').limit(limit).execute()
  return rows.map((row) => row.id)
}

/** Ids of articles from an id on that hold all of some terms, at least one, in headline, text or tags; newest first. Index: search. */
export async function idsHolding(store: Store, terms: readonly SearchTerm[], fromId: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select rowid as id from search where ${matches(store.engine, terms)} and rowid >= ${fromId} order by rowid desc`.execute(
    store.read,
  )
  return rows.map((row) => row.id)
}
