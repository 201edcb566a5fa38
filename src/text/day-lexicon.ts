import type { DayWords } from './day-words.ts'
import { DAY_WORDS } from './spoken-day-words.ts'
import { foldWord } from './words.ts'

/** A word with what it may stand for: N number, U unit, W weekday, M month, D day of the month, Y year. */
export type DayToken = {
  start: number
  end: number
  /** As written, in lower case: endings that tell the future bear accents. */
  lower: string
  fold: string
  isCapital: boolean
  slots: Readonly<Record<string, number>>
}

type Element = { slot: string | null; words: ReadonlySet<string>; optional: boolean }
type Meaning = (typeof MEANINGS)[number]
export type DayPattern = { means: Meaning; days: number; elements: readonly Element[] }

/** A language's words, ready to be looked up. */
export type Lexicon = {
  token: (word: string, start: number) => DayToken
  /** Patterns that a token may begin. */
  startingWith: (token: DayToken) => readonly DayPattern[]
  future: ReadonlySet<string>
  futureEnding: RegExp | null
  past: ReadonlySet<string>
  never: ReadonlySet<string>
  deadlines: ReadonlySet<string>
  spans: ReadonlySet<string>
  /** Names of days and months bear capitals, and a capital beside one makes it a part of a name. */
  hasCapitalDays: boolean
}

const made = new Map<string, Lexicon | null>()

/** The words of a language by its primary tag; null for one that is not known. */
export function lexiconOf(language: string): Lexicon | null {
  const known = made.get(language)
  if (known !== undefined) return known
  const given = Object.hasOwn(DAY_WORDS, language) ? DAY_WORDS[language] : undefined
  const lexicon = given ? makeLexicon(language, given) : null
  made.set(language, lexicon)
  return lexicon
}

const MEANINGS = [
  'days', 'last', 'current', 'next', 'ago', 'ahead', 'weekdayBefore', 'weekdayAfter',
  'lastWeekday', 'nextWeekday', 'weekday', 'monthDay', 'month', 'year',
] as const // biome-ignore format: in the order in which equally long ones win
/** Slots that a token's value may fill, for the index of patterns by their first word. */
const SLOTS = ['N', 'U', 'W', 'M', 'D', 'Y'] as const
const FIRST_YEAR = 1800
const LAST_YEAR = 2100

function makeLexicon(language: string, given: DayWords): Lexicon {
  const patterns = MEANINGS.flatMap((means) =>
    (given[means] ?? []).map((entry) => {
      const [text, days] = typeof entry === 'string' ? [entry, 0] : entry
      return { means, days, elements: [...text.split(' ').map(elementOf), ...yearAfter(means, text)] }
    }),
  )
  const byWord = new Map<string, DayPattern[]>()
  for (const pattern of patterns) {
    for (const key of firstKeys(pattern.elements)) {
      const list = byWord.get(key) ?? []
      list.push(pattern)
      byWord.set(key, list)
    }
  }
  const fixed = fixedSlots(language, given)
  return {
    token: (word, start) => tokenOf(word, start, language, fixed),
    startingWith: (token) => [
      ...(byWord.get(token.fold) ?? []),
      ...SLOTS.flatMap((slot) => (token.slots[slot] === undefined ? [] : (byWord.get(`*${slot}`) ?? []))),
    ],
    future: folded(given.future),
    futureEnding: given.futureEnding ?? null,
    past: folded(given.past),
    never: folded(given.never),
    deadlines: folded(given.deadlines ?? ''),
    spans: folded(given.spans ?? ''),
    hasCapitalDays: language === 'en',
  }
}

/** A year may follow a month: "in April 2019", "3 de abril de 2019". */
function yearAfter(means: Meaning, text: string): Element[] {
  if ((means !== 'month' && means !== 'monthDay') || text.endsWith('Y')) return []
  return [elementOf('de|del?'), elementOf('Y?')]
}

function elementOf(text: string): Element {
  const optional = text.endsWith('?')
  const words = (optional ? text.slice(0, -1) : text).split('|')
  const slot = words.length === 1 && /^[NUWMDY]$/u.test(words[0]!) ? words[0]! : null
  return { slot, words: new Set(words.map(foldWord)), optional }
}

/** What the first matched word may be: an optional element may be left out. */
function firstKeys(elements: readonly Element[]): Set<string> {
  const keys = new Set<string>()
  for (const { slot, words, optional } of elements) {
    if (slot !== null) keys.add(`*${slot}`)
    else for (const word of words) keys.add(word)
    if (!optional) break
  }
  return keys
}

type Slots = ReadonlyMap<string, Record<string, number>>

function fixedSlots(language: string, given: DayWords): Slots {
  const fixed = new Map<string, Record<string, number>>()
  const put = (word: string, slot: string, value: number) => {
    const key = foldWord(word)
    fixed.set(key, { ...fixed.get(key), [slot]: value })
  }
  const numbers = given.numbers.split(' ')
  for (const [at, forms] of numbers.entries()) for (const form of forms.split('|')) put(form, 'N', at + 1)
  for (const [unit, forms] of given.units.entries()) for (const form of forms.split(' ')) put(form, 'U', unit)
  const format = new Intl.DateTimeFormat(language === 'no' ? 'nb' : language, { weekday: 'long', timeZone: 'UTC' })
  // 4 January 1970 was a Sunday.
  for (let day = 0; day < 7; day++) {
    const name = format.format(Date.UTC(1970, 0, 4 + day)).replace(/-feira$/u, '')
    for (const part of ['', ...(given.dayParts ?? '').split(' ')]) put(name + part, 'W', day)
  }
  for (const [word, day] of Object.entries(given.weekdays ?? {})) put(word, 'W', day)
  return fixed
}

const NO_SLOTS: Readonly<Record<string, number>> = {}

function tokenOf(word: string, start: number, language: string, fixed: Slots): DayToken {
  const fold = foldWord(word)
  const slots = /^\p{N}/u.test(word) ? numberSlots(word) : wordSlots(word, fold, language, fixed)
  const isCapital = /^\p{Lu}/u.test(word)
  return { start, end: start + word.length, lower: word.toLowerCase(), fold, isCapital, slots }
}

function wordSlots(word: string, fold: string, language: string, fixed: Slots): Readonly<Record<string, number>> {
  const known = fixed.get(fold)
  // In English, "may", "march" and "sun" are words; a name of the calendar has its capital there.
  if (language === 'en' && !/^\p{Lu}/u.test(word)) return known && known.W === undefined ? known : NO_SLOTS
  const month = word.length > 2 ? monthIn(word, language) : null
  return month === null ? (known ?? NO_SLOTS) : { ...known, M: month }
}

const monthWords = new Map<string, number | null>()
/** Words of one process whose month is remembered; the rest is looked up anew. */
const MAX_REMEMBERED = 50_000

function monthIn(word: string, language: string): number | null {
  const key = `${language} ${word}`
  const known = monthWords.get(key)
  if (known !== undefined) return known
  const month = monthOf(word, language)
  if (monthWords.size < MAX_REMEMBERED) monthWords.set(key, month)
  return month
}

const ownMonths = new Map<string, readonly ReadonlySet<string>[]>()

/** Month 1 to 12 by a language's own names alone: a word that another language has for a month is none. */
function monthOf(word: string, language: string): number | null {
  const known = ownMonths.get(language) ?? monthsOf(language)
  ownMonths.set(language, known)
  const at = known.findIndex((names) => names.has(foldWord(word)))
  return at === -1 ? null : at + 1
}

/** Names of months alone, beside a day, and shortened: declined forms are among them. Source: CLDR through ECMA-402. */
function monthsOf(language: string): ReadonlySet<string>[] {
  const locale = `${language === 'no' ? 'nb' : language}-u-ca-gregory`
  const formats = (['long', 'short'] as const).flatMap((month) => [
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month }),
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month, day: 'numeric' }),
  ])
  return Array.from({ length: 12 }, (_, at) => {
    const names = formats.map(
      (format) => format.formatToParts(Date.UTC(1970, at, 10)).find(({ type }) => type === 'month')?.value ?? '',
    )
    return new Set([...names.map((name) => foldWord(name.replace(/\.$/u, ''))), ...locatives(language, at)])
  })
}

/** Forms after "in" that the locale data does not name. */
const LOCATIVES: Readonly<Record<string, string>> = {
  en: ',,,,,,,,sept,,,',
  de: 'jänner,feber,,,,,,,,,,',
  ru: 'январе,феврале,марте,апреле,мае,июне,июле,августе,сентябре,октябре,ноябре,декабре',
  uk: 'січні,лютому,березні,квітні,травні,червні,липні,серпні,вересні,жовтні,листопаді,грудні',
  pl: 'styczniu,lutym,marcu,kwietniu,maju,czerwcu,lipcu,sierpniu,wrześniu,październiku,listopadzie,grudniu',
  cs: 'lednu,únoru,březnu,dubnu,květnu,červnu,červenci,srpnu,září,říjnu,listopadu,prosinci',
}

function locatives(language: string, at: number): string[] {
  const form = LOCATIVES[language]?.split(',')[at] ?? ''
  return form === '' ? [] : [foldWord(form)]
}

function numberSlots(word: string): Readonly<Record<string, number>> {
  const value = Number(word)
  if (!Number.isInteger(value) || word.length > 4) return NO_SLOTS
  if (word.length === 4) return value >= FIRST_YEAR && value <= LAST_YEAR ? { Y: value } : NO_SLOTS
  return { N: value, ...(value >= 1 && value <= 31 && word.length < 3 ? { D: value } : {}) }
}

function folded(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').filter(Boolean).map(foldWord))
}
