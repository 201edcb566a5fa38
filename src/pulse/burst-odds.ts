import { negativeBinomialLog } from './negative-binomial.ts'
import type { PulseSettings } from './settings.ts'

/** Levels of a burst, each 1.7 times the one below. */
export const BURST_LEVELS = 10
/** Odds are held below this, so that they fit 32-bit floats and a burst that ends is seen to end. */
const MAX_ODDS = 1e30

/** What one key brought in one tick. `dispersion` is the negative binomial's, of the quiet rate alone. */
export type TickCount = { seen: number; expected: number; dispersion: number; hours: number; startFactor: number }

/**
 * Forward filter of "quiet" against ten burst levels on top of the quiet rate: how likely each level is, given all ticks so far.
 * **Source:** Kleinberg, Bursty and hierarchical structure in streams (2003), with forward sums in place of Viterbi paths
 * (Rabiner 1989, section III.A) and negative-binomial counts.
 */
export class BurstOdds {
  readonly #settings: PulseSettings
  readonly #addedPerHour: Float64Array
  readonly #next = new Float64Array(BURST_LEVELS)
  /** Odds of any burst, of a key that has been quiet for long. */
  readonly restOdds: number

  constructor(settings: PulseSettings) {
    this.#settings = settings
    this.#addedPerHour = Float64Array.from(
      { length: BURST_LEVELS },
      (_, level) => settings.lightestPerHour * settings.levelStep ** level,
    )
    this.restOdds = settings.startPerHour / settings.endPerHour
  }

  /** Moves the odds against quiet of one key's levels (`odds[at]` to `odds[at + 9]`) over one tick, and gives their sum. */
  step(odds: Float32Array, at: number, tick: TickCount): number {
    const reached = this.#move(odds, at, tick)
    const { seen, expected, dispersion, hours } = tick
    const quiet = negativeBinomialLog(seen, expected, dispersion)
    let sum = 0
    for (let level = 0; level < BURST_LEVELS; level++) {
      const mean = expected + this.#addedPerHour[level]! * hours
      // Only the quiet part is over-dispersed: variance mean + expected^2 / dispersion.
      const spread = (mean * mean * dispersion) / (expected * expected)
      const likelihood = Math.exp(negativeBinomialLog(seen, mean, spread) - quiet)
      const value = Math.min(MAX_ODDS, reached[level]! * likelihood)
      odds[at + level] = value
      sum += value
    }
    return sum
  }

  #move(odds: Float32Array, at: number, tick: TickCount): Float64Array {
    const { startPerHour, risePerHour, wanePerHour, endPerHour } = this.#settings
    const rise = chanceIn(risePerHour, tick.hours)
    const wane = chanceIn(wanePerHour, tick.hours)
    const end = chanceIn(endPerHour, tick.hours)
    const start = (chanceIn(startPerHour, tick.hours) * tick.startFactor) / BURST_LEVELS
    const stay = Math.max(0, 1 - rise - wane - end)
    let ended = 0
    for (let level = 0; level < BURST_LEVELS; level++) {
      const here = odds[at + level]!
      const below = level > 0 ? odds[at + level - 1]! : 0
      const above = level < BURST_LEVELS - 1 ? odds[at + level + 1]! : 0
      this.#next[level] = start + here * stay + below * rise + above * wane
      ended += here * end
    }
    ended += odds[at]! * wane
    for (let level = 0; level < BURST_LEVELS; level++) this.#next[level]! /= 1 + ended
    return this.#next
  }
}

function chanceIn(perHour: number, hours: number): number {
  return 1 - Math.exp(-perHour * hours)
}
