import { EMPTY_HASH, LETTERS, withLetter } from './letter-hash.ts'
import { readScoreTable } from './score-table.ts'
import weights from './weights-language-words.json' with { type: 'json' }

/** What a text's words say: evidence by language (natural logarithms), and how many of its words are known in the likeliest one. */
export type WordEvidence = {
  /** Sum over the text's words of how much likelier each is in the language than a word nobody lists. */
  evidence: ReadonlyMap<string, number>
  words: number
}

/** Languages whose list is long enough that a word missing from it speaks against them. */
export const LISTED: ReadonlySet<string> = new Set(
  weights.languages.filter((language) => !weights.thin.includes(language)),
)

/** Words of a text that are looked up. */
const MAX_WORDS = 60
const table = readScoreTable(weights)

/**
 * Looks a text's words up in lists of the commonest words of some thirty languages.
 * **Source:** word frequencies of wordfreq (Speer 2022), packed by bench/language-words.ts.
 */
export function wordEvidence(text: string): WordEvidence {
  const scores = new Float64Array(weights.languages.length)
  let words = 0
  let hash = EMPTY_HASH
  for (let index = 0; index <= text.length && words < MAX_WORDS; index++) {
    const letter = index < text.length ? LETTERS[text.charCodeAt(index)]! : 0
    if (letter !== 0) hash = withLetter(hash, letter)
    else if (hash !== EMPTY_HASH) {
      words++
      table.add(hash >>> 0, scores)
      hash = EMPTY_HASH
    }
  }
  const evidence = new Map<string, number>()
  for (const [index, language] of weights.languages.entries()) {
    if (scores[index]! > 0) evidence.set(language, scores[index]! / weights.scale)
  }
  return { evidence, words }
}
