/** Why an entry may stand in a list that readers' browsers rank; codes of `Reason`, in the order in which tables show them. */
export const LIST_REASONS = ['shared-tags', 'readers-went-on', 'rising', 'popular', 'newest'] as const
export type ListReason = (typeof LIST_REASONS)[number]

/** How often an entry stood at a place for a reason in lists from which something was chosen, and how often it was the one. `place` from 1. */
export type PlaceCount = { reason: ListReason; place: number; shown: number; clicked: number }

/** `expected`: choices that its places alone would have brought. `weight`: doublings that a list adds, -1 to 1, 0 where nothing is known. */
export type ReasonWeight = { reason: ListReason; shown: number; clicked: number; expected: number; weight: number }

/** A reason counts as usual until it has been expected about this often: twenty lucky clicks move it by half of what they say. */
const PRIOR_CLICKS = 20
/** Ten places of a pack at most, up or down: no feedback buries a reason, and so it can always be learnt anew. */
const MOST = 1
/** Rounds in which places and reasons are told apart; the weights stand still after about five. */
const ROUNDS = 12

/**
 * How much more (or less) readers choose an entry for its reason than its places explain: every choice is place times reason,
 * fitted in turn, each reason pulled to the usual. All reasons are given, in the order of LIST_REASONS.
 *
 * **Source:** Breslow & Day, Indirect standardization and multiplicative models for rates (J. Chronic Diseases 1975); the pull is
 * a Gamma prior of mean 1.
 */
export function reasonWeights(counts: readonly PlaceCount[]): ReasonWeight[] {
  const effect = new Map<ListReason, number>()
  const effectOf = (reason: ListReason) => effect.get(reason) ?? 1
  const byPlace = Map.groupBy(counts, ({ place }) => place)
  const byReason = Map.groupBy(counts, ({ reason }) => reason)
  const expectedOf = (reason: ListReason, rates: ReadonlyMap<number, number>) =>
    sum(byReason.get(reason) ?? [], ({ place, shown }) => shown * rates.get(place)!) // every place has its rate
  let rates = placeRates(byPlace, effectOf)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [reason, own] of byReason) {
      const clicked = sum(own, (one) => one.clicked)
      effect.set(reason, (clicked + PRIOR_CLICKS) / (expectedOf(reason, rates) + PRIOR_CLICKS))
    }
    rates = placeRates(byPlace, effectOf)
  }
  return LIST_REASONS.map((reason) => {
    const own = byReason.get(reason) ?? []
    const weight = Math.min(MOST, Math.max(-MOST, Math.log2(effectOf(reason))))
    const [shown, clicked] = [sum(own, (one) => one.shown), sum(own, (one) => one.clicked)]
    return { reason, shown, clicked, expected: expectedOf(reason, rates), weight }
  })
}

/** Choices a showing at each place, for a reason that is as usual. */
function placeRates(
  byPlace: ReadonlyMap<number, readonly PlaceCount[]>,
  effectOf: (reason: ListReason) => number,
): Map<number, number> {
  const rates = new Map<number, number>()
  for (const [place, counts] of byPlace) {
    const shown = sum(counts, (one) => one.shown * effectOf(one.reason))
    rates.set(place, shown > 0 ? sum(counts, (one) => one.clicked) / shown : 0)
  }
  return rates
}

function sum<One>(ones: readonly One[], of: (one: One) => number): number {
  return ones.reduce((total, one) => total + of(one), 0)
}
