import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/** What an owner decides about a source's name and rhythm, beside what the source says and polls have learnt; and what a job is given or has found out. */
export async function ownerPages(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const statements = [
    'alter table feed add column given_title text',
    `alter table feed add column given_interval_ms ${int}`,
    `create table job_data (
      job_id ${int} primary key references job (id) on delete cascade, data text not null, made_ms ${int} not null)`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
