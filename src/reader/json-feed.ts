import type { Category, Enclosure, Entry, Person } from '../model/entry.ts'
import { parseFeedDate } from '../text/feed-date.ts'
import { foldSpace, resolveLinks } from './embedded-html.ts'
import { addEnclosure, mediaTypeOf } from './enclosures.ts'
import { languageTag } from './feed-draft.ts'
import { newIssueList } from './issues.ts'
import { innerBase, isWebUrl, joinUrl } from './join-url.ts'
import { MAX_ENTRIES, MAX_LIST } from './limits.ts'
import type { FeedContext, ParsedFeed } from './parse-feed.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Reads a JSON Feed. Never throws: what is no JSON object is of format `unknown`, with an issue, a field of a wrong kind is absent.
 *
 * **Source:** jsonfeed.org, version 1.1 (and 1.0, with its one `author`).
 */
export function parseJsonFeed(text: string, context: FeedContext): ParsedFeed {
  const issues = newIssueList()
  const root = readObject(text)
  if (!root) issues.add('not-json', text.slice(0, 80))
  const feed = root ?? {}
  const base = innerBase(context.url, stringOf(feed.feed_url))
  const items = listOf(feed.items)
  if (root && !Array.isArray(feed.items)) issues.add('no-items', 'items is not a list')
  if (items.length > MAX_ENTRIES)
    issues.add('too-many-entries', `only the first ${MAX_ENTRIES} of ${items.length} entries are kept`)
  const link = urlOf(feed.home_page_url, base)
  const head = {
    id: null,
    title: stringOf(feed.title),
    link,
    description: stringOf(feed.description),
    language: languageTag(stringOf(feed.language)) ?? languageTag(context.contentLanguage),
    published: null,
    updated: null,
    authors: authorsOf(feed, base),
    categories: [],
    image: urlOf(feed.icon, base) ?? urlOf(feed.favicon, base),
    hub: hubOf(feed, base),
    self: urlOf(feed.feed_url, base),
    ttlMinutes: null,
  }
  const entries = items
    .slice(0, MAX_ENTRIES)
    .filter(isObject)
    .map((item) => entryOf(item, base))
  return { format: root ? 'json-feed' : 'unknown', feed: head, entries, issues: issues.all }
}

function entryOf(item: Json, base: string | null): Entry {
  const title = stringOf(item.title)
  const html = stringOf(item.content_html)
  const url = urlOf(item.url, base)
  const id = typeof item.id === 'number' ? String(item.id) : stringOf(item.id)
  return {
    id,
    url: url ?? urlOf(item.external_url, base) ?? (id && isWebUrl(id) ? id : null),
    title,
    titleText: title && foldSpace(title),
    summary: stringOf(item.summary),
    content: html ? resolveLinks(html, url ?? base) : stringOf(item.content_text),
    authors: authorsOf(item, base),
    published: dateOf(item.date_published),
    updated: dateOf(item.date_modified),
    categories: listOf(item.tags)
      .slice(0, MAX_LIST)
      .map(stringOf)
      .filter((term) => term !== null)
      .map((term): Category => ({ term, scheme: null, label: null })),
    enclosures: enclosuresOf(item, base),
    comments: null,
    language: languageTag(stringOf(item.language)),
  }
}

function enclosuresOf(item: Json, base: string | null): Enclosure[] {
  const enclosures: Enclosure[] = []
  for (const file of listOf(item.attachments).filter(isObject)) {
    const bytes = typeof file.size_in_bytes === 'number' ? String(file.size_in_bytes) : null
    addEnclosure(enclosures, urlOf(file.url, base) ?? '', stringOf(file.mime_type), bytes)
  }
  for (const image of [urlOf(item.image, base), urlOf(item.banner_image, base)]) {
    if (image && !enclosures.some(({ url }) => url === image))
      addEnclosure(enclosures, image, mediaTypeOf(image, undefined, 'image'), null)
  }
  return enclosures
}

function authorsOf(owner: Json, base: string | null): Person[] {
  const listed = listOf(owner.authors)
  const authors = (listed.length > 0 ? listed : [owner.author]).filter(isObject).slice(0, MAX_LIST)
  return authors
    .map((author) => ({ name: stringOf(author.name), email: null, uri: urlOf(author.url, base) }))
    .filter(({ name, uri }) => name !== null || uri !== null)
}

function hubOf(feed: Json, base: string | null): string | null {
  const hubs = listOf(feed.hubs).filter(isObject)
  const hub = hubs.find(({ type }) => typeof type === 'string' && type.toLowerCase() === 'websub') ?? hubs[0]
  return hub ? urlOf(hub.url, base) : null
}

function dateOf(value: unknown): string | null {
  const found = stringOf(value) ?? (typeof value === 'number' ? String(value) : null)
  return found === null ? null : (parseFeedDate(found)?.iso ?? null)
}

function urlOf(value: unknown, base: string | null): string | null {
  const found = stringOf(value)
  const url = found && joinUrl(base, found)
  return url && isWebUrl(url) ? url : null
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null // no JSON: the caller says so as an issue
  }
}
