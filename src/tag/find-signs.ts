import { COUNTRIES } from './countries.ts'
import { BODIES, EXCHANGE_ENDS, FORMS, MONEY, STATE_ENDS } from './place-signs.ts'
import type { Token } from './tokens.ts'

/** What money of one country says: two mentions are a place's worth. */
const MONEY_WEIGHT = 0.5
/** What one country's money says at most, however long the table of prices. */
const MAX_MONEY = 1
/** A code of a listed company, of five letters at most: longer ones are other things in brackets. */
const LISTED_CODE = /^\p{Lu}{1,5}(?:\.(?<end>\p{Lu}{1,2}))?$/u
/** Tokens that such a code is cut into at most: letters, point, letters. */
const MAX_CODE_TOKENS = 4
/** "D-Conn", "R-Texas": a politician's party and state. */
const PARTY_STATE = /^[DR]-(?=\p{Lu}\p{Ll}{2})/u
/** Shorter words in capitals are read as they stand: "SEC" is no second. */
const MIN_SHOUT_UNITS = 5

/** A sign of a country, and the words that are it. */
export type CountrySign = { country: string; weight: number; words: string }

/** Signs of countries in a text: `sure` ones by themselves, `forms` only where a text says nothing else. */
export type CountrySigns = { sure: CountrySign[]; forms: CountrySign[] }

type Phrase = { words: readonly string[]; country: string; sign: 'body' | 'money' | 'form' | 'name' }

const phrases = readPhrases()
const states = readPairs(STATE_ENDS)

/** Bodies, listings, states behind towns, money, and names in a title of capitals (tokens before `titleEnd`) that speak of a country. Linear in the tokens. */
export function findSigns(list: readonly Token[], titleEnd: number): CountrySigns {
  const signs: CountrySigns = { sure: [], forms: [] }
  const money = new Map<string, number>()
  for (let at = 0; at < list.length; at++) {
    const { text } = list[at]!
    const listed = listedAt(list, at)
    if (listed) signs.sure.push({ ...listed, weight: 1 })
    const state = stateAt(list, at)
    if (state) signs.sure.push({ country: state, weight: 1, words: text })
    const phrase = phraseAt(list, at)
    if (!phrase || (phrase.sign === 'name' && at >= titleEnd)) continue
    const { country, sign } = phrase
    const words = phrase.words.join(' ')
    at += phrase.words.length - 1
    if (sign === 'form') signs.forms.push({ country, weight: 1, words })
    else if (sign !== 'money') signs.sure.push({ country, weight: 1, words })
    else if ((money.get(country) ?? 0) < MAX_MONEY) {
      money.set(country, (money.get(country) ?? 0) + MONEY_WEIGHT)
      signs.sure.push({ country, weight: MONEY_WEIGHT, words })
    }
  }
  return signs
}

/** "<VOLE.L>": the country of the exchange whose code stands in brackets here. */
function listedAt(list: readonly Token[], at: number): { country: string; words: string } | null {
  if (list[at]!.text !== '<') return null
  let close = at + 1
  let code = ''
  while (close < at + MAX_CODE_TOKENS && close < list.length && list[close]!.text !== '>') code += list[close++]!.text
  if (list[close]?.text !== '>') return null
  const match = LISTED_CODE.exec(code)
  const country = match ? EXCHANGE_ENDS.get(match.groups?.end ?? '') : undefined
  return country ? { country, words: `<${code}>` } : null
}

/** "Reno, Nev.", "D-Conn": the country of the state that is shortened here. */
function stateAt(list: readonly Token[], at: number): string | undefined {
  const { text } = list[at]!
  if (PARTY_STATE.test(text)) return 'United States'
  if (list[at - 1]?.text !== ',' || !/^\p{Lu}\p{Ll}/u.test(list[at - 2]?.text ?? '')) return undefined
  return states.get(text)
}

/** The longest phrase that stands here. */
function phraseAt(list: readonly Token[], at: number): Phrase | undefined {
  return phrases
    .get(withoutPossessive(list[at]!.text))
    ?.find(({ words }) => words.every((word, index) => withoutPossessive(list[at + index]?.text ?? '') === word))
}

/** In capitals the possessive is a part of its token: "NORWAY'S". */
function withoutPossessive(text: string): string {
  return text.endsWith("'S") || text.endsWith('’S') ? text.slice(0, -2) : text
}

/** Phrases by their first word, longest first; names of countries and their adjectives in capitals only: elsewhere they are tags or counted. */
function readPhrases(): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  const add = (phrase: string, country: string, sign: Phrase['sign']) => {
    const words = phrase.split(' ')
    const same = byFirst.get(words[0]!) ?? []
    same.push({ words, country, sign })
    byFirst.set(words[0]!, same)
  }
  const addAll = (table: string, sign: Phrase['sign']) => {
    for (const [phrase, country] of readPairs(table)) {
      add(phrase, country, sign)
      if (sign === 'body' && phrase.length >= MIN_SHOUT_UNITS && phrase !== phrase.toUpperCase())
        add(phrase.toUpperCase(), country, sign)
    }
  }
  addAll(BODIES, 'body')
  addAll(MONEY, 'money')
  addAll(FORMS, 'form')
  for (const line of COUNTRIES.trim().split('\n')) {
    const [name = '', others = '', demonyms = ''] = line.split('=')
    for (const each of [name, ...others.split(','), ...demonyms.split(',')])
      if (each.length >= MIN_SHOUT_UNITS) add(each.toUpperCase(), name, 'name')
  }
  for (const same of byFirst.values()) same.sort((a, b) => b.words.length - a.words.length)
  return byFirst
}

function readPairs(table: string): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const line of table.trim().split('\n')) {
    const [country = '', phrases = ''] = line.split('=')
    for (const phrase of phrases.split(',')) if (phrase) pairs.set(phrase, country)
  }
  return pairs
}
