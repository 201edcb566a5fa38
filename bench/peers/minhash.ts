import { hash32 } from '../../src/text/hash.ts'
import { foldWord, words } from '../../src/text/words.ts'
import type { FilterRun } from '../../src/verbs/filter.ts'

/** Smallest hashes kept of a text, in bands of two rows: a pair of resemblance .2 meets in one band at least with 93 %. */
const HASHES = 128
const BAND_ROWS = 2
const SHINGLE_WORDS = 5
/** Estimated resemblance from which two texts are called copies; chosen to the peer's favour on planted copies (.5 and .3 find half as many). */
const LEAST_ALIKE = 0.2

/** Near-copies by estimated resemblance: a row is a copy of the row that is most like it, the earliest where some are alike. **Source:** Broder (1997), banding by Indyk and Motwani (1998). */
export function minHashCopies(): FilterRun {
  const kept: { id: unknown; signature: Uint32Array }[] = []
  const bands = new Map<string, number[]>()
  return {
    row: (row) => {
      const { id, text } = row as { id: unknown; text: string } // the bench's own rows
      const signature = minHashes(text)
      const keys = bandKeys(signature)
      const near = new Set(keys.flatMap((key) => bands.get(key) ?? []))
      const matches = [...near]
        .map((at) => ({ at, alike: alikeness(signature, kept[at]!.signature) }))
        .filter(({ alike }) => alike >= LEAST_ALIKE)
        .sort((a, b) => b.alike - a.alike || a.at - b.at)
      for (const key of keys) bands.set(key, [...(bands.get(key) ?? []), kept.length])
      kept.push({ id, signature })
      const ids = matches.map(({ at }) => kept[at]!.id)
      return { id, copyOf: ids[0] ?? null, matches: ids.map((match) => ({ id: match })) }
    },
  }
}

/** For each of 128 orders of all shingles, the text's first one. A text of fewer than five words is one shingle. */
export function minHashes(text: string): Uint32Array {
  const folded = words(text).map((word) => foldWord(word.text))
  const signature = new Uint32Array(HASHES).fill(0xffffffff)
  for (let at = 0; at <= Math.max(0, folded.length - SHINGLE_WORDS); at++) {
    const shingle = hash32(folded.slice(at, at + SHINGLE_WORDS).join(' '))
    for (let order = 0; order < HASHES; order++) {
      const hash = mixed(shingle, order)
      if (hash < signature[order]!) signature[order] = hash
    }
  }
  return signature
}

/** Share of orders whose first shingles are equal: an estimate of resemblance, 0 to 1. */
export function alikeness(one: Uint32Array, other: Uint32Array): number {
  let equal = 0
  for (let order = 0; order < HASHES; order++) if (one[order] === other[order]) equal++
  return equal / HASHES
}

function mixed(shingle: number, order: number): number {
  let hash = Math.imul(shingle ^ Math.imul(order + 1, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function bandKeys(signature: Uint32Array): string[] {
  return Array.from(
    { length: HASHES / BAND_ROWS },
    (_, band) => `${band}:${signature.subarray(band * BAND_ROWS, (band + 1) * BAND_ROWS).join(',')}`,
  )
}
