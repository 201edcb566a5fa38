import type { TagCard } from '../model/card.ts'
import type { TagKind } from '../model/tag.ts'
import type { Store } from './store.ts'

export type TagPageFilter = { prefix?: string; kind?: TagKind; afterSlug?: string; limit: number }

/** The first character after every slug that begins with a prefix. */
const LAST_CHARACTER = '\uffff'

/** Tags by slug, in pages after a slug; `prefix` is of the slug. Index: the unique one on slug. */
export async function tagPage(store: Store, filter: TagPageFilter): Promise<TagCard[]> {
  let query = store.read.selectFrom('tag').selectAll().where('merged_into', 'is', null).where('article_count', '>', 0)
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind)
  if (filter.afterSlug !== undefined) query = query.where('slug', '>', filter.afterSlug)
  const { prefix } = filter
  if (prefix !== undefined && prefix !== '')
    query = query.where('slug', '>=', prefix).where('slug', '<', prefix + LAST_CHARACTER)
  const rows = await query.orderBy('slug').limit(filter.limit).execute()
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind as TagKind, // written from Tag.kind alone
    articleCount: row.article_count,
    lastSeenMs: row.last_seen_ms,
  }))
}
