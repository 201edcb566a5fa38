import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/** What a reader had read or starred elsewhere, of articles that are not here yet. */
export async function moveInMarks(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const keyed = engine === 'sqlite' ? 'without rowid' : ''
  const statements = [
    `create table pending_mark (
      user_name text not null, article_key text not null, read ${int} not null, starred ${int} not null, made_ms ${int} not null,
      primary key (user_name, article_key)) ${keyed}`,
    'create index pending_mark_key on pending_mark (article_key)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
