import { wordHash } from '../text/word-hashes.ts'
import { foldWord, words } from '../text/words.ts'
import { priorWord } from './prior-words.ts'

/** Rarity of a word of a language whose words no list knows: short ones bind, longer ones tell. */
const SHORT_IDF = 1.2
const LONG_IDF = 5
/** Letters of a word that only binds, where nothing is known of it. */
const SHORT_LETTERS = 3
/** Rarity of names and numbers, and the most that any word has. */
const RARE_IDF = 6

/** A sentence's different words with their rarity (about natural logarithm of texts per text with the word; numbers and names are rare). */
export function sentenceTerms(text: string, language: string): Map<string, number> {
  const terms = new Map<string, number>()
  for (const { text: word } of words(text)) {
    const fold = foldWord(word)
    if (!terms.has(fold)) terms.set(fold, rarity(word, fold, language))
  }
  return terms
}

function rarity(word: string, fold: string, language: string): number {
  if (/^\p{N}/u.test(fold)) return fold.length < 2 ? SHORT_IDF : RARE_IDF
  if (language.startsWith('en')) return Math.min(RARE_IDF, priorWord(wordHash(fold)).idf)
  const isSpaced = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(fold)
  if (isSpaced && fold.length <= SHORT_LETTERS) return SHORT_IDF
  return /^\p{Lu}/u.test(word) ? RARE_IDF : LONG_IDF
}

/** Share of the smaller set's rarity that the other holds too, 0 to 1; 0 for an empty one. */
export function termOverlap(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0
  let ones = 0
  let others = 0
  for (const [term, weight] of one) {
    ones += weight
    if (other.has(term)) shared += weight
  }
  for (const weight of other.values()) others += weight
  const smaller = Math.min(ones, others)
  return smaller === 0 ? 0 : Math.min(1, shared / smaller)
}
