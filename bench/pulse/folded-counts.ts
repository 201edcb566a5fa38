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
  const pasts = new Map<string, Past>()
  for (const { atMs, key, feed, family } of stream.events) {
    const hour = Math.floor((atMs - stream.startMs) / HOUR_MS)
    const past = pasts.get(key) ?? { counts: new Float64Array(stream.hours), families: new Map(), votes: new Map() }
    pasts.set(key, past)
    byKey.set(key, past.counts)
    if (family !== null) {
      const seen = past.families.get(family) ?? -Infinity
      past.families.set(family, hour)
      if (hour - seen < FAMILY_HOURS) continue
    }
    if (hour - (past.votes.get(feed) ?? -Infinity) < VOTE_HOURS) continue
    past.votes.set(feed, hour)
    past.counts[hour]!++
    total[hour]!++
  }
  return { byKey, total }
}

/** A key's counts, and the hours in which each family was last seen and each feed last counted. */
type Past = { counts: Float64Array; families: Map<string, number>; votes: Map<string, number> }
