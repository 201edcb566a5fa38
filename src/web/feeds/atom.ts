import { entryHtml } from './entry-html.ts'
import { isWritable, type OutEntry, type OutFeed, titleOf } from './out-feed.ts'
import { cleanText, safeUri, xmlAttributes, xmlElement } from './xml.ts'

/** A list as Atom 1.0: one author for all entries that name none, a self and an alternate link. **Source:** RFC 4287. */
export function writeAtom(feed: OutFeed): string {
  const head = [
    xmlElement('id', feed.id),
    xmlElement('title', feed.title),
    xmlElement('subtitle', feed.description),
    xmlElement('updated', rfc3339(isWritable(feed.updatedMs) ? feed.updatedMs : 0)),
    link('self', feed.selfUrl, 'application/atom+xml'),
    link('alternate', feed.pageUrl, 'text/html'),
    feed.hubUrl === null ? '' : `<link${xmlAttributes({ rel: 'hub', href: feed.hubUrl })}/>`,
    `<author>${xmlElement('name', feed.title)}</author>`,
    xmlElement('generator', 'TrendPulse'),
    ...feed.entries.map((entry) => atomEntry(entry, feed)),
  ]
  const root = xmlAttributes({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language })
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed${root}>\n${head.filter((line) => line !== '').join('\n')}\n</feed>\n`
}

function atomEntry(entry: OutEntry, feed: OutFeed): string {
  const language =
    entry.language !== null && entry.language !== feed.language ? xmlAttributes({ 'xml:lang': entry.language }) : ''
  const parts = [
    xmlElement('id', entry.id),
    xmlElement('title', titleOf(entry)),
    xmlElement('updated', rfc3339(isWritable(entry.updatedMs) ? entry.updatedMs : 0)), // it must have one
    isWritable(entry.publishedMs) ? xmlElement('published', rfc3339(entry.publishedMs)) : '',
    link('alternate', entry.url, 'text/html'),
    entry.originUrl === null ? '' : link('via', safeUri(entry.originUrl), 'text/html'),
    ...entry.authors.filter(isText).map((name) => `<author>${xmlElement('name', name)}</author>`),
    ...entry.categories.filter(isText).map((name) => `<category${xmlAttributes({ term: name })}/>`),
    textParts(entry) || xmlElement('summary', titleOf(entry)), // an entry of nothing but a title says that
  ]
  return `<entry${language}>\n${parts.filter((part) => part !== '').join('\n')}\n</entry>`
}

function textParts(entry: OutEntry): string {
  const html = entryHtml(entry)
  if (entry.blocks === null) return xmlElement('summary', html, { type: 'html' })
  return `${xmlElement('summary', entry.summary)}${xmlElement('content', html, { type: 'html' })}`
}

const isText = (text: string): boolean => cleanText(text).trim() !== ''

function link(rel: string, href: string, type: string): string {
  return `<link${xmlAttributes({ rel, type, href })}/>`
}

/** A moment as RFC 3339 in UTC, to the second. */
export function rfc3339(atMs: number): string {
  return new Date(atMs).toISOString().replace(/\.\d+Z$/, 'Z')
}
