import { z } from 'zod'
import type { ReaderFilter } from '../../store/reader-state.ts'
import { folderId, type ReaderFeed } from './reader-feeds.ts'

const Seconds = z.coerce.number().int().min(0)
const Id = z.coerce.number().int().min(0)

/** Most entries in one answer; more are had by `offset` or `after_entry_id`, and `total` tells how many there are. */
const MAX_ENTRIES = 1_000

const EntriesQuery = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  // newsboat asks without a limit, and never for more: it should not stop at the original's 100.
  limit: z.coerce.number().int().min(0).default(MAX_ENTRIES),
  order: z.string().default('published_at'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  before: Seconds.optional(),
  after: Seconds.optional(),
  published_before: Seconds.optional(),
  published_after: Seconds.optional(),
  changed_after: Seconds.optional(),
  before_entry_id: Id.optional(),
  after_entry_id: Id.optional(),
  starred: z.enum(['true', 'false', '1', '0', '']).optional(),
  category_id: Id.optional(),
  feed_id: Id.optional(),
})

/**
 * What `GET /v1/entries` and its sisters ask for. `limit=0` means all, as far as one answer goes.
 * @throws ZodError for a value that is none
 */
export function entriesFilter(
  url: URL,
  reader: string,
  feeds: readonly ReaderFeed[],
  place: { feedId?: number; categoryId?: number },
): ReaderFilter {
  const query = EntriesQuery.parse(Object.fromEntries(url.searchParams))
  const statuses = url.searchParams.getAll('status').flatMap((value) => value.split(','))
  const feedId = place.feedId ?? query.feed_id
  const categoryId = place.categoryId ?? query.category_id
  const before = query.before ?? query.published_before
  const after = query.after ?? query.published_after
  const known = <Value>(name: string, value: Value | undefined) => (value === undefined ? {} : { [name]: value })
  return {
    user: reader,
    ...known('places', placesOf(feeds, feedId, categoryId)),
    by: query.order === 'id' ? 'arrival' : 'time',
    order: query.direction === 'desc' ? 'newest' : 'oldest',
    limit: query.limit === 0 ? MAX_ENTRIES : Math.min(query.limit, MAX_ENTRIES),
    offset: query.offset,
    ...known('read', readOf(statuses)),
    ...known('starred', query.starred === undefined ? undefined : ['true', '1', ''].includes(query.starred)),
    ...known('untilMs', before === undefined ? undefined : before * 1_000),
    ...known('sinceMs', after === undefined ? undefined : after * 1_000),
    ...known('changedSinceMs', query.changed_after === undefined ? undefined : query.changed_after * 1_000),
    ...known('beforeId', query.before_entry_id),
    ...known('afterId', query.after_entry_id),
  }
}

function placesOf(feeds: readonly ReaderFeed[], feedId?: number, categoryId?: number): number[] | undefined {
  if (feedId === undefined && categoryId === undefined) return undefined
  return feeds
    .filter((feed) => feedId === undefined || feed.id === feedId)
    .filter((feed) => categoryId === undefined || folderId(feed.folder) === categoryId)
    .map((feed) => feed.id)
}

/** `read` and `unread` together are both; `removed` is kept by nobody here. */
function readOf(statuses: readonly string[]): boolean | undefined {
  const [wantsRead, wantsUnread] = [statuses.includes('read'), statuses.includes('unread')]
  return wantsRead === wantsUnread ? undefined : wantsRead
}
