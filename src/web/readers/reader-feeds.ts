import type { FeedRow } from '../../model/card.ts'
import { listFeeds } from '../../store/feeds.ts'
import { type ReaderList, readerLists } from '../../store/reader-lists.ts'
import { PLACES } from '../../store/reader-places.ts'
import { hash32 } from '../../text/hash.ts'
import type { Site } from '../site.ts'
import { listPath } from './list-of-address.ts'

/** What a reader app shows as one feed: a source, a list of ours, or a list of the reader's own. Its id is the place of its items. */
export type ReaderFeed = {
  id: number
  title: string
  feedUrl: string
  siteUrl: string
  folder: string
  /** Null for lists. */
  source: FeedRow | null
  /** Null for sources and lists of ours. */
  list: ReaderList | null
}

const OWN_LISTS = [
  { id: PLACES.stories, title: 'Stories', path: '/', feed: '/index.rss' },
  { id: PLACES.rising, title: 'Rising', path: '/pulse', feed: '/pulse.rss' },
  { id: PLACES.single, title: 'From one source only', path: '/', feed: '/index.rss#one-source' },
  { id: PLACES.pages, title: 'Single pages', path: '/sources', feed: '/sources.rss' },
] as const

/** Folder of sources that have none. */
export const UNFILED = 'All'

/** Every feed that a reader may see: our lists first, then the reader's own, then the sources. Two queries. */
export async function readerFeeds(site: Site, origin: string, user: string): Promise<ReaderFeed[]> {
  const [sources, lists] = await Promise.all([listFeeds(site.store), readerLists(site.store, user)])
  const own = OWN_LISTS.map(({ id, title, path, feed }) => ({
    id,
    title,
    feedUrl: origin + feed,
    siteUrl: origin + path,
    folder: site.brand.name,
    source: null,
    list: null,
  }))
  return [
    ...own,
    ...lists.map((list) => listFeed(list, site, origin)),
    ...sources.map((source) => sourceFeed(source, origin)),
  ]
}

function listFeed(list: ReaderList, site: Site, origin: string): ReaderFeed {
  const { page, feed } = listPath(list)
  const folder = list.folder ?? site.brand.name
  return {
    id: list.place,
    title: list.title,
    feedUrl: origin + feed,
    siteUrl: origin + page,
    folder,
    source: null,
    list,
  }
}

function sourceFeed(source: FeedRow, origin: string): ReaderFeed {
  return {
    id: source.id,
    title: source.title ?? source.url,
    feedUrl: source.url,
    siteUrl: source.siteUrl ?? `${origin}/sources`,
    folder: source.folder ?? UNFILED,
    source,
    list: null,
  }
}

/** A folder's number: the same for the same name, whatever else there is; never 0, which some contracts keep for "all". */
export function folderId(folder: string): number {
  return (hash32(folder) & 0x3fff_ffff) + 1
}

/** Places of all feeds in a folder. */
export function placesOfFolder(feeds: readonly ReaderFeed[], folder: string): number[] {
  return feeds.filter((feed) => feed.folder === folder).map((feed) => feed.id)
}
