import { scanWords } from '../text/word-hashes.ts'

/** Words of a run: a text with 30 % of its words replaced keeps a third of these, and unrelated news texts share 2 %. */
const RUN_WORDS = 3

/** How much two texts have in common: distinct runs that both hold, and their share of either text's runs (0 to 1). */
export type Overlap = { shared: number; ofFirst: number; ofSecond: number }

/** Every distinct three-word run of a text as a sorted hash. */
export function textRuns(text: string): Uint32Array {
  const { hashes, count } = scanWords(text)
  const runs = new Uint32Array(Math.max(0, count - RUN_WORDS + 1))
  for (let index = 0; index < runs.length; index++) {
    const pair = Math.imul(hashes[index]!, 0x85ebca6b) ^ hashes[index + 1]!
    runs[index] = Math.imul(pair ^ (pair >>> 15), 0xc2b2ae35) ^ hashes[index + 2]!
  }
  runs.sort()
  let kept = 0
  for (const run of runs) if (kept === 0 || runs[kept - 1] !== run) runs[kept++] = run
  return runs.subarray(0, kept)
}

/** Compares two results of `textRuns`; all zero where either is empty. */
export function textOverlap(first: Uint32Array, second: Uint32Array): Overlap {
  let shared = 0
  for (let a = 0, b = 0; a < first.length && b < second.length; ) {
    const left = first[a]!
    const right = second[b]!
    if (left === right) shared++
    if (left <= right) a++
    if (right <= left) b++
  }
  return { shared, ofFirst: shared / Math.max(1, first.length), ofSecond: shared / Math.max(1, second.length) }
}

/** What of the first result of `textRuns` the second lacks, sorted. */
export function runsWithout(runs: Uint32Array, taken: Uint32Array): Uint32Array {
  let at = 0
  return runs.filter((run) => {
    while (at < taken.length && taken[at]! < run) at++
    return taken[at] !== run
  })
}
