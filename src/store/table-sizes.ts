import { sql } from 'kysely'
import { dumpedTables } from './dump.ts'
import type { Store } from './store.ts'

/** How large one table is. `rows` is counted up to MAX_COUNTED on SQLite and the engine's own estimate on PostgreSQL; `bytes` with its indexes, null where the engine does not say. */
export type TableSize = { table: string; rows: number; isMore: boolean; bytes: number | null }

/** Rows counted of one table: the count must not hold up pages, and beyond it only the order of size matters. */
const MAX_COUNTED = 200_000

/** Every table that a backup holds, largest first. A query a table on SQLite, one in all on PostgreSQL. */
export async function tableSizes(store: Store): Promise<TableSize[]> {
  const sizes = store.engine === 'postgres' ? await estimated(store) : await counted(store)
  return sizes.sort((a, b) => (b.bytes ?? b.rows) - (a.bytes ?? a.rows) || (a.table < b.table ? -1 : 1))
}

async function counted(store: Store): Promise<TableSize[]> {
  const sizes: TableSize[] = []
  for (const table of dumpedTables) {
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from (select 1 from ${sql.table(table)} limit ${sql.lit(MAX_COUNTED + 1)})`.execute(
      store.read,
    )
    const n = Number(rows[0]!.n)
    sizes.push({ table, rows: Math.min(n, MAX_COUNTED), isMore: n > MAX_COUNTED, bytes: null })
  }
  return sizes
}

async function estimated(store: Store): Promise<TableSize[]> {
  const { rows } = await sql<{
    name: string
    n: string
    bytes: string
  }>`select c.relname as name, c.reltuples::bigint as n,
      pg_total_relation_size(c.oid) as bytes from pg_class c join pg_namespace s on s.oid = c.relnamespace
    where c.relkind = 'r' and s.nspname = current_schema() order by c.relname`.execute(store.read)
  const known = new Set<string>(dumpedTables)
  return rows
    .filter(({ name }) => known.has(name) || name === 'search')
    .map(({ name, n, bytes }) => ({ table: name, rows: Math.max(0, Number(n)), isMore: false, bytes: Number(bytes) }))
}
