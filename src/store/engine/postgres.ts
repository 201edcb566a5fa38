import { Kysely, type LogEvent, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from '../schema.ts'

const INT8 = 20
/** Connections of one process: pages are short, the writer is one. */
const MAX_CONNECTIONS = 8

// Ids, counts and epoch milliseconds stay below 2^53, so they are numbers here as they are in SQLite.
pg.types.setTypeParser(INT8, Number)

/** Opens a pool on PostgreSQL 15 or later. Connects at the first query. */
export function openPostgres(
  url: string,
  onQuery: (event: LogEvent) => void,
): { write: Kysely<Database>; read: Kysely<Database> } {
  const pool = new pg.Pool({ connectionString: url, max: MAX_CONNECTIONS, connectionTimeoutMillis: 5_000 })
  // A connection that the server ends while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {})
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }), log: onQuery })
  return { write: db, read: db }
}
