import { SECTIONS, type Section } from '../model/tag.ts'
import { hash32 } from '../text/hash.ts'
import { foldWord, words } from '../text/words.ts'

/** One lesson: words (hashes, each once) that stood in an article of this section; the vocabulary is a language, or `@` for names that sources file under. */
export type SectionLesson = { vocabulary: string; section: Section; hashes: Uint32Array }

/** Draws a row of evidence (natural logarithm, in the order of SECTIONS) towards what was seen of a word; gives how far, 0 to 1. */
export type Teacher = (term: string, row: Float64Array) => number

/** What a store has learnt of sections from its own sources. Changed by lessons alone: the same ones in the same order give the same memory. */
export type SectionMemory = {
  learn: (lesson: SectionLesson) => void
  /** Tells of a language's words; null while too little is known. Holds until the next lesson. */
  teacherOf: (language: string) => Teacher | null
  /** What a host files under a name that says nothing to us; null until enough articles agree. */
  claimedSection: (host: string, name: string) => Section | null
  /** Halves old counts and forgets the rarest words, until each vocabulary is within its bounds. */
  trim: () => void
  /** The memory as bytes, one part a vocabulary, in the order of their names. */
  encode: () => { vocabulary: string; data: Uint8Array }[]
}

/** The vocabulary of sources' own names. */
export const CLAIM_VOCABULARY = '@'
/** Vocabularies that are kept: the languages that news comes in, and names. */
const MAX_VOCABULARIES = 40
/** Words kept of a vocabulary; 18 bytes each. */
export const MAX_LEARNT_WORDS = 8_000
/** Lessons after which a vocabulary's counts are halved, so that it follows its sources; counts then stay within 16 bits. */
const HALVE_AFTER = 20_000
/**
 * Lessons that the lexicon is worth: a word seen so often is half as the lexicon says, half as the sources say. With 5, 10 and 20
 * headlines of the invented world came to .80, .79 and .76 (1,000 articles); real sources file less cleanly, so not the least.
 */
const PRIOR_LESSONS = 10
/** Lessons that the mean rate of a word is worth in each section: few articles of a section say little of it. */
const RATE_PRIOR = 2
/** As in the lexicon: share a section keeps of a word that says another one. */
const DOUBT = 0.05
/** A vocabulary tells nothing before it has seen so many articles (with 20, half of 93 pages made the other half a page worse) … */
const TELL_AFTER = 50
/** … of so many sections, each with at least SECTION_LEAST: against what else would a word speak for one? */
const TELL_SECTIONS = 3
const SECTION_LEAST = 5
/** Articles under one name of a source before it is believed to mean a section, and the share of them that must agree. */
const CLAIM_AFTER = 8
const CLAIM_AGREES = 0.75

const SIZE = SECTIONS.length
type Vocabulary = { totals: Float64Array; counts: Map<number, Uint16Array> }

/** A memory, empty or as `encode` gave it. @throws RangeError when bytes are not of this form */
export function createSectionMemory(stored: readonly { vocabulary: string; data: Uint8Array }[] = []): SectionMemory {
  const vocabularies = new Map(stored.map(({ vocabulary, data }) => [vocabulary, decode(data)]))
  return {
    learn: (lesson) => learn(vocabularies, lesson),
    teacherOf: (language) => {
      const vocabulary = vocabularies.get(language)
      return vocabulary && canTell(vocabulary) ? teacherOf(vocabulary) : null
    },
    claimedSection: (host, name) => {
      const counts = vocabularies.get(CLAIM_VOCABULARY)?.counts.get(claimHash(host, name))
      return counts ? agreed(counts) : null
    },
    trim: () => {
      for (const vocabulary of vocabularies.values()) trim(vocabulary)
    },
    encode: () =>
      [...vocabularies]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([vocabulary, kept]) => ({ vocabulary, data: encode(kept) })),
  }
}

/** Hash of a source's own name, by its folded words. */
export function claimHash(host: string, name: string): number {
  return hash32(
    `${host} ${words(name)
      .map(({ text }) => foldWord(text))
      .join(' ')}`,
  )
}

/** Hashes of terms, each once. */
export function termHashes(terms: readonly string[]): Uint32Array {
  return Uint32Array.from(new Set(terms.map((term) => hash32(term))))
}

function learn(vocabularies: Map<string, Vocabulary>, { vocabulary: name, section, hashes }: SectionLesson): void {
  let vocabulary = vocabularies.get(name)
  if (!vocabulary) {
    if (vocabularies.size >= MAX_VOCABULARIES && name !== CLAIM_VOCABULARY) return
    vocabulary = { totals: new Float64Array(SIZE), counts: new Map() }
    vocabularies.set(name, vocabulary)
  }
  const place = SECTIONS.indexOf(section)
  vocabulary.totals[place]!++
  for (const hash of hashes) {
    let counts = vocabulary.counts.get(hash)
    if (!counts) vocabulary.counts.set(hash, (counts = new Uint16Array(SIZE)))
    counts[place] = Math.min(counts[place]! + 1, 0xffff)
  }
}

function canTell({ totals }: Vocabulary): boolean {
  return sum(totals) >= TELL_AFTER && totals.filter((total) => total >= SECTION_LEAST).length >= TELL_SECTIONS
}

/**
 * How often the word stands in articles of each section (drawn towards its rate in all), as shares, as evidence; the lexicon's row is the
 * prior. A section of which nothing was seen has the mean rate: nothing speaks for or against it.
 */
function teacherOf({ totals, counts }: Vocabulary): Teacher {
  const articles = sum(totals)
  const rates = new Float64Array(SIZE) // one for all words: an article has some two hundred
  return (term, row) => {
    const seen = counts.get(hash32(term))
    if (!seen) return 0
    let often = 0
    for (let place = 0; place < SIZE; place++) often += seen[place]!
    const prior = (RATE_PRIOR * often) / articles
    let all = 0
    for (let place = 0; place < SIZE; place++) {
      rates[place] = (seen[place]! + prior) / (totals[place]! + RATE_PRIOR)
      all += rates[place]!
    }
    const trust = often / (often + PRIOR_LESSONS)
    for (let place = 0; place < SIZE; place++) {
      const learnt = Math.log((rates[place]! / all + DOUBT) / (1 / SIZE + DOUBT))
      row[place] = (1 - trust) * row[place]! + trust * learnt
    }
    return trust
  }
}

function agreed(counts: Uint16Array): Section | null {
  const often = sum(counts)
  const most = Math.max(...counts)
  return often >= CLAIM_AFTER && most >= CLAIM_AGREES * often ? SECTIONS[counts.indexOf(most)]! : null
}

function trim(vocabulary: Vocabulary): void {
  const { totals, counts } = vocabulary
  while (sum(totals) > HALVE_AFTER) {
    for (let place = 0; place < SIZE; place++) totals[place] = Math.floor(totals[place]! / 2)
    for (const [hash, seen] of counts) {
      for (let place = 0; place < SIZE; place++) seen[place] = seen[place]! >> 1
      if (sum(seen) === 0) counts.delete(hash)
    }
  }
  if (counts.size <= MAX_LEARNT_WORDS) return
  const ranked = [...counts].sort(([a, left], [b, right]) => sum(right) - sum(left) || a - b)
  for (const [hash] of ranked.slice(MAX_LEARNT_WORDS)) counts.delete(hash)
}

function sum(values: Float64Array | Uint16Array): number {
  let all = 0
  for (const value of values) all += value
  return all
}

/** Totals (32 bits each), then words by rising hash: hash (32), counts (16 each); little-endian. */
function encode({ totals, counts }: Vocabulary): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * SIZE + counts.size * (4 + 2 * SIZE)))
  for (let place = 0; place < SIZE; place++) view.setUint32(4 * place, totals[place]!, true)
  let at = 4 * SIZE
  for (const [hash, seen] of [...counts].sort(([a], [b]) => a - b)) {
    view.setUint32(at, hash, true)
    for (let place = 0; place < SIZE; place++) view.setUint16(at + 4 + 2 * place, seen[place]!, true)
    at += 4 + 2 * SIZE
  }
  return new Uint8Array(view.buffer)
}

function decode(data: Uint8Array): Vocabulary {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const totals = Float64Array.from({ length: SIZE }, (_, place) => view.getUint32(4 * place, true))
  const counts = new Map<number, Uint16Array>()
  for (let at = 4 * SIZE; at < data.byteLength; at += 4 + 2 * SIZE)
    counts.set(
      view.getUint32(at, true),
      Uint16Array.from({ length: SIZE }, (_, place) => view.getUint16(at + 4 + 2 * place, true)),
    )
  return { totals, counts }
}
