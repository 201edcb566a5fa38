import { z } from 'zod'
import type { FeedRow } from '../../model/card.ts'
import { type FeedHealth, feedHealth } from '../../store/feed-health.ts'
import { FEED_ORDERS, type FeedsAsked, feedFolders, feedsInOrder } from '../../store/feed-lists.ts'
import { type JobRow, recentJobs } from '../../store/jobs.ts'
import type { Site } from '../site.ts'
import type { Viewer } from '../viewer.ts'
import { readPlace, writePlace } from './source-places.ts'

/** Sources of one page of the list. */
const ROWS = 30
/** Jobs that are told of above it. */
const JOBS = 5
/** Folder of the filter for sources in none: no folder's name begins with a slash alone. */
export const NO_FOLDER = '/'
export const SOURCE_STATES = ['trouble', 'failing', 'ok', 'paused'] as const

const Asked = z.object({
  order: z.enum(FEED_ORDERS).optional().catch(undefined),
  state: z.enum(SOURCE_STATES).optional().catch(undefined),
  folder: z.string().max(500).optional(),
  q: z.string().trim().max(200).optional(),
  after: z.string().max(2_000).optional(),
})

/** What the list of sources may be asked: names of its query parameters. */
export const SOURCES_ASKS = ['order', 'state', 'folder', 'q', 'after'] as const

/** What is asked of the list, as its page shows it again. */
export type SourcesAsked = Pick<FeedsAsked, 'order' | 'state' | 'folder'> & { query: string }

/** One page of the list of sources. `next`: the cursor of the following page; null at the end. */
export type SourcesPage = {
  asked: SourcesAsked
  rows: readonly { feed: FeedRow; health: FeedHealth | undefined }[]
  next: string | null
  folders: readonly { folder: string; feeds: number }[]
  jobs: readonly JobRow[]
}

/** A page of the list of sources as it is asked for. Three queries, and one for who may edit. @throws AppError invalid for a cursor that is none of ours */
export async function sourcesPage(
  site: Site,
  query: Readonly<Record<string, string>>,
  viewer: Viewer,
): Promise<SourcesPage> {
  const { order = 'trouble', state, folder, q = '', after } = Asked.parse(query)
  const wanted = folder === undefined || folder === '' ? undefined : folder === NO_FOLDER ? null : folder
  const asked: SourcesAsked = { order, state, folder: wanted, query: q }
  const [page, folders, jobs] = await Promise.all([
    feedsInOrder(site.store, { ...asked, after: after ? readPlace(after) : undefined, limit: ROWS }),
    feedFolders(site.store),
    viewer.mayEdit ? recentJobs(site.store, JOBS) : [],
  ])
  const health = await feedHealth(site.store, page.feeds, site.now())
  return {
    asked,
    rows: page.feeds.map((feed) => ({ feed, health: health.get(feed.id) })),
    next: page.next === null ? null : writePlace(page.next),
    folders,
    jobs,
  }
}
