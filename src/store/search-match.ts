import { type RawBuilder, sql } from 'kysely'
import type { SearchPhrase } from '../text/search-forms.ts'
import type { SearchTerm } from '../text/search-query.ts'
import type { Engine } from './store.ts'

/**
 * The condition that a row of `search` holds every wanted term and no unwanted one; at least one is wanted. Words hold letters,
 * marks and digits alone (`searchWords`), so no query can break either engine's own syntax; they are quoted all the same.
 */
export function matches(engine: Engine, terms: readonly SearchTerm[]): RawBuilder<unknown> {
  return engine === 'sqlite' ? sql`search match ${ftsQuery(terms)}` : sql`document @@ ${tsQuery(terms)}::tsquery`
}

function ftsQuery(terms: readonly SearchTerm[]): string {
  const wanted = terms.filter((term) => !term.unwanted).map(ftsTerm)
  const unwanted = terms.filter((term) => term.unwanted).map(ftsTerm)
  const all = wanted.join(' AND ')
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`
}

function ftsTerm({ phrases }: SearchTerm): string {
  const quoted = phrases.map(({ words, prefix }) => `"${words.join(' ').replaceAll('"', '')}"${prefix ? ' *' : ''}`)
  return `(${quoted.join(' OR ')})`
}

function tsQuery(terms: readonly SearchTerm[]): string {
  return terms
    .map(({ phrases, unwanted }) => `${unwanted ? '!' : ''}(${phrases.map(tsPhrase).join(' | ')})`)
    .join(' & ')
}

function tsPhrase({ words, prefix }: SearchPhrase): string {
  const lexemes = words.map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`)
  return `(${lexemes.join(' <-> ')}${prefix ? ':*' : ''})`
}
