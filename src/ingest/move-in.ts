import { AppError } from '../model/errors.ts'
import type { ExportedItem, ReaderExport } from '../model/reader-export.ts'
import { listFeeds } from '../store/feeds.ts'
import { knownKeys } from '../store/known-keys.ts'
import { keepMovedMarks, type MovedMark } from '../store/moved-marks.ts'
import { entryKey } from './identity.ts'
import { addSubscriptions } from './import-feeds.ts'
import { BATCH } from './line.ts'
import type { Polling } from './poll.ts'
import { isStopping, readOwnText, unhopedFor } from './read-entry.ts'
import { type Failure, tellFailure } from './told-failures.ts'

/** What moved in from another reader. */
export type MoveReport = {
  feeds: { added: number; known: number; refused: { url: string; reason: string }[] }
  stored: number
  known: number
  failed: Failure[]
  /** Marks of reading and stars that stand now, and those that wait for their articles. */
  marked: number
  waiting: number
  /** Items with labels of their reader's own: they have no place here. */
  labelled: number
}

/**
 * Takes in what another reader exported: subscriptions, articles, and for `account` what was read and starred. `null` for bytes that are no
 * such export. What is known is skipped, so that a move that was stopped goes on by starting it again.
 * @throws AppError invalid for an archive that cannot be read
 */
export async function moveIn(
  polling: Polling,
  { name, bytes }: { name: string; bytes: Uint8Array },
  account: string | null,
  onProgress: (done: number) => void = () => {},
): Promise<MoveReport | null> {
  const report = emptyReport()
  let found = false
  for await (const part of partsOf(polling, name, bytes, report)) {
    found = true
    await takeIn(polling, part, account, report, onProgress)
  }
  return found ? report : null
}

function emptyReport(): MoveReport {
  return {
    feeds: { added: 0, known: 0, refused: [] },
    stored: 0,
    known: 0,
    failed: [],
    marked: 0,
    waiting: 0,
    labelled: 0,
  }
}

/** ZIP archives begin so. **Source:** PKWARE APPNOTE.TXT 6.3.10, §4.3.7 */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

async function* partsOf(
  polling: Polling,
  name: string,
  bytes: Uint8Array,
  report: MoveReport,
): AsyncGenerator<ReaderExport> {
  if (!isZip(bytes)) {
    const answer = await polling.pool.run({ kind: 'export', bytes, deflated: false })
    if (answer.kind === 'export' && answer.result.ok) yield answer.result.value
    return
  }
  const listed = await polling.pool.run({ kind: 'archive', bytes })
  if (listed.kind !== 'archive') throw new AppError('invalid', `${name}: ${unhopedFor(listed, 'it cannot be read')}`)
  if (!listed.result.ok) throw new AppError('invalid', `${name}: ${listed.result.detail}`)
  // Subscriptions first: articles then find their sources.
  const files = listed.result.value.toSorted((a, b) => Number(isList(b.name)) - Number(isList(a.name)))
  for (const { name: inside, start, end, deflated } of files) {
    const answer = await polling.pool.run({ kind: 'export', bytes: bytes.slice(start, end), deflated })
    if (answer.kind === 'export' && answer.result.ok) yield answer.result.value
    else {
      const { result } = answer.kind === 'export' ? answer : {}
      tellFailure(
        report.failed,
        `${name}/${inside}`,
        result?.ok === false ? result.detail : unhopedFor(answer, 'it cannot be read'),
      )
    }
  }
}

function isList(name: string): boolean {
  return /\.(opml|xml)$/i.test(name)
}

async function takeIn(
  polling: Polling,
  part: ReaderExport,
  account: string | null,
  report: MoveReport,
  onProgress: (done: number) => void,
): Promise<void> {
  const added = await addSubscriptions(polling.store, part.feeds, [], polling.now())
  for (const feed of added.feeds) {
    if (feed.outcome === 'refused') report.feeds.refused.push({ url: feed.url, reason: feed.reason ?? '' })
    else report.feeds[feed.outcome]++
  }
  report.labelled += part.labelled
  if (part.left > 0) tellFailure(report.failed, part.shape, `${part.left} items were beyond the limit of one file`)
  const feeds = new Map((await listFeeds(polling.store)).map((feed) => [feed.url, feed.id]))
  for (let start = 0; start < part.items.length && !isStopping(polling); start += BATCH) {
    const marks = await storeItems(polling, part.items.slice(start, start + BATCH), feeds, report)
    if (account !== null) {
      const kept = await keepMovedMarks(polling.store, account, marks, polling.now())
      report.marked += kept.marked
      report.waiting += kept.waiting
      if (kept.left > 0) tellFailure(report.failed, account, `${kept.left} marks found no room to wait in`)
    }
    onProgress(report.stored + report.known + report.failed.length)
  }
}

/** Stores what is not there and gives the marks of all, by the keys that their articles have here. */
async function storeItems(
  polling: Polling,
  items: readonly ExportedItem[],
  feeds: ReadonlyMap<string, number>,
  report: MoveReport,
): Promise<MovedMark[]> {
  const keyed = items.map((item) => ({ item, key: entryKey(item.entry, item.feedUrl) }))
  const there = await knownKeys(
    polling.store,
    keyed.flatMap(({ key }) => key ?? []),
  )
  const read = await Promise.all(
    keyed.map(async ({ item, key }) => {
      if (key !== null && there.has(key)) return null
      const { feedUrl, feedTitle } = item
      const feedId = feedUrl === null ? null : (feeds.get(feedUrl) ?? null)
      return readOwnText(polling, item.entry, { feedId, feedUrl, feedTitle, language: null })
    }),
  )
  const arrivals = read.flatMap((outcome) => (outcome?.ok ? [outcome.arrival] : []))
  const stored = arrivals.length > 0 ? await polling.line.store(arrivals) : []
  let nth = 0
  return keyed.flatMap(({ item, key }, index): MovedMark[] => {
    const outcome = read[index]!
    const here = outcome?.ok ? stored[nth++] : undefined
    if (outcome === null) report.known++
    else if (!outcome.ok) tellFailure(report.failed, outcome.what, outcome.reason)
    else if (here?.outcome === 'known') report.known++
    else report.stored++
    const known = here?.key ?? key
    return known === null ? [] : [{ key: known, read: item.read, starred: item.starred }]
  })
}
