import { unpackPage } from './articles.ts'
import type { Store } from './store.ts'

/** Content hashes of those articles, by key, whose text came from their feed and not from a page. One query; for at most a few hundred keys. */
export async function feedTextHashes(store: Store, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await store.write
    .selectFrom('article')
    .innerJoin('article_body', 'article_body.article_id', 'article.id')
    .select(['key', 'content_hash', 'data'])
    .where('key', 'in', keys)
    .execute()
  const ofFeed = rows.filter((row) => unpackPage(row.data).readFrom === 'feed')
  return new Map(ofFeed.map((row) => [row.key, row.content_hash]))
}
