import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/**
 * Which editions have tables of their own (`edition-tables.ts` makes those when an owner names editions, and drops them with it), how far
 * each is filled, and stories whose counts in editions are to be made anew. A store without editions has two empty tables more.
 */
export async function editions(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const statements = [
    `create table edition (number ${int} primary key, key text not null unique, made_as text not null, fill_below ${int} not null)`,
    `create table edition_due (story_id ${int} primary key)`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
