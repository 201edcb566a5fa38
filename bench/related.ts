/**
 * How fast is Related, and what does an article cost in memory?
 *
 *     sh scripts/node.sh bench/related.ts [DOCUMENTS]
 *
 * Invented texts of 250 words with a Zipf vocabulary. Quality is measured by the `related` filter with a scorer and a corpus of one's own.
 */
import { createRelatedIndex } from '../src/rank/related.ts'

const WORDS_A_TEXT = 250
const VOCABULARY = 60_000
const documents = Number(process.argv[2] ?? 20_000)
let state = 1
const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32

function textOf(subject: number): string {
  const wordAt = () =>
    random() < 0.2 ? `s${subject}w${Math.floor(random() * 40)}` : `w${Math.floor(VOCABULARY ** random())}`
  return Array.from({ length: WORDS_A_TEXT }, wordAt).join(' ')
}

const index = createRelatedIndex({ maxDocs: documents })
const addStartMs = performance.now()
for (let id = 0; id < documents; id++) {
  const subject = Math.floor(random() * 300)
  const rest = { tags: [`tag ${subject}`], storyId: null, family: null, owner: null, language: null }
  index.add({ id, title: `w${id % 97} s${subject}w1`, text: textOf(subject), publishedMs: id * 60_000, ...rest })
}
const addMs = performance.now() - addStartMs
const times: number[] = []
const cpuStart = process.cpuUsage()
for (let n = 0; n < 500; n++) {
  const startMs = performance.now()
  index.related(Math.floor(random() * documents), { limit: 10, pastOnly: n % 2 === 0 })
  times.push(performance.now() - startMs)
}
const { user, system } = process.cpuUsage(cpuStart)
times.sort((a, b) => a - b)
console.log(
  JSON.stringify({
    documents,
    addMsADocument: Number((addMs / documents).toFixed(3)),
    queryMsMedian: Number(times[250]!.toFixed(2)),
    queryMsP99: Number(times[495]!.toFixed(2)),
    queryCpuMs: Number(((user + system) / 500_000).toFixed(2)),
    typedArrayBytesADocument: Math.round(process.memoryUsage().arrayBuffers / documents),
  }),
)
