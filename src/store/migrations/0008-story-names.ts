import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/**
 * How each article read a name (kind, how sure, what implies a country it does not name), and what a story's articles agree on.
 * Rows from before have no reading of their own: they show the tag's kind and have no vote.
 */
export async function storyNames(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const keyed = engine === 'sqlite' ? 'without rowid' : ''
  const statements = [
    ...['article_tag', 'given_tag'].flatMap((table) => [
      `alter table ${table} add column kind text`,
      `alter table ${table} add column confidence double precision`,
      `alter table ${table} add column implied_by text`,
    ]),
    `create table story_name (
      story_id ${int} not null references story (id) on delete cascade, tag_id ${int} not null references tag (id) on delete cascade,
      stands_id ${int} references tag (id) on delete cascade, kind text, confidence double precision not null, voices ${int} not null,
      primary key (story_id, tag_id)) ${keyed}`,
    'create index story_name_tag on story_name (tag_id)',
    'create index story_name_stands on story_name (stands_id)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
