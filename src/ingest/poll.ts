import type { FetchFailure } from '../fetch/fetch-failure.ts'
import { backoffMs, nextPollMs } from '../fetch/politeness.ts'
import { type EpochMs, MINUTE_MS } from '../model/time.ts'
import { notePoll } from '../store/feed-polls.ts'
import { type PollableFeed, type PollOutcome, pollSoon, recordPoll } from '../store/feeds.ts'
import { moveFeed } from '../store/move-feed.ts'
import type { Store } from '../store/store.ts'
import { subscriptionOf } from '../store/websub.ts'
import { canonicalUrl } from './identity.ts'
import type { Line } from './line.ts'
import { type FeedFault, type FeedProblem, type OpenedFeed, openFeed } from './open-feed.ts'
import type { PreparedDocument } from './prepare.ts'
import { isStopping, type Reading } from './read-entry.ts'
import { type EntriesReport, storeEntries } from './store-entries.ts'
import { noteHub, settleWithHub, tellsWell } from './subscriptions.ts'

export type Polling = Reading & {
  store: Store
  line: Line
  random: () => number
  /** Public address of the site without a slash at the end, at which hubs can call; without one none is asked. */
  publicUrl?: string | null
  log: (event: string, fields: Record<string, unknown>) => void
}

/** What one poll of a feed brought. `paused` is a feed that has ended: it is polled no more until its owner says so. */
export type PollReport = {
  feedId: number
  url: string
  state: 'ok' | 'failing' | 'paused'
  reason: string | null
  entries: number
  stored: number
  updated: number
  failed: readonly { what: string; reason: string }[]
}

/** Longest that one poll begins new batches of pages; what is left comes with the next, which then comes soon. */
const POLL_PATIENCE_MS = 2 * MINUTE_MS
/** Wait before a try that we ourselves put off. */
const POSTPONED_MS = MINUTE_MS
/** What says nothing of the feed: the server's pause is not over, our queue is full, we are stopping. */
const NOT_THE_FEEDS_FAULT: ReadonlySet<FeedProblem> = new Set<FetchFailure>(['held-back', 'busy', 'aborted'])
const NOTHING: EntriesReport = { stored: 0, updated: 0, failed: [], left: 0 }

/**
 * Polls one feed: fetches, reads, stores what is new, and writes down when to come back.
 * Never throws for what the feed is; a store that cannot be written throws.
 */
export async function pollFeed(polling: Polling, feed: PollableFeed): Promise<PollReport> {
  const startedMs = polling.now()
  const opened = await openFeed(polling, feed)
  if (isStopping(polling)) return reportOf(feed, { state: stateOf(feed), reason: feed.reason })
  if (!opened.ok)
    return NOT_THE_FEEDS_FAULT.has(opened.problem) ? postpone(polling, feed, opened) : fail(polling, feed, opened)
  const { document, read } = opened
  const waits = { retryAfterMs: document.retryAfterMs, cacheControl: document.cacheControl, ttlMinutes: null }
  if (read === null)
    return succeed(polling, feed, { startedMs, outcome: 'unchanged', entries: 0, came: NOTHING, waits, change: {} })

  const { feed: meta, entries } = read.document
  const origin = { feedId: feed.id, feedUrl: feed.url, feedTitle: meta.title ?? feed.title, language: meta.language }
  const came = await storeEntries(polling, entries, origin, POLL_PATIENCE_MS)
  const url = await move(polling, feed, opened, read, came)
  await noteHub(polling, feed.id, document, meta)
  // Validators are kept only once everything was read: what failed or was left is tried again with the next poll.
  const isAllRead = came.failed.length === 0 && came.left === 0
  const { etag, lastModified } = document
  return succeed(
    polling,
    { ...feed, url },
    {
      startedMs,
      outcome: 'read',
      entries: entries.length,
      came,
      waits: { ...waits, ttlMinutes: meta.ttlMinutes },
      change: {
        ...(isAllRead ? { etag, lastModified, contentHash: opened.hash } : {}),
        title: meta.title ?? feed.title,
        siteUrl: meta.link ?? feed.siteUrl,
        language: meta.language ?? feed.language,
      },
    },
  )
}

/**
 * Whether this feed's server asked for a pause that is not over: its next poll lies further off than our own patience with failures
 * would put it. Such a feed is left alone even when all are to be polled.
 */
export function askedToWait(feed: PollableFeed, nowMs: EpochMs): boolean {
  if (feed.state !== 'failing' || feed.nextPollMs <= nowMs || feed.lastPolledMs === null) return false
  return feed.nextPollMs - feed.lastPolledMs > backoffMs(feed.failures) * OWN_SPREAD
}

/** More than the spread by which our own waits differ. */
const OWN_SPREAD = 1.2

/**
 * Takes over the address that a feed has moved to, once the document there has shown itself to be the same feed (it holds an
 * article that we know): a captive portal redirects for good, too. Entries without an address are known by their feed's; then it stays.
 */
async function move(
  polling: Polling,
  feed: PollableFeed,
  opened: OpenedFeed,
  read: PreparedDocument,
  came: EntriesReport,
): Promise<string> {
  const { movedTo } = opened
  const { entries } = read.document
  if (movedTo === null || movedTo === feed.url || entries.length === 0) return feed.url
  const isKnown = came.stored + came.failed.length + came.left < entries.length
  const isNamed = movedTo !== opened.document.permanentUrl // by a page of ours: there is nothing of it yet
  if (!(isKnown || isNamed) || entries.some((entry) => canonicalUrl(entry.url) === null)) return feed.url
  if (!(await moveFeed(polling.store, feed.id, movedTo))) return feed.url
  polling.log('feed-moved', { feed: feed.id })
  return movedTo
}

type Success = {
  startedMs: EpochMs
  outcome: 'read' | 'unchanged'
  entries: number
  came: EntriesReport
  waits: { retryAfterMs: number | null; cacheControl: string | null; ttlMinutes: number | null }
  change: Partial<PollOutcome>
}

async function succeed(polling: Polling, feed: PollableFeed, success: Success): Promise<PollReport> {
  const { came, waits, change, entries } = success
  const nowMs = polling.now()
  const { intervalMs, givenIntervalMs: wantedMs } = feed
  const isTold = tellsWell(await subscriptionOf(polling.store, feed.id), nowMs)
  const random = polling.random()
  const facts = { ...waits, nowMs, intervalMs, wantedMs, newItems: came.stored, failures: 0, isTold, random }
  const next = nextPollMs(facts)
  const reason = unreadSentence(success)
  await recordPoll(polling.store, feed.id, {
    ...change,
    state: 'ok',
    reason,
    problem: reason === null ? null : 'unread-entries',
    failures: 0,
    intervalMs: next.intervalMs,
    nextPollMs: came.left > 0 ? nowMs + (isStopping(polling) ? 0 : POSTPONED_MS) : next.atMs,
    polledMs: nowMs,
    newItems: came.stored,
  })
  const { stored, updated, failed } = came
  await notePoll(polling.store, feed.id, { polledMs: nowMs, outcome: success.outcome, entries, newItems: stored })
  await settleWithHub(polling, feed, { startedMs: success.startedMs, newItems: stored })
  return { ...reportOf(feed, { state: 'ok', reason }), entries, stored, updated, failed }
}

/** What of a sound feed could not be read, with the first as an example; null where all was. */
function unreadSentence({ came, entries }: Success): string | null {
  const [first] = came.failed
  return first
    ? `${came.failed.length} of ${entries} entries could not be read, so ${first.what}: ${first.reason}`
    : null
}

async function fail(polling: Polling, feed: PollableFeed, fault: FeedFault): Promise<PollReport> {
  const nowMs = polling.now()
  const failures = feed.failures + 1
  const isGone = fault.problem === 'gone'
  const state = isGone ? 'paused' : 'failing'
  const reason = isGone ? `${fault.sentence} It is polled no more.` : fault.sentence
  const waits = { retryAfterMs: fault.retryAfterMs, cacheControl: null, ttlMinutes: null }
  const { intervalMs } = feed
  const next = nextPollMs({ ...waits, nowMs, intervalMs, newItems: 0, failures, random: polling.random() })
  await recordPoll(polling.store, feed.id, {
    state,
    reason,
    problem: fault.problem,
    failures,
    intervalMs: next.intervalMs,
    nextPollMs: next.atMs,
    polledMs: nowMs,
    newItems: 0,
  })
  await notePoll(polling.store, feed.id, { polledMs: nowMs, outcome: fault.problem, entries: 0, newItems: 0 })
  polling.log('feed-failed', { feed: feed.id, failures, problem: fault.problem, reason })
  return reportOf(feed, { state, reason })
}

/** Comes back later and leaves everything else that is known of the feed as it was. */
async function postpone(polling: Polling, feed: PollableFeed, fault: FeedFault): Promise<PollReport> {
  const waitMs = Math.max(POSTPONED_MS, fault.retryAfterMs ?? 0)
  await pollSoon(polling.store, feed.id, polling.now() + waitMs)
  return reportOf(feed, { state: stateOf(feed), reason: feed.reason ?? fault.sentence })
}

const stateOf = (feed: PollableFeed) => (feed.state === 'failing' ? 'failing' : 'ok')

function reportOf(feed: PollableFeed, told: Pick<PollReport, 'state' | 'reason'>): PollReport {
  return { feedId: feed.id, url: feed.url, ...told, entries: 0, stored: 0, updated: 0, failed: [] }
}
