/**
 * Time and memory of the fingerprint index at scale, over invented texts.
 *   node bench/copies-index.ts [documents] [words a document]
 */
import { createCopyIndex } from '../src/story/copy-index.ts'
import { sampledShingles } from '../src/text/shingles.ts'
import { seededRandom } from './stories-score.ts'

const documents = Number(process.argv[2] ?? 100_000)
const meanWords = Number(process.argv[3] ?? 700)
const random = seededRandom(1)
const index = createCopyIndex()
const times: number[] = []
let shinglingMs = 0
for (let docId = 0; docId < documents; docId++) {
  const length = Math.ceil(meanWords * (0.2 + 1.6 * random()))
  const text = Array.from({ length }, () => `w${Math.floor(random() * 30_000)}`).join(' ')
  const started = performance.now()
  const shingles = sampledShingles(text)
  const shingled = performance.now()
  index.candidates(shingles, 12, `host${docId % 500}.example`)
  index.add(docId, shingles, `host${docId % 500}.example`)
  times.push(performance.now() - shingled)
  shinglingMs += shingled - started
}
times.sort((a, b) => a - b)
const mean = times.reduce((sum, ms) => sum + ms, 0) / documents
const figures = {
  documents,
  bytesPerDocument: Math.round(index.bytes() / documents),
  shinglingMs: Number((shinglingMs / documents).toFixed(4)),
  lookUpAndAddMs: Number(mean.toFixed(4)),
  p99Ms: Number(times[Math.floor(documents * 0.99)]!.toFixed(3)),
  worstMs: Number(times.at(-1)!.toFixed(1)),
}
process.stdout.write(`${JSON.stringify(figures)}\n`)
