import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import type { ArticleFacts } from '../model/telling.ts'
import type { Write } from './insert-article.ts'
import type { Store } from './store.ts'

/** Facts as they are stored; null where there are none. */
export function packFacts(facts: ArticleFacts): Uint8Array | null {
  const isEmpty = facts.sentences.length === 0 && facts.days.length === 0 && facts.quotes.length === 0
  return isEmpty ? null : deflateRawSync(JSON.stringify(facts))
}

/** Facts from a row of `article_facts`. */
export function unpackFacts(data: Uint8Array): ArticleFacts {
  return JSON.parse(inflateRawSync(data).toString()) as ArticleFacts // written by packFacts alone
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

/** One independent text with its facts, as the store has them. */
export type StoredFacts = {
  id: number
  owner: string
  language: string
  publishedMs: number
  doubtful: number
  firstSeenMs: number
  data: Uint8Array
}

/**
 * The facts of a story's independent texts, half of `limit` the earliest and half the newest ones: what it began with and what it became.
 * One query. Index: article_story.
 */
export async function storyFacts(store: Store, storyId: number, limit: number): Promise<StoredFacts[]> {
  const half = Math.ceil(limit / 2)
  const ids = (order: 'asc' | 'desc') =>
    sql`select id from (select id from article where story_id = ${storyId} and hidden = 0 and copy_of is null
      order by published_ms ${sql.raw(order)}, id ${sql.raw(order)} limit ${half}) as ${sql.raw(order === 'asc' ? 'earliest' : 'newest')}`
  const { rows } = await sql<StoredFacts>`
    select a.id, a.owner, a.language, a.published_ms as "publishedMs", a.doubtful, a.first_seen_ms as "firstSeenMs", f.data
    from article a join article_facts f on f.article_id = a.id
    where a.id in (${ids('asc')} union ${ids('desc')}) order by a.published_ms, a.id`.execute(store.read)
  return rows
}
