import { hash32 } from '../text/hash.ts'
import prior from './prior-words.json' with { type: 'json' }

/**
 * What was known of a word beforehand: how rare it is (natural logarithm of texts per text with it), and whether it is a name.
 * `listed`: of another language than English, where the lists do not tell names from other words.
 */
export type PriorWord = { idf: number; kind: keyof typeof PRIOR_KIND }
/** Kinds as the file has them. */
export const PRIOR_KIND = { common: 0, name: 1, unknown: 2, listed: 3 } as const
const KINDS = ['common', 'name', 'unknown', 'listed'] as const

/** Languages beside English whose commonest words are known; those written without spaces are cut otherwise than the lists are. */
export const WORD_LISTS =
  'ar bg bn ca cs da de el es fa fi fil fr he hi hu id is it lt lv mk ms nb nl pl pt ro ru sh sk sl sv tr uk ur vi'.split(
    ' ',
  )
/** Languages that are counted in another one's list. */
const LISTED_AS: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', hr: 'sh', sr: 'sh', bs: 'sh', tl: 'fil' }
const LISTS = new Map(WORD_LISTS.map((name) => [name, hash32(name)]))
/** Number of the list of English, and of every language that has none. */
export const ENGLISH = 0

/** Rarity of a word that no list knows. */
const UNKNOWN_IDF = 8.5
const UNKNOWN: PriorWord = { idf: UNKNOWN_IDF, kind: 'unknown' }
/** Steps of one unit of idf in the file (bench/stories-prior.ts). */
const IDF_STEPS = 8
/** Two megabytes of slots, half of them filled: (hash without its low 8 bits) and the file's byte; 0 where free. */
const SLOT_BITS = 19
const SLOTS = unpack(prior.data)

/** The list that knows a language's words (BCP 47), for `priorWord`. */
export function listOf(language: string): number {
  const primary = language.toLowerCase().split('-', 1)[0] ?? ''
  return LISTS.get(LISTED_AS[primary] ?? primary) ?? ENGLISH
}

/** Looks a word up by `wordHash` in a list (`listOf`), English where none is given. */
export function priorWord(hash: number, list: number = ENGLISH): PriorWord {
  const wanted = languageWord(hash, list) >>> 8
  for (let slot = slotOf(wanted); SLOTS[slot] !== 0; slot = (slot + 1) % SLOTS.length) {
    const held = SLOTS[slot]!
    if (held >>> 8 === wanted) return { idf: ((held & 255) >> 2) / IDF_STEPS, kind: KINDS[held & 3]! }
  }
  return UNKNOWN
}

/** A word of one language by one number: the same letters are common in one and rare in another. */
export function languageWord(hash: number, list: number): number {
  return list === ENGLISH ? hash : Math.imul(hash ^ list, 0x85ebca6b) >>> 0
}

function slotOf(wanted: number): number {
  return Math.imul(wanted, 0x9e3779b1) >>> (32 - SLOT_BITS)
}

/** The file: gap to the next hash in sevens of bits, lowest first, then a byte of idf times four plus the kind. */
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
