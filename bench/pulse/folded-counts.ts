import { HOUR_MS } from '../../src/model/time.ts'
import type { PulseStream } from './invented-stream.ts'

/** Independent texts an hour of each key, and over all keys. Arrays are as long as the stream has hours. */
export type FoldedCounts = { byKey: ReadonlyMap<string, Float64Array>; total: Float64Array }

/** A text carried again within this time is a copy and does not count. */
const FAMILY_HOURS = 48
/** A feed has one vote on a key in this time. */
const VOTE_HOURS = 6

/** What the stock detectors count: copies folded away, one vote a feed and key in six hours. On raw items all of them find far less. */
export function foldedCounts(stream: PulseStream): FoldedCounts {
  const byKey = new Map<string, Float64Array>()
  const total = new Float64Array(stream.hours)
  const families = new Map<string, number>()
  const votes = new Map<string, number>()
  for (const { atMs, key, feed, family } of stream.events) {
    const hour = Math.floor((atMs - stream.startMs) / HOUR_MS)
    if (!byKey.has(key)) byKey.set(key, new Float64Array(stream.hours))
    if (family !== null) {
      const seen = families.get(`${key} ${family}`) ?? -Infinity
      families.set(`${key} ${family}`, hour)
      if (hour - seen < FAMILY_HOURS) continue
    }
    if (hour - (votes.get(`${key} ${feed}`) ?? -Infinity) < VOTE_HOURS) continue
    votes.set(`${key} ${feed}`, hour)
    byKey.get(key)![hour]!++
    total[hour]!++
  }
  return { byKey, total }
}
