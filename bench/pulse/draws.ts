import { seededRandom } from '../../src/demo/random.ts'

/** Repeatable draws from the distributions that an invented stream is made of. */
export type Draws = {
  /** Even between `from` (in) and `to` (out). */
  even: (from: number, to: number) => number
  /** Even in the logarithm: as often between 1 and 10 as between 10 and 100. */
  evenLog: (from: number, to: number) => number
  /** A whole number from 0 to `below` - 1. */
  whole: (below: number) => number
  chance: (probability: number) => boolean
  /** Mean 0, deviation 1, by Box and Muller (1958). */
  normal: () => number
  /** A waiting time with this mean. */
  waiting: (mean: number) => number
  /** A count with this mean; beyond 40 by the normal curve. 0 for a mean of 0. */
  count: (mean: number) => number
  /** Mean 1 and variance 1 / `shape`, a whole number: how much more than Poisson counts differ. */
  unrest: (shape: number) => number
}

/** The same draws for the same seed, on every machine. */
export function drawsFrom(seed: number): Draws {
  const { next: random, chance } = seededRandom(seed)
  const waiting = (mean: number) => -mean * Math.log(1 - random())
  const normal = () => Math.sqrt(2 * waiting(1)) * Math.cos(2 * Math.PI * random())
  return {
    even: (from, to) => from + (to - from) * random(),
    evenLog: (from, to) => from * (to / from) ** random(),
    whole: (below) => Math.floor(below * random()),
    chance,
    normal,
    waiting,
    count(mean) {
      if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
      let count = 0
      for (let passed = waiting(1); passed < mean; passed += waiting(1)) count++
      return count
    },
    unrest(shape) {
      let sum = 0
      for (let n = 0; n < shape; n++) sum += waiting(1)
      return sum / shape
    },
  }
}
