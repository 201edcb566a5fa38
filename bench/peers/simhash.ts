import { hash32 } from '../../src/text/hash.ts'
import { foldWord, words } from '../../src/text/words.ts'
import type { FilterRun } from '../../src/verbs/filter.ts'

/** 64 bits in two halves. */
export type SimHash = readonly [high: number, low: number]

/** Bits by which two texts may differ that are called copies. **Source:** Manku, Jain, Das Sarma, Detecting near-duplicates for web crawling (2007): 3 of 64. */
const MOST_BITS = 3
const BITS = 64

/** Near-copies as a web crawler finds them: a row is a copy of the earliest row at most three bits away. */
export function simHashCopies(): FilterRun {
  const kept: { id: unknown; hash: SimHash }[] = []
  /** Rows by each quarter of their hash: two hashes that differ by three bits share at least one of four quarters whole. */
  const quarters = new Map<number, number[]>()
  return {
    row: (row) => {
      const { id, text } = row as { id: unknown; text: string } // the bench's own rows
      const hash = simHash(text)
      const near = new Set(quartersOf(hash).flatMap((key) => quarters.get(key) ?? []))
      const matches = [...near].filter((at) => distance(kept[at]!.hash, hash) <= MOST_BITS).sort((a, b) => a - b)
      for (const key of quartersOf(hash)) quarters.set(key, [...(quarters.get(key) ?? []), kept.length])
      kept.push({ id, hash })
      const ids = matches.map((at) => kept[at]!.id)
      return { id, copyOf: ids[0] ?? null, matches: ids.map((match) => ({ id: match })) }
    },
  }
}

/** A text's 64 bits: each says which way the hashes of most of its words point. **Source:** Charikar, Similarity estimation techniques (2002). */
export function simHash(text: string): SimHash {
  const votes = new Int32Array(BITS)
  for (const word of words(text)) {
    const feature = foldWord(word.text) // runs of two or three words find a tenth of the copies that single words find
    const halves = [hash32(feature), hash32(feature, 1)]
    for (let bit = 0; bit < BITS; bit++) votes[bit]! += (halves[bit >> 5]! >>> (bit & 31)) & 1 ? 1 : -1
  }
  const half = (from: number): number => {
    let bits = 0
    for (let bit = 0; bit < 32; bit++) if (votes[from + bit]! > 0) bits |= 1 << bit
    return bits >>> 0
  }
  return [half(0), half(32)]
}

/** Bits in which two hashes differ, 0 to 64. */
export function distance(one: SimHash, other: SimHash): number {
  return bitCount(one[0] ^ other[0]) + bitCount(one[1] ^ other[1])
}

function bitCount(value: number): number {
  let count = 0
  for (let left = value; left !== 0; left &= left - 1) count++
  return count
}

function quartersOf([high, low]: SimHash): number[] {
  return [high >>> 16, 0x10000 + (high & 0xffff), 0x20000 + (low >>> 16), 0x30000 + (low & 0xffff)]
}
