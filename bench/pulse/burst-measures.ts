import type { PulseStream, TrueBurst } from './invented-stream.ts'

/** A score an hour for each key; 0 where nothing was said. Arrays are as long as the stream has hours. */
export type HourlyScores = ReadonlyMap<string, Float32Array>

/** At one threshold. `delayHours`: mean until a burst is found, a miss as 24. */
export type BurstScore = { recall: number; delayHours: number; falseADay: number }

/** A key that is quiet so long may alarm anew; an alarm so soon after a burst is no false one. */
const QUIET_HOURS = 24
const MISS_HOURS = 24
/** Halvings in the search of a threshold: a part in ten million of the highest score. */
const HALVINGS = 24

/**
 * What a detector finds at a threshold: a burst counts as found by its key's first hour at or above it within the burst; an alarm outside every
 * burst, and the day after, is false, once in 24 quiet hours. An alarm that never ends counts once as false and finds what comes after it.
 */
export function scoreBursts(stream: PulseStream, scores: HourlyScores, threshold: number): BurstScore {
  const burstsOf = Map.groupBy(stream.bursts, ({ key }) => key)
  const delays = new Map<TrueBurst, number>()
  let wrong = 0
  for (const [key, row] of scores) {
    const bursts = burstsOf.get(key) ?? []
    let last = -Infinity
    for (let hour = stream.scoredFrom; hour < stream.hours; hour++) {
      if (!(row[hour]! >= threshold)) continue
      const isFresh = hour - last > QUIET_HOURS
      last = hour
      let isNear = false
      for (const burst of bursts) {
        if (hour < burst.fromHour || hour > burst.toHour + QUIET_HOURS) continue
        isNear = true
        if (hour <= burst.toHour && !delays.has(burst)) delays.set(burst, hour - burst.fromHour)
      }
      if (!isNear && isFresh) wrong++
    }
  }
  const waits = stream.bursts.map((burst) => delays.get(burst) ?? MISS_HOURS)
  return {
    recall: delays.size / stream.bursts.length,
    delayHours: waits.reduce((sum, hours) => sum + hours, 0) / waits.length,
    falseADay: wrong / ((stream.hours - stream.scoredFrom) / 24),
  }
}

/** The lowest threshold found by halving at which a stream has at most so many false alarms a day. */
export function fitThreshold(stream: PulseStream, scores: HourlyScores, falseADay: number): number {
  let high = 0
  for (const row of scores.values()) for (const score of row) if (score > high) high = score
  high *= 1.01
  let low = 0
  for (let n = 0; n < HALVINGS; n++) {
    const middle = (low + high) / 2
    if (scoreBursts(stream, scores, middle).falseADay <= falseADay) high = middle
    else low = middle
  }
  return high
}
