import { sql } from 'kysely'
import { foldWord, words } from '../text/words.ts'
import type { Store } from './store.ts'

/** One part of a query: words that must stand in a row (one word or a phrase), wanted or unwanted. */
export type SearchTerm = { words: readonly string[]; unwanted: boolean }

/** Longest query that is read, in characters, and most terms of it. */
const MAX_QUERY = 400
const MAX_TERMS = 16

/** Words of a text as they go into the index: cut and folded the same way on both engines. */
export function searchWords(text: string): string {
  return words(text)
    .flatMap((word) => word.text.split(/['’\-.&]/u))
    .map(foldWord)
    .filter((word) => word !== '')
    .join(' ')
}

/** What the search index holds of an article: words as searchWords gives them. */
export type SearchRow = { title: string; body: string; tags: string }

/** The search row of an article. */
export function searchRow(title: string, text: string, tagNames: readonly string[]): SearchRow {
  return { title: searchWords(title), body: searchWords(text), tags: searchWords(tagNames.join(' ')) }
}

/** Reads what a reader typed: words, "phrases", -exclusions. Nothing typed is an error. */
export function parseQuery(query: string): SearchTerm[] {
  const terms: SearchTerm[] = []
  for (const [, minus, phrase, word] of query.slice(0, MAX_QUERY).matchAll(/(-?)(?:"([^"]*)"?|(\S+))/gu)) {
    const found = searchWords(phrase ?? word ?? '')
      .split(' ')
      .filter((part) => part !== '')
    if (found.length > 0 && terms.length < MAX_TERMS) terms.push({ words: found, unwanted: minus === '-' })
  }
  return terms
}

/**
 * Ids of articles that hold every wanted term and no unwanted one, newest id first, below `beforeId`.
 * Newest first needs no scoring, so the commonest word costs no more than a rare one. Empty without a wanted term.
 */
export async function searchArticles(
  store: Store,
  terms: readonly SearchTerm[],
  options: { beforeId?: number; limit: number },
): Promise<number[]> {
  if (!terms.some((term) => !term.unwanted)) return []
  const before = options.beforeId ?? Number.MAX_SAFE_INTEGER
  const matches =
    store.engine === 'sqlite'
      ? sql<{
          rowid: number
        }>`select rowid from search where search match ${ftsQuery(terms)} and rowid < ${before} order by rowid desc limit ${options.limit}`
      : sql<{
          rowid: number
        }>`select rowid from search where document @@ ${tsQuery(terms)}::tsquery and rowid < ${before} order by rowid desc limit ${options.limit}`
  const { rows } = await matches.execute(store.read)
  return rows.map((row) => row.rowid)
}

function ftsQuery(terms: readonly SearchTerm[]): string {
  const phrase = (term: SearchTerm) => `"${term.words.join(' ').replaceAll('"', '')}"`
  const wanted = terms
    .filter((term) => !term.unwanted)
    .map(phrase)
    .join(' AND ')
  const unwanted = terms.filter((term) => term.unwanted).map(phrase)
  return unwanted.length === 0 ? wanted : `(${wanted}) NOT (${unwanted.join(' OR ')})`
}

function tsQuery(terms: readonly SearchTerm[]): string {
  const lexeme = (word: string) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
  return terms.map((term) => `${term.unwanted ? '!' : ''}(${term.words.map(lexeme).join(' <-> ')})`).join(' & ')
}
