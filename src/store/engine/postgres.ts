import { CompiledQuery, type DatabaseConnection, Kysely, type LogEvent, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '../schema.ts'

const INT8 = 20
/** Connections of one process: pages are short, the writer is one. */
const MAX_CONNECTIONS = 8

// Ids, counts and epoch milliseconds stay below 2^53, so they are numbers here as they are in SQLite.
pg.types.setTypeParser(INT8, Number)

/**
 * PostgreSQL compiles a query that it takes for costly: 8 to 100 ms where all of ours are to take less. Said on the connection, since poolers
 * refuse it at its start; where it fails, queries are only slower.
 */
function compileNothing(client: pg.PoolClient): void {
  client.query('set jit = off').catch(() => {})
}

/** Opens a pool on PostgreSQL 15 or later. Connects at the first query. */
export function openPostgres(
  url: string,
  onQuery: (event: LogEvent) => void,
): { write: Kysely<Database>; read: Kysely<Database> } {
  const pool = new pg.Pool({ connectionString: url, max: MAX_CONNECTIONS, connectionTimeoutMillis: 5_000 })
  // A connection that the server ends while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', compileNothing)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }), log: onQuery })
  return { write: db, read: db }
}

/** Connections of one edition's reader. */
const MAX_THROUGH = 4

/**
 * A reader of the same database in which views stand for tables of their names; `$schema` in a view is where the tables are, and `tables` are
 * those that it sees as they are. Its connections see views and nothing else, ever: one on which they could not be made, or from which one
 * was taken since, finds no table rather than the whole store's.
 */
export function postgresThrough(
  url: string,
  { views, schema, tables }: { views: Readonly<Record<string, string>>; schema: string; tables: readonly string[] },
  onQuery: (event: LogEvent) => void,
): Kysely<Database> {
  const pool = new pg.Pool({ connectionString: url, max: MAX_THROUGH, connectionTimeoutMillis: 5_000 })
  pool.on('error', () => {})
  pool.on('connect', compileNothing)
  const selects = { ...Object.fromEntries(tables.map((table) => [table, `select * from $schema.${table}`])), ...views }
  const made = Object.entries(selects).map(
    ([name, select]) => `create or replace temp view ${name} as ${select.replaceAll('$schema', schema)}`,
  )
  const ready = new WeakSet<DatabaseConnection>()
  const onReserveConnection = async (connection: DatabaseConnection) => {
    if (ready.has(connection)) return
    await connection.executeQuery(CompiledQuery.raw('set search_path = pg_temp'))
    try {
      await connection.executeQuery(CompiledQuery.raw(made.join('; '))) // one message: all of them, or none
      ready.add(connection)
    } catch {
      // What is asked next finds no table and says so; the next one tries again.
    }
  }
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool, onReserveConnection }), log: onQuery })
}
