import { hash32 } from '../text/hash.ts'
import { LEAST_CONSONANTS, nameSkeleton } from './name-skeleton.ts'
import type { PriorWord } from './prior-words.ts'

/**
 * What a text can share with one of another language: names by their consonants, pairs of names that stand together, numbers, and long
 * words that languages have in common. Rising hashes, each with its kind (`SIGN`) in the low two bits and its weight in 1/32 above.
 */
export type StorySigns = { signs: Uint32Array; signKinds: Uint8Array }
/** Of a text without any, or of one that was stored before there were signs. */
export const NO_SIGNS: StorySigns = { signs: new Uint32Array(0), signKinds: new Uint8Array(0) }
/** Kinds: a name that no list has, or two of them together; one that a list has; a number; a long word. */
export const SIGN = { rareName: 0, knownName: 1, number: 2, word: 3 } as const
/**
 * A word of a text as signs are made of it. `isCommon`: the text writes it small elsewhere; `startsSentence`: its capital says nothing;
 * `isBesideLast`: only a space or hyphen parts it from the word before it in the list.
 */
export type SignWord = {
  word: string
  prior: PriorWord
  isCapital: boolean
  isCommon: boolean
  startsSentence: boolean
  isBesideLast: boolean
}

/** Signs kept of one text, the weightiest ones. */
const MAX_SIGNS = 48
/** Letters of a word that languages may have in common, and consonants that must be left of it. */
const LONG_WORD = 7
const LONG_SKELETON = 5
/** Rarity (natural logarithm) from which a listed name counts as a rare one. */
const RARE_IDF = 8

/** Of names, numbers and words; a name of a script without capitals counts for a share of it. */
const WEIGHTS = {
  caseless: 0.5,
  pair: 1.5,
  full: 1,
  short: 0.6,
  known: 0.5,
  number: 0.8,
  shortNumber: 0.5,
  year: 0.15,
  word: 0.35,
}

/** What a text shares with others, from its words in order and its text. `language`: primary subtag. */
export function storySigns(words: readonly SignWord[], text: string, language: string): StorySigns {
  const found = new Map<number, number>()
  const put = (name: string, kind: number, weight: number): void => {
    const hash = hash32(name)
    found.set(hash, Math.max(found.get(hash) ?? 0, (Math.round(weight * 32) << 2) | kind))
  }
  let last = ''
  for (const each of words) {
    const isName = isNameLike(each)
    const skeleton = isName || each.word.length >= LONG_WORD ? skeletonOf(each.word, language) : ''
    if (isName && skeleton !== '') {
      const isRare = each.prior.kind === 'unknown' || each.prior.idf >= RARE_IDF
      const isShort = skeleton.length === LEAST_CONSONANTS
      const doubt = each.isCapital ? 1 : WEIGHTS.caseless
      if (isRare) put(skeleton, SIGN.rareName, doubt * (isShort ? WEIGHTS.short : WEIGHTS.full))
      else put(skeleton, SIGN.knownName, doubt * WEIGHTS.known)
      if (last !== '' && each.isBesideLast) put(`${last} ${skeleton}`, SIGN.rareName, doubt * WEIGHTS.pair)
    } else if (skeleton.length >= LONG_SKELETON && !isName) put(skeleton, SIGN.word, WEIGHTS.word)
    last = isName ? skeleton : ''
  }
  for (const number of numbersOf(text)) put(number, SIGN.number, numberWeight(number))
  const kept = [...found].sort((a, b) => (b[1] >> 2) - (a[1] >> 2) || a[0] - b[0]).slice(0, MAX_SIGNS)
  kept.sort((a, b) => a[0] - b[0])
  return {
    signs: Uint32Array.from(kept, ([hash]) => hash),
    signKinds: Uint8Array.from(kept, ([, kind]) => kind),
  }
}

/** Skeletons of words met lately: most words of the news are met again. */
const skeletons = new Map<string, string>()
const MAX_SKELETONS = 20_000

function skeletonOf(word: string, language: string): string {
  const key = `${language} ${word}`
  const known = skeletons.get(key)
  if (known !== undefined) return known
  if (skeletons.size >= MAX_SKELETONS) skeletons.clear()
  const skeleton = nameSkeleton(word, language)
  skeletons.set(key, skeleton)
  return skeleton
}

/** Capitalised in mid-sentence, or a word that no list has; where a script has no capitals, what no list has. */
function isNameLike({ word, prior, isCapital, isCommon, startsSentence }: SignWord): boolean {
  if (CASELESS.test(word)) return prior.kind === 'unknown'
  if (!isCapital || isCommon) return false
  return startsSentence ? prior.kind === 'unknown' || prior.kind === 'name' : prior.kind !== 'common'
}

const CASELESS = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const NUMBER = /\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d{1,2}(?!\d))?/gu
/** Numbers read of one text. */
const MAX_NUMBERS = 200

/** Numbers of two digits or more as they compare: `1,850`, `1.850` and `1 850` -> `1850`; `4,5` and `4.5` -> `4.5`. */
export function numbersOf(text: string): Set<string> {
  const numbers = new Set<string>()
  for (const [found] of text.matchAll(NUMBER)) {
    const decimal = /[.,]\d{1,2}$/.exec(found)
    const whole = (decimal ? found.slice(0, decimal.index) : found).replace(/\D/g, '')
    const number = decimal ? `${whole}.${decimal[0].slice(1)}` : whole
    if (number.length >= 2) numbers.add(number)
    if (numbers.size >= MAX_NUMBERS) break
  }
  return numbers
}

function numberWeight(number: string): number {
  if (/^(?:19|20)\d\d$/.test(number)) return WEIGHTS.year
  return number.length === 2 ? WEIGHTS.shortNumber : WEIGHTS.number
}

/**
 * What two texts share. `likeness`: weight shared over the smaller one's, 0 to 1; `rare`: rare names that are so now; `numbers`: weight of
 * shared numbers over the smaller one's, null where one of them has too few to say.
 */
export type SharedSigns = { likeness: number; rare: number; numbers: number | null }

/** Numbers that both texts must have before it tells against them that they share none, in weight of full ones. */
const LEAST_NUMBERS = 1

/** Compares the signs of two texts; `isCommon` says of a sign that many have it now. */
export function sharedSigns(one: StorySigns, other: StorySigns, isCommon: (sign: number) => boolean): SharedSigns {
  let rare = 0
  let weight = 0
  let numbers = 0
  for (let a = 0, b = 0; a < one.signs.length && b < other.signs.length; ) {
    const left = one.signs[a]!
    const right = other.signs[b]!
    if (left === right) {
      const [kindA, kindB] = [one.signKinds[a]!, other.signKinds[b]!]
      const both = ((kindA >> 2) + (kindB >> 2)) / 64
      const kind = Math.max(kindA & 3, kindB & 3)
      const isRare = kind === SIGN.rareName && !isCommon(left)
      weight += kind === SIGN.rareName && !isRare ? both * COMMON_SHARE : both
      if (isRare) rare++
      if (kind === SIGN.number) numbers += both
    }
    if (left <= right) a++
    if (right <= left) b++
  }
  const least = Math.min(weightOf(one), weightOf(other))
  const leastNumbers = Math.min(weightOf(one, SIGN.number), weightOf(other, SIGN.number))
  return {
    likeness: least > 0 ? Math.min(1, weight / least) : 0,
    rare,
    numbers: leastNumbers < LEAST_NUMBERS * WEIGHTS.number ? null : numbers / leastNumbers,
  }
}

/** What a name that many have now counts for. */
const COMMON_SHARE = 0.3

function weightOf({ signKinds }: StorySigns, only?: number): number {
  let sum = 0
  for (const kind of signKinds) if (only === undefined || (kind & 3) === only) sum += kind >> 2
  return sum / 32
}
