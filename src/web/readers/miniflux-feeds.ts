import { z } from 'zod'
import { pollSoon } from '../../store/feeds.ts'
import { prepareReader } from '../../store/number-reader-items.ts'
import { readerCounts } from '../../store/reader-counts.ts'
import type { Site } from '../site.ts'
import { changeFeed, leaveFeed, subscribe } from './edit-feeds.ts'
import { askingOf, feedOf, feedsOf, folderOf, type MinifluxApp, type MinifluxContext } from './miniflux-call.ts'
import { minifluxFeed, minifluxIcon } from './miniflux-shapes.ts'
import type { ReaderFeed } from './reader-feeds.ts'
import { bodyJson } from './request-body.ts'

const Category = z.number().int().optional()
const NewFeed = z.object({ feed_url: z.string().trim().min(1).max(2_000), category_id: Category })
const FeedEdit = z.object({ title: z.string().max(1_000).optional(), category_id: Category })
const Discover = z.object({ url: z.url({ protocol: /^https?$/ }).max(2_000) })

/** Feeds: sources, our lists and the reader's own. Other fields of an edit than title and category have no meaning here and are passed over. */
export function addFeedRoutes(app: MinifluxApp, site: Site): void {
  app.get('/v1/feeds', async (c) => c.json((await feedsOf(site, c)).map((feed) => minifluxFeed(feed, site.now()))))
  app.get('/v1/feeds/counters', async (c) => {
    await prepareReader(site.store, c.get('reader').name, site.now())
    const [unreads, reads] = await Promise.all([counts(site, c, false), counts(site, c, true)])
    return c.json({ reads, unreads })
  })
  app.put('/v1/feeds/refresh', async (c) => refresh(site, c, await feedsOf(site, c)))
  app.get('/v1/feeds/:id', async (c) => c.json(minifluxFeed(await feedOf(site, c), site.now())))
  app.put('/v1/feeds/:id/refresh', async (c) => refresh(site, c, [await feedOf(site, c)]))
  app.get('/v1/feeds/:id/icon', async (c) => c.json(minifluxIcon(await feedOf(site, c))))
  app.get('/v1/icons/:id', async (c) => c.json(minifluxIcon(await feedOf(site, c))))
  app.post('/v1/feeds', async (c) => {
    const { feed_url, category_id } = NewFeed.parse(await bodyJson(c))
    const id = await subscribe(askingOf(site, c), feed_url, await placeAsked(site, c, category_id))
    return c.json({ feed_id: id }, 201)
  })
  app.put('/v1/feeds/:id', async (c) => {
    const { title, category_id } = FeedEdit.parse(await bodyJson(c))
    const change = { title, ...(await placeAsked(site, c, category_id)) }
    await changeFeed(askingOf(site, c), await feedOf(site, c), change)
    return c.json(minifluxFeed(await feedOf(site, c), site.now()), 201)
  })
  app.delete('/v1/feeds/:id', async (c) => {
    await leaveFeed(askingOf(site, c), await feedOf(site, c))
    return c.body(null, 204)
  })
  // What an address holds is found out when it is read; an answer never waits for the network.
  app.post('/v1/discover', async (c) => {
    const { url } = Discover.parse(await bodyJson(c))
    return c.json([{ url, title: new URL(url).hostname, type: 'rss' }])
  })
}

async function placeAsked(site: Site, c: MinifluxContext, id: number | undefined): Promise<{ folder?: string }> {
  if (id === undefined) return {}
  return { folder: await folderOf(site, await feedsOf(site, c), id) }
}

/** Polls are made soon for who may edit; for others the site's own rhythm goes on. Many apps ask for this at every start. */
export async function refresh(site: Site, c: MinifluxContext, feeds: readonly ReaderFeed[]): Promise<Response> {
  if (c.get('reader').mayEdit) {
    for (const { source } of feeds) if (source) await pollSoon(site.store, source.id, site.now())
    site.hurry?.()
  }
  return c.body(null, 204)
}

async function counts(site: Site, c: MinifluxContext, read: boolean): Promise<Record<string, number>> {
  const rows = await readerCounts(site.store, { user: c.get('reader').name, read })
  return Object.fromEntries(rows.map((row) => [String(row.place), row.count]))
}
