import { type RawBuilder, sql } from 'kysely'
import { asksSomething, type SearchQuery, type SearchTerm } from '../text/search-query.ts'
import { searchWords } from '../text/search-words.ts'
import { type Condition, conditionsOf } from './search-filters.ts'
import { matches } from './search-match.ts'
import type { Store } from './store.ts'

/** What the search index holds of an article: words as searchWords gives them. */
export type SearchRow = { title: string; body: string; tags: string }

/** The search row of an article. */
export function searchRow(title: string, text: string, tagNames: readonly string[]): SearchRow {
  return { title: searchWords(title), body: searchWords(text), tags: searchWords(tagNames.join(' ')) }
}

/** Ids found, newest first. `nextBeforeId`: where the next page begins, null where nothing older is left. */
export type SearchPage = {
  ids: readonly number[]
  nextBeforeId: number | null
  /** Which operator was given what it does not know, for a person. */
  problem: string | null
}

/**
 * Articles that a page with filters looks through, newest first: bounds what `before:1999` beside the commonest word can cost.
 * A page that ends here may be short, and the next goes on. Tuned by bench/search.ts at a million articles: 10,000 took 130 ms.
 */
const LOOKED_THROUGH = 3_000
/** The same in an edition where no filter is asked: whether an article is its own is told by one key. bench/editions.ts at a million. */
const LOOKED_THROUGH_FOR_OWN = 20_000
/** What every article of an edition holds: it makes the join that leaves out the others, which the index of words knows too. */
const OWN: Condition = { holds: sql`1 = 1`, few: null }
/** Articles of a tag, story or source up to which each is asked for the words, whatever its age: about 0.2 ms each in SQLite at 200,000. */
const FEW_ASKED = 100
/** Those up to which all are listed where no word is wanted; with more, the newest articles of all hold a page of them. */
const FEW_LISTED = 5_000

/**
 * Ids of articles that a query finds, newest id first, below `beforeId`; none for a query that asks for nothing, or names what is
 * not.
 */
export async function searchArticles(
  store: Store,
  query: SearchQuery,
  options: { beforeId?: number; limit: number },
): Promise<readonly number[]> {
  return (await searchPage(store, query, options)).ids
}

/**
 * A page of what a query finds: articles with every wanted term and filter, and no unwanted one. Newest first needs no scoring, so
 * the commonest word costs no more than a rare one.
 */
export async function searchPage(
  store: Store,
  query: SearchQuery,
  { beforeId = Number.MAX_SAFE_INTEGER, limit }: { beforeId?: number; limit: number },
): Promise<SearchPage> {
  const nothing = (problem: string | null) => ({ ids: [], nextBeforeId: null, problem })
  if (query.problem !== null || !asksSomething(query)) return nothing(query.problem)
  const asked = await conditionsOf(store, query.filters)
  if (!asked.ok) return nothing(asked.reason)
  const conditions = store.isPart ? [...asked.value, OWN] : asked.value
  const hasWords = query.terms.some((term) => !term.unwanted)
  const few = fewest(conditions, hasWords ? FEW_ASKED : FEW_LISTED)
  const candidates = hasWords ? worded(store, query, few, beforeId) : listed(few, beforeId)
  const isWhole = conditions.length === 0
  const floor =
    isWhole || few !== null
      ? 0
      : await floorOf(store, query, candidates, asked.value.length === 0 ? LOOKED_THROUGH_FOR_OWN : LOOKED_THROUGH)
  const ids = isWhole
    ? await idsOf(store, query, sql`select id from (${candidates}) as candidate order by id desc limit ${limit + 1}`)
    : await idsOf(store, query, filtered(store, query, { candidates, conditions, floor, limit: limit + 1 }))
  const shown = ids.slice(0, limit)
  const goesOn = ids.length > limit ? (shown.at(-1) ?? null) : floor > 0 ? floor : null
  return { ids: shown, nextBeforeId: goesOn, problem: null }
}

/** The articles of the condition that leaves the fewest, at most `most`; null where none leaves so few. */
function fewest(conditions: readonly Condition[], most: number): RawBuilder<unknown> | null {
  const counted = conditions.flatMap(({ few }) => (few === null || few.count > most ? [] : [few]))
  return counted.toSorted((one, other) => one.count - other.count)[0]?.ids ?? null
}

/** A select of the `id`s below `beforeId` of all articles with the words, or of those of a few that have them. */
function worded(
  { engine }: Store,
  { terms }: SearchQuery,
  few: RawBuilder<unknown> | null,
  beforeId: number,
): RawBuilder<unknown> {
  const among = few === null ? sql`` : sql` and rowid in (${few})`
  // A sum is in no index: PostgreSQL would read the key's in place of the text's.
  const id = engine === 'postgres' && terms.some(isMisjudged) ? sql`rowid + 0` : sql`rowid`
  return sql`select rowid as id from search where ${matches(engine, terms)} and ${id} < ${beforeId}${among}`
}

/** A select of the `id`s below `beforeId` of all articles, or of a few. */
function listed(few: RawBuilder<unknown> | null, beforeId: number): RawBuilder<unknown> {
  return sql`select id from article where id < ${beforeId}${few === null ? sql`` : sql` and id in (${few})`}`
}

/** The id where looking through candidates ends; 0 where all are looked through. */
async function floorOf(
  store: Store,
  query: SearchQuery,
  candidates: RawBuilder<unknown>,
  most: number,
): Promise<number> {
  const last = sql`select id from (${candidates}) as candidate order by id desc limit 1 offset ${most - 1}`
  return (await idsOf(store, query, last))[0] ?? 0
}

/** The candidates from `floor` on that fit the conditions and, where no word is wanted, have no unwanted one. */
function filtered(
  store: Store,
  { terms }: SearchQuery,
  from: { candidates: RawBuilder<unknown>; conditions: readonly Condition[]; floor: number; limit: number },
): RawBuilder<unknown> {
  const holds = from.conditions.map((condition) => condition.holds)
  if (terms.length > 0 && terms.every((term) => term.unwanted)) {
    const excluded = terms.map((term) => ({ ...term, unwanted: false }))
    for (const term of excluded) {
      const match = matches(store.engine, [term])
      holds.push(sql`article.id not in (select rowid from search where ${match} and rowid >= ${from.floor})`)
    }
  }
  // SQLite never turns a cross join round: asking the words of each article in turn took half a second at a million.
  return sql`select article.id from (select id from (${from.candidates}) as candidate where id >= ${from.floor}) as looked
    cross join article where article.id = looked.id and ${sql.join(holds, sql` and `)} order by looked.id desc limit ${from.limit}`
}

/** Phrases of a term from which on PostgreSQL takes it for commoner than it is, and tries them on every article. */
const MANY_PHRASES = 16

function isMisjudged({ phrases }: SearchTerm): boolean {
  return phrases.length > MANY_PHRASES
}

async function idsOf(store: Store, query: SearchQuery, statement: RawBuilder<unknown>): Promise<number[]> {
  const ids = statement as RawBuilder<{ id: number }> // every caller selects `id` alone
  if (store.engine === 'sqlite' || !query.terms.some(isMisjudged))
    return (await ids.execute(store.read)).rows.map((row) => row.id)
  return store.read.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    await sql`set local enable_indexscan = off`.execute(trx)
    return (await ids.execute(trx)).rows.map((row) => row.id)
  })
}
