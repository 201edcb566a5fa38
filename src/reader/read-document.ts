import type { Entry, ReadDocument, ReadIssue, SourceFormat } from '../model/entry.ts'
import { decodeBytes } from './decode.ts'
import { detectFormat, detectFormatOf, MAX_LOOK_BYTES } from './detect-format.ts'
import { readListing } from './html-listing.ts'
import { parseJsonFeed } from './json-feed.ts'
import { readOpml } from './opml.ts'
import { type FeedContext, type FeedHead, parseFeed } from './parse-feed.ts'
import { readSitemap } from './sitemap.ts'

/** What is known of a document beside its bytes: address after redirects, and three headers of the answer. */
export type DocumentContext = FeedContext & { contentType: string | null }

/** A feed's head that says nothing. */
const NO_FEED: FeedHead = {
  id: null, title: null, link: null, description: null, language: null, published: null, updated: null, authors: [], categories: [], image: null, hub: null, self: null, ttlMinutes: null,
} // biome-ignore format: empty parts in one line

/**
 * Reads one document of whatever kind: finds out what it is, decodes it, and gives what it says of itself and its entries.
 * Feeds and sitemaps give their entries, an HTML page the links of its listing; other kinds give their format alone and are read by their own
 * reader (opml.ts, warc.ts, jsonl-articles.ts). Never throws: what is wrong with a document is an issue.
 */
export function readDocument(bytes: Uint8Array, context: DocumentContext): ReadDocument & { feed: FeedHead } {
  // Most feeds are small: what is looked at is then the whole, and decoded once.
  const whole = bytes.byteLength <= MAX_LOOK_BYTES ? decodeBytes(bytes, context.contentType).text : null
  const format =
    whole === null
      ? detectFormat(bytes, context.contentType, context.url)
      : detectFormatOf(bytes, whole, context.contentType, context.url)
  if (format === 'unknown') return plain(format, [{ reason: 'unknown-format', detail: describe(bytes, context) }])
  if (format === 'warc' || format === 'jsonl' || format === 'text') return plain(format, [])
  return readText(format, whole ?? decodeBytes(bytes, context.contentType).text, context)
}

function readText(format: SourceFormat, text: string, context: FeedContext): ReadDocument & { feed: FeedHead } {
  switch (format) {
    case 'json-feed':
      return parseJsonFeed(text, context)
    case 'opml':
      return plain(format, readOpml(text).issues)
    case 'sitemap': {
      const { entries, issues } = readSitemap(text, context.url)
      return { ...plain(format, issues), entries }
    }
    case 'html':
      return { ...plain(format, []), entries: context.url ? readListing(text, context.url) : [] }
    default: {
      const parsed = parseFeed(text, context)
      return { ...parsed, format: parsed.format === 'unknown' ? format : parsed.format }
    }
  }
}

function plain(format: SourceFormat, issues: readonly ReadIssue[]): ReadDocument & { feed: FeedHead } {
  const entries: readonly Entry[] = []
  return { format, feed: NO_FEED, entries, issues }
}

function describe(bytes: Uint8Array, { contentType }: DocumentContext): string {
  return `${bytes.byteLength} bytes of type ${contentType ?? 'not said'}`.slice(0, 200)
}
