import type { StateReader, StateWriter } from './state-bytes.ts'

/** Hours of a week: slot 0 is Thursday 00:00 UTC, as 1970-01-01 was one. */
export const WEEK_SLOTS = 168
/** Shapes that all keys share: office hours, evenings and weekends, all alike, night (the other side of the world). */
export const SHAPES = 4
/** Expected texts in a slot that outweigh the first guess of its shape. */
const GUESS_TEXTS = 3
/** A week's evidence is halved after eight weeks: seasons and clock changes. */
const KEPT_PER_HOUR = 0.5 ** (1 / (8 * WEEK_SLOTS))

/**
 * Hour-of-week profiles that all keys share, learnt from the stream: soft clustering with one step a tick.
 * Each shape has mean 1 over the week, so that a key's level keeps its unit of texts an hour.
 * **Source:** Cappé & Moulines, On-line EM for latent data models (2009).
 */
export class WeekShapes {
  #seen = new Float64Array(SHAPES * WEEK_SLOTS)
  #expected = new Float64Array(SHAPES * WEEK_SLOTS)
  readonly #table = new Float64Array(SHAPES * WEEK_SLOTS)

  constructor() {
    this.#fillTable()
  }

  /** Rate of a shape in a slot against its weekly mean. */
  at(shape: number, slot: number): number {
    return this.#table[shape * WEEK_SLOTS + slot]!
  }

  /** Adds a key's texts in a slot: `share` is how much the key belongs to the shape, times how sure it is quiet. */
  learn(shape: number, slot: number, seen: number, levelTexts: number, share: number): void {
    this.#seen[shape * WEEK_SLOTS + slot]! += share * seen
    this.#expected[shape * WEEK_SLOTS + slot]! += share * levelTexts
  }

  /** Ends a tick: ages the evidence of `hours` and fits the shapes again. */
  settle(hours: number): void {
    const kept = KEPT_PER_HOUR ** hours
    for (let at = 0; at < this.#seen.length; at++) {
      this.#seen[at]! *= kept
      this.#expected[at]! *= kept
    }
    this.#fillTable()
  }

  write(writer: StateWriter): void {
    writer.array(this.#seen)
    writer.array(this.#expected)
  }

  read(reader: StateReader): void {
    this.#seen = reader.float64()
    this.#expected = reader.float64()
    this.#fillTable()
  }

  #fillTable(): void {
    for (let shape = 0; shape < SHAPES; shape++) {
      let sum = 0
      for (let slot = 0; slot < WEEK_SLOTS; slot++) {
        const at = shape * WEEK_SLOTS + slot
        const rate = (this.#seen[at]! + GUESS_TEXTS * firstGuess(shape, slot)) / (this.#expected[at]! + GUESS_TEXTS)
        this.#table[at] = Math.max(0.02, rate)
        sum += this.#table[at]!
      }
      for (let slot = 0; slot < WEEK_SLOTS; slot++) this.#table[shape * WEEK_SLOTS + slot]! *= WEEK_SLOTS / sum
    }
  }
}

/** Rough profiles to start from, so that the four shapes part; the stream's own replace them within weeks. */
function firstGuess(shape: number, slot: number): number {
  const hour = slot % 24
  const isWeekend = [2, 3].includes(Math.floor(slot / 24)) // days count from Thursday
  if (shape === 0) return (0.3 + 1.2 * bell(hour, 13)) * (isWeekend ? 0.4 : 1.2)
  if (shape === 1) return (0.3 + 1.2 * bell(hour, 20)) * (isWeekend ? 1.6 : 0.8)
  if (shape === 2) return 1
  return 0.3 + 1.2 * bell(hour, 2)
}

function bell(hour: number, middle: number): number {
  const away = Math.min(Math.abs(hour - middle), 24 - Math.abs(hour - middle))
  return Math.exp(-(away * away) / 32)
}
