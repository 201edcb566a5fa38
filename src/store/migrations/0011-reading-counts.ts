import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/**
 * What lists learn from, without readers: how often a place and a reason were shown and chosen, a day, and which stories
 * readers who agreed to it read in one visit.
 */
export async function readingCounts(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const statements = [
    `create table list_click (day ${int} not null, list text not null, reason text not null, place ${int} not null,
      shown ${int} not null, clicked ${int} not null, primary key (day, list, reason, place))`,
    `create table read_together (first_key text not null, second_key text not null, visits ${int} not null, day ${int} not null,
      primary key (first_key, second_key))`,
    'create index read_together_second on read_together (second_key)',
    'create index read_together_day on read_together (day)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
