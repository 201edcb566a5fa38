import { goesOn } from '../extract/joined-pages.ts'
import type { FetchClient, FetchResult, GetOptions } from '../fetch/client.ts'
import { type FetchFailure, failed } from '../fetch/fetch-failure.ts'
import type { ExtractedArticle } from '../model/article.ts'
import type { Entry } from '../model/entry.ts'
import type { EpochMs } from '../model/time.ts'
import { packPage } from '../store/articles.ts'
import type { Store } from '../store/store.ts'
import { foldWord, words } from '../text/words.ts'
import { addressOfAmp } from './amp-address.ts'
import { repeatedOn } from './host-memory.ts'
import { hostOf } from './identity.ts'
import type { Arrival } from './line.ts'
import type { PrepareAnswer, PreparedArticle, PrepareFailure } from './prepare.ts'
import type { WorkerPool } from './worker-pool.ts'

/**
 * What reading needs: the network, threads, the moment. `stopping` calls off what waits for the network; with a `store` a page is read
 * with what is known of its host.
 */
export type Reading = {
  fetch: FetchClient
  pool: WorkerPool
  now: () => EpochMs
  stopping?: AbortSignal
  store?: Store
}

/** Whether the process is stopping: what is not begun is left for the next start. */
export const isStopping = ({ stopping }: Pick<Reading, 'stopping'>): boolean => stopping?.aborted === true

/** The feed that an entry came from. */
export type EntryOrigin = {
  feedId: number | null
  feedUrl: string | null
  feedTitle: string | null
  language: string | null
}

/** An arrival, or why there is none, as a sentence that names it. */
export type ReadOutcome = { ok: true; arrival: Arrival } | { ok: false; what: string; reason: string }

/** A feed that carries at least so many words gives whole texts: its pages need not be asked for. */
const WHOLE_TEXT_WORDS = 220
/** A page must give this share of the entry's own words more, or the entry's text is kept. */
const PAGE_GAIN = 1.05
/** Share of the headline's words that must stand on the page: headlines are worded anew for feeds, but not wholly. */
const LEAST_SHARED = 0.5

/**
 * Reads one entry of a feed: its own text, and the page it links to where the feed gives an excerpt only.
 * When the page cannot be had, the entry's own text stays.
 */
export async function readEntry(reading: Reading, entry: Entry, origin: EntryOrigin): Promise<ReadOutcome> {
  const nowMs = reading.now()
  const fromFeed = await prepareOwn(reading, entry, origin, nowMs)
  const isWhole = fromFeed !== null && fromFeed.wordCount >= WHOLE_TEXT_WORDS
  const page = isWhole || !isWebAddress(entry.url) ? null : await readPage(reading, entry.url, origin.language)
  const fromPage = page?.ok ? page.prepared : null
  const mayComeBack = page !== null && !page.ok && page.mayComeBack
  const prepared =
    better(fromPage, fromFeed) ?? (mayComeBack ? null : await prepareHeadline(reading, entry, origin, nowMs))
  if (!prepared) {
    const reason = page && !page.ok ? page.reason : 'the entry has neither a text nor a page that can be read'
    return { ok: false, what: nameOf(entry), reason }
  }
  const isUndated = prepared === fromPage && prepared.page.published === null
  const claims = fromFeed ?? (isUndated ? await claimsOf(reading, entry, origin) : null)
  const arrived = prepared === fromPage ? withFeedClaims(prepared, claims) : prepared
  const arrival = arrivalOf(arrived, entry, origin, nowMs)
  return {
    ok: true,
    arrival: page?.ok ? { ...arrival, url: page.address ?? arrival.url, askedUrl: entry.url } : arrival,
  }
}

/** What a bare headline with a date, of a listing or a sitemap of news, tells of its page: null where it tells neither. */
async function claimsOf(reading: Reading, entry: Entry, origin: EntryOrigin): Promise<PreparedArticle | null> {
  return entry.published === null ? null : prepareHeadline(reading, entry, origin, reading.now())
}

/** Reads what the feed itself holds of an entry, and asks for no page. */
export async function readOwnText(reading: Reading, entry: Entry, origin: EntryOrigin): Promise<ReadOutcome> {
  const nowMs = reading.now()
  const fromFeed = await prepareOwn(reading, entry, origin, nowMs)
  if (!fromFeed) return { ok: false, what: nameOf(entry), reason: 'the entry has no text' }
  return { ok: true, arrival: arrivalOf(fromFeed, entry, origin, nowMs) }
}

async function prepareOwn(
  reading: Reading,
  entry: Entry,
  { feedTitle, feedUrl, language }: EntryOrigin,
  nowMs: EpochMs,
): Promise<PreparedArticle | null> {
  const own = await reading.pool.run({ kind: 'entry', entry, feedTitle, feedUrl, language, nowMs })
  return own.kind === 'article' && own.result.ok ? own.result.value : null
}

/** An entry of a bare headline, whose page cannot be read and will not be, is its headline: better short than lost. */
async function prepareHeadline(
  reading: Reading,
  entry: Entry,
  origin: EntryOrigin,
  nowMs: EpochMs,
): Promise<PreparedArticle | null> {
  const headline = entry.titleText?.trim() ?? ''
  if (headline === '' || !isWebAddress(entry.url)) return null // of a cut document, or with nothing to open
  const content = `<p>${headline.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`
  return prepareOwn(reading, { ...entry, content: null, summary: content }, origin, nowMs)
}

const nameOf = (entry: Entry): string => entry.url ?? entry.titleText ?? 'entry'

/** Fetches, but waits no longer once the process is stopping: a request may stand in its host's queue for minutes. */
export async function fetchUnlessStopped(reading: Reading, url: string, options: GetOptions): Promise<FetchResult> {
  const { stopping } = reading
  if (!stopping) return reading.fetch.get(url, options)
  const calledOff = failed('aborted', 'The fetch was called off.')
  if (stopping.aborted) return calledOff
  const over = Promise.withResolvers<FetchResult>()
  const end = () => over.resolve(calledOff)
  stopping.addEventListener('abort', end, { once: true })
  try {
    return await Promise.race([reading.fetch.get(url, { ...options, signal: stopping }), over.promise])
  } finally {
    stopping.removeEventListener('abort', end)
  }
}

/** Why a page could not be read; `mayComeBack` where another try may have more luck. */
type UnreadPage = { ok: false; reason: string; mayComeBack: boolean }

const PASSING: ReadonlySet<FetchFailure> = new Set<FetchFailure>([
  'too-slow',
  'timeout',
  'dns',
  'connection',
  'http-5xx',
  'too-many-requests',
  'held-back',
  'aborted',
  'busy',
])

/** A page that was read: where it was found at last, and the address that it is known by, where that is another. */
export type ReadPage = { ok: true; prepared: PreparedArticle; url: string; address: string | null }

/** Fetches and reads one page, with the following pages of its text; `language` is what its feed says that it is in. */
export async function readPage(
  reading: Reading,
  url: string,
  language: string | null = null,
): Promise<ReadPage | UnreadPage> {
  const page = await readOnePage(reading, url, [], language)
  if (!page.ok) return page
  const address = addressOfAmp(page.prepared.page.links, page.url)
  return { ...page, prepared: await withFollowingPages(reading, page.prepared), address }
}

async function readOnePage(
  reading: Reading,
  url: string,
  before: readonly ExtractedArticle[],
  language: string | null = null,
): Promise<Omit<ReadPage, 'address'> | UnreadPage> {
  const got = await fetchUnlessStopped(reading, url, {
    robots: true,
    accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  })
  if (!got.ok) return { ok: false, reason: got.detail, mayComeBack: PASSING.has(got.reason) }
  const unread = (reason: string): UnreadPage => ({ ok: false, reason, mayComeBack: false })
  const { bytes, contentType } = got.value
  const repeated = await repeatedOn(reading.store, got.value.url)
  const source = { bytes, url: got.value.url, contentType, repeated, before, language }
  const answer = await reading.pool.run({ kind: 'page', ...source, nowMs: reading.now() })
  if (answer.kind !== 'article') return unread('no article')
  if (!answer.result.ok) return unread(failureSentence(answer.result.reason, answer.result.detail))
  return { ok: true, prepared: answer.result.value, url: got.value.url }
}

/** Most pages of one text that are fetched: a text with more is a gallery. */
const MAX_PAGES = 10

/** The article with the pages that it goes on over; what cannot be read, or is another text, ends it. */
async function withFollowingPages(reading: Reading, first: PreparedArticle): Promise<PreparedArticle> {
  const pages: [ExtractedArticle, ...ExtractedArticle[]] = [first.page]
  const asked = new Set<string>()
  if (first.page.kind !== 'article') return first
  for (let next = first.page.links?.next; next && !asked.has(next) && pages.length < MAX_PAGES; ) {
    asked.add(next)
    const page = await readOnePage(reading, next, pages)
    if (!page.ok || hostOf(page.url) !== hostOf(next) || !goesOn(first.page, page.prepared.page)) break
    pages.push(page.prepared.page)
    next = page.prepared.page.links?.next
  }
  if (pages.length === 1) return first
  const joined = await reading.pool.run({ kind: 'pages', pages })
  if (joined.kind !== 'article' || !joined.result.ok) return first
  return { ...joined.result.value, blockHashes: first.blockHashes }
}

const FAILURES: Readonly<Record<PrepareFailure, string>> = {
  empty: 'it is empty',
  'not-text': 'it is neither a page nor a text',
  'no-text': 'no article text was found in it',
  'too-large': 'it is too large to be read',
  'too-deep': 'it is nested too deeply to be read',
  timeout: 'reading it took too long and was stopped',
  crashed: 'reading it failed',
}

/** A reason as a sentence part for people: "no article text was found in it". */
export function failureSentence(reason: PrepareFailure, detail: string): string {
  return reason === 'crashed' ? `${FAILURES[reason]} (${detail})` : FAILURES[reason]
}

/** Why a worker's answer is not the one hoped for, as a sentence part; `otherwise` where it is an answer to another question. */
export function unhopedFor(answer: PrepareAnswer, otherwise: string): string {
  return answer.kind === 'article' && !answer.result.ok
    ? failureSentence(answer.result.reason, answer.result.detail)
    : otherwise
}

function better(fromPage: PreparedArticle | null, fromFeed: PreparedArticle | null): PreparedArticle | null {
  if (!fromPage || !fromFeed) return fromPage ?? fromFeed
  const isArticle = fromPage.page.kind !== 'listing' && fromPage.page.confidence >= 0.3
  const isRicher = fromPage.wordCount >= fromFeed.wordCount * PAGE_GAIN
  return isArticle && isRicher && speaksOf(fromPage, fromFeed) ? fromPage : fromFeed
}

/**
 * Whether a page is the one that the entry is about, and not a login, a consent wall or "we have moved": most words of the entry's
 * headline (of its text, where it has none) stand on it.
 */
function speaksOf(fromPage: PreparedArticle, fromFeed: PreparedArticle): boolean {
  const told = foldedWords(fromFeed.page.title ?? fromFeed.page.text)
  const there = foldedWords(`${fromPage.title}\n${fromPage.page.text}`)
  const found = [...told].filter((word) => there.has(word)).length
  return found > told.size * LEAST_SHARED
}

const foldedWords = (text: string): Set<string> => new Set(words(text).map((word) => foldWord(word.text)))

/** Where the page is silent, what the feed says of it stands, as a claim of the feed. */
function withFeedClaims(prepared: PreparedArticle, fromFeed: PreparedArticle | null): PreparedArticle {
  if (!fromFeed || fromFeed === prepared) return prepared
  const { page } = prepared
  const feed = fromFeed.page
  const dated = page.published !== null
  const merged: ExtractedArticle = {
    ...page,
    dates: [...page.dates, ...feed.dates],
    published: dated ? page.published : feed.published,
    publishedFrom: dated ? page.publishedFrom : feed.publishedFrom,
    byline: page.byline.length > 0 ? page.byline : feed.byline,
    section: page.section.length > 0 ? page.section : feed.section,
    image: page.image ?? feed.image,
  }
  return {
    ...prepared,
    page: merged,
    packed: packPage(merged),
    filed: [...prepared.filed, ...fromFeed.filed],
    title: page.title === null ? fromFeed.title : prepared.title,
  }
}

function arrivalOf(prepared: PreparedArticle, { url, id: guid }: Entry, origin: EntryOrigin, nowMs: EpochMs): Arrival {
  return {
    prepared,
    url: isWebAddress(url) ? url : null,
    feedId: origin.feedId,
    feedUrl: origin.feedUrl,
    guid,
    sourceTitle: origin.feedTitle,
    firstSeenMs: nowMs,
    demo: false,
  }
}

function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url)
}
