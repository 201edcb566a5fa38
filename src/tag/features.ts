import { hash32 } from '../text/hash.ts'
import { clusterOf } from './clusters.ts'
import { knownAs } from './gazetteer.ts'
import { joinHash, KNOWN, MAX_NAME_TOKENS, tokenHash, WORD_CLASSES } from './gazetteer-hash.ts'
import { isSporting } from './sporting.ts'
import type { Token } from './tokens.ts'
import { ROLE, roleOf } from './word-roles.ts'

/** Labels that a token can get: outside, or first and later token of a person, place or organisation. */
export const LABELS = ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC', 'B-ORG', 'I-ORG'] as const
export const LABEL_COUNT = LABELS.length

/** What is known of every token before labels are given; one entry a token in each array. */
export type Sheet = {
  length: number
  /** 1 where the token may stand in a name by its own shape: has a capital, or is of a script without case. */
  candidate: Uint8Array
  first: Uint8Array
  /** Hash of the word in lower case. */
  word: Int32Array
  prefix: Int32Array
  suffix2: Int32Array
  suffix3: Int32Array
  shape: Int32Array
  role: Uint8Array
  /** Cluster of the word in lower case, 0 for none. */
  cluster: Uint16Array
  /** Classes of the single token. */
  known: Uint16Array
  /** Classes of the longest known name over the token, and its place in it: 0 none, 1 alone, 2 first, 3 inside, 4 last. */
  spanKnown: Uint16Array
  spanPlace: Uint8Array
  /** What the document shows of this word elsewhere: bits of SEEN. */
  seen: Uint8Array
  /** First and one-past-last token of the run of capitalised tokens that the token is in; its own index where none. */
  runStart: Int32Array
  runEnd: Int32Array
  /** 1 in a sentence of capitals only, where capitals say nothing. */
  shouted: Uint8Array
  /** 1 in a line of a table: names, numbers and signs, no other word in small letters. */
  row: Uint8Array
  /** Is the text about sport? */
  sporting: boolean
}

/** What a word's other occurrences in the document show. */
export const SEEN = {
  lower: 1,
  midCapital: 2,
  afterTitle: 4,
  afterFirstName: 8,
  beforeBody: 16,
  afterWhere: 32,
  beforeSays: 64,
  inLongerName: 128,
} as const

const CAPITAL = /\p{Lu}/u
const LETTER = /\p{L}/u
const CASELESS = /^\p{Lo}/u

/** Reads a document's tokens once; linear in their number. */
export function readSheet(list: readonly Token[]): Sheet {
  const sheet = emptySheet(list.length)
  const proper = new Uint32Array(list.length)
  for (let index = 0; index < list.length; index++) readToken(sheet, proper, list[index]!, index)
  sheet.sporting = isSporting(list)
  markShouted(sheet, list)
  markRows(sheet, list)
  markKnownSpans(sheet, proper)
  markRuns(sheet)
  markSeen(sheet, list)
  return sheet
}

function emptySheet(length: number): Sheet {
  const ints = () => new Int32Array(length)
  const bytes = () => new Uint8Array(length)
  return {
    length,
    candidate: bytes(),
    first: bytes(),
    word: ints(),
    prefix: ints(),
    suffix2: ints(),
    suffix3: ints(),
    shape: ints(),
    role: bytes(),
    cluster: new Uint16Array(length),
    known: new Uint16Array(length),
    spanKnown: new Uint16Array(length),
    spanPlace: bytes(),
    seen: bytes(),
    runStart: ints(),
    runEnd: ints(),
    shouted: bytes(),
    row: bytes(),
    sporting: false,
  }
}

function readToken(sheet: Sheet, proper: Uint32Array, token: Token, index: number): void {
  const { text } = token
  const lower = text.toLowerCase()
  const hasCapital = lower !== text && CAPITAL.test(text)
  sheet.first[index] = token.first ? 1 : 0
  const mayName = hasCapital || CASELESS.test(text)
  sheet.candidate[index] = mayName ? 1 : 0
  sheet.word[index] = hash32(lower)
  sheet.cluster[index] = clusterOf(sheet.word[index]!)
  sheet.prefix[index] = hash32(lower.slice(0, 3))
  sheet.suffix2[index] = hash32(lower.slice(-2))
  sheet.suffix3[index] = hash32(lower.slice(-3))
  sheet.shape[index] = shapeOf(text)
  sheet.role[index] = roleOf(text)
  const own = tokenHash(text)
  proper[index] = own
  let known = knownAs(joinHash(0, own))
  // A name in a headline of capitals is looked up as it would be written elsewhere.
  if (text.length > 3 && hasCapital && text.toUpperCase() === text) {
    const asName = tokenHash(text[0]! + lower.slice(1))
    const knownAsName = knownAs(joinHash(0, asName))
    if (known === 0) {
      known = knownAsName
      proper[index] = asName
    }
  }
  if (!mayName) known &= WORD_CLASSES
  else known = (known & ~WORD_CLASSES) | (knownAs(joinHash(0, tokenHash(lower))) & WORD_CLASSES)
  sheet.known[index] = known
}

/** A word's form with runs folded: `Xx`, `X.X.`, `9x`, `x-X`; at most six signs, packed into a number. */
function shapeOf(text: string): number {
  let shape = 0
  let last = 0
  let signs = 0
  for (let index = 0; index < text.length && signs < 6; index++) {
    const code = text.charCodeAt(index)
    const sign =
      code >= 97 && code <= 122
        ? 1
        : code >= 65 && code <= 90
          ? 2
          : code >= 48 && code <= 57
            ? 3
            : code === 46
              ? 4
              : code === 45
                ? 5
                : code < 128
                  ? 6 + (code % 16)
                  : wideSign(text[index]!)
    if (sign === last) continue
    shape = shape * 32 + sign
    last = sign
    signs++
  }
  return shape * 4 + (text.length === 1 ? 1 : text.length < 4 ? 2 : 3)
}

function wideSign(sign: string): number {
  if (!LETTER.test(sign)) return 24
  return sign.toLowerCase() !== sign ? 2 : sign.toUpperCase() !== sign ? 1 : 25
}

/** Finds sentences where nearly every word has only capitals. */
function markShouted(sheet: Sheet, list: readonly Token[]): void {
  for (let start = 0; start < list.length; ) {
    let end = start + 1
    while (end < list.length && !list[end]!.first) end++
    let capitals = 0
    let others = 0
    for (let index = start; index < end; index++) {
      const { text } = list[index]!
      if (text.length < 2 || !LETTER.test(text)) continue
      if (text.toUpperCase() === text) capitals++
      else others++
    }
    if (capitals >= 3 && capitals > 4 * others) sheet.shouted.fill(1, start, end)
    start = end
  }
}

/** Finds lines of tables: a name at least, a number at least, and no word of three small letters or more outside brackets. */
function markRows(sheet: Sheet, list: readonly Token[]): void {
  for (let start = 0; start < list.length; ) {
    let end = start + 1
    while (end < list.length && !list[end]!.first) end++
    let names = 0
    let numbers = 0
    let words = 0
    let depth = 0
    for (let index = start; index < end; index++) {
      const { text } = list[index]!
      if (text === '(') depth++
      else if (text === ')') depth = Math.max(0, depth - 1)
      else if (sheet.candidate[index]) names++
      else if (/^\p{N}/u.test(text)) numbers++
      else if (depth === 0 && /^\p{Ll}{3}/u.test(text)) words++
    }
    if (names > 0 && numbers > 0 && words === 0) sheet.row.fill(1, start, end)
    start = end
  }
}

/** Marks the longest known names, left to right, over tokens that start with a capital. */
function markKnownSpans(sheet: Sheet, proper: Uint32Array): void {
  for (let start = 0; start < sheet.length; ) {
    let length = 0
    let classes = 0
    if (sheet.candidate[start]) {
      let hash = 0
      for (let size = 1; size <= MAX_NAME_TOKENS && start + size <= sheet.length; size++) {
        if (size > 1 && sheet.first[start + size - 1]) break
        hash = joinHash(hash, proper[start + size - 1]!)
        const known = size === 1 ? sheet.known[start]! : knownAs(hash)
        if (known & ~(KNOWN.commonWord | KNOWN.anyName | WORD_CLASSES)) {
          length = size
          classes = known
        }
      }
    }
    for (let index = 0; index < length; index++) {
      sheet.spanKnown[start + index] = classes
      sheet.spanPlace[start + index] = length === 1 ? 1 : index === 0 ? 2 : index === length - 1 ? 4 : 3
    }
    start += Math.max(1, length)
  }
}

/** Runs of capitalised tokens, linked by "of", "de" and the like where a capital follows. */
function markRuns(sheet: Sheet): void {
  for (let start = 0; start < sheet.length; ) {
    let end = start
    while (end < sheet.length && sheet.candidate[end] && (end === start || !sheet.first[end])) {
      end++
      if (
        end + 1 < sheet.length &&
        sheet.role[end] === ROLE.link &&
        !sheet.candidate[end] &&
        sheet.candidate[end + 1] &&
        !sheet.first[end]
      )
        end++
    }
    if (end === start) end++
    sheet.runStart.fill(start, start, end)
    sheet.runEnd.fill(end, start, end)
    start = end
  }
}

/** Gathers for every word what its occurrences show, and writes it to each of them. */
function markSeen(sheet: Sheet, list: readonly Token[]): void {
  const seen = new Map<number, number>()
  for (let index = 0; index < sheet.length; index++) {
    const word = sheet.word[index]!
    let bits = 0
    if (!sheet.candidate[index]) {
      if (seen.has(word) || LETTER.test(list[index]!.text)) bits = SEEN.lower
    } else if (!sheet.shouted[index]) {
      const before = index > 0 && !sheet.first[index] ? index - 1 : -1
      if (before >= 0) {
        bits |= SEEN.midCapital
        if (sheet.role[before] === ROLE.title) bits |= SEEN.afterTitle
        if (sheet.known[before]! & KNOWN.firstName && !(sheet.known[before]! & (KNOWN.country | KNOWN.region)))
          bits |= SEEN.afterFirstName
        if (sheet.role[before] === ROLE.where) bits |= SEEN.afterWhere
      }
      const after = index + 1 < sheet.length && !sheet.first[index + 1] ? index + 1 : -1
      if (after >= 0) {
        if (sheet.role[after] === ROLE.body) bits |= SEEN.beforeBody
        if (sheet.role[after] === ROLE.says) bits |= SEEN.beforeSays
      }
      if (sheet.runEnd[index]! - sheet.runStart[index]! > 1) bits |= SEEN.inLongerName
    }
    if (bits) seen.set(word, (seen.get(word) ?? 0) | bits)
  }
  for (let index = 0; index < sheet.length; index++)
    if (sheet.candidate[index]) sheet.seen[index] = seen.get(sheet.word[index]!) ?? 0
}
