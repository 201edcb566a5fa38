import { type RawBuilder, sql } from 'kysely'
import { asksSomething, type SearchQuery, type SearchTerm } from '../text/search-query.ts'
import { searchWords } from '../text/search-words.ts'
import { among } from './among.ts'
import { type Condition, conditionsOf, type Few } from './search-filters.ts'
import { matches } from './search-match.ts'
import type { Engine, Store } from './store.ts'

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
const LOOKED_THROUGH: Record<Engine, number> = { sqlite: 3_000, postgres: 1_500 }
/** The same in an edition where no filter is asked: whether an article is its own is told by one key. bench/editions.ts at a million. */
const LOOKED_THROUGH_FOR_OWN = 20_000
/** What every article of an edition holds: it makes the join that leaves out the others, which the index of words knows too. */
const OWN: Condition = { holds: sql`1 = 1`, few: null }
/** Articles of a tag, story, source or span of days up to which each is asked for the words, whatever its age: 0.03 ms each in SQLite at a million. */
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
  const asks: Asks = { store, query, beforeId, limit, conditions }
  const few = fewest(conditions, hasWords ? FEW_ASKED : FEW_LISTED)
  if (conditions.length === 0) return pageOf(await idsOf(store, query, newestOf(asks, worded(asks, null))), limit, 0)
  if (few !== null)
    return fitting(asks, { ids: hasWords ? worded(asks, few.ids) : listed(asks, few.ids), floor: 0, isFew: true })
  const walked = hasWords ? await walkedFew(asks) : null
  if (walked !== null) return fitting(asks, { ids: worded(asks, walked.ids), floor: walked.floor, isFew: true })
  const most = asked.value.length === 0 ? LOOKED_THROUGH_FOR_OWN : LOOKED_THROUGH[store.engine]
  const candidates = hasWords ? worded(asks, null) : listed(asks, null)
  return fitting(asks, { ids: candidates, floor: await floorOf(asks, candidates, most), isFew: false })
}

/** A question on its way: the newest `limit` articles below `beforeId` that fit. */
type Asks = {
  store: Store
  query: SearchQuery
  beforeId: number
  limit: number
  conditions: readonly Condition[]
}

/** What is looked through: a select of `id`s, down to `floor`. `isFew`: of some articles alone, each found by its own id. */
type Candidates = { ids: RawBuilder<unknown>; floor: number; isFew: boolean }

/** A page of the candidates that fit; the next one begins where this one is full, or at the floor. */
async function fitting(asks: Asks, candidates: Candidates): Promise<SearchPage> {
  const ids = await idsOf(asks.store, asks.query, filtered(asks, candidates))
  return pageOf(ids, asks.limit, candidates.floor)
}

/** One more than a page is asked for, to know whether there are any. */
function pageOf(ids: readonly number[], limit: number, floor: number): SearchPage {
  const shown = ids.slice(0, limit)
  const goesOn = ids.length > limit ? (shown.at(-1) ?? null) : floor > 0 ? floor : null
  return { ids: shown, nextBeforeId: goesOn, problem: null }
}

function newestOf({ limit }: Asks, candidates: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select id from (${candidates}) as candidate order by id desc limit ${limit + 1}`
}

/** Newest articles with the words by which it is seen how common those are. */
const PROBED = 1_000
/** Articles of a filter that are asked for the words at once, each by itself: some 20 ms (bench/search.ts at a million). */
const ASKED: Record<Engine, number> = { sqlite: 500, postgres: 300 }
/** What asking one costs in SQLite, in looks at the row of an article that is known to have the words. */
const ASKING_COST = 2

/**
 * The newest articles of the rarest filter, to be asked for the words, where a page is sooner full so than by the newest articles with
 * the words: a common word beside a rare tag. `floor`: where these end, 0 for the last of them. Null where it is not.
 */
async function walkedFew(asks: Asks): Promise<{ ids: RawBuilder<unknown>; floor: number } | null> {
  const { store, query, beforeId, limit, conditions } = asks
  const few = fewest(conditions, Number.MAX_SAFE_INTEGER)
  if (few === null) return null
  let most = ASKED[store.engine]
  if (store.engine === 'sqlite') {
    const floor = await floorOf(asks, worded(asks, null), PROBED)
    if (floor === 0) return null // with so few articles that have the words, all are looked at
    const newest = Math.min(beforeId, (await idsOf(store, query, NEWEST))[0] ?? 0)
    const isShared = PROBED / Math.max(1, newest - floor)
    if ((ASKING_COST * limit) / isShared > (limit * newest) / Math.max(1, few.count)) return null
    most = Math.min(most, Math.ceil((SPARE * limit) / isShared))
  }
  const others = conditions.flatMap((other) => (other.few === null || other.few === few ? [] : [other.few.ids]))
  const alsoIn = others.map((others) => sql` and id in (${others})`)
  // Made first: SQLite would else walk all articles from the newest on, for their order.
  const next = sql`with given as materialized (${few.ids}) select id from given where id < ${beforeId}${sql.join(alsoIn, sql``)} order by id desc limit ${most}`
  const ids = await idsOf(store, query, next)
  return { ids: among(store.engine, ids), floor: ids.length < most ? 0 : (ids.at(-1) ?? 0) }
}

const NEWEST = sql`select id from article order by id desc limit 1`
/** How many more are asked than would fill a page on average. */
const SPARE = 1.5

/** The articles of the condition that leaves the fewest, at most `most`; null where none leaves so few. */
function fewest(conditions: readonly Condition[], most: number): Few | null {
  const counted = conditions.flatMap(({ few }) => (few === null || few.count > most ? [] : [few]))
  return counted.toSorted((one, other) => one.count - other.count)[0] ?? null
}

/** A select of the `id`s below `beforeId` of all articles with the words, or of those of a few that have them. */
function worded({ store: { engine }, query: { terms }, beforeId }: Asks, few: RawBuilder<unknown> | null) {
  const within = few === null ? sql`` : sql` and rowid in (${few})`
  // A sum is in no index: PostgreSQL would read the key's in place of the text's.
  const id = engine === 'postgres' && terms.some(isMisjudged) ? sql`rowid + 0` : sql`rowid`
  return sql`select rowid as id from search where ${matches(engine, terms)} and ${id} < ${whole(beforeId)}${within}`
}

/** SQLite's driver gives numbers as fractions, which its index of words takes for no bound: it then walks from the newest article on. */
function whole(id: number): RawBuilder<unknown> {
  return sql`cast(${id} as bigint)`
}

/** A select of the `id`s below `beforeId` of all articles, or of a few. */
function listed({ beforeId }: Asks, few: RawBuilder<unknown> | null): RawBuilder<unknown> {
  return sql`select id from article where id < ${beforeId}${few === null ? sql`` : sql` and id in (${few})`}`
}

/** The id where looking through candidates ends; 0 where all are looked through. */
async function floorOf({ store, query }: Asks, candidates: RawBuilder<unknown>, most: number): Promise<number> {
  const last = sql`select id from (${candidates}) as candidate order by id desc limit 1 offset ${most - 1}`
  return (await idsOf(store, query, last))[0] ?? 0
}

/** The candidates from `floor` on that fit the conditions and, where no word is wanted, have no unwanted one. */
function filtered({ store, query: { terms }, conditions, limit }: Asks, { ids, floor, isFew }: Candidates) {
  const holds = conditions.map((condition) => condition.holds)
  if (terms.length > 0 && terms.every((term) => term.unwanted)) {
    const excluded = terms.map((term) => ({ ...term, unwanted: false }))
    for (const term of excluded) {
      const match = matches(store.engine, [term])
      holds.push(sql`article.id not in (select rowid from search where ${match} and rowid >= ${whole(floor)})`)
    }
  }
  // Made without an order first: asked backwards, SQLite's index of words walks to each article from the newest one.
  const few = isFew ? sql`with few as materialized (${ids}) ` : sql``
  const candidates = isFew ? sql`few` : sql`(${ids}) as candidate`
  // A sum is in no index: PostgreSQL would walk all articles backwards to meet the few.
  const newestFirst = isFew ? sql`looked.id + 0` : sql`looked.id`
  // SQLite never turns a cross join round: asking the words of each article in turn took half a second at a million.
  return sql`${few}select article.id from (select id from ${candidates} where id >= ${whole(floor)}) as looked
    cross join article where article.id = looked.id and ${sql.join(holds, sql` and `)} order by ${newestFirst} desc limit ${limit + 1}`
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
