/**
 * Log of the negative-binomial chance of `count`, without the term `-log(count!)`, which cancels in every ratio of two means.
 * Mean `mean` > 0, variance `mean + mean^2 / dispersion`, `dispersion` > 0; `count` an integer, 0 or more.
 * **Source:** Cameron & Trivedi, Regression Analysis of Count Data (2013), NB2.
 */
export function negativeBinomialLog(count: number, mean: number, dispersion: number): number {
  const perText = mean / (mean + dispersion)
  let logChance = -dispersion * Math.log1p(mean / dispersion)
  let product = 1
  for (let n = 0; n < count; n++) {
    product *= (dispersion + n) * perText
    if (product > 1e250 || product < 1e-250) {
      logChance += Math.log(product)
      product = 1
    }
  }
  return product === 1 ? logChance : logChance + Math.log(product)
}

/** Terms of a tail that are summed at most; later ones are below a billionth of the sum for any mean a site has. */
const TAIL_TERMS = 2_000

/**
 * `-log10` of the chance to see `count` or more; 0 where `count` is 0, at most 300.
 * Same parameters as `negativeBinomialLog`.
 */
export function negativeBinomialSurprise(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 0
  let logTerm = negativeBinomialLog(count, mean, dispersion)
  for (let n = 2; n <= count; n++) logTerm -= Math.log(n)
  const perText = mean / (mean + dispersion)
  let sum = 1
  let term = 1
  for (let n = count; n < count + TAIL_TERMS && term > sum * 1e-9; n++) {
    term *= ((n + dispersion) / (n + 1)) * perText
    sum += term
  }
  return Math.min(300, Math.max(0, -(logTerm + Math.log(sum)) / Math.LN10))
}
