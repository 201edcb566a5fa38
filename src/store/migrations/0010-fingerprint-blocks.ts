import { type Kysely, sql } from 'kysely'
import { insertPostings } from '../fingerprints.ts'
import type { Posting } from '../posting-block.ts'
import type { Engine } from '../store.ts'

/** Postings moved at once: 3 MB. */
const POSTINGS_A_PAGE = 20_000

/**
 * Fingerprints packed into blocks, which take a quarter of the room; the rows of before move into them. A block on PostgreSQL is written
 * anew in its own page where a fifth of that is left free.
 */
export async function fingerprintBlocks(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await sql
    .raw(
      engine === 'sqlite'
        ? 'create table fingerprint_block (first_hash integer primary key, data blob not null)'
        : 'create table fingerprint_block (first_hash bigint primary key, data bytea not null) with (fillfactor = 80)',
    )
    .execute(db)
  for (let last: Posting = { hash: -1, id: -1 }; ; ) {
    const { rows } = await sql<Posting>`select hash, article_id as id from fingerprint
      where (hash, article_id) > (${last.hash}, ${last.id}) order by hash, article_id limit ${POSTINGS_A_PAGE}`.execute(
      db,
    )
    await insertPostings({ trx: db, engine }, rows)
    if (rows.length < POSTINGS_A_PAGE) break
    last = rows.at(-1)!
  }
  await sql.raw('drop table fingerprint').execute(db)
}
