/** No single use weighs more than this, as log-odds: the counts behind it are of some 70,000 names. */
export const MOST_ODDS = 4
/** What a tampered page is beforehand, and the share of its uses that were pushed in: another's text does not speak of the brand, unless the page has sentences of its own. */
const TAMPERED = [
  { chance: 0.8, pushedShare: 0.97 },
  { chance: 0.2, pushedShare: 0.5 },
]
/** Odds at which a use is taken out: right sentences stay. Chosen on hosts of part 1 (bench/extract/tampering.ts). */
const LEAST_ODDS = 2

/**
 * For each use of a brand on a page, whether it was pushed in; `odds` tells how much likelier that is than that its writer put it there, by
 * its place alone. One question is asked of the page as a whole (was it tampered with?): a page with three uses that no grammar allows hardly
 * has a fourth by its writer, and a text about the brand has many that are right. `prior` is the log-odds of tampering before any use was
 * looked at. Empty for no uses.
 *
 * **Source:** Bayes' rule for a mixture with one hidden variable a page.
 */
export function pushedIn(odds: readonly number[], prior: number): boolean[] {
  // Logarithms of how likely the page is as each kind, against a page that nobody tampered with.
  const kinds = TAMPERED.map(({ chance, pushedShare }) => {
    let sum = prior + Math.log(chance)
    for (const use of odds) sum += Math.log(pushedShare * Math.exp(use) + 1 - pushedShare)
    return sum
  })
  const most = Math.max(0, ...kinds)
  const whole = Math.exp(-most) + kinds.reduce((sum, kind) => sum + Math.exp(kind - most), 0)
  return odds.map((use) => {
    let chance = 0
    for (const [index, { pushedShare }] of TAMPERED.entries()) {
      const pushed = pushedShare * Math.exp(use)
      chance += (Math.exp(kinds[index]! - most) / whole) * (pushed / (pushed + 1 - pushedShare))
    }
    return Math.log(chance / (1 - chance)) >= LEAST_ODDS
  })
}
