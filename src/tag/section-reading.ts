import { SECTIONS } from '../model/tag.ts'
import { foldWord, words } from '../text/words.ts'
import { looksLikeNotice, looksLikePitch } from './no-news.ts'
import { type Lexicon, lexiconOf } from './section-lexicon.ts'

/** Everything that a section is told by in a text, without its claims: what a reading thread gives to the one that knows the store. */
export type SectionReading = {
  /** Primary subtag of the language: `pt` for `pt-BR`. */
  language: string
  /** Whether it speaks like an error page or a log-in wall, or like a shop, firm, forum or handbook. */
  isNotice: boolean
  isPitch: boolean
  /** Folded words and pairs (`_`), those of the lexicon first, each once. */
  terms: readonly string[]
  /** Of each term, the square root of how often it stands there, the title counted more. */
  weights: Float32Array
  /** What the lexicon says of its terms: a row of evidence each, in the order of SECTIONS (natural logarithm). */
  known: Float32Array
}

/** Words of the text that are read: the subject is clear by then. */
const MAX_WORDS = 600
/** … and of the title. */
const MAX_TITLE_WORDS = 60
/** UTF-16 units a word takes at most on average, so that a text without spaces ends too. */
const UNITS_A_WORD = 12
/** A word of the title says as much as this many in the text; flat from 1.5 to 6. */
const TITLE_WEIGHT = 3
/** Beginnings of words are at least and at most so many letters long. */
const SHORTEST_START = 2
const LONGEST_START = 12
/** Words that the lexicon lacks, from the title and the beginning, that a store may learn: names of clubs and firms stand early. */
const MAX_OPEN_TERMS = 120
/** Letters of such a word: longer ones are addresses. */
const LONGEST_TERM = 30

type Counts = { rows: Map<number, number>; terms: Map<number, string>; open: Map<string, number> }

/** Reads what tells a section; empty terms where the text is. A word said often says little more than one said twice. */
export function readSection({
  title,
  text,
  language,
}: {
  title: string
  text: string
  language: string
}): SectionReading {
  const lexicon = lexiconOf(language)
  const counts: Counts = { rows: new Map(), terms: new Map(), open: new Map() }
  if (lexicon && lexicon.inside.length > 0) {
    countInside(lexicon, title, TITLE_WEIGHT, counts)
    countInside(lexicon, text.slice(0, MAX_WORDS * 3), 1, counts)
  }
  countPatterns(lexicon, title, counts)
  countWords(lexicon, { text: title, most: MAX_TITLE_WORDS, weight: TITLE_WEIGHT }, counts)
  countWords(lexicon, { text, most: MAX_WORDS, weight: 1 }, counts)
  const known = [...counts.rows]
  const evidence = new Float32Array(known.length * SECTIONS.length)
  for (const [index, [row]] of known.entries()) {
    const start = row * SECTIONS.length
    evidence.set(lexicon!.evidence.subarray(start, start + SECTIONS.length), index * SECTIONS.length)
  }
  return {
    language: language.toLowerCase().split('-')[0] ?? '',
    isNotice: looksLikeNotice(title, text),
    isPitch: looksLikePitch(title, text),
    terms: [...known.map(([row]) => counts.terms.get(row)!), ...counts.open.keys()],
    weights: Float32Array.from([...known.map(([, count]) => count), ...counts.open.values()], Math.sqrt),
    known: evidence,
  }
}

function countInside(lexicon: Lexicon, sample: string, weight: number, counts: Counts): void {
  for (const [word, row] of lexicon.inside) if (sample.includes(word)) addRow(counts, row, word, weight)
}

/** A result ("3-1", "6:4"): numbers too small for years, and no time of day. */
const SCORE = /(?<![\p{L}\p{N}.:/-])(?:\d{1,2}[-–]\d{1,3}|\d{1,2}:\d)(?![\p{L}\p{N}:/-]|\.\d)/u
/** An amount ("$40", "3.5%", "€ 1,2"). */
const MONEY = /[$€£¥₹₽]\s?\d|\d\s?(?:%|€|₽|٪|％)/u
/** Terms of the lexicon for what is no word. */
const PATTERNS = [
  ['#score', SCORE],
  ['#money', MONEY],
] as const

function countPatterns(lexicon: Lexicon | null, title: string, counts: Counts): void {
  const sample = title.slice(0, MAX_TITLE_WORDS * UNITS_A_WORD)
  for (const [term, pattern] of PATTERNS) {
    const row = lexicon?.whole.get(term)
    if (row !== undefined && pattern.test(sample)) addRow(counts, row, term, TITLE_WEIGHT)
  }
}

type Sample = { text: string; most: number; weight: number }

function countWords(lexicon: Lexicon | null, { text, most, weight }: Sample, counts: Counts): void {
  let before = ''
  for (const { text: word } of words(text.slice(0, most * UNITS_A_WORD)).slice(0, most)) {
    const folded = foldWord(word)
    const pair = before === '' ? undefined : lexicon?.whole.get(`${before}_${folded}`)
    if (pair !== undefined) addRow(counts, pair, `${before}_${folded}`, weight)
    if (!addParts(lexicon, folded, weight, counts)) addOpen(counts, folded, weight)
    before = folded
  }
}

/** Counts a word, or its parts where the word with its hyphens is unknown; false where nothing of it is known. */
function addParts(lexicon: Lexicon | null, folded: string, weight: number, counts: Counts): boolean {
  if (!lexicon) return false
  const whole = rowOfWord(lexicon, folded)
  if (whole !== undefined) {
    addRow(counts, whole, folded, weight)
    return true
  }
  if (!folded.includes('-')) return false
  let any = false
  for (const part of folded.split('-')) {
    const row = rowOfWord(lexicon, part)
    if (row === undefined) continue
    addRow(counts, row, part, weight)
    any = true
  }
  return any
}

function rowOfWord(lexicon: Lexicon, word: string): number | undefined {
  const whole = lexicon.whole.get(word)
  if (whole !== undefined || lexicon.starts.size === 0) return whole
  for (let length = Math.min(word.length, LONGEST_START); length >= SHORTEST_START; length--) {
    const row = lexicon.starts.get(word.slice(0, length))
    if (row !== undefined) return row
  }
  return undefined
}

function addRow(counts: Counts, row: number, term: string, weight: number): void {
  if (!counts.terms.has(row)) counts.terms.set(row, term)
  counts.rows.set(row, (counts.rows.get(row) ?? 0) + weight)
}

function addOpen(counts: Counts, term: string, weight: number): void {
  const before = counts.open.get(term)
  if (before === undefined && (counts.open.size >= MAX_OPEN_TERMS || term.length > LONGEST_TERM)) return
  counts.open.set(term, (before ?? 0) + weight)
}
