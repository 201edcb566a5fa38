import { unpackPage } from './articles.ts'
import type { Store } from './store.ts'

/**
 * Content hashes of those articles, by key, that came by this feed and whose text is the feed's own and not a page's: another feed may
 * carry the same address with other words. One query; for at most a few hundred keys.
 */
export async function feedTextHashes(
  store: Store,
  feedId: number | null,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0 || feedId === null) return new Map()
  const rows = await store.write
    .selectFrom('article')
    .innerJoin('article_body', 'article_body.article_id', 'article.id')
    .select(['key', 'content_hash', 'data'])
    .where('key', 'in', keys)
    .where('feed_id', '=', feedId)
    .execute()
  const ofFeed = rows.filter((row) => unpackPage(row.data).readFrom === 'feed')
  return new Map(ofFeed.map((row) => [row.key, row.content_hash]))
}
