import type { FeedRow } from '../../model/card.ts'
import { listFeeds } from '../../store/feeds.ts'
import { RISING_MIN } from '../../store/page-stories.ts'
import type { ReaderItem, ReaderLevels, ReaderStream } from '../../store/reader-state.ts'
import { hash32 } from '../../text/hash.ts'
import type { Site } from '../site.ts'

/** A story stands under Rising in reader apps when it does so on the site's pages. */
export const READER_LEVELS: ReaderLevels = { burstMin: RISING_MIN }

/** What a reader app shows as one feed: a source, or a list of ours. */
export type ReaderFeed = {
  id: number
  title: string
  feedUrl: string
  siteUrl: string
  folder: string
  stream: ReaderStream
  /** Null for lists of ours. */
  source: FeedRow | null
}

/** Numbers of our own lists: far above any source, and still within 32 signed bits, which some apps keep ids in. */
const OWN_LISTS = [
  { id: 2_000_000_001, kind: 'stories', title: 'Stories', path: '/' },
  { id: 2_000_000_002, kind: 'rising', title: 'Rising', path: '/pulse' },
  { id: 2_000_000_003, kind: 'single', title: 'From one source only', path: '/' },
  { id: 2_000_000_004, kind: 'pages', title: 'Single pages', path: '/sources' },
] as const

/** Folder of sources that have none. */
export const UNFILED = 'All'

/** Every feed that a reader app may show: our lists first, then the sources. One query. */
export async function readerFeeds(site: Site, origin: string): Promise<ReaderFeed[]> {
  const sources = await listFeeds(site.store)
  const own = OWN_LISTS.map(({ id, kind, title, path }) => ({
    id,
    title,
    feedUrl: `${origin}${path === '/' ? '/index' : path}.rss`,
    siteUrl: origin + path,
    folder: site.brand.name,
    stream: { kind },
    source: null,
  }))
  return [...own, ...sources.map((source) => sourceFeed(source, origin))]
}

function sourceFeed(source: FeedRow, origin: string): ReaderFeed {
  return {
    id: source.id,
    title: source.title ?? source.url,
    feedUrl: source.url,
    siteUrl: source.siteUrl ?? `${origin}/sources`,
    folder: source.folder ?? UNFILED,
    stream: { kind: 'feeds', feedIds: [source.id] },
    source,
  }
}

/** The feed that an item stands in. */
export function feedIdOf(item: Pick<ReaderItem, 'stream' | 'feedId'>): number {
  if (item.stream === 'feeds') return item.feedId ?? 0
  return OWN_LISTS.find((list) => list.kind === item.stream)?.id ?? 0
}

/** A folder's number: the same for the same name, whatever else there is; never 0, which some contracts keep for "all". */
export function folderId(folder: string): number {
  return (hash32(folder) & 0x3fff_ffff) + 1
}

/** Streams of all feeds in a folder. */
export function streamsOfFolder(feeds: readonly ReaderFeed[], folder: string): ReaderStream[] {
  return feeds.filter((feed) => feed.folder === folder).map((feed) => feed.stream)
}
