import { scanWords } from '../text/word-hashes.ts'
import { listOf, priorWord } from './prior-words.ts'

/** Rarity of a word of a language whose words no list knows: short ones bind, longer ones tell. */
const SHORT_IDF = 1.2
const LONG_IDF = 5
/** Letters of a word that only binds, where nothing is known of it. */
const SHORT_LETTERS = 3
/** Rarity of names and numbers, and the most that any word has. */
const RARE_IDF = 6

/** A sentence's different words by hash, in order of it, each with its rarity; `total` is the sum of these. */
export type Terms = { hashes: Uint32Array; weights: Float32Array; total: number }

/** Terms of a sentence in its language; what was asked before is remembered. */
export type TermMemory = (text: string, language: string) => Terms

/** A sentence's different words with their rarity (about natural logarithm of texts per text with the word; numbers and names are rare). */
export function sentenceTerms(text: string, language: string): Terms {
  const { hashes: found, starts, ends, count } = scanWords(text)
  const list = listOf(language)
  const isListed = language.startsWith('en') || list !== listOf('en')
  // One number a word, its hash above its rarity: sorting numbers is what is fast here.
  const packed = new Float64Array(count)
  for (let word = 0; word < count; word++) {
    const hash = found[word]!
    const [start, end] = [starts[word]!, ends[word]!]
    const rarity = isListed
      ? knownRarity(text, start, end, priorWord(hash, list).idf)
      : guessedRarity(text.slice(start, end))
    packed[word] = hash * STEPS_ROOM + Math.round(rarity * STEPS)
  }
  packed.sort()
  const hashes = new Uint32Array(count)
  const weights = new Float32Array(count)
  let different = 0
  let total = 0
  for (const value of packed) {
    const hash = Math.floor(value / STEPS_ROOM)
    if (different > 0 && hashes[different - 1] === hash) continue
    const weight = (value % STEPS_ROOM) / STEPS
    hashes[different] = hash
    weights[different++] = weight
    total += weight
  }
  return { hashes: hashes.subarray(0, different), weights: weights.subarray(0, different), total }
}

/** Steps of one unit of rarity, and room for all of them: RARE_IDF is the most. */
const STEPS = 32
const STEPS_ROOM = 256

/** `sentenceTerms` for the telling of one story: a sentence is cut once, however many of its days and words are compared. */
export function rememberTerms(): TermMemory {
  const known = new Map<string, Terms>()
  return (text, language) => {
    const key = `${language} ${text}`
    const terms = known.get(key) ?? sentenceTerms(text, language)
    known.set(key, terms)
    return terms
  }
}

/** How much of the smaller set's weight the other holds too, 0 to 1; 0 for an empty one. */
export function termOverlap(one: Terms, other: Terms): number {
  const smaller = Math.min(one.total, other.total)
  if (smaller === 0) return 0
  let shared = 0
  let at = 0
  for (let own = 0; own < one.hashes.length; own++) {
    const hash = one.hashes[own]!
    while (at < other.hashes.length && hash > other.hashes[at]!) at++
    if (other.hashes[at] === hash) shared += one.weights[own]!
  }
  return Math.min(1, shared / smaller)
}

function knownRarity(text: string, start: number, end: number, idf: number): number {
  const code = text.charCodeAt(start)
  const isNumber = code < 128 ? code < 58 : /^\p{N}/u.test(text[start]!)
  if (isNumber) return end - start < 2 ? SHORT_IDF : RARE_IDF
  return Math.min(RARE_IDF, idf)
}

function guessedRarity(written: string): number {
  if (/^\p{N}/u.test(written)) return written.length < 2 ? SHORT_IDF : RARE_IDF
  const isSpaced = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(written)
  if (isSpaced && written.length <= SHORT_LETTERS) return SHORT_IDF
  return /^\p{Lu}/u.test(written) ? RARE_IDF : LONG_IDF
}
