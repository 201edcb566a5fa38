import type { StateReader, StateWriter } from './state-bytes.ts'

/** Slots are doubled at this fill, which keeps runs of linear probing to a few slots. */
const MAX_FILL = 0.6
const FIRST_SLOTS = 1_024

/**
 * Remembers, for a pair of 32-bit numbers, the tick it was last touched and a small count, and forgets pairs untouched
 * for `keepTicks`. Open addressing on typed arrays: 13 bytes a slot. Size is bounded by `maxPairs`: beyond it the
 * table forgets everything older than half the time kept, then refuses new pairs.
 */
export class ExpiringTable {
  readonly #keepTicks: number
  readonly #maxPairs: number
  #first = new Uint32Array(FIRST_SLOTS)
  #second = new Uint32Array(FIRST_SLOTS)
  /** Tick + 1; 0 marks an empty slot. */
  #touched = new Uint32Array(FIRST_SLOTS)
  #count = new Uint8Array(FIRST_SLOTS)
  #rebuiltTick = new Uint32Array(1)
  #used = 0

  constructor(keepTicks: number, maxPairs: number) {
    this.#keepTicks = keepTicks
    this.#maxPairs = maxPairs
  }

  get byteLength(): number {
    return this.#touched.length * 13
  }

  /** The slot of a pair, made where it is missing; -1 where the table is full. A slot is good until the next `slotOf`. */
  slotOf(first: number, second: number, tick: number): number {
    const isFull = this.#used >= this.#maxPairs && tick > this.#rebuiltTick[0]! // at most one clearing a tick
    if (isFull || this.#used >= this.#touched.length * MAX_FILL) this.#rebuild(tick)
    const mask = this.#touched.length - 1
    let slot = spread(first, second) & mask
    for (; this.#touched[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#first[slot] === first && this.#second[slot] === second) return slot
    }
    if (this.#used >= this.#maxPairs) return -1
    this.#used++
    this.#first[slot] = first
    this.#second[slot] = second
    this.#touched[slot] = 1 // touched before any tick: counts as forgotten until touched
    this.#count[slot] = 0
    return slot
  }

  /** Count of a slot, 0 where it was forgotten. */
  count(slot: number, tick: number): number {
    return this.#isKept(slot, tick, this.#keepTicks) ? this.#count[slot]! : 0
  }

  /** Sets a count (0 to 255) and renews the slot where `renew` says so or it was forgotten. */
  set(slot: number, count: number, tick: number, renew: boolean): void {
    if (renew || !this.#isKept(slot, tick, this.#keepTicks)) this.#touched[slot] = tick + 1
    this.#count[slot] = Math.min(255, count)
  }

  write(writer: StateWriter): void {
    writer.array(this.#first)
    writer.array(this.#second)
    writer.array(this.#touched)
    writer.array(this.#count)
    writer.array(this.#rebuiltTick)
  }

  read(reader: StateReader): void {
    this.#first = reader.uint32()
    this.#second = reader.uint32()
    this.#touched = reader.uint32()
    this.#count = reader.uint8()
    this.#rebuiltTick = reader.uint32()
    this.#used = this.#touched.reduce((used, touched) => used + (touched === 0 ? 0 : 1), 0)
  }

  #isKept(slot: number, tick: number, keepTicks: number): boolean {
    const touched = this.#touched[slot]!
    return touched > 1 && tick - (touched - 1) < keepTicks
  }

  #rebuild(tick: number): void {
    this.#rebuiltTick[0] = tick
    const keepTicks = this.#used >= this.#maxPairs ? this.#keepTicks / 2 : this.#keepTicks
    let kept = 0
    for (let slot = 0; slot < this.#touched.length; slot++) if (this.#isKept(slot, tick, keepTicks)) kept++
    let slots = FIRST_SLOTS
    while (slots * MAX_FILL < kept * 2) slots *= 2
    const old = { first: this.#first, second: this.#second, touched: this.#touched, count: this.#count }
    const keep = old.touched.map((_, slot) => (this.#isKept(slot, tick, keepTicks) ? 1 : 0))
    this.#first = new Uint32Array(slots)
    this.#second = new Uint32Array(slots)
    this.#touched = new Uint32Array(slots)
    this.#count = new Uint8Array(slots)
    this.#used = 0
    for (let from = 0; from < keep.length; from++) if (keep[from]) this.#move(old, from)
  }

  #move(old: { first: Uint32Array; second: Uint32Array; touched: Uint32Array; count: Uint8Array }, from: number): void {
    const mask = this.#touched.length - 1
    let slot = spread(old.first[from]!, old.second[from]!) & mask
    while (this.#touched[slot] !== 0) slot = (slot + 1) & mask
    this.#first[slot] = old.first[from]!
    this.#second[slot] = old.second[from]!
    this.#touched[slot] = old.touched[from]!
    this.#count[slot] = old.count[from]!
    this.#used++
  }
}

function spread(first: number, second: number): number {
  let hash = Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(second, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f)
  return (hash ^ (hash >>> 13)) >>> 0
}
