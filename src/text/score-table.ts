/** A table as a weights file has it: hashes of what is looked up, how many pairs each has, and the pairs of language and score (bytes). */
export type PackedScores = { languages: readonly string[]; hashes: string; counts: string; pairs: string }

/** Adds a hash's scores to `scores`, by the language's place in the list; says whether the hash is known. */
export type ScoreTable = { add(hash: number, scores: Float64Array): boolean }

/** An open table from a 32-bit hash to its pairs of language and score: 10 bytes an entry, no object for any. */
export function readScoreTable(packed: PackedScores): ScoreTable {
  const hashes = new Uint32Array(bytesOf(packed.hashes).buffer)
  const sizes = bytesOf(packed.counts)
  const pairs = bytesOf(packed.pairs)
  let size = 1024
  while (size < hashes.length * 1.5) size *= 2
  const mask = size - 1
  const keys = new Uint32Array(size)
  const starts = new Uint32Array(size)
  const counts = new Uint8Array(size)
  let start = 0
  for (let index = 0; index < hashes.length; index++) {
    const key = hashes[index] || 1
    let slot = key & mask
    while (keys[slot] !== 0) slot = (slot + 1) & mask
    keys[slot] = key
    starts[slot] = start
    counts[slot] = sizes[index]!
    start += 2 * sizes[index]!
  }
  const add = (hash: number, scores: Float64Array) => {
    const key = hash || 1
    for (let slot = key & mask; keys[slot] !== 0; slot = (slot + 1) & mask) {
      if (keys[slot] !== key) continue
      for (let at = starts[slot]!, end = at + 2 * counts[slot]!; at < end; at += 2)
        scores[pairs[at]!]! += pairs[at + 1]!
      return true
    }
    return false
  }
  return { add }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(base64, 'base64'))
}
