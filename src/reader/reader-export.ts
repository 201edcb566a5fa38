import type { Entry } from '../model/entry.ts'
import type { ExportedItem, ReaderExport } from '../model/reader-export.ts'
import { parseFeedDate } from '../text/feed-date.ts'
import { foldSpace } from './embedded-html.ts'
import { isWebUrl } from './join-url.ts'
import { MAX_FIELD_UNITS, MAX_LIST } from './limits.ts'
import { readOpml } from './opml.ts'

type Json = Readonly<Record<string, unknown>>

/** Items read of one file: what a worker builds within its deadline. */
const MAX_ITEMS = 50_000

/**
 * Reads a file that another reader wrote for those who leave it: subscriptions (OPML), or articles with what was read and starred.
 * Null for what is none of the known shapes: a JSON Feed, for one. Never throws; items without an address and a guid are left out.
 *
 * **Source:** Google Reader's item shape as FreshRSS, Inoreader and The Old Reader write it (`user/-/state/com.google/…` among the
 * categories); Miniflux API, `GET /v1/entries`; NewsBlur API, `/reader/starred_stories`; Feedbin's `starred.json`.
 */
export function readReaderExport(text: string): ReaderExport | null {
  if (/^\uFEFF?\s*</.test(text)) return opmlExport(text)
  const root = parsed(text)
  const shape = root === null ? null : shapeOf(root)
  if (shape === null) return null
  const { list, read } = shape
  const items = list
    .slice(0, MAX_ITEMS)
    .filter(isObject)
    .flatMap((item) => read(item) ?? [])
  return {
    shape: shape.name,
    feeds: [],
    items: items.map(({ labelled: _, ...item }) => item),
    labelled: items.filter((item) => item.labelled).length,
    left: Math.max(0, list.length - MAX_ITEMS),
  }
}

function opmlExport(text: string): ReaderExport | null {
  if (!/<opml[\s>]/i.test(text.slice(0, 2_000))) return null
  return { shape: 'opml', feeds: readOpml(text).feeds, items: [], labelled: 0, left: 0 }
}

type Item = ExportedItem & { labelled: boolean }
type Shape = {
  name: 'google-reader' | 'miniflux' | 'newsblur' | 'feedbin'
  list: readonly unknown[]
  read: (item: Json) => Item | null
}

function shapeOf(root: unknown): Shape | null {
  if (Array.isArray(root)) {
    const first: unknown = root[0]
    if (!isObject(first)) return null
    if ('feed_id' in first && 'published' in first && 'url' in first)
      return { name: 'feedbin', list: root, read: feedbinItem }
    return null
  }
  if (!isObject(root)) return null
  const { items, entries, stories, feeds } = root
  if (Array.isArray(items) && isGoogleReader(root, items))
    return { name: 'google-reader', list: items, read: googleReaderItem }
  if (Array.isArray(entries) && entries.some((one) => isObject(one) && 'starred' in one && 'status' in one))
    return { name: 'miniflux', list: entries, read: minifluxItem }
  if (Array.isArray(stories) && stories.some((one) => isObject(one) && 'story_permalink' in one)) {
    const known = newsblurFeeds(feeds)
    return { name: 'newsblur', list: stories, read: (item) => newsblurItem(item, known) }
  }
  return null
}

function isGoogleReader(root: Json, items: readonly unknown[]): boolean {
  if (textOf(root.id)?.startsWith('user/')) return true
  return items.some((one) => isObject(one) && isObject(one.origin) && Array.isArray(one.categories))
}

function googleReaderItem(item: Json): Item | null {
  const categories = listOf(item.categories).flatMap((one) => textOf(one) ?? [])
  const state = (name: string) =>
    categories.some((one) => /^user\/[^/]+\/state\/com\.google\//.test(one) && one.endsWith(`/${name}`))
  const origin = isObject(item.origin) ? item.origin : {}
  const stream = textOf(origin.streamId)?.replace(/^feed\//, '') ?? null
  const feedUrl = webUrl(origin.feedUrl) ?? webUrl(stream)
  return itemOf(
    {
      id: textOf(item.guid) ?? textOf(item.id),
      url: hrefOf(item.canonical) ?? hrefOf(item.alternate),
      title: textOf(item.title),
      html: contentOf(item.content) ?? contentOf(item.summary),
      author: textOf(item.author),
      published: dateOf(item.published) ?? dateOf(item.updated),
      terms: categories.filter((one) => !one.startsWith('user/')),
    },
    {
      feedUrl,
      feedTitle: textOf(origin.title),
      read: state('read'),
      starred: state('starred'),
      labelled: categories.some((one) => /^user\/[^/]+\/label\//.test(one)),
    },
  )
}

function minifluxItem(item: Json): Item | null {
  const feed = isObject(item.feed) ? item.feed : {}
  return itemOf(
    {
      id: textOf(item.hash),
      url: webUrl(item.url),
      title: textOf(item.title),
      html: textOf(item.content),
      author: textOf(item.author),
      published: dateOf(item.published_at),
      terms: listOf(item.tags).flatMap((one) => textOf(one) ?? []),
    },
    {
      feedUrl: webUrl(feed.feed_url),
      feedTitle: textOf(feed.title),
      read: item.status === 'read',
      starred: item.starred === true,
      labelled: false,
    },
  )
}

function newsblurItem(item: Json, feeds: ReadonlyMap<string, Json>): Item | null {
  const feed = feeds.get(String(item.story_feed_id)) ?? {}
  return itemOf(
    {
      id: textOf(item.id) ?? textOf(item.story_hash),
      url: webUrl(item.story_permalink),
      title: textOf(item.story_title),
      html: textOf(item.story_content),
      author: textOf(item.story_authors),
      published: dateOf(item.story_timestamp) ?? dateOf(item.story_date),
      terms: listOf(item.story_tags).flatMap((one) => textOf(one) ?? []),
    },
    {
      feedUrl: webUrl(feed.feed_address),
      feedTitle: textOf(feed.feed_title),
      read: item.read_status === 1 || item.read_status === true,
      starred: item.starred === true || 'starred_date' in item,
      labelled: listOf(item.user_tags).length > 0,
    },
  )
}

/** Feeds beside NewsBlur's stories: a list, or a map by number. */
function newsblurFeeds(feeds: unknown): Map<string, Json> {
  const list = Array.isArray(feeds) ? feeds : isObject(feeds) ? Object.values(feeds) : []
  return new Map(list.filter(isObject).map((feed) => [String(feed.id), feed]))
}

/** Feedbin gives its stars as a bare list. */
function feedbinItem(item: Json): Item | null {
  return itemOf(
    {
      id: null,
      url: webUrl(item.url),
      title: textOf(item.title),
      html: textOf(item.content) ?? textOf(item.summary),
      author: textOf(item.author),
      published: dateOf(item.published),
      terms: [],
    },
    { feedUrl: null, feedTitle: null, read: false, starred: true, labelled: false },
  )
}

type Found = {
  id: string | null
  url: string | null
  title: string | null
  html: string | null
  author: string | null
  published: string | null
  terms: readonly string[]
}

function itemOf({ id, url, title, html, author, published, terms }: Found, marks: Omit<Item, 'entry'>): Item | null {
  if (url === null && id === null) return null
  const entry: Entry = {
    id,
    url,
    title,
    titleText: title && foldSpace(title),
    summary: null,
    content: html,
    authors: author === null ? [] : [{ name: author, email: null, uri: null }],
    published,
    updated: null,
    categories: terms.slice(0, MAX_LIST).map((term) => ({ term, scheme: null, label: null })),
    enclosures: [],
    comments: null,
    language: null,
  }
  return { entry, ...marks }
}

function hrefOf(links: unknown): string | null {
  return listOf(links).flatMap((one) => (isObject(one) ? (webUrl(one.href) ?? []) : []))[0] ?? null
}

function contentOf(value: unknown): string | null {
  return isObject(value) ? textOf(value.content) : textOf(value)
}

function webUrl(value: unknown): string | null {
  const text = textOf(value)
  return text !== null && isWebUrl(text) ? text : null
}

function dateOf(value: unknown): string | null {
  const isDate = typeof value === 'number' || typeof value === 'string'
  return (isDate && parseFeedDate(String(value))?.iso) || null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.slice(0, MAX_FIELD_UNITS) : null
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return null // not JSON: none of these shapes
  }
}
