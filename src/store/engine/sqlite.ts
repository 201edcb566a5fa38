import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely, type LogEvent, SqliteDialect } from 'kysely'
import { AppError } from '../../model/errors.ts'
import type { Database } from '../schema.ts'

/** Connections to one embedded file: a writer, and a reader that WAL never lets wait for it. */
export type SqliteConnections = { write: Kysely<Database>; read: Kysely<Database>; file: DatabaseSync }

/**
 * Opens (or makes) the embedded database: one file, WAL, foreign keys on, 5 s of patience with another process.
 * `:memory:` gives one connection for both.
 * @throws AppError internal, naming the path, when the file cannot be opened or is no database
 */
export function openSqlite(path: string, onQuery: (event: LogEvent) => void): SqliteConnections {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    const file = openFile(path)
    const write = kyselyOver(file, onQuery)
    const read = path === ':memory:' ? write : kyselyOver(openFile(path), onQuery)
    return { write, read, file }
  } catch (cause) {
    throw new AppError('internal', `cannot open the store ${path}: ${(cause as Error).message}`, { cause })
  }
}

/** Memory of one such reader's cache, in kB: there may be two dozen. */
const THROUGH_CACHE_KB = 4_096

/**
 * A reader of an embedded database in which views stand for tables of their names; `$schema` in a view is where the tables are.
 * @throws AppError internal for `:memory:`, which no second connection reaches
 */
export function sqliteThrough(
  path: string,
  views: Readonly<Record<string, string>>,
  onQuery: (event: LogEvent) => void,
): Kysely<Database> {
  if (path === ':memory:') throw new AppError('internal', 'a store in memory alone has no second reader')
  const file = openFile(path)
  file.exec(`PRAGMA cache_size = -${THROUGH_CACHE_KB}`)
  for (const [name, select] of Object.entries(views))
    file.exec(`create temp view ${name} as ${select.replaceAll('$schema', 'main')}`)
  return kyselyOver(file, onQuery)
}

/** Pages of the log (4 kB) that are moved into the file at once: a batch of articles writes 1,000, mostly the same ones as the last. */
const CHECKPOINT_PAGES = 8_000

function openFile(path: string): DatabaseSync {
  const file = new DatabaseSync(path, { timeout: 5_000 })
  // NORMAL under WAL: a power cut may cost the last moments, never the file; a killed process loses nothing.
  file.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON')
  file.exec(`PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  return file
}

function kyselyOver(file: DatabaseSync, onQuery: (event: LogEvent) => void): Kysely<Database> {
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: preparing(file) }), log: onQuery })
}

const NOTHING_DONE = { changes: 0, lastInsertRowid: 0 }

/** How many prepared statements are kept: every query of the store, many times over. */
const MAX_STATEMENTS = 500

/** node:sqlite in the shape that Kysely asks for, with statements prepared once. */
function preparing(file: DatabaseSync) {
  const statements = new Map<string, ReturnType<typeof prepare>>()
  const prepare = (sql: string) => {
    const statement = file.prepare(sql)
    return {
      reader: statement.columns().length > 0,
      all: (parameters: readonly unknown[]) => statement.all(...(parameters as [])),
      run: (parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint } =>
        // A full disk or a failing one ends the transaction by itself; what comes after must not hide why.
        sql === 'rollback' && !file.isTransaction ? NOTHING_DONE : statement.run(...(parameters as [])),
      iterate: (parameters: readonly unknown[]) =>
        statement.iterate(...(parameters as [])) as IterableIterator<unknown>,
    }
  }
  return {
    close: () => {
      if (file.isOpen) file.close()
    },
    prepare: (sql: string) => {
      const known = statements.get(sql)
      if (known) return known
      if (statements.size >= MAX_STATEMENTS) statements.clear()
      const fresh = prepare(sql)
      statements.set(sql, fresh)
      return fresh
    },
  }
}
