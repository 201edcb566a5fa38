import { type Kysely, sql } from 'kysely'
import { editionTriggers } from './edition-triggers.ts'
import type { Database } from './schema.ts'
import type { Engine } from './store.ts'

/** Tables that an edition has of its own: rows and indexes as the whole store's, of its articles alone. */
export const EDITION_TABLES = ['article', 'story', 'tag', 'article_tag'] as const
export type EditionTable = (typeof EDITION_TABLES)[number]
/** The columns of those tables, in their order. */
export type EditionColumns = Record<EditionTable, readonly string[]>

/** The name of an edition's own table. */
export function editionTable(number: number, table: EditionTable): string {
  return `edition_${number}_${table}`
}

/** The columns that the whole store's tables have now: editions of a store that has grown columns are made anew. */
export async function editionColumns(db: Kysely<Database>, engine: Engine): Promise<EditionColumns> {
  const entries = await Promise.all(
    EDITION_TABLES.map(async (table) => [table, await columnsOf(db, engine, table)] as const),
  )
  return Object.fromEntries(entries) as unknown as EditionColumns // one entry a table
}

async function columnsOf(db: Kysely<Database>, engine: Engine, table: EditionTable): Promise<string[]> {
  const columns =
    engine === 'sqlite'
      ? sql<{ name: string }>`select name from pragma_table_info(${table}) order by cid`
      : sql<{ name: string }>`select column_name as name from information_schema.columns
          where table_schema = current_schema() and table_name = ${table} order by ordinal_position`
  return (await columns.execute(db)).rows.map((row) => row.name)
}

/** Makes an edition's tables, empty, and the triggers that keep them from now on. `inEdition` is a condition on an article of alias `a`. */
export async function makeEditionTables(
  db: Kysely<Database>,
  engine: Engine,
  edition: { number: number; inEdition: string; columns: EditionColumns },
): Promise<void> {
  for (const table of EDITION_TABLES) await copyTable(db, engine, { table, name: editionTable(edition.number, table) })
  for (const statement of editionTriggers(engine, edition)) await sql.raw(statement).execute(db)
}

async function copyTable(
  db: Kysely<Database>,
  engine: Engine,
  { table, name }: { table: EditionTable; name: string },
): Promise<void> {
  if (engine === 'postgres') {
    // Defaults are left out but where a column needs one: ids are given, and a sequence belongs to the whole store.
    await sql.raw(`create table ${name} (like ${table} including indexes)`).execute(db)
    return
  }
  const { rows } = await sql<{ type: string; name: string; sql: string }>`
    select type, name, sql from sqlite_master where tbl_name = ${table} and type in ('table', 'index') and sql is not null
    order by type desc, name`.execute(db)
  for (const made of rows) {
    const statement =
      made.type === 'table'
        ? made.sql.replace(/^create table\s+"?\w+"?/i, `create table ${name}`).replaceAll(REFERENCE, '')
        : made.sql.replace(/^(create (?:unique )?index)\s+"?(\w+)"?\s+on\s+"?\w+"?/i, `$1 ${name}_$2 on ${name}`)
    await sql.raw(statement).execute(db)
  }
}

/** An edition's rows follow the whole store's by triggers: nothing is to be looked up when they are written. */
const REFERENCE = /\sreferences \w+ \(\w+\)(?: on delete (?:set null|cascade))?/gi

/** Drops an edition's tables and triggers, as far as they are there. */
export async function dropEditionTables(db: Kysely<Database>, engine: Engine, number: number): Promise<void> {
  if (engine === 'sqlite') {
    const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`.execute(db)
    for (const { name } of rows)
      if (name.startsWith(`edition_${number}_`)) await sql.raw(`drop trigger ${name}`).execute(db)
  } else {
    // A trigger goes with its function.
    const { rows } = await sql<{ name: string }>`select p.proname as name from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace where n.nspname = current_schema()`.execute(db)
    for (const { name } of rows)
      if (name.startsWith(`edition_${number}_`)) await sql.raw(`drop function ${name}() cascade`).execute(db)
  }
  // On PostgreSQL readers of another process may have views of them: those find nothing then, and say so.
  const too = engine === 'postgres' ? ' cascade' : ''
  for (const table of EDITION_TABLES)
    await sql.raw(`drop table if exists ${editionTable(number, table)}${too}`).execute(db)
}
