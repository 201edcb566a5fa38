import type { ArticleFacts } from '../model/telling.ts'
import type { Write } from './insert-article.ts'
import { packJson, unpackJson } from './packed-json.ts'

/** Facts as they are stored; null where there are none. */
export function packFacts(facts: ArticleFacts): Uint8Array | null {
  const isEmpty = facts.sentences.length === 0 && facts.days.length === 0 && facts.quotes.length === 0
  return isEmpty ? null : packJson(facts)
}

/** Facts from a row of `article_facts`. */
export function unpackFacts(data: Uint8Array): ArticleFacts {
  return unpackJson(data) as ArticleFacts // written by packFacts alone
}

/** Stores the facts of new originals; a copy says nothing of its own. One statement. */
export async function insertFacts(
  write: Write,
  batch: readonly { id: number; article: { facts?: Uint8Array | null; copy: { copyOf: number | null } } }[],
): Promise<void> {
  const rows = batch.flatMap(({ id, article: { facts, copy } }) =>
    facts && copy.copyOf === null ? [{ article_id: id, data: facts }] : [],
  )
  if (rows.length > 0) await write.trx.insertInto('article_facts').values(rows).execute()
}

/** Puts the facts of a text that changed in place of the former ones. */
export async function replaceFacts(write: Write, articleId: number, facts: Uint8Array | null): Promise<void> {
  await write.trx.deleteFrom('article_facts').where('article_id', '=', articleId).execute()
  if (facts) await write.trx.insertInto('article_facts').values({ article_id: articleId, data: facts }).execute()
}
