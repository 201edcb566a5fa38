import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/**
 * What is known of a host from its other pages: hashes of short blocks, and how many of its pages had each.
 * And other addresses under which an article was asked for: the key that such an address would have.
 */
export async function hostMemory(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const keyed = engine === 'sqlite' ? 'without rowid' : ''
  const statements = [
    `create table host_block (
      host text not null, hash ${int} not null, pages ${int} not null, last_seen_ms ${int} not null,
      primary key (host, hash)) ${keyed}`,
    `create table article_alias (
      key text not null primary key, article_id ${int} not null references article (id) on delete cascade) ${keyed}`,
    'create index article_alias_article on article_alias (article_id)',
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
