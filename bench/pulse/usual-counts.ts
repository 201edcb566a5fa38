const WEEK = 168
/** The level of a key forgets half in a week. */
const LEVEL_PART = 1 - 0.5 ** (1 / WEEK)
/** Least level of a key, in texts an hour, so that a first text is not infinitely surprising. */
const LEAST = 0.004
/** The pooled shape counts like so many texts of the key's own at an hour of the week. */
const POOLED_TEXTS = 4
/** What stands further above the usual than this many deviations (and three texts) is cut off before it is learnt from. */
const CUT_DEVIATIONS = 4

/**
 * What is usual for each key at each hour, from the hours before: a level that forgets, times an hour-of-week shape that is all keys' where the key has
 * not shown its own. Customary (Holt and Winters' multiplicative season, shrunk), so that the stock detectors are not beaten by the season alone.
 */
export function usualCounts(rows: readonly Float64Array[]): Float64Array[] {
  const pooled = pooledShapes(rows)
  return rows.map((counts) => usualOf(counts, pooled))
}

/** All keys' share of each hour of the week beside an average hour, as it was known when that week began; 1 in the first. */
function pooledShapes(rows: readonly Float64Array[]): Float64Array[] {
  const hours = rows[0]?.length ?? 0
  const sums = new Float64Array(WEEK)
  const shapes: Float64Array[] = []
  for (let week = 0; week * WEEK < hours; week++) {
    const mean = sums.reduce((sum, count) => sum + count, 0) / WEEK
    shapes.push(sums.map((sum) => (mean === 0 ? 1 : Math.max(0.1, sum / mean))))
    for (const counts of rows)
      for (let at = 0; at < WEEK && week * WEEK + at < hours; at++) sums[at]! += counts[week * WEEK + at]!
  }
  return shapes
}

function usualOf(counts: Float64Array, pooled: readonly Float64Array[]): Float64Array {
  const own = new Float64Array(WEEK)
  const awaited = new Float64Array(WEEK)
  let level = 0.02
  return counts.map((count, hour) => {
    const at = hour % WEEK
    const shape = pooled[Math.floor(hour / WEEK)]![at]!
    const factor = (shape * (near(own, at) + POOLED_TEXTS)) / (near(awaited, at) + POOLED_TEXTS)
    const usual = Math.max(LEAST, level * factor)
    const learnt = Math.min(count, usual + CUT_DEVIATIONS * Math.sqrt(usual) + 3)
    own[at]! += learnt
    awaited[at]! += Math.max(LEAST, level * shape)
    level = Math.max(LEAST, level + Math.max(LEVEL_PART, 1 / (hour + 2)) * (learnt / factor - level))
    return usual
  })
}

/** An hour of the week and half of its neighbours. */
function near(week: Float64Array, at: number): number {
  return week[at]! + (week[(at + 1) % WEEK]! + week[(at + WEEK - 1) % WEEK]!) / 2
}
