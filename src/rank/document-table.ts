import type { EpochMs } from '../model/time.ts'
import { NumberRows } from './number-rows.ts'
import { TermPostings } from './term-postings.ts'

/** What is kept of an article beside its terms: neither text nor headline. `titleHash` is 0 where there is no headline. */
export type KeptDoc = {
  id: number
  publishedMs: EpochMs | null
  storyId: number | null
  family: number | null
  owner: string | null
  language: string | null
  titleHash: number
}

/**
 * An article's terms: `term * 256 + frequency`, words sorted by term, tags most salient first. `wordCount` counts its distinct words, those
 * that the table has no number for among them; `shingles` are sampled fingerprints of its text, sorted.
 */
export type TermRows = { words: Uint32Array; wordCount: number; tags: Uint32Array; shingles: Uint32Array }

/** Longest text that is told from a longer one, in words: beyond it BM25's length says nothing. */
const MAX_LENGTH = 65_535

/** Articles by slot (0, 1, 2 … in order of arrival), with the terms of each and the articles of each term. */
export class DocumentTable {
  readonly postings = new TermPostings()
  readonly #docs: (KeptDoc | null)[] = []
  readonly #words = new NumberRows()
  readonly #tags = new NumberRows()
  readonly #shingles = new NumberRows()
  readonly #slotOf = new Map<number, number>()
  #lengths = new Uint16Array(1_024)
  #totalLength = 0

  /** Living articles. */
  get size(): number {
    return this.#slotOf.size
  }

  /** Slots given so far, those of the dead among them. */
  get slotCount(): number {
    return this.#docs.length
  }

  /** Occurrences of terms by slot, at most 65,535; longer than there are slots. */
  get lengths(): Uint16Array {
    return this.#lengths
  }

  get meanLength(): number {
    return this.size === 0 ? 1 : this.#totalLength / this.size
  }

  slotOf(id: number): number | undefined {
    return this.#slotOf.get(id)
  }

  /** Null where the article is gone. */
  doc(slot: number): KeptDoc | null {
    return this.#docs[slot] ?? null
  }

  rows(slot: number): TermRows {
    const words = this.#words.row(slot)
    return { words, wordCount: words.length, tags: this.#tags.row(slot), shingles: this.#shingles.row(slot) }
  }

  words(slot: number): Uint32Array {
    return this.#words.row(slot)
  }

  tags(slot: number): Uint32Array {
    return this.#tags.row(slot)
  }

  /** The living article that was added first. */
  oldestId(): number | undefined {
    return this.#slotOf.keys().next().value
  }

  /** How much a term tells, from 0: the logarithm of how few articles hold it, as BM25 has it. */
  rarity(term: number): number {
    const count = this.postings.documentCount(term)
    return Math.log(1 + (this.size - count + 0.5) / (count + 0.5))
  }

  /** Adds an article whose id is not in the table; gives its slot. */
  add(doc: KeptDoc, rows: TermRows): number {
    const slot = this.#docs.length
    let length = 0
    for (const row of [rows.words, rows.tags])
      for (const packed of row) {
        this.postings.add(packed >>> 8, slot, packed & 255)
        length += packed & 255
      }
    this.#docs.push(doc)
    this.#words.push(rows.words)
    this.#tags.push(rows.tags)
    this.#shingles.push(rows.shingles)
    if (slot === this.#lengths.length) this.#lengths = longer(this.#lengths)
    this.#lengths[slot] = Math.min(MAX_LENGTH, length)
    this.#totalLength += this.#lengths[slot]!
    this.#slotOf.set(doc.id, slot)
    return slot
  }

  /** Takes an article out; an unknown id is nothing to do. */
  remove(id: number): void {
    const slot = this.#slotOf.get(id)
    if (slot === undefined) return
    for (const packed of this.#words.row(slot)) this.postings.drop(packed >>> 8)
    for (const packed of this.#tags.row(slot)) this.postings.drop(packed >>> 8)
    this.#totalLength -= this.#lengths[slot]!
    this.#docs[slot] = null
    this.#slotOf.delete(id)
  }

  /** A table of the living alone, in the same order; what the dead held is given back. */
  compacted(): DocumentTable {
    const table = new DocumentTable()
    const numbers = new Uint32Array(this.postings.termCount) // new numbers rise with the old ones: sorted rows stay sorted
    for (let term = 0; term < numbers.length; term++) {
      if (this.postings.documentCount(term) === 0) continue
      numbers[term] = table.postings.termOf(this.postings.name(term))! // fewer terms than here: there is room
    }
    const translated = (row: Uint32Array) => row.map((packed) => numbers[packed >>> 8]! * 256 + (packed & 255))
    for (const [slot, doc] of this.#docs.entries()) {
      if (!doc) continue
      const rows = this.rows(slot)
      table.add(doc, { ...rows, words: translated(rows.words), tags: translated(rows.tags) })
    }
    return table
  }
}

function longer(numbers: Uint16Array): Uint16Array<ArrayBuffer> {
  const grown = new Uint16Array(Math.ceil(numbers.length * 1.5))
  grown.set(numbers)
  return grown
}
