import { BURST_LEVELS } from './burst-odds.ts'
import { QUIET_FROM_START } from './quiet-past.ts'
import type { StateReader, StateWriter } from './state-bytes.ts'
import { SHAPES } from './week-shapes.ts'

/** Ticks of counts that a key keeps for the evidence it shows. */
export const KEPT_TICKS = 24
const FIRST_ROWS = 256

/** One row a key, as columns of typed arrays: 168 bytes a key beside its name. */
export class KeyRows {
  #capacity = FIRST_ROWS
  readonly #rowOf = new Map<string, number>()
  #names: (string | null)[] = []
  #free: number[] = []

  /** Gamma belief of the level: texts (shape) over hours (rate). */
  levelTexts = new Float32Array(FIRST_ROWS)
  levelHours = new Float32Array(FIRST_ROWS)
  /** Sums that the key's own dispersion is made of: excess squared error, and squared expectation. */
  excessSquares = new Float32Array(FIRST_ROWS)
  expectedSquares = new Float32Array(FIRST_ROWS)
  shapeLog = new Float32Array(FIRST_ROWS * SHAPES)
  odds = new Float32Array(FIRST_ROWS * BURST_LEVELS)
  /** Counts of the last ticks, at tick % KEPT_TICKS. */
  counts = new Uint16Array(FIRST_ROWS * KEPT_TICKS)
  /** `quietByte` of the last ticks, at tick % KEPT_TICKS. */
  quiet = new Int8Array(FIRST_ROWS * KEPT_TICKS)
  originals = new Float32Array(FIRST_ROWS)
  copies = new Float32Array(FIRST_ROWS)
  recentUsual = new Float32Array(FIRST_ROWS)
  burstHours = new Float32Array(FIRST_ROWS)
  /** Texts owed by an outage: what was expected while nothing came. */
  owed = new Float32Array(FIRST_ROWS)
  lastTick = new Uint32Array(FIRST_ROWS)

  /** Rows in use and free: rows run from 0 to this, exclusive. */
  get length(): number {
    return this.#names.length
  }
  get size(): number {
    return this.#rowOf.size
  }
  get bytesPerRow(): number {
    return COLUMNS.reduce((sum, column) => sum + this[column].byteLength, 0) / this.#capacity
  }
  nameOf(row: number): string | null {
    return this.#names[row] ?? null
  }
  find(name: string): number | undefined {
    return this.#rowOf.get(name)
  }

  /** Makes a row of zeros for a new name, quiet so far. */
  add(name: string): number {
    const row = this.#free.pop() ?? this.#names.length
    if (row >= this.#capacity) this.#grow()
    this.#names[row] = name
    this.#rowOf.set(name, row)
    this.#clear(row)
    this.quiet.fill(QUIET_FROM_START, row * KEPT_TICKS, (row + 1) * KEPT_TICKS)
    return row
  }

  remove(row: number): void {
    const name = this.#names[row]
    if (name === null || name === undefined) return
    this.#rowOf.delete(name)
    this.#names[row] = null
    this.#free.push(row)
  }

  write(writer: StateWriter): void {
    writer.text(JSON.stringify({ names: this.#names, free: this.#free }))
    for (const column of COLUMNS) writer.array(this[column])
  }

  read(reader: StateReader): void {
    const { names, free } = JSON.parse(reader.text()) as { names: (string | null)[]; free: number[] } // written by `write` alone
    this.#names = names
    this.#free = free
    this.#rowOf.clear()
    for (const [row, name] of names.entries()) if (name !== null) this.#rowOf.set(name, row)
    for (const column of FLOAT_COLUMNS) this[column] = reader.float32()
    this.counts = reader.uint16()
    this.quiet = reader.int8()
    this.lastTick = reader.uint32()
    this.#capacity = this.lastTick.length
  }

  #clear(row: number): void {
    for (const column of COLUMNS) {
      const width = this[column].length / this.#capacity
      this[column].fill(0, row * width, (row + 1) * width)
    }
  }

  #grow(): void {
    for (const column of FLOAT_COLUMNS) {
      const larger = new Float32Array(this[column].length * 2)
      larger.set(this[column])
      this[column] = larger
    }
    const counts = new Uint16Array(this.counts.length * 2)
    counts.set(this.counts)
    this.counts = counts
    const quiet = new Int8Array(this.quiet.length * 2)
    quiet.set(this.quiet)
    this.quiet = quiet
    const lastTick = new Uint32Array(this.lastTick.length * 2)
    lastTick.set(this.lastTick)
    this.lastTick = lastTick
    this.#capacity *= 2
  }
}

const FLOAT_COLUMNS = [
  'levelTexts',
  'levelHours',
  'excessSquares',
  'expectedSquares',
  'shapeLog',
  'odds',
  'originals',
  'copies',
  'recentUsual',
  'burstHours',
  'owed',
] as const
const COLUMNS = [...FLOAT_COLUMNS, 'counts', 'quiet', 'lastTick'] as const
