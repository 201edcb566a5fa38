import type { Entry } from '../model/entry.ts'
import { feedTextHashes } from '../store/feed-texts.ts'
import { knownKeys } from '../store/known-keys.ts'
import { contentHash, entryKey } from './identity.ts'
import { BATCH } from './line.ts'
import type { Polling } from './poll.ts'
import { type EntryOrigin, isStopping, type Reading, type ReadOutcome, readEntry, readOwnText } from './read-entry.ts'

/** What became of the entries of one document. */
export type EntriesReport = {
  /** Articles that are new. */
  stored: number
  /** Articles that were there and whose text the feed has changed. */
  updated: number
  failed: { what: string; reason: string }[]
  /** Entries left for the next time, because the time was over or the process is stopping. */
  left: number
}

type EntryReading = Pick<Polling, 'fetch' | 'pool' | 'now' | 'store' | 'line' | 'stopping'>

/** Pages of one feed that are asked for at the same time; the client itself keeps to one connection a host. */
const PAGES_AT_ONCE = 4
/** Entries of a changed document, first ones first, that are looked at again for edits: publishers mend the newest. */
const MAX_LOOKED_AT_AGAIN = 100

/**
 * Reads and stores those entries that the store does not hold; in batches, so that a stop loses no more than the last.
 * Entries that it holds and that were read from the feed alone are stored anew where the feed has changed them.
 * After `patienceMs` no further batch is begun: a feed with thousands of pages on a slow host must not hold its place for hours.
 */
export async function storeEntries(
  reading: EntryReading,
  entries: readonly Entry[],
  origin: EntryOrigin,
  patienceMs = Number.POSITIVE_INFINITY,
): Promise<EntriesReport> {
  const endMs = performance.now() + patienceMs
  const { fresh, known } = await parted(reading, entries, origin)
  const report: EntriesReport = { stored: 0, updated: 0, failed: [], left: 0 }
  await storeEdited(reading, known, origin, report)
  for (let start = 0; start < fresh.length; start += BATCH) {
    const outcomes =
      performance.now() < endMs ? await readSome(reading, fresh.slice(start, start + BATCH), origin, endMs) : []
    const arrivals = outcomes.flatMap((outcome) => (outcome?.ok ? [outcome.arrival] : []))
    for (const outcome of outcomes) if (outcome && !outcome.ok) report.failed.push(failureOf(outcome))
    const done = arrivals.length > 0 ? await reading.line.store(arrivals) : []
    report.stored += done.filter((one) => one.outcome === 'new').length
    report.left += Math.min(BATCH, fresh.length - start) - outcomes.filter((outcome) => outcome !== null).length
  }
  return report
}

function failureOf({ what, reason }: { what: string; reason: string }) {
  return { what, reason }
}

/** Null for an entry that was not read: the time was over, or the process is stopping. */
async function readSome(
  reading: Reading,
  entries: readonly Entry[],
  origin: EntryOrigin,
  endMs: number,
): Promise<(ReadOutcome | null)[]> {
  const outcomes: (ReadOutcome | null)[] = entries.map(() => null)
  let next = 0
  const run = async () => {
    for (let index = next++; index < entries.length; index = next++) {
      if (performance.now() >= endMs || isStopping(reading)) return
      const outcome = await readEntry(reading, entries[index]!, origin)
      // What a stop cut short is not known to have failed: it is read again after the next start.
      if (!isStopping(reading)) outcomes[index] = outcome
    }
  }
  await Promise.all(Array.from({ length: PAGES_AT_ONCE }, run))
  return outcomes
}

/** Oldest first: a story's first article is then stored first. Entries with equal guids but different links are different. */
async function parted(
  reading: EntryReading,
  entries: readonly Entry[],
  origin: EntryOrigin,
): Promise<{ fresh: Entry[]; known: { entry: Entry; key: string }[] }> {
  const keyed = entries.map((entry) => ({ entry, key: entryKey(entry, origin.feedUrl) }))
  const there = await knownKeys(
    reading.store,
    keyed.flatMap(({ key }) => key ?? []),
  )
  const seen = new Set<string>()
  const fresh: Entry[] = []
  const known: { entry: Entry; key: string }[] = []
  for (const { entry, key } of keyed) {
    if (key !== null && seen.has(key)) continue
    if (key !== null) seen.add(key)
    if (key !== null && there.has(key)) known.push({ entry, key })
    else fresh.push(entry)
  }
  return { fresh: fresh.reverse(), known }
}

async function storeEdited(
  reading: EntryReading,
  known: readonly { entry: Entry; key: string }[],
  origin: EntryOrigin,
  report: EntriesReport,
): Promise<void> {
  const looked = known.slice(0, MAX_LOOKED_AT_AGAIN)
  const hashes = await feedTextHashes(
    reading.store,
    origin.feedId,
    looked.map(({ key }) => key),
  )
  const ofFeed = looked.filter(({ key }) => hashes.has(key))
  const read = await Promise.all(ofFeed.map(({ entry }) => readOwnText(reading, entry, origin)))
  const edited = read.flatMap((outcome, index) => {
    if (!outcome.ok) return []
    const { page, title } = outcome.arrival.prepared
    return contentHash(page, title) === hashes.get(ofFeed[index]!.key) ? [] : [outcome.arrival]
  })
  for (let start = 0; start < edited.length; start += BATCH) {
    const done = await reading.line.store(edited.slice(start, start + BATCH))
    report.updated += done.filter((one) => one.outcome === 'updated').length
  }
}
