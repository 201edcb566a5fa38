import { DAY_MS, type EpochMs, HOUR_MS } from '../model/time.ts'

// Share of a day's news by UTC hour: nights are thin, mornings and the late afternoon are full.
const BY_HOUR = [3, 2, 2, 2, 4, 8, 14, 20, 22, 20, 18, 17, 16, 17, 18, 19, 20, 18, 15, 12, 9, 7, 5, 4]
// Sunday first: at the weekend papers print less.
const BY_WEEKDAY = [0.6, 1, 1.05, 1.05, 1.05, 1, 0.7]

const weightOf = (hourMs: EpochMs): number => {
  const hour = Math.floor(hourMs / HOUR_MS) % 24
  const weekday = (Math.floor(hourMs / DAY_MS) + 4) % 7 // 1970-01-01 was a Thursday
  return BY_HOUR[hour]! * BY_WEEKDAY[weekday]!
}

/**
 * Turns shares of all news into moments, so that days and weeks have their rhythm: 0 is `startMs`, 1 is `endMs`.
 * Asked with shares that never fall it walks once over the hours and keeps nothing.
 */
export function newsRhythm(startMs: EpochMs, endMs: EpochMs): (share: number) => EpochMs {
  const firstHour = Math.floor(startMs / HOUR_MS) * HOUR_MS
  let total = 0
  for (let hour = firstHour; hour < endMs; hour += HOUR_MS) total += weightOf(hour)
  let hour = firstHour
  let before = 0
  return (share) => {
    const wanted = share * total
    while (before + weightOf(hour) < wanted && hour + HOUR_MS < endMs) {
      before += weightOf(hour)
      hour += HOUR_MS
    }
    const within = Math.min(1, (wanted - before) / weightOf(hour))
    return Math.min(endMs - 1, Math.max(startMs, Math.floor(hour + within * HOUR_MS)))
  }
}
