import { createHash } from 'node:crypto'
import type { FetchedDocument } from '../fetch/client.ts'
import type { FetchFailure } from '../fetch/fetch-failure.ts'
import type { PollableFeed } from '../store/feeds.ts'
import type { Polling } from './poll.ts'
import type { PreparedDocument } from './prepare.ts'
import { fetchUnlessStopped, unhopedFor } from './read-entry.ts'
import { followSitemaps } from './sitemap-index.ts'

/** Why what was fetched gave no feed. */
export type UnreadFeed =
  | 'no-answer-body' // nothing at all came
  | 'no-feed' // something else than a feed or a list of articles
  | 'no-entries' // a feed in form, of which nothing can be read
  | 'unreadable' // reading it failed or took too long
  | 'unread-entries' // the feed is sound, some of its entries were not

/** Every kind of trouble that a feed can be in. */
export type FeedProblem = FetchFailure | UnreadFeed

/** Why a feed could not be read: its kind, a sentence, and how long its server asked to wait. */
export type FeedFault = { ok: false; problem: FeedProblem; sentence: string; retryAfterMs: number | null }

/** A feed's document as it came. `read` is null where nothing changed since the last poll. */
export type OpenedFeed = {
  ok: true
  document: FetchedDocument
  hash: string
  read: PreparedDocument | null
  /** Where the feed is from now on, as far as this document can tell: another address after a lasting redirect, or one that a page named. */
  movedTo: string | null
}

/** Formats whose entries a feed may have. */
const FEED_FORMATS = new Set(['rss', 'rdf', 'atom', 'json-feed', 'sitemap', 'html'])

/** Fetches and reads a feed; where its address shows a page that names its feed, that one is read in its place. */
export async function openFeed(polling: Polling, feed: PollableFeed): Promise<OpenedFeed | FeedFault> {
  const opened = await openAt(polling, feed.url, feed)
  if (!opened.ok || opened.read === null || opened.read.format !== 'html') return judged(opened, feed.url)
  const named = opened.read.discovered[0]
  if (!named || feed.kind === 'listing' || named.url === feed.url) return judged(opened, feed.url)
  const found = judged(await openAt(polling, named.url, null), named.url)
  return found.ok ? { ...found, movedTo: found.movedTo ?? named.url } : found
}

async function openAt(polling: Polling, url: string, last: PollableFeed | null): Promise<OpenedFeed | FeedFault> {
  const got = await fetchUnlessStopped(polling, url, last ? validators(last) : {})
  if (!got.ok) return { ok: false, problem: got.reason, sentence: got.detail, retryAfterMs: got.retryAfterMs }
  const document = got.value
  const hash = createHash('sha256').update(document.bytes).digest('hex')
  const opened = { ok: true, document, hash, movedTo: document.permanentUrl } as const
  if (document.notModified || hash === last?.contentHash) return { ...opened, read: null }
  const answer = await polling.pool.run({
    kind: 'document',
    bytes: document.bytes,
    url: document.url,
    contentType: document.contentType,
    nowMs: polling.now(),
  })
  if (answer.kind !== 'document') return fault('unreadable', unhopedFor(answer, 'no feed'))
  const followed = await followSitemaps(polling, answer.value)
  if (!followed) return { ...opened, read: answer.value }
  // An index stays the same while its sitemaps change: nothing of it says that there is nothing new.
  return { ...opened, document: { ...document, etag: null, lastModified: null }, hash: '', read: followed }
}

/** An opened feed, or why what was opened is none. */
function judged(opened: OpenedFeed | FeedFault, url: string): OpenedFeed | FeedFault {
  if (!opened.ok || opened.read === null) return opened
  const { format, document } = opened.read
  const isEmpty = document.entries.length === 0
  if (opened.document.bytes.length === 0) return fault('no-answer-body', `${url} answers with nothing at all`)
  if (!FEED_FORMATS.has(format) || (format === 'html' && isEmpty))
    return fault('no-feed', `${url} is no feed and no page with a list of articles (it looks like ${format})`)
  if (format === 'sitemap' && isEmpty) return fault('no-entries', `${url} is a sitemap that lists no pages`)
  const issue = document.issues[0]
  if (isEmpty && issue) return fault('no-entries', `nothing can be read in ${url} (${issue.reason}: ${issue.detail})`)
  return opened
}

function fault(problem: UnreadFeed, sentence: string): FeedFault {
  return { ok: false, problem, sentence: sentence.replace(/\s+/g, ' '), retryAfterMs: null }
}

function validators(feed: PollableFeed): { etag?: string; lastModified?: string } {
  return {
    ...(feed.etag ? { etag: feed.etag } : {}),
    ...(feed.lastModified ? { lastModified: feed.lastModified } : {}),
  }
}
