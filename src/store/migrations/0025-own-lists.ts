import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/**
 * Lists over one site alone: its newest articles by host, in editions too, and how often its publisher says that each was read in an hour.
 */
export async function ownLists(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const keyed = engine === 'sqlite' ? 'without rowid' : ''
  const statements = [
    'create index article_host on article (host, published_ms desc, id desc)',
    `create table article_read (
      article_id ${int} not null references article (id) on delete cascade, hour_ms ${int} not null, count ${int} not null,
      primary key (article_id, hour_ms)) ${keyed}`,
    'create index article_read_hour on article_read (hour_ms)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
  const tables = new Set((await db.introspection.getTables()).map(({ name }) => name))
  const { rows } = await sql<{ number: number }>`select number from edition order by number`.execute(db)
  for (const { number } of rows) {
    const table = `edition_${Number(number)}_article`
    if (tables.has(table))
      await sql.raw(`create index ${table}_host on ${table} (host, published_ms desc, id desc)`).execute(db)
  }
}
