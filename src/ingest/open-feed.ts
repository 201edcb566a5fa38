import { createHash } from 'node:crypto'
import type { FetchedDocument } from '../fetch/client.ts'
import type { FetchFailure } from '../fetch/fetch-failure.ts'
import type { PollableFeed } from '../store/feeds.ts'
import type { Polling } from './poll.ts'
import type { PreparedDocument } from './prepare.ts'
import { failureSentence, fetchUnlessStopped } from './read-entry.ts'

/** Why a feed could not be read: a sentence, and what the fetch knew where it was the fetch that failed. */
export type FeedFault = { ok: false; sentence: string; fetch: FetchFailure | null; retryAfterMs: number | null }

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
  if (!got.ok) return { ok: false, sentence: got.detail, fetch: got.reason, retryAfterMs: got.retryAfterMs }
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
  if (answer.kind === 'document') return { ...opened, read: answer.value }
  return fault(answer.result.ok ? 'no feed' : failureSentence(answer.result.reason, answer.result.detail))
}

/** An opened feed, or why what was opened is none. */
function judged(opened: OpenedFeed | FeedFault, url: string): OpenedFeed | FeedFault {
  if (!opened.ok || opened.read === null) return opened
  const { format, document } = opened.read
  const isEmpty = document.entries.length === 0
  if (opened.document.bytes.length === 0) return fault(`${url} answers with nothing at all`)
  if (!FEED_FORMATS.has(format) || (format === 'html' && isEmpty))
    return fault(`${url} is no feed and no page with a list of articles (it looks like ${format})`)
  if (format === 'sitemap' && isEmpty) return fault(`${url} is a sitemap that lists no pages`)
  const issue = document.issues[0]
  if (isEmpty && issue) return fault(`nothing can be read in ${url} (${issue.reason}: ${issue.detail})`)
  return opened
}

function fault(sentence: string): FeedFault {
  return { ok: false, sentence: sentence.replace(/\s+/g, ' '), fetch: null, retryAfterMs: null }
}

function validators(feed: PollableFeed): { etag?: string; lastModified?: string } {
  return {
    ...(feed.etag ? { etag: feed.etag } : {}),
    ...(feed.lastModified ? { lastModified: feed.lastModified } : {}),
  }
}
