import type { Store } from './store.ts'

/** Ids of articles stored after the one with this id, rising; hidden ones too. Index: the primary key. One query. */
export async function articleIdsAfter(store: Store, afterId: number, limit: number): Promise<number[]> {
  const rows = await store.read
    .selectFrom('article')
    .select('id')
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** The highest id given to an article so far; 0 in an empty store. Index: the primary key. One query. */
export async function highestArticleId(store: Store): Promise<number> {
  const row = await store.read.selectFrom('article').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? 0
}
