import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { EditionChoice } from '../model/edition.ts'
import { inEdition } from './edition-sources.ts'
import {
  dropEditionTables,
  type EditionColumns,
  editionColumns,
  editionTable,
  makeEditionTables,
} from './edition-tables.ts'
import { type Write, writeAlone } from './insert-article.ts'
import type { Database } from './schema.ts'
import type { Engine, Store } from './store.ts'

/** Raised when tables or triggers of editions are made otherwise than before: all editions are made anew then. */
const MADE_BY = 1

/** Where an edition's rows are: names of its own tables. */
export type EditionScope = { number: number; story: string; article: string }

/** How far an edition is filled. `waiting`: articles of the whole store that are still to be looked at, a bound from above; 0 when it is whole. */
export type EditionState = { key: string; number: number; articles: number; stories: number; waiting: number }

/**
 * Makes what the store lacks of some editions, drops what it has of others, and leaves alone what is as it was. New ones are empty but for
 * what comes in from now on: `fillEdition` fills them. Gives each edition's number by its key. One transaction.
 */
export async function applyEditions(store: Store, choices: readonly EditionChoice[]): Promise<Map<string, number>> {
  return writeAlone(store, async ({ trx, engine }) => {
    const columns = await editionColumns(trx, engine)
    const known = await trx.selectFrom('edition').selectAll().execute()
    const wanted = new Map(choices.map((choice) => [choice.key, madeAs(choice, columns)]))
    for (const edition of known)
      if (wanted.get(edition.key) !== edition.made_as) await dropEdition(trx, engine, edition.number)
    const kept = known.filter((edition) => wanted.get(edition.key) === edition.made_as)
    const numbers = new Map(kept.map((edition) => [edition.key, edition.number]))
    let next = Math.max(0, ...known.map((edition) => edition.number)) + 1
    for (const { key, sources } of choices) {
      if (numbers.has(key)) continue
      const number = next++
      await makeEditionTables(trx, engine, { number, inEdition: inEdition(sources), columns })
      const { rows } = await sql<{ id: number | null }>`select max(id) as id from article`.execute(trx)
      const fillBelow = (rows[0]?.id ?? 0) + 1
      await trx
        .insertInto('edition')
        .values({ number, key, made_as: wanted.get(key)!, fill_below: fillBelow })
        .execute() // one for each choice
      numbers.set(key, number)
    }
    return numbers
  })
}

/**
 * Before a backup takes the place of all rows: triggers take each row out of editions and put each new one in, whole, so that a site that runs
 * meanwhile goes on; its stories are counted when it next looks.
 */
export async function emptyEditions({ trx }: Write): Promise<void> {
  await trx.updateTable('edition').set({ fill_below: 1 }).execute()
  await trx.deleteFrom('edition_due').execute()
}

async function dropEdition(trx: Kysely<Database>, engine: Engine, number: number): Promise<void> {
  await dropEditionTables(trx, engine, number)
  await trx.deleteFrom('edition').where('number', '=', number).execute()
}

/** Names everything that an edition's tables are made of: where it differs they are made anew. */
function madeAs({ sources }: EditionChoice, columns: EditionColumns): string {
  return createHash('sha256')
    .update(JSON.stringify([MADE_BY, inEdition(sources), columns]))
    .digest('hex')
}

/** All editions that have tables of their own, in order of their numbers. One query. */
export async function editionScopes({ trx }: { trx: Kysely<Database> }): Promise<EditionScope[]> {
  const { rows } = await sql<{ number: number }>`select number from edition order by number`.execute(trx)
  return rows.map(({ number }) => ({
    number,
    story: editionTable(number, 'story'),
    article: editionTable(number, 'article'),
  }))
}

/**
 * Takes the next articles of the whole store into an edition, newest first, so that its front page is right at once. Gives how many ids are
 * still to be looked at. `edition_due` names the stories that are to be counted. `most`: ids looked at.
 */
export async function fillEdition(
  write: Write,
  { number, sources }: { number: number } & Pick<EditionChoice, 'sources'>,
  most: number,
): Promise<number> {
  const { trx, engine } = write
  const edition = await trx.selectFrom('edition').select('fill_below').where('number', '=', number).executeTakeFirst()
  if (!edition || edition.fill_below <= 1) return 0
  const [to, from] = [edition.fill_below, Math.max(1, edition.fill_below - most)]
  const columns = await editionColumns(trx, engine)
  const own = { article: editionTable(number, 'article'), tags: editionTable(number, 'article_tag') }
  const statements = [
    `insert into ${own.article} (${columns.article.join(', ')}) select ${columns.article.join(', ')} from article a
      where a.id >= ${from} and a.id < ${to} and ${inEdition(sources)} on conflict do nothing`,
    `insert into ${own.tags} (${columns.article_tag.join(', ')}) select ${columns.article_tag.join(', ')} from article_tag
      where article_id in (select id from ${own.article} where id >= ${from} and id < ${to}) on conflict do nothing`,
    `insert into edition_due (story_id) select distinct story_id from ${own.article}
      where id >= ${from} and id < ${to} and story_id is not null on conflict do nothing`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(trx)
  await trx.updateTable('edition').set({ fill_below: from }).where('number', '=', number).execute()
  return from - 1
}

/** Stories whose counts in editions are to be made anew, lowest id first. */
export async function dueStories({ trx }: Write, limit: number): Promise<number[]> {
  const rows = await trx.selectFrom('edition_due').select('story_id').orderBy('story_id').limit(limit).execute()
  return rows.map((row) => row.story_id)
}

/** Stories that are counted now. */
export async function forgetDue({ trx }: Write, storyIds: readonly number[]): Promise<void> {
  if (storyIds.length > 0) await trx.deleteFrom('edition_due').where('story_id', 'in', storyIds).execute()
}

/**
 * Has an edition hold those of some stories that its articles tell, and no others; what it counts of new ones is made by the refresh that
 * must follow in the same transaction. Of a story that was folded into another the row stays, empty, as its key leads on.
 */
export async function holdStories({ trx }: Write, scope: EditionScope, storyIds: readonly number[]): Promise<void> {
  if (storyIds.length === 0) return
  const [story, article, ids] = [sql.table(scope.story), sql.table(scope.article), sql.join(storyIds)]
  await sql`insert into ${story} select * from story where id in (${ids})
    and exists (select 1 from ${article} a where a.story_id = story.id and a.hidden = 0) on conflict do nothing`.execute(
    trx,
  )
  await sql`delete from ${story} where id in (${ids}) and merged_into is null
    and not exists (select 1 from ${article} a where a.story_id = ${story}.id and a.hidden = 0)`.execute(trx)
  await sql`update ${story} set article_count = 0, independent_count = 0, owner_count = 0, copy_count = 0
    where id in (${ids}) and merged_into is not null`.execute(trx)
}

/** What each edition holds, in order of their numbers. Two counts an edition: for verbs and the owner, not for pages. */
export async function editionStates(store: Store): Promise<EditionState[]> {
  const editions = await store.read.selectFrom('edition').selectAll().orderBy('number').execute()
  return Promise.all(
    editions.map(async ({ key, number, fill_below }) => {
      const { rows } = await sql<{ articles: number; stories: number }>`select
        (select count(*) from ${sql.table(editionTable(number, 'article'))}) as articles,
        (select count(*) from ${sql.table(editionTable(number, 'story'))} where merged_into is null) as stories`.execute(
        store.read,
      )
      const { articles = 0, stories = 0 } = rows[0] ?? {}
      return { key, number, articles: Number(articles), stories: Number(stories), waiting: fill_below - 1 }
    }),
  )
}
