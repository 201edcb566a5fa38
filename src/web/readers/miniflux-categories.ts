import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { prepareReader } from '../../store/number-reader-items.ts'
import { readerCounts } from '../../store/reader-counts.ts'
import type { Site } from '../site.ts'
import { changeFolder } from './edit-feeds.ts'
import {
  askingOf,
  changeEmptyFolder,
  feedsOf,
  folderNames,
  folderOf,
  type MinifluxApp,
  type MinifluxContext,
} from './miniflux-call.ts'
import { refresh } from './miniflux-feeds.ts'
import { minifluxCategory, minifluxFeed } from './miniflux-shapes.ts'
import { mustEdit } from './reader-auth.ts'
import { placesOfFolder, UNFILED } from './reader-feeds.ts'
import { bodyJson } from './request-body.ts'

const Title = z.object({ title: z.string().trim().min(1).max(200) })

/** Categories are folders; one that an app makes is kept until a feed is put there. */
export function addCategoryRoutes(app: MinifluxApp, site: Site): void {
  const inCategory = async (c: MinifluxContext) => {
    const feeds = await feedsOf(site, c)
    const folder = await folderOf(site, feeds, Number(c.req.param('id')))
    return { folder, feeds: feeds.filter((feed) => feed.folder === folder) }
  }
  app.get('/v1/categories', async (c) => {
    const feeds = await feedsOf(site, c)
    const categories = (await folderNames(site, feeds)).map(minifluxCategory)
    if (c.req.query('counts') !== 'true') return c.json(categories)
    const { name } = c.get('reader')
    await prepareReader(site.store, name, site.now())
    const unread = await readerCounts(site.store, { user: name, read: false })
    return c.json(
      categories.map((category) => {
        const places = placesOfFolder(feeds, category.title)
        const total = unread.filter((row) => places.includes(row.place)).reduce((sum, row) => sum + row.count, 0)
        return { ...category, feed_count: places.length, total_unread: total }
      }),
    )
  })
  app.get('/v1/categories/:id/feeds', async (c) =>
    c.json((await inCategory(c)).feeds.map((feed) => minifluxFeed(feed, site.now()))),
  )
  app.put('/v1/categories/:id/refresh', async (c) => refresh(site, c, (await inCategory(c)).feeds))
  app.post('/v1/categories', async (c) => {
    const { title } = Title.parse(await bodyJson(c))
    mustEdit(c.get('reader'))
    const known = await folderNames(site, await feedsOf(site, c))
    if (known.includes(title)) throw new AppError('invalid', 'This category already exists.')
    await changeEmptyFolder(site, null, title)
    return c.json(minifluxCategory(title), 201)
  })
  app.put('/v1/categories/:id', async (c) => {
    const { title } = Title.parse(await bodyJson(c))
    const { folder } = await inCategory(c)
    mustBeChangeable(site, folder)
    await changeFolder(askingOf(site, c), folder, title)
    if (c.get('reader').mayEdit) await changeEmptyFolder(site, folder, title)
    return c.json(minifluxCategory(title), 201)
  })
  app.delete('/v1/categories/:id', async (c) => {
    const { folder } = await inCategory(c)
    mustBeChangeable(site, folder)
    await changeFolder(askingOf(site, c), folder, null)
    if (c.get('reader').mayEdit) await changeEmptyFolder(site, folder, null)
    return c.body(null, 204)
  })
}

function mustBeChangeable(site: Site, folder: string): void {
  if (folder === UNFILED || folder === site.brand.name)
    throw new AppError('invalid', `“${folder}” is a folder of the site: it keeps its name`)
}
