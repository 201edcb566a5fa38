import { AppError } from '../../model/errors.ts'
import { itemNumbers, prepareReader } from '../../store/number-reader-items.ts'
import { readerCounts } from '../../store/reader-counts.ts'
import { type ReaderFilter, readerItems } from '../../store/reader-state.ts'
import { searchPage } from '../../store/search.ts'
import { MAX_QUERY, parseQuery } from '../../text/search-query.ts'
import { originOf } from '../feeds/origin.ts'
import type { Site } from '../site.ts'
import { feedsOf, type MinifluxApp, type MinifluxContext } from './miniflux-call.ts'
import { entriesFilter } from './miniflux-query.ts'
import { enclosureEntry, minifluxEnclosures, minifluxEntry } from './miniflux-shapes.ts'
import { type ReaderEntry, readerEntries } from './reader-entries.ts'

/** Hits of a search among which entries are chosen. */
const MAX_HITS = 1_000

/** Entries as lists and one by one. */
export function addEntryRoutes(app: MinifluxApp, site: Site): void {
  const one = async (c: MinifluxContext) => {
    const byId = new Map((await feedsOf(site, c)).map((feed) => [feed.id, feed]))
    return c.json(minifluxEntry(await entryOf(site, c, Number(c.req.param('entry')) || 0), byId, site.now()))
  }
  app.get('/v1/entries', (c) => entries(site, c, {}))
  app.get('/v1/feeds/:id/entries', (c) => entries(site, c, { feedId: Number(c.req.param('id')) }))
  app.get('/v1/categories/:id/entries', (c) => entries(site, c, { categoryId: Number(c.req.param('id')) }))
  app.get('/v1/entries/:entry', one)
  app.get('/v1/feeds/:id/entries/:entry', one)
  app.get('/v1/categories/:id/entries/:entry', one)
  // What a page holds was read when the article came in.
  app.get('/v1/entries/:entry/fetch-content', async (c) => {
    const { html, minutes } = await entryOf(site, c, Number(c.req.param('entry')) || 0)
    return c.json({ content: html, reading_time: minutes })
  })
  app.put('/v1/entries/:entry', () => {
    throw new AppError('forbidden', 'texts stay as their sources wrote them')
  })
  app.get('/v1/enclosures/:id', async (c) => {
    const id = Number(c.req.param('id'))
    const found = minifluxEnclosures(await entryOf(site, c, enclosureEntry(id))).find(
      (enclosure) => enclosure.id === id,
    )
    if (!found) throw new AppError('not_found', 'Resource not found')
    return c.json(found)
  })
  // How far a recording was played: pictures have no such place.
  app.put('/v1/enclosures/:id', (c) => c.body(null, 204))
}

async function entries(site: Site, c: MinifluxContext, place: { feedId?: number; categoryId?: number }) {
  const user = c.get('reader').name
  await prepareReader(site.store, user, site.now())
  const feeds = await feedsOf(site, c)
  const url = new URL(c.req.url)
  const filter = {
    ...entriesFilter(url, user, feeds, place),
    ...(await hitsAsked(site, url.searchParams.get('search'))),
  }
  const [items, total] = await Promise.all([readerItems(site.store, filter), totalOf(site, filter)])
  const byId = new Map(feeds.map((feed) => [feed.id, feed]))
  const found = await readerEntries(site, items, originOf(c, site.brand.baseUrl))
  return c.json({ total, entries: found.map((entry) => minifluxEntry(entry, byId, site.now())) })
}

/** `search`: among the newest hits of a search over articles. */
async function hitsAsked(site: Site, text: string | null): Promise<{ ids?: readonly number[] }> {
  if (text === null || text.trim() === '') return {}
  const { ids } = await searchPage(site.store, parseQuery(text.slice(0, MAX_QUERY)), { limit: MAX_HITS })
  return { ids: [...(await itemNumbers(site.store, 'article', ids)).values()] }
}

async function entryOf(site: Site, c: MinifluxContext, id: number): Promise<ReaderEntry> {
  const filter = { user: c.get('reader').name, ids: [id], order: 'newest', limit: 1 } as const
  const items = await readerItems(site.store, filter)
  const [found] = await readerEntries(site, items, originOf(c, site.brand.baseUrl))
  if (!found) throw new AppError('not_found', 'Resource not found')
  return found
}

async function totalOf(site: Site, filter: ReaderFilter): Promise<number> {
  const { order: _, limit: __, offset: ___, by: ____, ...asked } = filter
  return (await readerCounts(site.store, asked)).reduce((sum, row) => sum + row.count, 0)
}
