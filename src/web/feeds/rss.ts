import { htmlText } from './block-html.ts'
import { entryHtml } from './entry-html.ts'
import { isWritable, type OutEntry, type OutFeed, titleOf } from './out-feed.ts'
import { xmlAttributes, xmlElement } from './xml.ts'

const NAMESPACES = {
  version: '2.0',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
}

/** A list as RSS 2.0, its summaries escaped as the HTML that readers take them for, with a self link, permalinks as guids and names (not mail addresses) in `dc:creator`. **Source:** RSS 2.0.11; RSS Best Practices Profile. */
export function writeRss(feed: OutFeed): string {
  const channel = [
    xmlElement('title', feed.title),
    xmlElement('link', feed.pageUrl),
    // An empty description is an error, and a missing one too.
    xmlElement('description', feed.description) || xmlElement('description', feed.title),
    `<atom:link${xmlAttributes({ href: feed.selfUrl, rel: 'self', type: 'application/rss+xml' })}/>`,
    feed.hubUrl === null ? '' : `<atom:link${xmlAttributes({ href: feed.hubUrl, rel: 'hub' })}/>`,
    xmlElement('language', feed.language),
    isWritable(feed.updatedMs) ? xmlElement('lastBuildDate', rfc822(feed.updatedMs)) : '',
    xmlElement('generator', 'TrendPulse'),
    ...feed.entries.map((entry) => item(entry, feed)),
  ]
  const lines = channel.filter((line) => line !== '').join('\n')
  return `<?xml version="1.0" encoding="utf-8"?>\n<rss${xmlAttributes(NAMESPACES)}>\n<channel>\n${lines}\n</channel>\n</rss>\n`
}

function item(entry: OutEntry, feed: OutFeed): string {
  const permalink = entry.id === entry.url
  const parts = [
    xmlElement('title', titleOf(entry)),
    xmlElement('link', entry.url),
    xmlElement('guid', entry.id, { isPermaLink: String(permalink) }),
    isWritable(entry.publishedMs) ? xmlElement('pubDate', rfc822(entry.publishedMs)) : '',
    ...entry.authors.map((name) => xmlElement('dc:creator', name)),
    ...entry.categories.map((name) => xmlElement('category', name)),
    entry.language !== null && entry.language !== feed.language ? xmlElement('dc:language', entry.language) : '',
    textParts(entry),
  ]
  return `<item>\n${parts.filter((part) => part !== '').join('\n')}\n</item>`
}

/** Both are HTML; the whole text stands after a summary, never without one. **Source:** RSS Best Practices Profile, §"content:encoded". */
function textParts(entry: OutEntry): string {
  const html = entryHtml(entry)
  const summary = entry.blocks === null ? '' : xmlElement('description', htmlText(entry.summary))
  return summary === '' ? xmlElement('description', html) : `${summary}${xmlElement('content:encoded', html)}`
}

/** A moment as RSS writes it: English names, four-digit year, GMT. **Source:** RFC 822 §5 as amended by RFC 1123 §5.2.14. */
function rfc822(atMs: number): string {
  return new Date(atMs).toUTCString()
}
