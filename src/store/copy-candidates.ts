import { type Selectable, sql } from 'kysely'
import type { ExtractedArticle } from '../model/article.ts'
import { unpackPage } from './articles.ts'
import type { Write } from './insert-article.ts'
import type { ArticleTable } from './schema.ts'

/** Articles kept and found for one fingerprint, the first ones: a phrase that everybody writes tells nothing, and an original is first. */
export const POSTINGS_CAP = 16

/** For each of the sampled shingles that is held at all: the first articles that hold it, by rising id. Key: (hash, article_id). */
export async function fingerprintPostings(write: Write, shingles: Uint32Array): Promise<number[][]> {
  if (shingles.length === 0) return []
  const { rows } =
    write.engine === 'postgres'
      ? await sql<{ ids: string | null }>`
        select held.ids from unnest(${[...shingles]}::bigint[]) as asked (hash) cross join lateral (
          select string_agg(article_id::text, ',' order by article_id) as ids from (
            select article_id from fingerprint where hash = asked.hash order by article_id limit ${POSTINGS_CAP}) as first) as held`.execute(
          write.trx,
        )
      : await sql<{ ids: string | null }>`
        select (select group_concat(article_id) from (
          select article_id from fingerprint where hash = asked.value order by article_id limit ${POSTINGS_CAP})) as ids
        from json_each(${JSON.stringify([...shingles])}) as asked`.execute(write.trx)
  return rows.flatMap(({ ids }) => (ids === null ? [] : [ids.split(',').map(Number)]))
}

/** Stores an article's sampled shingles; those that POSTINGS_CAP articles hold already are left out. */
export async function insertFingerprints(write: Write, id: number, shingles: Uint32Array): Promise<void> {
  if (shingles.length === 0) return
  const isRare = sql`(select count(*) from (select 1 from fingerprint where hash = asked.value limit ${POSTINGS_CAP}) as held) < ${POSTINGS_CAP}`
  await (write.engine === 'postgres'
    ? sql`insert into fingerprint (hash, article_id) select value, ${id} from unnest(${[...shingles]}::bigint[]) as asked (value) where ${isRare}`
    : sql`insert into fingerprint (hash, article_id) select value, ${id} from json_each(${JSON.stringify([...shingles])}) as asked where ${isRare}`
  ).execute(write.trx)
}

/** What a stored article's row says to the judgement of copies. */
export type StoredRow = Pick<
  Selectable<ArticleTable>,
  'id' | 'version' | 'host' | 'first_seen_ms' | 'published_ms' | 'family' | 'copy_of' | 'story_id' | 'word_count'
>

/** Rows of candidates, by rising id; those that are gone are left out. One query. */
export async function storedRows(write: Write, ids: readonly number[]): Promise<StoredRow[]> {
  if (ids.length === 0) return []
  return write.trx
    .selectFrom('article')
    .select(['id', 'version', 'host', 'first_seen_ms', 'published_ms', 'family', 'copy_of', 'story_id', 'word_count'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
}

/** Pages by article id. One query. */
export async function storedPages(write: Write, ids: readonly number[]): Promise<Map<number, ExtractedArticle>> {
  if (ids.length === 0) return new Map()
  const rows = await write.trx.selectFrom('article_body').selectAll().where('article_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.article_id, unpackPage(row.data)]))
}
