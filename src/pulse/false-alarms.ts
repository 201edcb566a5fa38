import type { StateReader, StateWriter } from './state-bytes.ts'

/** An alarm of a key at a score counts once until the key has been below that score for this long. */
const QUIET_HOURS = 24
/** Scores at which alarms are counted: low enough that chance makes nearly all the differences between them. */
const COUNTED_AT = [0.5, 1.5, 2.5] as const
/** Alarms are counted from here on: before, the detector does not know yet what is usual. */
const FIRST_HOURS = 7 * 24
/** What is counted is halved after three weeks. */
const KEPT_PER_HOUR = 0.5 ** (1 / (21 * 24))
/** Hours (decayed) and alarms that must have been counted before a rate is told. */
const LEAST_HOURS = 5 * 24
const LEAST_ALARMS = 20
/**
 * The rate of chance alarms falls by e over 1 / slope of score: 0.65 a unit between the counted scores on invented streams (seeds 1 to 3
 * of bench/pulse.ts); `SLOPE_ALARMS` alarms of the own past weigh as much as that. A steeper slope than 0.7 is not believed, though the null is
 * often steeper further up: a rate stated too high costs little, one stated too low is a lie.
 */
const COUNTED_SLOPE = 0.65
const SLOPE_ALARMS = 50
const SLOPE_RANGE = { least: 0.5, most: 0.7 } as const

/**
 * False alarms a day over all keys at a score, from the detector's own past.
 *
 * True bursts pass low scores too, but about as many pass 0.5 as 2.5, so the *differences* between the counts there are made by
 * chance alone: they give the null's height and slope, which is then carried upwards. Nothing has to be labelled.
 */
export class FalseAlarms {
  readonly #tickHours: number
  /** Tick + 1 at which a row last stood above each counted score, at row * 3 + n. */
  #lastAbove: Uint32Array<ArrayBuffer> = new Uint32Array(0)
  /** Hours since the start; then decayed: hours counted, and alarms at each counted score. */
  #sums: Float64Array<ArrayBuffer> = new Float64Array(2 + COUNTED_AT.length)

  constructor(tickHours: number) {
    this.#tickHours = tickHours
  }

  /** Counts the alarms of one tick. */
  learn(scores: readonly { row: number; score: number }[], tick: number): void {
    const sums = this.#sums
    const isCounting = sums[0]! >= FIRST_HOURS
    sums[0]! += this.#tickHours
    const kept = KEPT_PER_HOUR ** this.#tickHours
    for (let at = 1; at < sums.length; at++) sums[at]! *= kept
    if (isCounting) sums[1]! += this.#tickHours
    for (const { row, score } of scores) {
      this.#growTo(row)
      for (let n = 0; n < COUNTED_AT.length && score >= COUNTED_AT[n]!; n++) {
        const at = row * COUNTED_AT.length + n
        const silentHours = (tick + 1 - this.#lastAbove[at]!) * this.#tickHours
        if (isCounting && silentHours > QUIET_HOURS) sums[2 + n]! += 1
        this.#lastAbove[at] = tick + 1
      }
    }
  }

  /** Alarms a day that chance alone makes at a score; null before enough is known. */
  perDay(score: number): number | null {
    const [, hours, first, second, third] = this.#sums as unknown as [number, number, number, number, number] // five sums
    if (hours < LEAST_HOURS || first - third < LEAST_ALARMS) return null
    const ratio =
      (first - second + SLOPE_ALARMS) / (Math.max(0, second - third) + SLOPE_ALARMS * Math.exp(-COUNTED_SLOPE))
    const slope = Math.min(SLOPE_RANGE.most, Math.max(SLOPE_RANGE.least, Math.log(ratio)))
    const [lowest, , highest] = COUNTED_AT
    const height = (first - third) / (Math.exp(-slope * lowest) - Math.exp(-slope * highest))
    return (height * Math.exp(-slope * score) * 24) / hours
  }

  write(writer: StateWriter): void {
    writer.array(this.#lastAbove)
    writer.array(this.#sums)
  }

  read(reader: StateReader): void {
    this.#lastAbove = reader.uint32()
    this.#sums = reader.float64()
  }

  #growTo(row: number): void {
    const needed = (row + 1) * COUNTED_AT.length
    if (needed <= this.#lastAbove.length) return
    const larger = new Uint32Array(needed * 2)
    larger.set(this.#lastAbove)
    this.#lastAbove = larger
  }
}
