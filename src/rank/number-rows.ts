/** Numbers in a block (256 kB): a row never goes over its end, so a row is one view. */
const BLOCK_NUMBERS = 65_536

/**
 * Rows of 32-bit numbers by their place (0, 1, 2 …), packed one after another: a typed array each would cost 200 bytes more than it holds.
 * Rows are never changed; what is no longer wanted goes when all rows are written anew.
 */
export class NumberRows {
  readonly #blocks: Uint32Array[] = []
  /** By row: where it stands, counted over all blocks; its first number there is its length. */
  #starts = new Uint32Array(64)
  #count = 0
  #used = BLOCK_NUMBERS

  get count(): number {
    return this.#count
  }

  /** Adds a row at the end. @throws RangeError for one of 65,536 numbers or more */
  push(row: Uint32Array): void {
    if (row.length >= BLOCK_NUMBERS) throw new RangeError(`a row holds ${BLOCK_NUMBERS - 1} numbers, not ${row.length}`)
    if (this.#used + row.length + 1 > BLOCK_NUMBERS) {
      this.#blocks.push(new Uint32Array(BLOCK_NUMBERS))
      this.#used = 0
    }
    const block = this.#blocks[this.#blocks.length - 1]!
    block[this.#used] = row.length
    block.set(row, this.#used + 1)
    if (this.#count === this.#starts.length) this.#starts = longer(this.#starts)
    this.#starts[this.#count++] = (this.#blocks.length - 1) * BLOCK_NUMBERS + this.#used
    this.#used += row.length + 1
  }

  /** A row, as a view that is not to be written to; empty for a place that none has. */
  row(place: number): Uint32Array {
    if (place < 0 || place >= this.#count) return NOTHING
    const start = this.#starts[place]!
    const block = this.#blocks[Math.floor(start / BLOCK_NUMBERS)]!
    const from = (start % BLOCK_NUMBERS) + 1
    return block.subarray(from, from + block[from - 1]!)
  }
}

const NOTHING = new Uint32Array(0)

function longer(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(Math.ceil(numbers.length * 1.5))
  grown.set(numbers)
  return grown
}
