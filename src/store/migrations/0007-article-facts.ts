import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/** What a story's page needs of each independent text: made when it is read, so that a page of forty texts unpacks no pages. */
export async function articleFacts(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const blob = engine === 'sqlite' ? 'blob' : 'bytea'
  await sql
    .raw(
      `create table article_facts (article_id ${int} primary key references article (id) on delete cascade, data ${blob} not null)`,
    )
    .execute(db)
}
