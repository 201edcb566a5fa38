/**
 * Inverse dispersion of an hour's count that is assumed for a range: counts vary by half their mean beyond chance, which is what the
 * detector believes of every key before it has watched it.
 */
export const ASSUMED_INVERSE_DISPERSION = 0.25
/** Share of the chance left out at each end. */
const TAIL = 0.05
/** Counts gone through one by one; beyond, the bell curve is as good. */
const MAX_COUNT = 5_000
/** One-sided normal deviate of `TAIL`. */
const DEVIATE = 1.645

/**
 * Between which counts nine hours of ten lie where `mean` is usual and nothing happens: the 5 % and the 95 % point of a negative binomial.
 * `hours`: over how many hours the count was summed, which evens it out. Both ends are whole and count in; 0 and 0 for a mean of 0 or less.
 * **Source:** Cameron & Trivedi, Regression Analysis of Count Data (2013), NB2.
 */
export function usualRange(mean: number, hours = 1): { low: number; high: number } {
  if (!(mean > 0 && Number.isFinite(mean))) return { low: 0, high: 0 }
  const dispersion = Math.max(1, hours) / ASSUMED_INVERSE_DISPERSION
  const spread = Math.sqrt(mean + (mean * mean) / dispersion)
  let chance = Math.exp(-dispersion * Math.log1p(mean / dispersion))
  if (mean + 6 * spread > MAX_COUNT || chance === 0)
    return {
      low: Math.max(0, Math.floor(mean - DEVIATE * spread)),
      high: Math.ceil(mean + DEVIATE * spread),
    }
  let below = 0
  let low: number | null = null
  for (let count = 0; count <= MAX_COUNT; count++) {
    below += chance
    if (low === null && below > TAIL) low = count
    if (below >= 1 - TAIL) return { low: low ?? count, high: count }
    chance *= ((dispersion + count) / (count + 1)) * (mean / (mean + dispersion))
  }
  return { low: low ?? 0, high: MAX_COUNT }
}
