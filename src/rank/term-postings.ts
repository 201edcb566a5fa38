/** Documents a posting can name (24 bits), and occurrences it can tell (8 bits). */
const MAX_SLOTS = 1 << 24
const MAX_FREQUENCY = 255
/** Terms that `term * 256 + frequency` has room for in 32 bits; a million news texts have two or three million. */
const MAX_TERMS = 1 << 24
/** A full list doubles while it is short, then grows by this much: more wastes memory, less copies more often. */
const GROWTH = 1.3
const SHORT = 64

/** Which documents hold a term, and how often: 4 bytes a posting, oldest document first. */
export class TermPostings {
  readonly #idOf = new Map<string, number>()
  readonly #names: string[] = []
  /** A term's only posting, or its first: most terms stand in one document alone, and an array each would be most of the memory. */
  readonly #first: number[] = []
  readonly #lists: (Uint32Array | null)[] = []
  readonly #lengths: number[] = []
  /** Live documents that hold the term; the list may still name dead ones. */
  readonly #live: number[] = []

  /** Terms so far; their numbers are 0 to this, exclusive. */
  get termCount(): number {
    return this.#names.length
  }

  name(term: number): string {
    return this.#names[term]!
  }

  /** The number of a term, or undefined where no document ever held it. */
  find(term: string): number | undefined {
    return this.#idOf.get(term)
  }

  /** The number of a term, made where it is missing; undefined where there is no room for one more. */
  termOf(term: string): number | undefined {
    const known = this.#idOf.get(term)
    if (known !== undefined) return known
    const id = this.#lists.length
    if (id >= MAX_TERMS) return undefined
    this.#idOf.set(term, id)
    this.#names.push(term)
    this.#lists.push(null)
    this.#first.push(0)
    this.#lengths.push(0)
    this.#live.push(0)
    return id
  }

  /** Adds a document at the end of a term's list; slots must rise. @throws RangeError beyond 16.7 million slots */
  add(term: number, slot: number, frequency: number): void {
    if (slot >= MAX_SLOTS) throw new RangeError(`postings hold ${MAX_SLOTS} documents, not ${slot}`)
    const length = this.#lengths[term]!
    const posting = slot * 256 + Math.min(MAX_FREQUENCY, frequency)
    if (length === 0) this.#first[term] = posting
    else this.#listWithRoom(term, length)[length] = posting
    this.#lengths[term] = length + 1
    this.#live[term]! += 1
  }

  /** Notes that a document that held the term is gone. */
  drop(term: number): void {
    this.#live[term]! -= 1
  }

  /** Live documents that hold the term. */
  documentCount(term: number): number {
    return this.#live[term]!
  }

  /** The postings of a term: `slot * 256 + frequency`, slots rising, dead ones among them. */
  postings(term: number): Uint32Array {
    const list = this.#lists[term]
    if (list) return list.subarray(0, this.#lengths[term])
    return this.#lengths[term] === 0 ? new Uint32Array(0) : Uint32Array.of(this.#first[term]!)
  }

  #listWithRoom(term: number, length: number): Uint32Array {
    const list = this.#lists[term]
    if (list && length < list.length) return list
    const longer = new Uint32Array(Math.ceil(length * (length < SHORT ? 2 : GROWTH)))
    if (list) longer.set(list)
    else longer[0] = this.#first[term]!
    this.#lists[term] = longer
    return longer
  }
}
