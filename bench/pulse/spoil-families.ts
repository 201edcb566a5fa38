import { seededRandom } from '../../src/demo/random.ts'
import type { PulseEvent } from '../../src/model/pulse.ts'

const SPOILT = 0.1
/** A wrong family is that of one of so many votes before. */
const NEAR_VOTES = 50

/** A tenth of the texts is taken for another, always the same ones: half for texts of their own, half for a text of shortly before. */
export function spoilFamilies(events: readonly PulseEvent[]): PulseEvent[] {
  const { next, chance } = seededRandom(12_345)
  return events.map((event, at) => {
    if (!chance(SPOILT)) return event
    const before = Math.max(0, at - 1 - Math.floor(next() * NEAR_VOTES))
    return { ...event, family: chance(0.5) ? `wrong-${at}` : events[before]!.family }
  })
}
