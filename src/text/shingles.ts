import { scanWords } from './word-hashes.ts'

/** Words in one fingerprint: four survive a third of the words being replaced, three would match by chance. */
const SHINGLE_WORDS = 4
/** A text keeps every 2^k-th fingerprint, with the smallest k that leaves at most this many: about 54 on average, whatever its length. */
const TARGET_SHINGLES = 72
/** Coarsest sampling, 1 in 2^4, so that a passage of 250 words is still met inside the longest text. */
const COARSEST_LEVEL = 4
/** Most fingerprints kept of one text (texts over about 65,000 words): bounds the index. */
const MAX_SHINGLES = 2_048

/**
 * Sampled fingerprints of a text: sorted, distinct 32-bit hashes of its four-word runs, at most MAX_SHINGLES.
 * A run is kept by its own hash alone (lowest k bits zero), so the same sentence gives the same fingerprints wherever it
 * stands; k grows with the number of runs, and the coarser sample is always part of the finer one. Texts of fewer than four
 * words give none.
 *
 * **Source:** Broder, On the resemblance and containment of documents (1997), section 4, mod-m sampling.
 */
export function sampledShingles(text: string): Uint32Array {
  const { hashes, count } = scanWords(text)
  const runs = new Uint32Array(Math.max(0, count - SHINGLE_WORDS + 1))
  for (let index = 0; index < runs.length; index++) runs[index] = shingleHash(hashes, index)
  const level = samplingLevel(runs)
  const kept = distinct(runs.filter((run) => trailingZeros(run) >= level).sort())
  return kept.length > MAX_SHINGLES ? kept.slice(0, MAX_SHINGLES) : kept
}

/** The k of a sample that `sampledShingles` gave: one fingerprint in 2^k was kept. 0 for an empty one. */
export function levelOfSample(shingles: Uint32Array): number {
  let bits = 0
  for (const shingle of shingles) bits |= shingle
  return bits === 0 ? 0 : trailingZeros(bits)
}

/** What `sampledShingles` gives, on average, for a text of so many words, one fingerprint in 2^level. */
export function expectedSample(wordCount: number): { sampled: number; level: number } {
  const level = Math.min(COARSEST_LEVEL, Math.max(0, Math.ceil(Math.log2(Math.max(1, wordCount) / TARGET_SHINGLES))))
  return { sampled: Math.min(wordCount / 2 ** level, MAX_SHINGLES), level }
}

function samplingLevel(runs: Uint32Array): number {
  const atLevel = new Uint32Array(COARSEST_LEVEL + 1)
  for (const run of runs) atLevel[Math.min(trailingZeros(run), COARSEST_LEVEL)]!++
  let level = COARSEST_LEVEL
  let kept = atLevel[level]!
  while (level > 0 && kept + atLevel[level - 1]! <= TARGET_SHINGLES) kept += atLevel[--level]!
  return level
}

function trailingZeros(value: number): number {
  return value === 0 ? 32 : 31 - Math.clz32(value & -value)
}

function shingleHash(hashes: Uint32Array, start: number): number {
  let hash = 0x9e3779b9
  for (let index = start; index < start + SHINGLE_WORDS; index++) {
    hash = Math.imul(hash ^ hashes[index]!, 0x85ebca6b)
    hash ^= hash >>> 13
  }
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function distinct(sorted: Uint32Array): Uint32Array {
  return sorted.filter((value, index) => index === 0 || value !== sorted[index - 1])
}
