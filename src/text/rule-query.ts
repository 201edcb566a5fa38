import { RULE_FIELDS, RULE_STATES, type RuleCondition, type RuleField } from '../model/rule.ts'
import { SECTIONS } from '../model/tag.ts'
import { LEAST_BEGINNING } from './search-forms.ts'
import { searchWords } from './search-words.ts'

/** Conditions as read; `problem` says, for a person, what could not be. */
export type RuleQuery = { conditions: readonly RuleCondition[]; problem: string | null }

/** Longest text of a rule's conditions, in characters: a hundred hosts. */
export const MAX_RULE_QUERY = 4_000
/** Most conditions of one rule. */
export const MAX_CONDITIONS = 100
/** Largest number of words or days that can be asked for: nothing is longer, or older. */
const MAX_NUMBER = 1_000_000

const NUMBERS = ['words', 'age'] as const
const KNOWN = [...RULE_FIELDS, 'title', 'is', ...NUMBERS]
const TOKEN =
  /(?<minus>-?)(?:(?<operator>[a-z]+):(?:"(?<quotedValue>[^"]*)"?|(?<value>[^\s"]*))|"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/giu

type Token = { minus: string; operator?: string; quotedValue?: string; value?: string; phrase?: string; word?: string }
/** A condition but for its sign. */
type Positive = RuleCondition extends infer Condition
  ? Condition extends RuleCondition
    ? Omit<Condition, 'unwanted'>
    : never
  : never

/**
 * Reads a rule's conditions: words, "phrases", beginnings*, `title:` of each of them, and operators as a search has them
 * (`source: section: lang: tag:`) with more (`host: folder: author: url: is: words: age:`); `-` turns one round. Unlike a search, a name
 * before a colon that is no operator is a problem: a rule with a slip would hide what nobody meant.
 */
export function parseRuleQuery(query: string): RuleQuery {
  if (query.length > MAX_RULE_QUERY)
    return { conditions: [], problem: `the conditions have more than ${MAX_RULE_QUERY} characters` }
  const conditions: RuleCondition[] = []
  let problem: string | null = null
  for (const match of query.toWellFormed().replaceAll('\0', '').matchAll(TOKEN)) {
    const token = match.groups as Token // the pattern's own groups
    const read = conditionOf(token)
    if (typeof read === 'string') problem ??= read
    else if (read !== null) conditions.push({ ...read, unwanted: token.minus === '-' })
  }
  if (conditions.length > MAX_CONDITIONS) problem ??= `a rule has at most ${MAX_CONDITIONS} conditions`
  if (conditions.length === 0) problem ??= 'a rule needs a condition: a word, or one like source:courier.example'
  return { conditions, problem }
}

/** Conditions in their text form: read again, they are the same. */
export function ruleQueryText(conditions: readonly RuleCondition[]): string {
  return conditions.map((condition) => `${condition.unwanted ? '-' : ''}${positiveText(condition)}`).join(' ')
}

function positiveText(condition: RuleCondition): string {
  if (condition.kind === 'field') return `${condition.field}:${quotedWhereNeeded(condition.value)}`
  if (condition.kind === 'is') return `is:${condition.state}`
  if (condition.kind === 'number') return `${condition.number}:${condition.is === 'above' ? '>' : '<'}${condition.than}`
  const { where, as, value } = condition
  const written = as === 'phrase' ? `"${value}"` : as === 'beginning' ? `${value}*` : value
  return where === 'title' ? `title:${written}` : written
}

function quotedWhereNeeded(value: string): string {
  return /^[^\s"]+$/u.test(value) ? value : `"${value}"`
}

/** A condition; a sentence that says what is wrong; null for what asks nothing (a lone sign). */
function conditionOf(token: Token): Positive | string | null {
  const { operator, phrase, word } = token
  if (phrase !== undefined) return wordsOf('anywhere', phrase, true)
  if (operator === undefined) return wordsOf('anywhere', word ?? '', false)
  const name = operator.toLowerCase()
  const value = (token.quotedValue ?? token.value ?? '').trim()
  if (!KNOWN.includes(name as RuleField))
    return `“${operator}:” is no condition; there are ${KNOWN.map((known) => `${known}:`).join(' ')}; put a text with a colon into "quotes"`
  if (value === '') return `${name}: needs a value`
  if (name === 'title')
    return wordsOf('title', value, token.quotedValue !== undefined) ?? `title: needs a word, not “${value}”`
  if (name === 'is') return stateOf(value)
  if (name === 'words' || name === 'age') return numberOf(name, value)
  return fieldOf(name as RuleField, value) // one of KNOWN, and none of the others
}

function wordsOf(where: 'title' | 'anywhere', written: string, isPhrase: boolean): Positive | null {
  const value = written.trim()
  const found = searchWords(value).split(' ')
  if (found[0] === '') return null
  if (isPhrase) return { kind: 'words', where, as: 'phrase', value }
  const begins = value.endsWith('*') && [...found.at(-1)!].length >= LEAST_BEGINNING // split gives one at least
  const bare = value.replace(/\*+$/u, '')
  return { kind: 'words', where, as: begins ? 'beginning' : 'word', value: begins ? bare : value }
}

function stateOf(value: string): Positive | string {
  const state = RULE_STATES.find((known) => known === value.toLowerCase())
  return state ? { kind: 'is', state } : `is: does not know “${value}”; it takes ${RULE_STATES.join(', ')}`
}

function numberOf(number: 'words' | 'age', value: string): Positive | string {
  const parts = /^([<>])\s*(\d{1,7})$/u.exec(value)
  const than = Number(parts?.[2])
  if (!parts || than > MAX_NUMBER)
    return `${number}: does not know “${value}”; it takes < or > and a number${number === 'age' ? ' of days' : ''}, as in ${number}:<200`
  return { kind: 'number', number, is: parts[1] === '>' ? 'above' : 'below', than }
}

/** A language without a country is all of that language. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/u

function fieldOf(field: RuleField, written: string): Positive | string {
  const value = field === 'section' || field === 'lang' || field === 'host' ? written.toLowerCase() : written
  if (field === 'section' && ![...SECTIONS, 'not_news'].includes(value))
    return `section: does not know “${written}”; it takes ${SECTIONS.join(', ')}, not_news`
  if (field === 'lang' && !LANGUAGE.test(value))
    return `lang: does not know “${written}”; it takes the code of a language, as in lang:de`
  if (field === 'author' && searchWords(value) === '') return `author: needs a name, not “${written}”`
  return { kind: 'field', field, value }
}
