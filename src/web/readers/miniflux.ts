import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import packageJson from '../../../package.json' with { type: 'json' }
import { AppError } from '../../model/errors.ts'
import { addFeed, removeFeed } from '../../store/feeds.ts'
import { markItems, numberReaderItems, type ReaderFilter, readerCounts, readerItems } from '../../store/reader-state.ts'
import { tell } from '../errors.ts'
import { originOf } from '../feeds/origin.ts'
import type { Site } from '../site.ts'
import { entriesFilter } from './miniflux-query.ts'
import { minifluxCategory, minifluxEntry, minifluxFeed, minifluxUser } from './miniflux-shapes.ts'
import { opmlOf } from './opml-out.ts'
import { mustMark, type Reader, readerByBasic, readerByToken } from './reader-auth.ts'
import { readerEntries } from './reader-entries.ts'
import {
  feedIdOf,
  folderId,
  READER_LEVELS,
  type ReaderFeed,
  readerFeeds,
  streamsOfFolder,
  UNFILED,
} from './reader-feeds.ts'
import { bodyJson } from './request-body.ts'

type Variables = { Variables: { reader: Reader } }

/** The Miniflux API as its apps use it, under `/v1`. Sources are feeds, folders categories; stories stand in lists of ours. **Source:** miniflux.app/docs/api.html */
export function minifluxRoutes(site: Site): Hono<Variables> {
  const app = new Hono<Variables>()
  app.use('/v1/*', async (c, next) => {
    const reader = await signedIn(site, c)
    if (!reader)
      return c.json({ error_message: 'Access Unauthorized' }, 401, { 'www-authenticate': 'Basic realm="TrendPulse"' })
    c.set('reader', reader)
    return next()
  })
  app.onError((error, c) => {
    const { code, status, message } = tell(error)
    if (code === 'internal') site.log('miniflux-failed', { path: c.req.path, error: String(error) })
    return c.json({ error_message: message }, status as ContentfulStatusCode) // from the table of statuses
  })
  app.get('/v1/me', (c) => c.json(minifluxUser(c.get('reader').name)))
  app.get('/v1/version', (c) => c.json(versionInfo()))
  app.get('/v1/export', async (c) =>
    c.body(opmlOf(await feedsOf(site, c), site.brand.name), 200, { 'content-type': 'text/x-opml; charset=utf-8' }),
  )
  addFeedRoutes(app, site)
  addEntryRoutes(app, site)
  addMarkRoutes(app, site)
  return app
}

function addFeedRoutes(app: Hono<Variables>, site: Site): void {
  app.get('/v1/feeds', async (c) => c.json((await feedsOf(site, c)).map((feed) => minifluxFeed(feed, site.now()))))
  app.get('/v1/feeds/counters', async (c) => {
    const [unreads, reads] = await Promise.all([counts(site, c, false), counts(site, c, true)])
    return c.json({ reads, unreads })
  })
  app.get('/v1/feeds/:id', async (c) => c.json(minifluxFeed(await feedOf(site, c), site.now())))
  app.put('/v1/feeds/refresh', (c) => c.body(null, 204))
  app.put('/v1/feeds/:id/refresh', (c) => c.body(null, 204))
  app.get('/v1/feeds/:id/icon', () => {
    throw new AppError('not_found', 'feeds have no icons here')
  })
  app.post('/v1/feeds', async (c) => {
    const body = z
      .object({ feed_url: z.url({ protocol: /^https?$/ }).max(2_000), category_id: z.number().optional() })
      .parse(await bodyJson(c))
    mustEdit(c)
    const folder = folderNames(await feedsOf(site, c)).find((name) => folderId(name) === body.category_id)
    const feed = {
      url: body.feed_url,
      kind: 'feed' as const,
      title: null,
      siteUrl: null,
      folder: folder === UNFILED ? null : (folder ?? null),
    }
    const { id } = await addFeed(site.store, feed, site.now())
    site.touch()
    return c.json({ feed_id: id }, 201)
  })
  app.delete('/v1/feeds/:id', async (c) => {
    mustEdit(c)
    if (!(await removeFeed(site.store, Number(c.req.param('id')))))
      throw new AppError('not_found', 'Resource not found')
    site.touch()
    return c.body(null, 204)
  })
  app.get('/v1/categories', async (c) => c.json(folderNames(await feedsOf(site, c)).map(minifluxCategory)))
  app.get('/v1/categories/:id/feeds', async (c) => {
    const feeds = (await feedsOf(site, c)).filter((feed) => folderId(feed.folder) === Number(c.req.param('id')))
    return c.json(feeds.map((feed) => minifluxFeed(feed, site.now())))
  })
}

function addEntryRoutes(app: Hono<Variables>, site: Site): void {
  const entries = async (c: Context<Variables>, place: { feedId?: number; categoryId?: number }) => {
    await numberReaderItems(site.store)
    const feeds = await feedsOf(site, c)
    const filter = entriesFilter(new URL(c.req.url), c.get('reader').name, feeds, place)
    const [items, total] = await Promise.all([readerItems(site.store, filter, READER_LEVELS), totalOf(site, filter)])
    const byId = new Map(feeds.map((feed) => [feed.id, feed]))
    const found = await readerEntries(site, items, originOf(c, site.brand.baseUrl))
    return c.json({ total, entries: found.map((entry) => minifluxEntry(entry, byId, site.now())) })
  }
  const entry = async (c: Context<Variables>) => {
    const feeds = await feedsOf(site, c)
    const filter = { ...oneItem(c), order: 'newest', limit: 1 } as const
    const [found] = await readerEntries(
      site,
      await readerItems(site.store, filter, READER_LEVELS),
      originOf(c, site.brand.baseUrl),
    )
    if (!found) throw new AppError('not_found', 'Resource not found')
    return c.json(minifluxEntry(found, new Map(feeds.map((feed) => [feed.id, feed])), site.now()))
  }
  app.get('/v1/entries', (c) => entries(c, {}))
  app.get('/v1/feeds/:id/entries', (c) => entries(c, { feedId: Number(c.req.param('id')) }))
  app.get('/v1/categories/:id/entries', (c) => entries(c, { categoryId: Number(c.req.param('id')) }))
  app.get('/v1/entries/:entry', entry)
  app.get('/v1/feeds/:id/entries/:entry', entry)
}

function addMarkRoutes(app: Hono<Variables>, site: Site): void {
  const mark = async (
    c: Context<Variables>,
    filter: Omit<ReaderFilter, 'order' | 'limit'>,
    change: { read?: boolean; starred?: boolean },
  ) => {
    mustMark(c.get('reader'))
    await numberReaderItems(site.store)
    await markItems(site.store, filter, change, READER_LEVELS, site.now())
    return c.body(null, 204)
  }
  app.put('/v1/entries', async (c) => {
    const { entry_ids, status } = EntriesChange.parse(await bodyJson(c))
    return mark(
      c,
      { user: c.get('reader').name, streams: [{ kind: 'all' }], ids: entry_ids },
      { read: status === 'read' },
    )
  })
  app.put('/v1/entries/:entry/bookmark', async (c) => {
    const [item] = await readerItems(site.store, { ...oneItem(c), order: 'newest', limit: 1 }, READER_LEVELS)
    if (!item) throw new AppError('not_found', 'Resource not found')
    return mark(c, oneItem(c), { starred: !item.starred })
  })
  // Saving to a third party is not ours to do: it is kept as a star, so that nothing is lost.
  app.post('/v1/entries/:entry/save', async (c) => {
    await mark(c, oneItem(c), { starred: true })
    return c.body(null, 202)
  })
  app.put('/v1/feeds/:id/mark-all-as-read', async (c) =>
    mark(c, { user: c.get('reader').name, streams: [(await feedOf(site, c)).stream] }, { read: true }),
  )
  app.put('/v1/categories/:id/mark-all-as-read', async (c) => {
    const feeds = await feedsOf(site, c)
    const folder = folderNames(feeds).find((name) => folderId(name) === Number(c.req.param('id')))
    return mark(
      c,
      { user: c.get('reader').name, streams: folder === undefined ? [] : streamsOfFolder(feeds, folder) },
      { read: true },
    )
  })
  app.put('/v1/users/:id/mark-all-as-read', (c) =>
    mark(c, { user: c.get('reader').name, streams: [{ kind: 'all' }] }, { read: true }),
  )
}

const EntriesChange = z.object({
  // Bounded by the body's size; marked in one statement.
  entry_ids: z.array(z.int()),
  status: z.enum(['read', 'unread', 'removed']),
})

async function signedIn(site: Site, c: Context): Promise<Reader | null> {
  const token = c.req.header('x-auth-token')
  if (token !== undefined) return readerByToken(site, token)
  return readerByBasic(c, site)
}

function mustEdit(c: Context<Variables>): void {
  if (!c.get('reader').mayEdit) throw new AppError('forbidden', 'this account may read, not change the sources')
}

function oneItem(c: Context<Variables>) {
  return { user: c.get('reader').name, streams: [{ kind: 'all' }], ids: [Number(c.req.param('entry')) || 0] } as const
}

async function feedsOf(site: Site, c: Context): Promise<ReaderFeed[]> {
  return readerFeeds(site, originOf(c, site.brand.baseUrl))
}

async function feedOf(site: Site, c: Context): Promise<ReaderFeed> {
  const feed = (await feedsOf(site, c)).find((one) => one.id === Number(c.req.param('id')))
  if (!feed) throw new AppError('not_found', 'Resource not found')
  return feed
}

function folderNames(feeds: readonly ReaderFeed[]): string[] {
  return [...new Set([UNFILED, ...feeds.map((feed) => feed.folder)])]
}

async function counts(site: Site, c: Context<Variables>, read: boolean): Promise<Record<string, number>> {
  await numberReaderItems(site.store)
  const filter = { user: c.get('reader').name, streams: [{ kind: 'all' }], read } as const
  const rows = await readerCounts(site.store, filter, READER_LEVELS)
  return Object.fromEntries(rows.map((row) => [String(feedIdOf(row)), row.count]))
}

async function totalOf(site: Site, filter: ReaderFilter): Promise<number> {
  const rows = await readerCounts(site.store, filter, READER_LEVELS)
  return rows.reduce((sum, row) => sum + row.count, 0)
}

function versionInfo() {
  return {
    version: packageJson.version,
    commit: '',
    build_date: '',
    go_version: '',
    compiler: '',
    arch: process.arch,
    os: process.platform,
  }
}
