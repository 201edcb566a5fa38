import { createRelatedIndex } from '../../src/rank/related.ts'

const WORDS_A_TEXT = 250
const VOCABULARY = 60_000
const SUBJECTS = 300
const SUBJECT_WORDS = 40
const QUERIES = 500

export type RelatedSpeed = {
  documents: number
  addCpuMs: number
  queryCpuMs: number
  queryMsMedian: number
  queryMsP99: number
  bytesADocument: number
}

/**
 * What Related costs over so many invented texts of 250 words: a fifth of a text's words are its subject's own, the rest are of a vocabulary
 * whose ranks are spread as 1/rank. CPU in milliseconds an article and a query; `bytesADocument` is all memory that the process took for them.
 */
export function relatedSpeed(documents: number): RelatedSpeed {
  const random = lcg(1)
  const textOf = inventedTexts(random)
  const index = createRelatedIndex({ maxDocs: documents })
  const before = memoryBytes()
  let cpuMs = 0
  for (let id = 0; id < documents; id++) {
    const subject = Math.floor(random() * SUBJECTS)
    const doc = { tags: [`tag ${subject}`], storyId: null, family: null, owner: `o${id % 200}.example`, language: 'en' }
    const text = textOf(subject)
    const start = process.cpuUsage()
    index.add({ id, title: `w${id % 97} s${subject}w1`, text, publishedMs: id * 60_000, ...doc })
    cpuMs += cpuSince(start)
  }
  const bytes = memoryBytes() - before
  const times: number[] = []
  const start = process.cpuUsage()
  for (let n = 0; n < QUERIES; n++) {
    const startMs = performance.now()
    index.related(Math.floor(random() * documents), { limit: 10, pastOnly: n % 2 === 0 })
    times.push(performance.now() - startMs)
  }
  const queryCpuMs = cpuSince(start) / QUERIES
  times.sort((a, b) => a - b)
  return {
    documents,
    addCpuMs: rounded(cpuMs / documents, 3),
    queryCpuMs: rounded(queryCpuMs, 2),
    queryMsMedian: rounded(times[QUERIES / 2]!, 2),
    queryMsP99: rounded(times[Math.floor(QUERIES * 0.99)]!, 2),
    bytesADocument: Math.round(bytes / documents),
  }
}

function inventedTexts(random: () => number): (subject: number) => string {
  const common = Array.from({ length: VOCABULARY }, (_, n) => `w${n}`)
  const own = Array.from({ length: SUBJECTS }, (_, s) => Array.from({ length: SUBJECT_WORDS }, (_, n) => `s${s}w${n}`))
  return (subject) => {
    let text = ''
    for (let n = 0; n < WORDS_A_TEXT; n++) {
      const words = random() < 0.2 ? own[subject]! : null
      text += words ? words[Math.floor(random() * SUBJECT_WORDS)]! : common[Math.floor(VOCABULARY ** random())]!
      text += ' '
    }
    return text
  }
}

/** Numerical Recipes' linear congruential generator: 0 to 1. */
function lcg(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function memoryBytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function cpuSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
