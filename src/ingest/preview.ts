import type { Entry } from '../model/entry.ts'
import { AppError } from '../model/errors.ts'
import type { Preview, PreviewEntry } from '../model/preview.ts'
import { DAY_MS } from '../model/time.ts'
import type { PreparedArticle, PreparedDocument } from './prepare.ts'
import {
  type EntryOrigin,
  fetchUnlessStopped,
  type Reading,
  type ReadOutcome,
  readEntry,
  readOwnText,
  readPage,
  unhopedFor,
} from './read-entry.ts'

/** Newest entries that a preview shows. */
const SHOWN_ENTRIES = 8
/** Of those, so many may have their pages fetched: a host is asked once a second, and somebody waits. */
const PAGES_READ = 3
/** After this long no further page is begun. */
const PATIENCE_MS = 20_000
/** Feeds that one page may name: more are a directory, not a choice. */
const MAX_FEEDS = 20
const MAX_ISSUES = 10
const MAX_TAGS = 6
/** Characters of an entry's first words, and of names that strangers give. */
const SUMMARY_UNITS = 240
const NAME_UNITS = 200
/** Dated entries from which a rhythm can be told. */
const LEAST_DATED = 2
const FEED_FORMATS: ReadonlySet<string> = new Set(['rss', 'rdf', 'atom', 'json-feed'])

/**
 * What would come of an address if it were added, in a few seconds and without storing any of it: what it is taken for, and its newest
 * entries as they would look. Never throws for what stands there: an address that cannot be read is `nothing`, with the reason.
 */
export async function previewUrl(reading: Reading, url: string): Promise<Preview> {
  const endMs = performance.now() + PATIENCE_MS
  const opened = await openAt(reading, url)
  if (!opened.ok) return nothing(url, opened.reason)
  const { read, address } = opened
  if (FEED_FORMATS.has(read.format)) return feedPreview(reading, { url, address, took: 'feed', read, feeds: [], endMs })
  if (read.format === 'sitemap') return feedPreview(reading, { url, address, took: 'sitemap', read, feeds: [], endMs })
  if (read.format === 'opml') return feedListPreview(url, read)
  const feeds = read.discovered.slice(0, MAX_FEEDS).map((one) => ({ url: one.url, title: one.title }))
  const page = await readPage(reading, url)
  const isArticle = page.ok && page.prepared.page.kind !== 'listing' && new URL(url).pathname.length > 1
  const named = isArticle ? undefined : feeds[0]
  if (named) {
    const feed = await openAt(reading, named.url)
    if (feed.ok && FEED_FORMATS.has(feed.read.format))
      return feedPreview(reading, { url, address: feed.address, took: 'feed', read: feed.read, feeds, endMs })
    return { ...nothing(url, feed.ok ? `${named.url} is no feed` : feed.reason), address: named.url, feeds }
  }
  if (!isArticle && read.document.entries.length > 0)
    return feedPreview(reading, { url, address: url, took: 'listing', read, feeds, endMs })
  if (!page.ok) return { ...nothing(url, page.reason), feeds }
  return pagePreview(url, page.prepared, page.address ?? url, feeds)
}

type Opened = { ok: true; read: PreparedDocument; address: string } | { ok: false; reason: string }

async function openAt(reading: Reading, url: string): Promise<Opened> {
  const got = await fetchUnlessStopped(reading, url, {})
  if (!got.ok && got.reason === 'aborted') throw new AppError('upstream', got.detail) // a stop: looked at again after the next start
  if (!got.ok) return { ok: false, reason: got.detail }
  const { bytes, contentType, permanentUrl } = got.value
  if (bytes.length === 0) return { ok: false, reason: 'it answers with nothing at all' }
  const nowMs = reading.now()
  const answer = await reading.pool.run({ kind: 'document', bytes, contentType, url: got.value.url, nowMs })
  if (answer.kind === 'document') return { ok: true, read: answer.value, address: permanentUrl ?? url }
  return { ok: false, reason: unhopedFor(answer, 'it is no document') }
}

const nothing = (url: string, reason: string): Preview => ({
  url,
  took: 'nothing',
  reason: cut(reason, 2 * NAME_UNITS),
  address: url,
  title: null,
  siteUrl: null,
  language: null,
  feeds: [],
  entryCount: 0,
  entries: [],
  perWeek: null,
  issues: [],
  robots: null,
})

type FeedLook = {
  url: string
  address: string
  took: 'feed' | 'listing' | 'sitemap'
  read: PreparedDocument
  feeds: Preview['feeds']
  endMs: number
}

async function feedPreview(reading: Reading, look: FeedLook): Promise<Preview> {
  const { url, address, took, read, feeds, endMs } = look
  const { feed, entries, issues } = read.document
  const base = { ...nothing(url, ''), reason: null, took, address, feeds }
  const named = {
    title: feed.title === null ? null : cut(feed.title, NAME_UNITS),
    siteUrl: feed.link,
    language: feed.language,
    issues: issues.slice(0, MAX_ISSUES),
    entryCount: entries.length,
  }
  if (entries.length === 0 && took !== 'feed')
    return { ...base, ...named, took: 'nothing', reason: 'nothing that could be read is listed in it' }
  const newest = newestFirst(entries).slice(0, SHOWN_ENTRIES)
  const origin = { feedId: null, feedUrl: address, feedTitle: feed.title, language: feed.language }
  const page = newest.find((entry) => entry.url !== null && /^https?:/i.test(entry.url))?.url ?? null
  return {
    ...base,
    ...named,
    perWeek: entriesPerWeek(entries),
    robots: page === null ? null : (await reading.fetch.allowedByRobots(page)) ? 'allowed' : 'refused',
    entries: await entriesOf(reading, newest, origin, endMs),
  }
}

/** The first few are read as they would be after adding, with their pages; the others by what the feed holds of them. */
async function entriesOf(
  reading: Reading,
  entries: readonly Entry[],
  origin: EntryOrigin,
  endMs: number,
): Promise<PreviewEntry[]> {
  const read: PreviewEntry[] = []
  for (const [at, entry] of entries.entries()) {
    const isPageRead = at < PAGES_READ && performance.now() < endMs
    const outcome = isPageRead ? await readEntry(reading, entry, origin) : await readOwnText(reading, entry, origin)
    read.push(entryOf(entry, outcome, isPageRead))
  }
  return read
}

function entryOf(entry: Entry, outcome: ReadOutcome, isPageRead: boolean): PreviewEntry {
  if (outcome.ok) {
    const { prepared, url } = outcome.arrival
    const isOwn = prepared.page.readFrom === 'feed'
    return { ...shown(prepared, url ?? entry.url), from: isOwn ? 'feed' : 'page', reason: null }
  }
  return {
    title: cut(entry.titleText ?? entry.url ?? '', NAME_UNITS),
    url: entry.url,
    published: entry.published,
    summary: '',
    wordCount: 0,
    from: 'none',
    language: 'und',
    section: 'other',
    tags: [],
    reason: isPageRead ? cut(outcome.reason, NAME_UNITS) : null, // its page was not asked for: nothing is wrong
  }
}

function shown(prepared: PreparedArticle, url: string | null): Omit<PreviewEntry, 'from' | 'reason'> {
  const { page, title, summary, wordCount, language, section, tags } = prepared
  return {
    title: cut(title, NAME_UNITS),
    url,
    published: page.published,
    summary: cut(summary, SUMMARY_UNITS),
    wordCount,
    language,
    section,
    tags: tags.slice(0, MAX_TAGS).map((tag) => cut(tag.name, NAME_UNITS)),
  }
}

function pagePreview(url: string, prepared: PreparedArticle, address: string, feeds: Preview['feeds']): Preview {
  const entry: PreviewEntry = { ...shown(prepared, address), from: 'page', reason: null }
  return {
    ...nothing(url, ''),
    reason: null,
    took: 'page',
    address,
    title: prepared.page.siteName ?? null,
    language: prepared.language,
    feeds,
    entryCount: 1,
    entries: [entry],
    robots: 'allowed', // else it would not have been read
  }
}

function feedListPreview(url: string, read: PreparedDocument): Preview {
  const feeds = read.feeds.slice(0, MAX_FEEDS).map((feed) => ({ url: feed.url, title: feed.title }))
  if (feeds.length === 0) return nothing(url, 'it is a list of feeds that names none')
  return { ...nothing(url, ''), reason: null, took: 'feed-list', feeds, entryCount: read.feeds.length }
}

const atOf = (entry: Entry): number => Date.parse(entry.published ?? entry.updated ?? '')

/** Dated entries newest first, then the others in their order. */
function newestFirst(entries: readonly Entry[]): Entry[] {
  const keyed = entries.map((entry) => ({ entry, atMs: atOf(entry) || Number.NEGATIVE_INFINITY }))
  return keyed.sort((a, b) => (b.atMs > a.atMs ? 1 : b.atMs < a.atMs ? -1 : 0)).map(({ entry }) => entry)
}

/** New entries a week by the middle half of the pauses between their dates: one old entry at the end does not make a feed slow. */
export function entriesPerWeek(entries: readonly Entry[]): number | null {
  const dated = entries.map(atOf).filter(Number.isFinite)
  if (dated.length < LEAST_DATED) return null
  const newestToOldest = dated.sort((a, b) => b - a)
  const gaps = newestToOldest.slice(1).map((atMs, at) => newestToOldest[at]! - atMs)
  const middle = gaps.sort((a, b) => a - b).slice(Math.floor(gaps.length / 4), Math.ceil((gaps.length * 3) / 4))
  const meanMs = middle.reduce((sum, gapMs) => sum + gapMs, 0) / middle.length
  return meanMs > 0 ? (7 * DAY_MS) / meanMs : null
}

function cut(text: string, units: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= units ? line : `${line.slice(0, units - 1)}…`.toWellFormed()
}
