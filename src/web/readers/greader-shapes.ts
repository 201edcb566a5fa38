import { rfc3339 } from '../feeds/atom.ts'
import { xmlAttributes, xmlElement } from '../feeds/xml.ts'
import { feedName, labelName, longItemId, stateName } from './greader-ids.ts'
import type { ReaderEntry } from './reader-entries.ts'
import type { ReaderFeed } from './reader-feeds.ts'
import { iconPath } from './source-icon.ts'

/** Values in the shapes of the Google Reader API. **Source:** the contract as FreshRSS, Miniflux and their apps speak it today. */

export function greaderSubscription(feed: ReaderFeed, origin: string) {
  return {
    id: feedName(feed.id),
    title: feed.title,
    categories: [{ id: labelName(feed.folder), label: feed.folder }],
    url: feed.feedUrl,
    htmlUrl: feed.siteUrl,
    iconUrl: origin + iconPath(feed),
    firstitemmsec: '0',
    sortid: feed.id.toString(16).toUpperCase().padStart(8, '0'),
  }
}

export function greaderItem(entry: ReaderEntry, feeds: ReadonlyMap<number, ReaderFeed>) {
  const { item } = entry
  const feed = feeds.get(item.place)
  return {
    id: longItemId(item.id),
    crawlTimeMsec: String(entry.arrivedMs),
    timestampUsec: `${entry.arrivedMs}000`,
    published: Math.floor(entry.publishedMs / 1000),
    updated: Math.floor(entry.arrivedMs / 1000),
    title: entry.title,
    author: entry.author,
    canonical: [{ href: entry.url }],
    alternate: [{ href: entry.url, type: 'text/html' }],
    categories: categoriesOf(entry, feed),
    origin: { streamId: feedName(item.place), htmlUrl: feed?.siteUrl ?? '', title: feed?.title ?? '' },
    summary: { content: entry.html },
    ...(entry.enclosures.length === 0
      ? {}
      : { enclosure: entry.enclosures.map(({ url, type }) => ({ href: url, type })) }),
  }
}

function categoriesOf({ item }: ReaderEntry, feed: ReaderFeed | undefined): string[] {
  return [
    stateName('reading-list'),
    ...(feed ? [labelName(feed.folder)] : []),
    ...(item.read ? [stateName('read')] : []),
    ...(item.starred ? [stateName('starred')] : []),
  ]
}

/** A stream as Atom, as newsboat reads it: marks are categories with a label. */
export function greaderAtom(
  stream: { name: string; title: string; updatedMs: number; selfUrl: string },
  entries: readonly ReaderEntry[],
): string {
  const head = [
    xmlElement('id', `tag:google.com,2005:reader/${stream.name}`),
    xmlElement('title', stream.title || stream.name),
    xmlElement('updated', rfc3339(stream.updatedMs)),
    `<link${xmlAttributes({ rel: 'self', href: stream.selfUrl })}/>`,
    `<author>${xmlElement('name', stream.title || stream.name)}</author>`,
  ]
  const root = xmlAttributes({
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:gr': 'http://www.google.com/schemas/reader/atom/',
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed${root}>\n${[...head, ...entries.map(atomEntry)].join('\n')}\n</feed>\n`
}

function atomEntry(entry: ReaderEntry): string {
  const { item } = entry
  const marks = [item.read ? 'read' : 'fresh', ...(item.starred ? ['starred'] : [])]
  const parts = [
    xmlElement('id', longItemId(item.id)),
    xmlElement('title', entry.title || entry.url),
    xmlElement('published', rfc3339(entry.publishedMs)),
    xmlElement('updated', rfc3339(entry.arrivedMs)),
    `<link${xmlAttributes({ rel: 'alternate', href: entry.url, type: 'text/html' })}/>`,
    ...marks.map(
      (mark) =>
        `<category${xmlAttributes({ scheme: 'http://www.google.com/reader/', term: stateName(mark), label: mark })}/>`,
    ),
    ...entry.enclosures.map(({ url, type }) => `<link${xmlAttributes({ rel: 'enclosure', href: url, type })}/>`),
    entry.author === '' ? '' : `<author>${xmlElement('name', entry.author)}</author>`,
    xmlElement('content', entry.html, { type: 'html' }),
  ]
  return `<entry>\n${parts.filter((part) => part !== '').join('\n')}\n</entry>`
}
