import { SECTIONS } from '../model/tag.ts'
import type { EpochMs } from '../model/time.ts'
import { LEAST_BEGINNING, type SearchPhrase, searchForms } from './search-forms.ts'
import { searchWords } from './search-words.ts'

/** One part of a query: an article fits where it holds any of `phrases`, of which there is at least one. */
export type SearchTerm = { phrases: readonly SearchPhrase[]; unwanted: boolean }

/** What an article must be, or must not. Values are in lower case, but names (`tag`, `source`) as written; `after` holds from `ms` on. */
export type SearchFilter =
  | { kind: 'tag' | 'source' | 'section' | 'story' | 'lang'; value: string; unwanted: boolean }
  | { kind: 'before' | 'after'; ms: EpochMs; unwanted: boolean }

/** A query as read. `problem` says, for a person, which operator was given what it does not know; the rest is read all the same. */
export type SearchQuery = { terms: readonly SearchTerm[]; filters: readonly SearchFilter[]; problem: string | null }

/** Longest query that is read, in characters; most terms of it, and most filters. */
export const MAX_QUERY = 400
const MAX_TERMS = 16

const OPERATORS = ['tag', 'source', 'section', 'story', 'lang', 'before', 'after'] as const
type Operator = (typeof OPERATORS)[number]
/** What an operator may be followed by, as a person is told. */
const RIGHT: Readonly<Record<Operator, string>> = {
  tag: 'the name of a tag, as in tag:"Port Selva"',
  source: 'the host, name or number of a source, as in source:courier.example',
  section: `one of ${SECTIONS.join(', ')}`,
  story: 'the key at the end of a story’s address',
  lang: 'the code of a language, as in lang:de',
  before: 'a day, month or year, as in before:2026-05-20',
  after: 'a day, month or year, as in after:2026-05-20',
}

const TOKEN =
  /(?<minus>-?)(?:(?<operator>[a-z]+):(?:"(?<quotedValue>[^"]*)"?|(?<value>\S*))|"(?<phrase>[^"]*)"?|(?<word>\S+))/giu

type Token = { minus: string; operator?: string; quotedValue?: string; value?: string; phrase?: string; word?: string }

/**
 * Reads what a reader typed: words (in all their forms), "phrases" (as written), beginnings* and -exclusions, and operators
 * `tag: source: section: story: lang: before: after:`. Any text is a query; a name before a colon that is no operator is a word.
 */
export function parseQuery(query: string): SearchQuery {
  const tokens = [...query.slice(0, MAX_QUERY).matchAll(TOKEN)].map((match) => match.groups as Token) // the pattern's own groups
  const filters: SearchFilter[] = []
  const wordTokens: Token[] = []
  let problem: string | null = null
  for (const token of tokens) {
    const operator = operatorOf(token)
    if (operator === null) {
      wordTokens.push(token)
      continue
    }
    const value = (token.quotedValue ?? token.value ?? '').trim()
    const filter = filterOf(operator, value, token.minus === '-')
    if (filter !== null && filters.length < MAX_TERMS) filters.push(filter)
    if (filter === null) problem ??= wrongValue(operator, value)
  }
  const language = filters.find((filter) => filter.kind === 'lang' && !filter.unwanted)
  const asked = language !== undefined && 'value' in language ? language.value : null
  const terms = wordTokens.flatMap((token) => termOf(token, asked) ?? []).slice(0, MAX_TERMS)
  return { terms, filters, problem }
}

/** Whether a query asks for anything at all: one wanted term or filter. Without it nothing is found. */
export function asksSomething({ terms, filters }: SearchQuery): boolean {
  return terms.some((term) => !term.unwanted) || filters.some((filter) => !filter.unwanted)
}

/** The sentence that names an operator, what it was given, and what would be right. */
export function wrongValue(operator: Operator, value: string): string {
  return `${operator}: ${value === '' ? 'needs a value' : `does not know “${value}”`}; it takes ${RIGHT[operator]}`
}

function operatorOf({ operator }: Token): Operator | null {
  const lower = operator?.toLowerCase()
  return OPERATORS.find((known) => known === lower) ?? null
}

function filterOf(kind: Operator, written: string, unwanted: boolean): SearchFilter | null {
  const found = written.toWellFormed().replaceAll('\0', '')
  const value = kind === 'source' || kind === 'tag' ? found : found.toLowerCase()
  if (value === '') return null
  if (kind === 'before' || kind === 'after') {
    const ms = startOf(value)
    return ms === null ? null : { kind, ms, unwanted }
  }
  if (kind === 'section' && ![...SECTIONS, 'not_news'].includes(value)) return null
  if (kind === 'lang' && !/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/u.test(value)) return null
  return { kind, value, unwanted }
}

/** The first moment of a year, month or day in UTC; null for what is none. */
function startOf(written: string): EpochMs | null {
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(written)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1), Number(parts[3] ?? 1)]
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year ? ms : null
}

function termOf(token: Token, language: string | null): SearchTerm | null {
  const unwanted = token.minus === '-'
  const written = token.phrase ?? token.word ?? `${token.operator}:${token.quotedValue ?? token.value}`
  const found = searchWords(written.toWellFormed())
    .split(' ')
    .filter((part) => part !== '')
  if (found.length === 0) return null
  const starred = token.word?.endsWith('*') === true && [...found.at(-1)!].length >= LEAST_BEGINNING
  if (starred) return { phrases: [{ words: found, prefix: true }], unwanted }
  return {
    phrases: token.word === undefined ? [{ words: found, prefix: false }] : searchForms(found, language),
    unwanted,
  }
}
