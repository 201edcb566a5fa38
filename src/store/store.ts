import { type Kysely, type LogEvent, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { AppError } from '../model/errors.ts'
import { openPostgres, postgresThrough } from './engine/postgres.ts'
import { openSqlite, sqliteThrough } from './engine/sqlite.ts'
import { first } from './migrations/0001-first.ts'
import { reader } from './migrations/0002-reader.ts'
import { websub } from './migrations/0004-websub.ts'
import { hostMemory } from './migrations/0005-host-memory.ts'
import { ownerChoices } from './migrations/0006-owner-choices.ts'
import { articleFacts } from './migrations/0007-article-facts.ts'
import { storyNames } from './migrations/0008-story-names.ts'
import { sectionMemory } from './migrations/0009-section-memory.ts'
import { fingerprintBlocks } from './migrations/0010-fingerprint-blocks.ts'
import { readingCounts } from './migrations/0011-reading-counts.ts'
import { rankWindows } from './migrations/0012-rank-windows.ts'
import { watches } from './migrations/0013-watches.ts'
import { pulseShown } from './migrations/0014-pulse-shown.ts'
import { past } from './migrations/0015-past.ts'
import { accounts } from './migrations/0016-accounts.ts'
import { editions } from './migrations/0017-editions.ts'
import { rules } from './migrations/0018-rules.ts'
import { ownerPages } from './migrations/0019-owner-pages.ts'
import { notes } from './migrations/0020-notes.ts'
import { mergedStories } from './migrations/0021-merged-stories.ts'
import { readerPlaces } from './migrations/0022-reader-places.ts'
import { moveInMarks } from './migrations/0023-move-in.ts'
import { hub } from './migrations/0024-hub.ts'
import { ownLists } from './migrations/0025-own-lists.ts'
import type { Database } from './schema.ts'

export type Engine = 'sqlite' | 'postgres'

/** An open database. Queries are functions over `read` or `write`, one file a noun. */
export type Store = {
  engine: Engine
  /** The one writer of this process. */
  write: Kysely<Database>
  /** For pages: never waits for the writer. */
  read: Kysely<Database>
  /** Queries sent so far; tests hold a page to its bound with it. */
  queryCount: () => number
  /**
   * The same store with another reader, in which views stand for tables of their names; `$schema` in a view is where the tables are. Closed
   * with the store. @throws AppError internal where the store has one connection alone
   */
  through: (views: Readonly<Record<string, string>>) => Promise<Store>
  /** True where the reader sees some of the store's articles alone; the index of words is of all. */
  isPart?: true
  close: () => Promise<void>
}

/** Where a store lives: a PostgreSQL address, or the path of an SQLite file (`:memory:` for none). */
export type StoreLocation = { databaseUrl: string } | { path: string }

/**
 * Opens a store and brings its tables up to date.
 * @throws AppError internal when it cannot be reached or a migration fails; the message names where
 */
export async function openStore(location: StoreLocation): Promise<Store> {
  let queries = 0
  const onQuery = (event: LogEvent) => {
    if (event.level === 'query') queries++
  }
  const opened = 'path' in location ? openSqlite(location.path, onQuery) : openPostgres(location.databaseUrl, onQuery)
  const engine: Engine = 'path' in location ? 'sqlite' : 'postgres'
  const readers: Kysely<Database>[] = []
  const store: Store = {
    engine,
    write: opened.write,
    read: opened.read,
    queryCount: () => queries,
    through: async (views) => {
      const read =
        'path' in location
          ? sqliteThrough(location.path, views, onQuery)
          : postgresThrough(location.databaseUrl, { views, ...(await tablesOf(store)) }, onQuery)
      readers.push(read)
      return { ...store, read, close: async () => {} }
    },
    close: async () => {
      for (const reader of readers) await reader.destroy()
      await opened.write.destroy()
      if (opened.read !== opened.write) await opened.read.destroy()
    },
  }
  try {
    await migrate(store.write, engine)
  } catch (cause) {
    await store.close()
    throw new AppError('internal', `cannot open the store ${placeOf(location)}: ${(cause as Error).message}`, { cause })
  }
  return store
}

/** Where a PostgreSQL store's tables are, and which it has but for those of editions. */
async function tablesOf(store: Store): Promise<{ schema: string; tables: string[] }> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select quote_ident(schemaname) as schema, quote_ident(tablename) as name from pg_tables
    where schemaname = current_schema() and tablename not like 'edition\\_%'`.execute(store.read)
  return { schema: rows[0]?.schema ?? 'public', tables: rows.map((row) => row.name) }
}

async function migrate(db: Kysely<Database>, engine: Engine): Promise<void> {
  const up = (run: (db: Kysely<unknown>, engine: Engine) => Promise<void>) => ({
    up: (db: Kysely<unknown>) => run(db, engine),
  })
  const migrations = {
    '0001-first': up(first),
    '0002-reader': up(reader),
    '0004-websub': up(websub),
    '0005-host-memory': up(hostMemory),
    '0006-owner-choices': up(ownerChoices),
    '0007-article-facts': up(articleFacts),
    '0008-story-names': up(storyNames),
    '0009-section-memory': up(sectionMemory),
    '0010-fingerprint-blocks': up(fingerprintBlocks),
    '0011-reading-counts': up(readingCounts),
    '0012-rank-windows': up(rankWindows),
    '0013-watches': up(watches),
    '0014-pulse-shown': up(pulseShown),
    '0015-past': up(past),
    '0016-accounts': up(accounts),
    '0017-editions': up(editions),
    '0018-rules': up(rules),
    '0019-owner-pages': up(ownerPages),
    '0020-notes': up(notes),
    '0021-merged-stories': up(mergedStories),
    '0022-reader-places': up(readerPlaces),
    '0023-move-in': up(moveInMarks),
    '0025-own-lists': up(ownLists),
    '0024-hub': up(hub),
  }
  // A store may have had 0023 before there was 0022; neither builds on the other.
  const provider = { getMigrations: async () => migrations }
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true })
  const toLatest = async () => {
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  }
  if (engine === 'postgres') return toLatest()
  await inOneTransaction(db, toLatest)
}

/**
 * Kysely holds that SQLite cannot change tables in a transaction, and takes no lock. It can: a stop in the midst of a migration leaves the
 * store as it was, and a second process that starts at the same moment waits.
 */
async function inOneTransaction(db: Kysely<Database>, work: () => Promise<void>): Promise<void> {
  await sql`begin immediate`.execute(db)
  try {
    await work()
    await sql`commit`.execute(db)
  } catch (error) {
    await sql.raw('rollback').execute(db)
    throw error
  }
}

function placeOf(location: StoreLocation): string {
  if ('path' in location) return location.path
  try {
    const url = new URL(location.databaseUrl)
    return `${url.protocol}//${url.host}${url.pathname}` // never the password
  } catch {
    return 'at DATABASE_URL'
  }
}
