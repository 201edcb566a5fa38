import type { Entry } from '../model/entry.ts'
import { AppError } from '../model/errors.ts'
import { addFeed, pollableFeed } from '../store/feeds.ts'
import { hostOf } from './identity.ts'
import { addSubscriptions } from './import-feeds.ts'
import type { Stored } from './line.ts'
import { type Polling, pollFeed } from './poll.ts'
import type { PreparedArticle, PreparedDocument } from './prepare.ts'
import { fetchUnlessStopped, readPage, unhopedFor } from './read-entry.ts'
import { sitemapOfSite } from './site-sitemap.ts'
import { storeEntries } from './store-entries.ts'

/** What an input was taken for, and what came in. */
export type AddReport = {
  input: string
  took: 'feed' | 'site' | 'page' | 'list of feeds' | 'articles' | 'listing' | 'sitemap'
  /** For a single page: what is now shown. */
  article: { key: string; title: string; outcome: Stored['outcome']; prepared: PreparedArticle } | null
  stored: number
  known: number
  feeds: readonly string[]
  failed: readonly { what: string; reason: string }[]
}

const NOTHING = { article: null, stored: 0, known: 0, feeds: [], failed: [] }
const FEED_FORMATS = new Set(['rss', 'rdf', 'atom', 'json-feed'])
/** Entries of one file that are read. */
const MAX_ENTRIES = 100_000

/**
 * Adds what stands at an address: a feed (also one that a site's page names), a listing, a sitemap or a single page.
 * @throws AppError upstream or invalid, naming the address and the reason
 */
export async function addUrl(polling: Polling, input: string): Promise<AddReport> {
  const url = webAddress(input)
  const got = await fetchUnlessStopped(polling, url, {})
  if (!got.ok) throw new AppError('upstream', `${url}: ${got.detail}`)
  const { bytes, contentType } = got.value
  const read = await readDocument(polling, input, { bytes, contentType, url: got.value.url })
  if (FEED_FORMATS.has(read.format)) return addFeedAt(polling, input, got.value.permanentUrl ?? url, 'feed', read)
  if (read.format === 'opml') return addFeedList(polling, input, read)
  if (read.format === 'sitemap') return addFeedAt(polling, input, url, 'sitemap', read)
  const page = await readPage(polling, url)
  const isArticle = page.ok && page.prepared.page.kind !== 'listing' && !isFrontPage(url)
  const named = read.discovered[0]
  if (!isArticle && named) return addFeedAt(polling, input, named.url, 'site', null)
  const mapped = isArticle || !isFrontPage(url) ? null : await sitemapOfSite(polling, url)
  const hasList = !isArticle && read.document.entries.length > 0
  // A sitemap of news says more than a front page; any other holds pages beside the articles too.
  if (mapped && (mapped.isNews || !hasList)) return addFeedAt(polling, input, mapped.url, 'sitemap', null)
  if (hasList) return addFeedAt(polling, input, url, 'listing', read)
  if (!page.ok) throw new AppError('invalid', `${url}: ${page.reason}`)
  return addArticle(polling, input, page.prepared, { url: page.address ?? url, askedUrl: url })
}

/**
 * Adds a file's content by what it is, whatever it is called.
 * @throws AppError invalid, naming the file and the reason
 */
export async function addBytes(polling: Polling, input: string, bytes: Uint8Array): Promise<AddReport> {
  if (bytes.length === 0) throw new AppError('invalid', `${input}: it is empty`)
  const read = await readDocument(polling, input, { bytes, contentType: null, url: null })
  if (read.format === 'opml') return addFeedList(polling, input, read)
  if (FEED_FORMATS.has(read.format) || read.format === 'sitemap') return addEntries(polling, input, read)
  if (read.format === 'unknown') throw new AppError('invalid', `${input}: it is neither a feed, a page nor a text`)
  const answer = await polling.pool.run({ kind: 'page', bytes, url: null, contentType: null, nowMs: polling.now() })
  if (answer.kind !== 'article' || !answer.result.ok)
    throw new AppError('invalid', `${input}: ${unhopedFor(answer, 'no article')}`)
  return addArticle(polling, input, answer.result.value, { url: answer.result.value.page.url, askedUrl: null })
}

async function readDocument(
  polling: Polling,
  input: string,
  source: { bytes: Uint8Array; contentType: string | null; url: string | null },
): Promise<PreparedDocument> {
  const answer = await polling.pool.run({ kind: 'document', ...source, nowMs: polling.now() })
  if (answer.kind === 'document') return answer.value
  throw new AppError('invalid', `${input}: ${unhopedFor(answer, 'no document')}`)
}

async function addFeedAt(
  polling: Polling,
  input: string,
  url: string,
  took: 'feed' | 'site' | 'listing' | 'sitemap',
  read: PreparedDocument | null,
): Promise<AddReport> {
  const kind = took === 'listing' || took === 'sitemap' ? 'listing' : 'feed'
  const title = read?.document.feed.title ?? hostOf(url)
  const { id } = await addFeed(
    polling.store,
    { url, kind, title, siteUrl: read?.document.feed.link ?? null },
    polling.now(),
  )
  const feed = await pollableFeed(polling.store, id)
  if (!feed) throw new AppError('conflict', `${url} was removed while it was added`)
  const report = await pollFeed(polling, feed)
  if (report.state !== 'ok') throw new AppError('upstream', `${url}: ${report.reason}`)
  return {
    ...NOTHING,
    input,
    took,
    stored: report.stored,
    known: report.entries - report.stored - report.failed.length,
    feeds: [url],
    failed: report.failed,
  }
}

async function addFeedList(polling: Polling, input: string, read: PreparedDocument): Promise<AddReport> {
  if (read.feeds.length === 0) throw new AppError('invalid', `${input}: no feed is named in it`)
  const { feeds: told } = await addSubscriptions(polling.store, read.feeds, [], polling.now())
  const feeds = told.filter((feed) => feed.outcome === 'added').map((feed) => feed.url)
  const known = told.filter((feed) => feed.outcome === 'known').length
  const failed = told.flatMap(({ url, reason }) => (reason === null ? [] : [{ what: url, reason }]))
  return { ...NOTHING, input, took: 'list of feeds', known, feeds, failed }
}

/** A feed in a file: its entries come in once; where it says its own address, that is the feed's, else the file's name is. */
async function addEntries(polling: Polling, input: string, read: PreparedDocument): Promise<AddReport> {
  const { self, title, link, language } = read.document.feed
  const url = self ?? `file:${input.split(/[/\\]/).at(-1) ?? input}`
  const { id } = await addFeed(
    polling.store,
    { url, kind: 'file', title: title ?? hostOf(link) ?? url, siteUrl: link },
    polling.now(),
  )
  const entries: readonly Entry[] = read.document.entries.slice(0, MAX_ENTRIES)
  const origin = { feedId: id, feedUrl: url, feedTitle: title, language }
  const { stored, failed } = await storeEntries(polling, entries, origin)
  return {
    ...NOTHING,
    input,
    took: read.format === 'sitemap' ? 'sitemap' : 'feed',
    stored,
    known: entries.length - stored - failed.length,
    failed,
  }
}

async function addArticle(
  polling: Polling,
  input: string,
  prepared: PreparedArticle,
  { url, askedUrl }: { url: string | null; askedUrl: string | null },
): Promise<AddReport> {
  const arrival = {
    prepared,
    url,
    askedUrl,
    feedId: null,
    feedUrl: null,
    guid: null,
    sourceTitle: null,
    firstSeenMs: polling.now(),
    demo: false,
  }
  const [stored] = await polling.line.store([arrival])
  if (!stored) throw new AppError('internal', `${input}: it was not stored`)
  const article = { key: stored.key, title: prepared.title, outcome: stored.outcome, prepared }
  const isKnown = stored.outcome === 'known'
  return { ...NOTHING, input, took: 'page', article, stored: isKnown ? 0 : 1, known: isKnown ? 1 : 0 }
}

function webAddress(input: string): string {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(input) ? input : `https://${input}`
  if (!URL.canParse(url)) throw new AppError('invalid', `${input}: that is no address`)
  return new URL(url).href
}

function isFrontPage(url: string): boolean {
  return new URL(url).pathname.length <= 1
}
