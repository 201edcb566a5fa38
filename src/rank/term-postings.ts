/** Documents a posting can name (24 bits), and occurrences it can tell (8 bits). */
const MAX_SLOTS = 1 << 24
const MAX_FREQUENCY = 255

/** Which documents hold a term, and how often: 4 bytes a posting in a typed array a term, oldest document first. */
export class TermPostings {
  readonly #idOf = new Map<string, number>()
  readonly #names: string[] = []
  #lists: Uint32Array[] = []
  #lengths: number[] = []
  /** Live documents that hold the term; the list may still name dead ones. */
  #live: number[] = []

  /** Every term, by its number. */
  names(): readonly string[] {
    return this.#names
  }

  /** The number of a term, or undefined where no document ever held it. */
  find(term: string): number | undefined {
    return this.#idOf.get(term)
  }

  /** The number of a term, made where it is missing. */
  termOf(term: string): number {
    const known = this.#idOf.get(term)
    if (known !== undefined) return known
    const id = this.#lists.length
    this.#idOf.set(term, id)
    this.#names.push(term)
    this.#lists.push(new Uint32Array(2))
    this.#lengths.push(0)
    this.#live.push(0)
    return id
  }

  /** Adds a document at the end of a term's list; slots must rise. */
  add(term: number, slot: number, frequency: number): void {
    if (slot >= MAX_SLOTS) throw new RangeError(`postings hold ${MAX_SLOTS} documents, not ${slot}`)
    const length = this.#lengths[term]!
    let list = this.#lists[term]!
    if (length === list.length) {
      const longer = new Uint32Array(Math.ceil(length * 1.5) + 1)
      longer.set(list)
      this.#lists[term] = list = longer
    }
    list[length] = slot * 256 + Math.min(MAX_FREQUENCY, frequency)
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
    return this.#lists[term]!.subarray(0, this.#lengths[term])
  }
}
