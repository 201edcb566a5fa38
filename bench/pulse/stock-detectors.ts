import type { HourlyScores } from './burst-measures.ts'
import type { FoldedCounts } from './folded-counts.ts'
import { usualCounts } from './usual-counts.ts'

/** A score an hour, from one key's counts, all keys' counts and what is usual for the key; each hour from hours up to itself. */
type Detect = (given: { counts: Float64Array; total: Float64Array; usual: Float64Array }) => Float32Array

const DAY = 24
const FORTNIGHT = 14 * DAY
/** Windows that the scan looks at, in hours. */
const SCANNED = [1, 3, 6, 12, 24]
/** How many times the usual share Kleinberg's burst state brings; 2 is his. */
const BURST_TIMES = 2
/** SigniTrend: half-life of mean and variance, in hours, and the count that is never significant. */
const SIGNI_HALF_LIFE = 7 * DAY
const SIGNI_LEAST = 1

/** Detectors that are commonly used or written about, over hours of folded counts; own short versions after the papers named at each. */
export const STOCK_DETECTORS: Readonly<Record<string, Detect>> = {
  'ratio 24 h / 14 d': ratio,
  'seasonal Poisson scan': poissonScan,
  'Kleinberg, two states': kleinberg,
  SigniTrend: signiTrend,
  'MABED-like': cumulatedAnomaly,
  'seasonal z, 3 h': seasonalZ,
}

/** Every stock detector's scores, by its name. */
export function stockScores({ byKey, total }: FoldedCounts): Map<string, HourlyScores> {
  const usual = usualCounts([...byKey.values()])
  const scored = Object.entries(STOCK_DETECTORS).map(([name, detect]): [string, HourlyScores] => [
    name,
    new Map([...byKey].map(([key, counts], at) => [key, detect({ counts, total, usual: usual[at]! })])),
  ])
  return new Map(scored)
}

/** The last day beside an average day of the fortnight before; one is added to both, so that little is no ratio. Common practice. */
function ratio({ counts }: Parameters<Detect>[0]): Float32Array {
  const sums = runningSums(counts)
  return Float32Array.from(counts, (_, hour) => {
    const before = within(sums, hour - DAY, FORTNIGHT) / 14
    return (within(sums, hour, DAY) + 1) / (before + 1)
  })
}

/**
 * Log-likelihood ratio of "more than usual" to "usual" under Poisson, the best of five windows that end now.
 * **Source:** D. Neill, Expectation-based scan statistics for monitoring spatial time series data, Int. J. Forecasting 25 (2009), with one place only.
 */
function poissonScan({ counts, usual }: Parameters<Detect>[0]): Float32Array {
  const [seen, expected] = [runningSums(counts), runningSums(usual)]
  return Float32Array.from(counts, (_, hour) => {
    let best = 0
    for (const hours of SCANNED) {
      const found = within(seen, hour, hours)
      const mean = within(expected, hour, hours)
      if (found > 1 && found > mean) best = Math.max(best, found * Math.log(found / mean) + mean - found)
    }
    return best
  })
}

/**
 * Weight of the burst that would end now: summed saving of the burst state's cost over the quiet one's, begun anew where it falls below nothing. The
 * quiet share is that of the past, halved every fortnight.
 * **Source:** J. Kleinberg, Bursty and hierarchical structure in streams, KDD 2002: batches of documents, two states, weight of a burst; its cost of
 * entering a burst would only be taken off every weight, so the threshold stands for it.
 */
function kleinberg({ counts, total }: Parameters<Detect>[0]): Float32Array {
  const kept = 0.5 ** (1 / FORTNIGHT)
  let [weight, own, all] = [0, 0, 0]
  return Float32Array.from(counts, (found, hour) => {
    const others = total[hour]! - found
    const quiet = Math.min(0.4, Math.max(1e-5, (own + 0.05) / (all + 1)))
    const burst = BURST_TIMES * quiet
    weight += found * Math.log(burst / quiet) + others * Math.log((1 - burst) / (1 - quiet))
    weight = Math.max(0, weight)
    own = own * kept + found
    all = all * kept + total[hour]!
    return weight
  })
}

/**
 * Distance from the moving mean in moving deviations.
 * **Source:** E. Schubert, M. Weiler, H.-P. Kriegel, SigniTrend, KDD 2014: exponentially weighted mean and variance, bias term beta.
 */
function signiTrend({ counts }: Parameters<Detect>[0]): Float32Array {
  const part = 1 - 0.5 ** (1 / SIGNI_HALF_LIFE)
  let [mean, variance] = [0, 0]
  return Float32Array.from(counts, (found, hour) => {
    const score = (found - Math.max(mean, SIGNI_LEAST)) / (Math.sqrt(variance) + SIGNI_LEAST)
    const share = Math.max(part, 1 / (hour + 1)) // a plain mean until there is a past to forget
    const gap = found - mean
    mean += share * gap
    variance = (1 - share) * (variance + share * gap * gap)
    return score
  })
}

/**
 * Anomaly of each hour, found less what the key's share of the past would bring, summed over the interval that ends now and is largest.
 * **Source:** A. Guille, C. Favre, Mention-anomaly-based event detection and tracking in Twitter, ASONAM 2014, with articles for
 * mentions, the share of the fortnight before instead of the whole corpus, and the interval that is largest until now.
 */
function cumulatedAnomaly({ counts, total }: Parameters<Detect>[0]): Float32Array {
  const [own, all] = [runningSums(counts), runningSums(total)]
  let sum = 0
  return Float32Array.from(counts, (found, hour) => {
    const share = within(own, hour - 1, FORTNIGHT) / Math.max(1, within(all, hour - 1, FORTNIGHT))
    sum = Math.max(0, sum + found - share * total[hour]!)
    return sum
  })
}

/** Three hours beside the usual three, in deviations of a Poisson count; half a text is added to these. Common practice. */
function seasonalZ({ counts, usual }: Parameters<Detect>[0]): Float32Array {
  const [seen, expected] = [runningSums(counts), runningSums(usual)]
  return Float32Array.from(counts, (_, hour) => {
    const mean = within(expected, hour, 3)
    return (within(seen, hour, 3) - mean) / (Math.sqrt(mean) + 0.5)
  })
}

/** At place n the sum of the first n counts. */
function runningSums(counts: Float64Array): Float64Array {
  const sums = new Float64Array(counts.length + 1)
  for (let at = 0; at < counts.length; at++) sums[at + 1] = sums[at]! + counts[at]!
  return sums
}

/** Sum of the `hours` hours that end with `last`; what lies before the stream counts nothing. */
function within(sums: Float64Array, last: number, hours: number): number {
  return sums[Math.max(0, last + 1)]! - sums[Math.max(0, last + 1 - hours)]!
}
