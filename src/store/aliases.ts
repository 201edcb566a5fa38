import type { Write } from './insert-article.ts'

/** Notes that the article would have this key by the address under which it was asked for. A key that is known stays. */
export async function addAlias(write: Write, key: string, articleId: number): Promise<void> {
  await write.trx
    .insertInto('article_alias')
    .values({ key, article_id: articleId })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
