import type { Selectable } from 'kysely'
import type { ExtractedArticle } from '../model/article.ts'
import { unpackPage } from './articles.ts'
import type { Write } from './insert-article.ts'
import type { ArticleTable } from './schema.ts'

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
