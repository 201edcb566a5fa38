import { type Kysely, sql } from 'kysely'
import type { Engine } from '../store.ts'

/** What the pulse showed, and from which moment on: rows are added, never changed, so that the past stays as it was shown. */
export async function pulseShown(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const int = engine === 'sqlite' ? 'integer' : 'bigint'
  const blob = engine === 'sqlite' ? 'blob' : 'bytea'
  await sql.raw(`create table pulse_shown (shown_ms ${int} primary key, data ${blob} not null)`).execute(db)
}
