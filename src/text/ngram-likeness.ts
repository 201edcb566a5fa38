import { byteNgrams } from './byte-ngrams.ts'
import weights from './weights-ngrams.json' with { type: 'json' }

/** Scale that turns a mean score into a likeness between 0 and 1, as eld has it. */
const SCALE = 25

const table = readTable()

/** How alike a text is to each of 60 languages, 0 to 1; only languages it has anything of. */
export function ngramLikeness(text: string): Map<string, number> {
  const ngrams = byteNgrams(text)
  const scores = new Float64Array(weights.languages.length)
  for (const ngram of ngrams) addScores(ngram, scores)
  const likeness = new Map<string, number>()
  for (const [index, language] of weights.languages.entries()) {
    const mean = (scores[index]! * weights.divisor) / Math.max(1, ngrams.size)
    if (mean > 0) likeness.set(language, mean / (mean + SCALE))
  }
  return likeness
}

function addScores(ngram: number, scores: Float64Array): void {
  const { keys, starts, mask } = table
  const key = ngram === 0 ? 1 : ngram
  for (let slot = ngram & mask; keys[slot] !== 0; slot = (slot + 1) & mask) {
    if (keys[slot] !== key) continue
    for (let at = starts[slot]!, end = at + 2 * table.counts[slot]!; at < end; at += 2)
      scores[table.pairs[at]!]! += table.pairs[at + 1]!
    return
  }
}

/** An open table from an n-gram's hash to its pairs of language and score. */
function readTable() {
  const hashes = new Uint32Array(bytesOf(weights.hashes).buffer)
  const sizes = bytesOf(weights.counts)
  let size = 1024
  while (size < hashes.length * 1.5) size *= 2
  const keys = new Uint32Array(size)
  const starts = new Uint32Array(size)
  const counts = new Uint8Array(size)
  let start = 0
  for (let index = 0; index < hashes.length; index++) {
    const key = hashes[index] === 0 ? 1 : hashes[index]!
    let slot = hashes[index]! & (size - 1)
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1)
    keys[slot] = key
    starts[slot] = start
    counts[slot] = sizes[index]!
    start += 2 * sizes[index]!
  }
  return { keys, starts, counts, mask: size - 1, pairs: bytesOf(weights.pairs) }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(base64, 'base64'))
}
