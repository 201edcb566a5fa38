import prior from './prior-words.json' with { type: 'json' }

/** What was known of a word beforehand: how rare it is (natural logarithm of texts per text with it), and whether it is a name. */
export type PriorWord = { idf: number; kind: 'common' | 'name' | 'unknown' }

/** Rarity of a word that no list knows. */
const UNKNOWN_IDF = 8.5
const UNKNOWN: PriorWord = { idf: UNKNOWN_IDF, kind: 'unknown' }
/** Steps of one unit of idf in the file (bench/stories-prior.ts). */
const IDF_STEPS = 12
const HASH_BITS = 24

/** By the upper 24 bits of the word's hash: 0 where unknown, else 1 + the file's byte. */
const SLOTS = unpack(prior.data)

/** Looks a word up by `wordHash`; English alone, so other languages' words are unknown and learnt as they come. */
export function priorWord(hash: number): PriorWord {
  const value = SLOTS[hash >>> (32 - HASH_BITS)]!
  if (value === 0) return UNKNOWN
  return { idf: ((value - 1) >> 1) / IDF_STEPS, kind: (value - 1) & 1 ? 'name' : 'common' }
}

/** The file: gap to the next hash in sevens of bits, lowest first, then a byte of idf times two plus one for a name. */
function unpack(data: string): Uint8Array {
  const bytes = Buffer.from(data, 'base64')
  const slots = new Uint8Array(2 ** HASH_BITS)
  let hash = 0
  for (let index = 0; index < bytes.length; ) {
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[index++]!
      hash += (byte & 127) * factor
      if (byte < 128) break
    }
    slots[hash] = Math.min(255, bytes[index++]! + 1)
  }
  return slots
}
