import type { ExtractedArticle } from '../model/article.ts'
import type { EpochMs } from '../model/time.ts'
import { unpackPage } from './articles.ts'
import type { Write } from './insert-article.ts'
import type { Store } from './store.ts'

/**
 * Former texts kept of one article: the first, and the newest ones before the text of now. A live page changes a hundred times a day;
 * what stood first and what was changed of late are what readers ask for. About 60 kB a page at most.
 */
export const MAX_VERSIONS = 20

/** Keeps the text that an article had until now; where there are too many, the oldest but the first goes. */
export async function keepVersion(
  write: Write,
  former: { articleId: number; version: number; seenMs: EpochMs; data: Uint8Array },
): Promise<void> {
  const { trx } = write
  await trx
    .insertInto('article_version')
    .values({ article_id: former.articleId, version: former.version, seen_ms: former.seenMs, data: former.data })
    .execute()
  const versions = await trx
    .selectFrom('article_version')
    .select('version')
    .where('article_id', '=', former.articleId)
    .orderBy('version')
    .execute()
  const tooMany = versions.slice(1, 1 + Math.max(0, versions.length - MAX_VERSIONS)).map((row) => row.version)
  if (tooMany.length === 0) return
  await trx
    .deleteFrom('article_version')
    .where('article_id', '=', former.articleId)
    .where('version', 'in', tooMany)
    .execute()
}

/** A former text: `replacedMs` is when another was first seen in its place. */
export type FormerVersion = { version: number; replacedMs: EpochMs; page: ExtractedArticle }

/** Former texts of an article, oldest first; at most MAX_VERSIONS. One query. */
export async function formerVersions(store: Store, articleId: number): Promise<FormerVersion[]> {
  const rows = await store.read
    .selectFrom('article_version')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({ version: row.version, replacedMs: row.seen_ms, page: unpackPage(row.data) }))
}
