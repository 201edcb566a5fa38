import { levelOfSample } from '../text/shingles.ts'

/**
 * What tells a text from a copy of it, both sorted: `words` as `term * 256 + frequency`, `shingles` as `sampledShingles` gives them.
 * `wordCount` counts distinct words, those that have no number among them.
 */
export type TextMarks = { words: Uint32Array; wordCount: number; shingles: Uint32Array }

/** Share of the smaller text's distinct words that the other holds, from which on it is a copy in all but name. */
const COPY_WORDS = 0.9
/**
 * Share of the smaller text's runs of four words that the other holds, from which on it is a copy, and the least number of them: fewer come by a
 * common phrase. Chosen on planted copies, newswire and the invented world (docs/decisions/related.md): lower, reports of one mould go too.
 */
const COPY_RUNS = 0.35
const LEAST_RUNS = 5

/**
 * Whether one of two texts is in the main a copy of the other or of a part of it: an agency's text cut, reworded in places, or set in
 * a longer one. A text without words is no copy of anything.
 */
export function isNearCopy(a: TextMarks, b: TextMarks): boolean {
  const fewer = Math.min(a.wordCount, b.wordCount)
  if (fewer === 0) return false
  const [small, large] = a.words.length < b.words.length ? [a.words, b.words] : [b.words, a.words]
  if (sharesAllBut(small, large, small.length - COPY_WORDS * fewer)) return true
  const shared = sharedCount(a.shingles, b.shingles) // a finer sample holds the coarser, and the coarser one nothing else
  if (shared < LEAST_RUNS) return false
  const level = Math.max(levelOfSample(a.shingles), levelOfSample(b.shingles))
  return shared >= COPY_RUNS * Math.min(countAtLevel(a.shingles, level), countAtLevel(b.shingles, level))
}

/** Whether a row of words has at most so many that another lacks. Ends at the first too many: nearly all pairs are of different texts. */
function sharesAllBut(words: Uint32Array, others: Uint32Array, most: number): boolean {
  let missing = 0
  let at = 0
  for (const packed of words) {
    const term = packed >>> 8
    while (at < others.length && term > others[at]! >>> 8) at++
    const isShared = at < others.length && others[at]! >>> 8 === term
    if (!isShared && ++missing > most) return false
  }
  return missing <= most
}

/** How many numbers two sorted, distinct lists have in common. */
function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  let at = 0
  for (const value of a) {
    while (at < b.length && value > b[at]!) at++
    if (at === b.length) break
    if (b[at] === value) shared++
  }
  return shared
}

/** Runs of a sample that a coarser one would hold too. */
function countAtLevel(shingles: Uint32Array, level: number): number {
  const mask = 2 ** level - 1
  let count = 0
  for (const shingle of shingles) if ((shingle & mask) === 0) count++
  return count
}
