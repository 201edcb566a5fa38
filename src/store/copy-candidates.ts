import { type Selectable, sql } from 'kysely'
import type { ExtractedArticle } from '../model/article.ts'
import { unpackPage } from './articles.ts'
import type { Write } from './insert-article.ts'
import type { ArticleTable } from './schema.ts'

/** Candidates for copies: stored articles that share at least `least` of the sampled shingles, most shared first. Key: (hash, article_id). */
export async function fingerprintMatches(
  write: Write,
  shingles: Uint32Array,
  least: number,
  limit: number,
): Promise<{ articleId: number; shared: number }[]> {
  if (shingles.length < least) return []
  if (write.engine === 'postgres') {
    const { rows } = await sql<{ articleId: number; shared: number }>`
      select article_id as "articleId", count(*) as shared from fingerprint where hash = any(${[...shingles]}::bigint[])
      group by article_id having count(*) >= ${least} order by 2 desc, 1 limit ${limit}`.execute(write.trx)
    return rows
  }
  // Common phrases give a thousand postings a text: counting them here takes a third of the time that SQLite's sorter takes.
  const { rows } = await sql<{ ids: string | null }>`
    select group_concat(article_id) as ids from fingerprint where hash in (select value from json_each(${JSON.stringify([...shingles])}))`.execute(
    write.trx,
  )
  const shared = countIds(rows[0]?.ids ?? '')
  return [...shared]
    .flatMap(([articleId, count]) => (count >= least ? { articleId, shared: count } : []))
    .sort((a, b) => b.shared - a.shared || a.articleId - b.articleId)
    .slice(0, limit)
}

/** How often each number stands in a list with commas. */
function countIds(list: string): Map<number, number> {
  const counts = new Map<number, number>()
  for (let index = 0, id = 0; index < list.length; index++) {
    id = id * 10 + list.charCodeAt(index) - 48
    if (index + 1 < list.length && list[index + 1] !== ',') continue
    counts.set(id, (counts.get(id) ?? 0) + 1)
    id = 0
    index++ // the comma
  }
  return counts
}

/** What a stored article's row says to the judgement of copies. */
export type StoredRow = Pick<
  Selectable<ArticleTable>,
  'id' | 'version' | 'host' | 'first_seen_ms' | 'published_ms' | 'family' | 'copy_of' | 'story_id'
>

/** Rows of candidates, by rising id; those that are gone are left out. One query. */
export async function storedRows(write: Write, ids: readonly number[]): Promise<StoredRow[]> {
  if (ids.length === 0) return []
  return write.trx
    .selectFrom('article')
    .select(['id', 'version', 'host', 'first_seen_ms', 'published_ms', 'family', 'copy_of', 'story_id'])
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
