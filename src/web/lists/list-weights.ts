import { LIST_REASONS, type ReasonWeight, reasonWeights } from '../../rank/reason-weights.ts'
import { listClicksSince } from '../../store/list-clicks.ts'
import { dayOf } from '../owner.ts'
import type { Site } from '../site.ts'

/** Days of choices that weights are learnt from: long enough for a small site, short enough for its lists to change. */
export const LEARN_DAYS = 60

/** How much each reason adds in readers' lists, as their choices of the last sixty days taught; all 0 where nothing is counted. One query. */
export async function listWeights(site: Site): Promise<ReasonWeight[]> {
  if (!site.countsReading) return reasonWeights([])
  const counts = await listClicksSince(site.store, dayOf(site) - LEARN_DAYS)
  return reasonWeights(
    counts.flatMap((count) => {
      const reason = LIST_REASONS.find((one) => one === count.reason)
      return reason === undefined ? [] : [{ ...count, reason }]
    }),
  )
}
