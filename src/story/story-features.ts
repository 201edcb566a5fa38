import type { EpochMs } from '../model/time.ts'
import { hash32 } from '../text/hash.ts'
import { scanWords } from '../text/word-hashes.ts'
import { type Inflection, inflectionOf, plainWord, wordStem } from '../text/word-stem.ts'
import { ENGLISH, listOf, type PriorWord, priorWord } from './prior-words.ts'
import { NO_SIGNS, type SignWord, type StorySigns, storySigns } from './story-signs.ts'

/** What a story is told from: title and body are joined; either may be missing. */
export type StoryDoc = {
  title: string | null
  text: string
  language: string
  tags: readonly { name: string; kind: string; salience: number }[]
  publishedMs: EpochMs | null
  host: string | null
}

/**
 * A text as the clusterer sees it: its most telling terms by rising hash, with how often each comes (0 to 255, the lead
 * counted twice), its prior rarity (in twelfths) and its flags. A function of the text alone.
 */
export type StoryFeatures = StorySigns & {
  terms: Uint32Array
  counts: Uint8Array
  rarity: Uint8Array
  flags: Uint8Array
  /** Words in title and text, at most 65,535. */
  words: number
  /** 32-bit hash of the language's primary subtag. */
  language: number
  publishedMs: EpochMs | null
}

/** Flags of a term. */
export const TERM = { name: 1, lead: 2, number: 4, maybeName: 8 } as const

/** Terms kept of one text: the most telling ones; the 129th adds nothing to either development set. */
const MAX_TERMS = 128
/** Words of the lead, which a newspaper text tells everything in. */
const LEAD_WORDS = 50
/** Words looked at: what stands behind is background. */
const MAX_WORDS = 3_000
/** Words of which signs for other languages are made, and units of text whose numbers are. */
const MAX_SIGN_WORDS = 400
const MAX_NUMBERED_UNITS = 4_000
/** Letters from which a word that is no name may be one that languages share. */
const LONG_WORD = 7
/** Rarity of a number: days of the month and years are in many texts, and no list knows them. */
const NUMBER_IDF = 4.5
/** Rarity, at most, of a name that no list of another language than English has: the day's names are in many texts too. */
const NAME_IDF = 4.5
/** Share of capitals above which a line says nothing by its capitals (a headline in Title Case). */
const TITLE_CASE_SHARE = 0.6

type Term = {
  hash: number
  /** Of its commonest form in the text. */
  prior: PriorWord
  count: number
  rarity: number
  flags: number
  capitals: number
  lowers: number
  score: number
}

/** Features of one text; in a language whose words are declined a term is a stem. Never throws; an empty text has no terms. */
export function storyFeatures(doc: StoryDoc): StoryFeatures {
  const text = doc.title ? `${doc.title}\n${doc.text}` : doc.text
  const list = listOf(doc.language)
  const { terms, words, signWords } = collectTerms(text, list, inflectionOf(doc.language))
  for (const term of terms.values()) settle(term, list)
  const kept = [...terms.values()]
    .filter(isTelling)
    .sort((a, b) => b.score - a.score || a.hash - b.hash)
    .slice(0, MAX_TERMS)
  kept.sort((a, b) => a.hash - b.hash)
  const language = doc.language.toLowerCase().split('-', 1)[0] ?? ''
  return {
    ...storySigns(signWords(text), text.slice(0, MAX_NUMBERED_UNITS), language),
    terms: Uint32Array.from(kept, ({ hash }) => hash),
    counts: Uint8Array.from(kept, ({ count }) => Math.min(255, count)),
    rarity: Uint8Array.from(kept, ({ rarity }) => rarity),
    flags: Uint8Array.from(kept, ({ flags }) => flags),
    words: Math.min(words, 0xffff),
    language: hash32(language),
    publishedMs: doc.publishedMs,
  }
}

function collectTerms(
  text: string,
  list: number,
  inflection: Inflection | null,
): { terms: Map<number, Term>; words: number; signWords: (text: string) => SignWord[] } {
  const { hashes, starts, ends, count } = scanWords(text)
  const places: Place[] = []
  const terms = new Map<number, Term>()
  const looked = Math.min(count, MAX_WORDS)
  let lineEnd = -1
  let isTitleCase = false
  for (let word = 0; word < looked; word++) {
    const start = starts[word]!
    if (start > lineEnd) {
      const next = text.indexOf('\n', start)
      lineEnd = next < 0 ? text.length : next
      isTitleCase = hasTitleCase(text, starts, ends, word, Math.min(looked, word + 30), lineEnd)
    }
    const isNumber = isDigit(text.charCodeAt(start))
    const form = hashes[word]!
    const stem = inflection && !isNumber ? wordStem(plainWord(text.slice(start, ends[word]!)), inflection) : null
    const hash = stem === null ? form : hash32(stem)
    let term = terms.get(hash)
    if (!term) {
      const flags = isNumber ? TERM.number : 0
      term = { hash, prior: priorWord(form, list), count: 0, rarity: 0, flags, capitals: 0, lowers: 0, score: 0 }
      terms.set(hash, term)
    } else if (inflection) term.prior = commoner(term.prior, priorWord(form, list))
    term.count += word < LEAD_WORDS ? 2 : 1
    if (word < LEAD_WORDS) term.flags |= TERM.lead
    if (!isCapital(text, start)) term.lowers++
    else if (!isTitleCase && word > 0 && !startsSentence(text, ends[word - 1]!, start)) term.capitals++
    else if (term.capitals === 0) term.flags |= TERM.maybeName
    if (word >= MAX_SIGN_WORDS || isNumber) continue
    const end = ends[word]!
    const isUnspaced = end - start < 2 // a character of a script without spaces, or a letter
    if (isUnspaced || !(isCapital(text, start) || end - start >= LONG_WORD || isCaseless(text, start))) continue
    const before = word > 0 ? ends[word - 1]! : -1
    const startsLine = before < 0 || startsSentence(text, before, start) || isTitleCase
    places.push({ term, prior: priorWord(form, list), start, end, before, startsLine })
  }
  return { terms, words: count, signWords: (whole) => places.map((place) => signWordOf(whole, place)) }
}

/** Where a word that may be a sign stands; `before`: where the word before it ends, -1 for none. */
type Place = { term: Term; prior: PriorWord; start: number; end: number; before: number; startsLine: boolean }

function signWordOf(text: string, { term, prior, start, end, before, startsLine }: Place): SignWord {
  return {
    word: text.slice(start, end),
    prior,
    isCapital: isCapital(text, start),
    isCommon: term.lowers > 0,
    startsSentence: startsLine,
    isBesideLast: before >= 0 && /^[ \u00a0-]$/.test(text.slice(before, start)),
  }
}

function isCaseless(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x0590 && code < 0x0780
}

/** Name or not: by the background where it knows the word, by the text's own spelling where it does not. */
function settle(term: Term, list: number): void {
  const { prior } = term
  const { kind } = prior
  const known = term.flags & TERM.number ? Math.min(prior.idf, NUMBER_IDF) : prior.idf
  const startsCapital = (term.flags & TERM.maybeName) !== 0
  term.flags &= ~TERM.maybeName
  const writtenAsName = term.capitals > term.lowers
  const mayBeName = kind === 'unknown' && (writtenAsName || (startsCapital && term.lowers === 0))
  if (kind === 'name' || mayBeName || (kind === 'listed' && writtenAsName)) term.flags |= TERM.name
  else if (writtenAsName) term.flags |= TERM.maybeName
  const isUnlistedName = list !== ENGLISH && kind === 'unknown' && (term.flags & TERM.name) !== 0
  const idf = isUnlistedName ? Math.min(known, NAME_IDF) : known
  term.rarity = Math.round(idf * 12)
  term.score = idf * (1 + Math.log(term.count)) * (term.flags & (TERM.name | TERM.lead) ? 2 : 1)
}

function isTelling({ rarity, flags }: Term): boolean {
  return rarity >= 18 || (flags & TERM.name) !== 0
}

function commoner(one: PriorWord, other: PriorWord): PriorWord {
  return other.idf < one.idf ? other : one
}

function hasTitleCase(
  text: string,
  starts: Uint32Array,
  ends: Uint32Array,
  from: number,
  to: number,
  lineEnd: number,
): boolean {
  let long = 0
  let capitals = 0
  for (let word = from; word < to && starts[word]! < lineEnd; word++) {
    if (ends[word]! - starts[word]! < 4) continue
    long++
    if (isCapital(text, starts[word]!)) capitals++
  }
  return long > 0 && capitals > TITLE_CASE_SHARE * long
}

function startsSentence(text: string, previousEnd: number, start: number): boolean {
  for (let index = previousEnd; index < start; index++) {
    const code = text.charCodeAt(index)
    if (code === 10 || code === 33 || code === 34 || code === 46 || code === 58 || code === 63 || code === 0x201c)
      return true
  }
  return false
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code >= 65 && code <= 90
  const unit = text[at] ?? ''
  return unit !== unit.toLowerCase()
}

const HEADER_BYTES = 20
const VERSION = 2
/** Without signs, as stores of before have it: read still. */
const VERSION_WITHOUT_SIGNS = 1

/** Features as bytes: 20, 7 a term and 5 a sign, little-endian. */
export function encodeFeatures(features: StoryFeatures): Uint8Array {
  const { terms, counts, rarity, flags, signs, signKinds } = features
  const bytes = new Uint8Array(HEADER_BYTES + terms.length * 7 + signs.length * 5)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, VERSION)
  view.setUint8(1, signs.length)
  view.setUint16(2, features.words, true)
  view.setUint32(4, features.language, true)
  view.setFloat64(8, features.publishedMs ?? Number.NaN, true)
  view.setUint32(16, terms.length, true)
  for (const [index, term] of terms.entries()) view.setUint32(HEADER_BYTES + index * 4, term, true)
  const rest = HEADER_BYTES + terms.length * 4
  bytes.set(counts, rest)
  bytes.set(rarity, rest + terms.length)
  bytes.set(flags, rest + terms.length * 2)
  const behind = rest + terms.length * 3
  for (const [index, sign] of signs.entries()) view.setUint32(behind + index * 4, sign, true)
  bytes.set(signKinds, behind + signs.length * 4)
  return bytes
}

/** Reads `encodeFeatures`' bytes; bytes of another version or cut short give features without terms. */
export function decodeFeatures(bytes: Uint8Array): StoryFeatures {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = bytes.length >= HEADER_BYTES ? view.getUint8(0) : 0
  const isKnown = version === VERSION || version === VERSION_WITHOUT_SIGNS
  const count = isKnown ? view.getUint32(16, true) : 0
  const signCount = version === VERSION ? view.getUint8(1) : 0
  const isWhole = bytes.length === HEADER_BYTES + count * 7 + signCount * 5
  if (!isKnown || !isWhole) return emptyFeatures()
  const publishedMs = view.getFloat64(8, true)
  const rest = HEADER_BYTES + count * 4
  const behind = rest + count * 3
  return {
    signs: Uint32Array.from({ length: signCount }, (_, index) => view.getUint32(behind + index * 4, true)),
    signKinds: bytes.slice(behind + signCount * 4),
    terms: Uint32Array.from({ length: count }, (_, index) => view.getUint32(HEADER_BYTES + index * 4, true)),
    counts: bytes.slice(rest, rest + count),
    rarity: bytes.slice(rest + count, rest + count * 2),
    flags: bytes.slice(rest + count * 2, rest + count * 3),
    words: view.getUint16(2, true),
    language: view.getUint32(4, true),
    publishedMs: Number.isNaN(publishedMs) ? null : publishedMs,
  }
}

function emptyFeatures(): StoryFeatures {
  const none = new Uint8Array(0)
  return {
    ...NO_SIGNS,
    terms: new Uint32Array(0),
    counts: none,
    rarity: none,
    flags: none,
    words: 0,
    language: 0,
    publishedMs: null,
  }
}
