import type { ExtractedArticle } from '../model/article.ts'
import { NOTES_OWNER } from '../model/note.ts'
import { replaceFacts } from './article-facts.ts'
import { unpackPage } from './articles.ts'
import type { Write } from './insert-article.ts'
import { setting } from './settings.ts'
import type { Store } from './store.ts'

/** How far the making of facts for stored texts has come: `version` is what they are made by, ids below `before` are to be done, newest first. */
export type FactsProgress = { version: number; before: number; left: number }

const KEY = 'facts-progress'

/** How far it has come; null where it was never begun. One query. */
export async function factsProgress(store: Store): Promise<FactsProgress | null> {
  const value = await setting(store, KEY)
  return value === null ? null : (JSON.parse(value) as FactsProgress) // written by noteProgress alone
}

/** Begins anew for every original that is stored now; what comes later has its facts. */
export async function beginFacts(write: Write, version: number): Promise<FactsProgress> {
  const { newest, left } = await write.trx
    .selectFrom('article')
    .select((eb) => [eb.fn.max('id').as('newest'), eb.fn.countAll<number>().as('left')])
    .where('copy_of', 'is', null)
    .executeTakeFirstOrThrow()
  const progress = { version, before: Number(newest ?? 0) + 1, left: Number(left) }
  await noteProgress(write, progress)
  return progress
}

/** A stored original whose facts are to be made. */
export type FactsTask = { id: number; version: number; page: ExtractedArticle }

/** The newest originals below an id, at most so many. One query. */
export async function originalsBelow(store: Store, before: number, limit: number): Promise<FactsTask[]> {
  const rows = await store.read
    .selectFrom('article')
    .innerJoin('article_body', 'article_body.article_id', 'article.id')
    .select(['id', 'version', 'data'])
    .where('id', '<', before)
    .where('copy_of', 'is', null)
    .where('owner', '!=', NOTES_OWNER)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id, version: row.version, page: unpackPage(row.data) }))
}

/** Stores facts that were made, and how far that brought the work. A text that changed or became a copy meanwhile keeps what it has. */
export async function putFacts(
  write: Write,
  made: readonly { id: number; version: number; facts: Uint8Array | null }[],
  progress: FactsProgress,
): Promise<void> {
  const rows =
    made.length === 0
      ? []
      : await write.trx
          .selectFrom('article')
          .select(['id', 'version'])
          .where(
            'id',
            'in',
            made.map(({ id }) => id),
          )
          .where('copy_of', 'is', null)
          .execute()
  const versions = new Map(rows.map((row) => [row.id, row.version]))
  for (const { id, version, facts } of made) if (versions.get(id) === version) await replaceFacts(write, id, facts)
  await noteProgress(write, progress)
}

async function noteProgress({ trx }: Write, progress: FactsProgress): Promise<void> {
  const value = JSON.stringify(progress)
  await trx
    .insertInto('setting')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
