import type { SourceFormat } from '../model/entry.ts'
import { decodeBytes } from './decode.ts'

/** Bytes looked at. Feeds behind a warning of their server or a long comment still show their root here. */
export const MAX_LOOK_BYTES = 16_384
/** First bytes of files that are no text: archives, pictures, sound, films, programs, fonts, PDF. */
const BINARY =
  /^(?:PK\u0003\u0004|\u001f\u008b|%PDF|\u0089PNG|GIF8|\u00ff\u00d8\u00ff|RIFF|OggS|ID3|\u007fELF|MZ|BZh|7z\u00bc|\u00fd7zXZ|\u0028\u00b5\u002f\u00fd|wOF|SQLite format|\u0000\u0001\u0000\u0000|....ftyp)/su
const ROOTS: Readonly<Record<string, SourceFormat>> = {
  rss: 'rss', rdf: 'rdf', feed: 'atom', channel: 'rss', opml: 'opml', urlset: 'sitemap', sitemapindex: 'sitemap', html: 'html', item: 'rss', entry: 'atom',
} // biome-ignore format: a table reads better in rows

/**
 * What kind of document the bytes are, by what they hold; the content type and the address only settle what the bytes leave open.
 * `unknown` for nothing at all and for files that are no text. Looks at the first MAX_LOOK_BYTES alone. Never throws.
 */
export function detectFormat(bytes: Uint8Array, contentType: string | null, url: string | null): SourceFormat {
  return detectFormatOf(bytes, decodeBytes(bytes.subarray(0, MAX_LOOK_BYTES), contentType).text, contentType, url)
}

/** The same for a document whose text, or at least its start, has been decoded already. */
export function detectFormatOf(
  bytes: Uint8Array,
  decoded: string,
  contentType: string | null,
  url: string | null,
): SourceFormat {
  const start = String.fromCharCode(...bytes.subarray(0, 64))
  if (start.startsWith('WARC/')) return 'warc'
  if (BINARY.test(start)) return 'unknown'
  const text = decoded.slice(0, MAX_LOOK_BYTES).replace(/^[\ufeff\s]+/u, '')
  if (text === '' || isBinaryText(text)) return 'unknown'
  if (text.startsWith('{') || text.startsWith('[')) return jsonFormat(text, contentType, url)
  return markupFormat(text, contentType) ?? (isJsonLines(contentType, url) ? 'jsonl' : 'text')
}

/** Letters that no text holds: more than one in a hundred makes a binary file. */
function isBinaryText(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/gu)?.length ?? 0
  return controls > 8 && controls * 100 > text.length
}

function jsonFormat(text: string, contentType: string | null, url: string | null): SourceFormat {
  if (
    /"version"\s{0,20}:\s{0,20}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/u.test(text) ||
    /feed\+json/iu.test(contentType ?? '')
  )
    return 'json-feed'
  if (isJsonLines(contentType, url)) return 'jsonl'
  const firstLine = text.slice(0, Math.max(0, text.indexOf('\n'))).trim()
  if (firstLine.startsWith('{') && firstLine.endsWith('}') && isJson(firstLine)) return 'jsonl'
  if (/"items"\s{0,20}:\s{0,20}\[/u.test(text)) return 'json-feed'
  return isJson(text) && /"(?:text|html|body|content)"/u.test(text)
    ? 'jsonl'
    : text.startsWith('{') && isJson(text)
      ? 'json-feed'
      : 'text'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isJsonLines(contentType: string | null, url: string | null): boolean {
  return /ndjson|jsonl|json-?lines/iu.test(contentType ?? '') || /\.(?:jsonl|ndjson)(?:[?#]|$)/iu.test(url ?? '')
}

/** By the first element, whatever stands before it; null where there is no markup. */
function markupFormat(text: string, contentType: string | null): SourceFormat | null {
  const bare = text.replace(/<!--[\s\S]*?(?:-->|$)/gu, '').trimStart()
  const first = /<(?:[a-z][\w.-]{0,40}:)?([a-z][\w.-]{0,40})(?=[\s/>])/iu.exec(bare)
  const root = ROOTS[(first?.[1] ?? '').toLowerCase()]
  // Prose may speak of an <item>: a root counts where nothing but declarations stands before it.
  if (root && root !== 'html' && bare.startsWith('<')) return root
  const page = /<(?:!doctype\s{1,20}html|html|head|body)[\s>]/iu.exec(bare)
  // A server's warning may stand before a feed, and a page may show one: only a root that comes before anything of a page counts.
  const buried = /<(rss|feed|rdf:RDF|opml|urlset)\s[^>]{0,4000}>/iu.exec(bare)
  if (buried && (!page || buried.index < page.index))
    return ROOTS[(buried[1] ?? '').toLowerCase().replace(':rdf', '')] ?? null
  const isPage = root === 'html' || page !== null
  if (isPage || (first && /html/iu.test(contentType ?? ''))) return 'html'
  if (bare.startsWith('<') && first)
    return /<\/?(?:p|div|a|span|br|article|section|h[1-6]|ul|table|main|img|meta|link)[\s/>]/iu.test(bare)
      ? 'html'
      : isXmlType(contentType, bare)
        ? 'unknown'
        : 'text'
  return /<\/(?:p|div|a|article|section|h[1-6]|ul|table|main)>/iu.test(bare) &&
    !/^text\/plain/iu.test(contentType ?? '')
    ? 'html'
    : null
}

function isXmlType(contentType: string | null, text: string): boolean {
  return text.startsWith('<?xml') || /xml/iu.test(contentType ?? '')
}
