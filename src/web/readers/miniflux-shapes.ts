import { createHash } from 'node:crypto'
import { rfc3339 } from '../feeds/atom.ts'
import type { ReaderEntry } from './reader-entries.ts'
import { folderId, type ReaderFeed } from './reader-feeds.ts'
import { iconOf, iconPicture } from './source-icon.ts'

/** Values in the shapes of the Miniflux API, all of whose fields its apps expect to be there. **Source:** miniflux.app/docs/api.html */

const USER_ID = 1

export function minifluxUser(name: string) {
  return {
    id: USER_ID,
    username: name,
    is_admin: false,
    theme: 'system_serif',
    language: 'en_US',
    timezone: 'UTC',
    entry_sorting_direction: 'desc',
    entries_per_page: 100,
    last_login_at: null,
    stylesheet: '',
    google_id: '',
    openid_connect_id: '',
    keyboard_shortcuts: true,
    show_reading_time: true,
    entry_swipe: true,
  }
}

export function minifluxCategory(folder: string) {
  return { id: folderId(folder), title: folder, user_id: USER_ID, hide_globally: false }
}

export function minifluxFeed(feed: ReaderFeed, nowMs: number) {
  const { source } = feed
  return {
    id: feed.id,
    user_id: USER_ID,
    feed_url: feed.feedUrl,
    site_url: feed.siteUrl,
    title: feed.title,
    checked_at: rfc3339(source?.lastPolledMs ?? nowMs),
    next_check_at: rfc3339(source?.nextPollMs ?? nowMs),
    etag_header: '',
    last_modified_header: '',
    parsing_error_message: source?.state === 'failing' ? (source.reason ?? '') : '',
    parsing_error_count: source?.failures ?? 0,
    scraper_rules: '',
    rewrite_rules: '',
    blocklist_rules: '',
    keeplist_rules: '',
    crawler: false,
    user_agent: '',
    username: '',
    password: '',
    disabled: source?.state === 'paused',
    ignore_http_cache: false,
    fetch_via_proxy: false,
    hide_globally: false,
    category: minifluxCategory(feed.folder),
    icon: { feed_id: feed.id, icon_id: feed.id },
  }
}

/** A feed's icon; its number is the feed's. */
export function minifluxIcon(feed: ReaderFeed) {
  return {
    id: feed.id,
    mime_type: 'image/png',
    data: `image/png;base64,${iconPicture(iconOf(feed)).toString('base64')}`,
  }
}

/** The number of an entry's nth enclosure; the entry's is had back by `enclosureEntry`. */
function enclosureId(entryId: number, index: number): number {
  return entryId * ENCLOSURES_AN_ENTRY + index
}

/** Which entry an enclosure belongs to. */
export function enclosureEntry(id: number): number {
  return Math.floor(id / ENCLOSURES_AN_ENTRY)
}

const ENCLOSURES_AN_ENTRY = 8

/** Enclosures of an entry, each with its own number. */
export function minifluxEnclosures(entry: ReaderEntry) {
  return entry.enclosures.slice(0, ENCLOSURES_AN_ENTRY).map(({ url, type }, index) => ({
    id: enclosureId(entry.item.id, index),
    user_id: USER_ID,
    entry_id: entry.item.id,
    url,
    mime_type: type,
    size: 0,
    media_progression: 0,
  }))
}

export function minifluxEntry(entry: ReaderEntry, feeds: ReadonlyMap<number, ReaderFeed>, nowMs: number) {
  const { item } = entry
  const feed = feeds.get(item.place)
  return {
    id: item.id,
    user_id: USER_ID,
    feed_id: item.place,
    status: item.read ? 'read' : 'unread',
    hash: createHash('sha256').update(`${item.kind}:${entry.key}`).digest('hex'),
    title: entry.title,
    url: entry.url,
    comments_url: '',
    published_at: rfc3339(entry.publishedMs),
    created_at: rfc3339(entry.arrivedMs),
    changed_at: rfc3339(Math.max(entry.arrivedMs, item.changedMs ?? 0)),
    content: entry.html,
    author: entry.author,
    share_code: '',
    starred: item.starred,
    reading_time: entry.minutes,
    enclosures: minifluxEnclosures(entry),
    tags: [],
    ...(feed ? { feed: minifluxFeed(feed, nowMs) } : {}),
  }
}
