import prior from './prior-words.json' with { type: 'json' }

/** What was known of a word beforehand: how rare it is (natural logarithm of texts per text with it), and whether it is a name. */
export type PriorWord = { idf: number; kind: 'common' | 'name' | 'unknown' }

/** Rarity of a word that no list knows. */
const UNKNOWN_IDF = 8.5
const UNKNOWN: PriorWord = { idf: UNKNOWN_IDF, kind: 'unknown' }
/** Steps of one unit of idf in the file (bench/stories-prior.ts). */
const IDF_STEPS = 12
/** Half a megabyte of slots, half of them filled: (hash without its low 8 bits) and the file's byte; 0 where free. */
const SLOT_BITS = 17
const SLOTS = unpack(prior.data)

/** Looks a word up by `wordHash`; English alone, so other languages' words are unknown and learnt as they come. */
export function priorWord(hash: number): PriorWord {
  const wanted = hash >>> 8
  for (let slot = slotOf(wanted); SLOTS[slot] !== 0; slot = (slot + 1) % SLOTS.length) {
    const held = SLOTS[slot]!
    if (held >>> 8 === wanted) return { idf: ((held & 255) >> 1) / IDF_STEPS, kind: held & 1 ? 'name' : 'common' }
  }
  return UNKNOWN
}

function slotOf(wanted: number): number {
  return Math.imul(wanted, 0x9e3779b1) >>> (32 - SLOT_BITS)
}

/** The file: gap to the next hash in sevens of bits, lowest first, then a byte of idf times two plus one for a name. */
function unpack(data: string): Uint32Array {
  const bytes = Buffer.from(data, 'base64')
  const slots = new Uint32Array(2 ** SLOT_BITS)
  let hash = 0
  for (let index = 0; index < bytes.length; ) {
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[index++]!
      hash += (byte & 127) * factor
      if (byte < 128) break
    }
    let slot = slotOf(hash)
    while (slots[slot] !== 0) slot = (slot + 1) % slots.length
    slots[slot] = ((hash << 8) | bytes[index++]!) >>> 0
  }
  return slots
}
