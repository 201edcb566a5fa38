/** What a burst is shown with: texts of a window against what is usual for it. */
export type Evidence = { seen: number; expected: number; windowHours: number }

/** Windows that the evidence is looked for in, in ticks. */
const WINDOWS = [1, 3, 6, 12, 24]

/**
 * The window that speaks most against what is usual, by the log-likelihood ratio of a Poisson count; the shortest on a tie, and where
 * none holds more than is usual. `countsAt`: texts of the tick so many ticks back, asked in order from 0.
 */
export function strongestWindow(
  ticks: number,
  tickHours: number,
  countsAt: (back: number) => { seen: number; expected: number },
): Evidence {
  let best: Evidence = { seen: 0, expected: 0, windowHours: tickHours }
  let bestSurprise = -1
  let [seen, expected] = [0, 0]
  for (let back = 0; back < ticks; back++) {
    const counts = countsAt(back)
    seen += counts.seen
    expected += counts.expected
    if (!WINDOWS.includes(back + 1)) continue
    const surprise = seen > expected ? seen * Math.log(seen / expected) - (seen - expected) : 0
    if (surprise <= bestSurprise) continue
    bestSurprise = surprise
    best = { seen, expected, windowHours: (back + 1) * tickHours }
  }
  return best
}
