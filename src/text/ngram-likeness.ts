import { byteNgrams } from './byte-ngrams.ts'
import { readScoreTable } from './score-table.ts'
import weights from './weights-ngrams.json' with { type: 'json' }

/** Scale that turns a mean score into a likeness between 0 and 1, as eld has it. */
const SCALE = 25

const table = readScoreTable(weights)

/** How alike a text is to each of 60 languages, 0 to 1; only languages it has anything of. */
export function ngramLikeness(text: string): Map<string, number> {
  const ngrams = byteNgrams(text)
  const scores = new Float64Array(weights.languages.length)
  for (const ngram of ngrams) table.add(ngram, scores)
  const likeness = new Map<string, number>()
  for (const [index, language] of weights.languages.entries()) {
    const mean = (scores[index]! * weights.divisor) / Math.max(1, ngrams.size)
    if (mean > 0) likeness.set(language, mean / (mean + SCALE))
  }
  return likeness
}
