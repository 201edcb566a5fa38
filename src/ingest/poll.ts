import { createHash } from 'node:crypto'
import { nextPollMs } from '../fetch/politeness.ts'
import type { FeedRow } from '../model/card.ts'
import type { Entry } from '../model/entry.ts'
import { type PollableFeed, type PollOutcome, recordPoll } from '../store/feeds.ts'
import { knownKeys } from '../store/known-keys.ts'
import type { Store } from '../store/store.ts'
import { articleKey, canonicalUrl } from './identity.ts'
import { BATCH, type Line } from './line.ts'
import type { PreparedDocument } from './prepare.ts'
import { type EntryOrigin, failureSentence, type Reading, type ReadOutcome, readEntry } from './read-entry.ts'

export type Polling = Reading & {
  store: Store
  line: Line
  random: () => number
  log: (event: string, fields: Record<string, unknown>) => void
}

/** What one poll of a feed brought. */
export type PollReport = {
  feedId: number
  url: string
  state: 'ok' | 'failing'
  reason: string | null
  entries: number
  stored: number
  failed: readonly { what: string; reason: string }[]
}

/** Entries of one document that are read at a poll, newest first as the feed gives them; the rest come with the next. */
const MAX_ENTRIES = 500
/** Pages of one feed that are asked for at the same time; the client itself keeps to one connection a host. */
const PAGES_AT_ONCE = 4
/** Formats whose entries a feed may have. */
const FEED_FORMATS = new Set(['rss', 'rdf', 'atom', 'json-feed', 'sitemap', 'html'])

/** Polls one feed: fetches, reads, stores what is new, and writes down when to come back. Never throws for what the feed is. */
export async function pollFeed(polling: Polling, feed: PollableFeed): Promise<PollReport> {
  const got = await polling.fetch.get(feed.url, validators(feed))
  if (!got.ok) return fail(polling, feed, got.detail, got.retryAfterMs ?? null)
  const document = got.value
  const hash = createHash('sha256').update(document.bytes).digest('hex')
  const waits = { retryAfterMs: document.retryAfterMs, cacheControl: document.cacheControl, ttlMinutes: null }
  if (document.notModified || hash === feed.contentHash)
    return succeed(polling, feed, { entries: 0, stored: 0, failed: [] }, waits, {})

  const answer = await polling.pool.run({
    kind: 'document',
    bytes: document.bytes,
    url: document.url,
    contentType: document.contentType,
    nowMs: polling.now(),
  })
  if (answer.kind !== 'document')
    return fail(
      polling,
      feed,
      answer.result.ok ? 'no feed' : failureSentence(answer.result.reason, answer.result.detail),
      null,
    )
  const read = answer.value
  if (!FEED_FORMATS.has(read.format) || (read.format === 'html' && read.document.entries.length === 0)) {
    return fail(
      polling,
      feed,
      `${feed.url} is no feed and no page with a list of articles (it looks like ${read.format})`,
      null,
    )
  }
  const meta = read.document.feed
  const origin = { feedId: feed.id, feedUrl: feed.url, feedTitle: meta.title ?? feed.title, language: meta.language }
  const came = await storeEntries(polling, read.document.entries.slice(0, MAX_ENTRIES), origin)
  const isAllRead = came.failed.length === 0
  return succeed(
    polling,
    feed,
    { entries: read.document.entries.length, ...came },
    { ...waits, ttlMinutes: meta.ttlMinutes },
    {
      // Validators are kept only once everything was read: what failed is tried again with the next poll.
      ...(isAllRead ? { etag: document.etag, lastModified: document.lastModified, contentHash: hash } : {}),
      ...describe(feed, read),
    },
  )
}

/** Reads and stores those entries that the store does not hold; in batches, so that a stop loses no more than the last. */
export async function storeEntries(
  polling: Pick<Polling, 'fetch' | 'pool' | 'now' | 'store' | 'line'>,
  entries: readonly Entry[],
  origin: EntryOrigin,
): Promise<{ stored: number; failed: { what: string; reason: string }[] }> {
  const fresh = await unknownEntries(polling.store, entries, origin)
  let stored = 0
  const failed: { what: string; reason: string }[] = []
  for (let start = 0; start < fresh.length; start += BATCH) {
    const outcomes = await readSome(polling, fresh.slice(start, start + BATCH), origin)
    const arrivals = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.arrival] : []))
    for (const outcome of outcomes) if (!outcome.ok) failed.push({ what: outcome.what, reason: outcome.reason })
    const done = arrivals.length > 0 ? await polling.line.store(arrivals) : []
    stored += done.filter((one) => one.outcome !== 'known').length
  }
  return { stored, failed }
}

async function readSome(reading: Reading, entries: readonly Entry[], origin: EntryOrigin): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = new Array(entries.length)
  let next = 0
  const run = async () => {
    for (let index = next++; index < entries.length; index = next++)
      outcomes[index] = await readEntry(reading, entries[index]!, origin)
  }
  await Promise.all(Array.from({ length: PAGES_AT_ONCE }, run))
  return outcomes
}

/** Oldest first: a story's first article is then stored first. Entries with equal guids but different links are different. */
async function unknownEntries(store: Store, entries: readonly Entry[], origin: EntryOrigin): Promise<Entry[]> {
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry, origin) }))
  const known = await knownKeys(
    store,
    keyed.flatMap(({ key }) => key ?? []),
  )
  const seen = new Set<string>()
  const fresh = keyed.filter(({ key }) => {
    if (key === null) return true
    if (known.has(key) || seen.has(key)) return false
    seen.add(key)
    return true
  })
  return fresh.map(({ entry }) => entry).reverse()
}

function keyOf(entry: Entry, origin: EntryOrigin): string | null {
  const url = canonicalUrl(entry.url)
  if (url === null && (entry.id === null || origin.feedUrl === null)) return null
  return articleKey({ url, feedUrl: origin.feedUrl, guid: entry.id, title: '', text: '' })
}

function validators(feed: PollableFeed): { etag?: string; lastModified?: string } {
  return {
    ...(feed.etag ? { etag: feed.etag } : {}),
    ...(feed.lastModified ? { lastModified: feed.lastModified } : {}),
  }
}

function describe(feed: FeedRow, read: PreparedDocument): Partial<PollOutcome> {
  const { title, link, language } = read.document.feed
  return { title: title ?? feed.title, siteUrl: link ?? feed.siteUrl, language: language ?? feed.language }
}

type Waits = { retryAfterMs: number | null; cacheControl: string | null; ttlMinutes: number | null }
type Came = { entries: number; stored: number; failed: readonly { what: string; reason: string }[] }

async function succeed(
  polling: Polling,
  feed: PollableFeed,
  came: Came,
  waits: Waits,
  change: Partial<PollOutcome>,
): Promise<PollReport> {
  const nowMs = polling.now()
  const next = nextPollMs({
    ...waits,
    nowMs,
    intervalMs: feed.intervalMs,
    newItems: came.stored,
    failures: 0,
    random: polling.random(),
  })
  await recordPoll(polling.store, feed.id, {
    ...change,
    state: 'ok',
    reason: null,
    failures: 0,
    intervalMs: next.intervalMs,
    nextPollMs: next.atMs,
    polledMs: nowMs,
    newItems: came.stored,
  })
  return { feedId: feed.id, url: feed.url, state: 'ok', reason: null, ...came }
}

async function fail(
  polling: Polling,
  feed: PollableFeed,
  reason: string,
  retryAfterMs: number | null,
): Promise<PollReport> {
  const nowMs = polling.now()
  const failures = feed.failures + 1
  const next = nextPollMs({
    retryAfterMs,
    cacheControl: null,
    ttlMinutes: null,
    nowMs,
    intervalMs: feed.intervalMs,
    newItems: 0,
    failures,
    random: polling.random(),
  })
  const outcome: PollOutcome = {
    state: 'failing',
    reason,
    failures,
    intervalMs: next.intervalMs,
    nextPollMs: next.atMs,
    polledMs: nowMs,
    newItems: 0,
  }
  await recordPoll(polling.store, feed.id, outcome)
  polling.log('feed-failed', { feed: feed.id, failures, reason })
  return { feedId: feed.id, url: feed.url, state: 'failing', reason, entries: 0, stored: 0, failed: [] }
}
