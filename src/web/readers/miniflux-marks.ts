import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { prepareReader } from '../../store/number-reader-items.ts'
import { markItems, type ReaderMark } from '../../store/reader-marks.ts'
import type { ReaderCondition } from '../../store/reader-query.ts'
import { readerItems } from '../../store/reader-state.ts'
import type { Site } from '../site.ts'
import { feedOf, feedsOf, folderOf, type MinifluxApp, type MinifluxContext } from './miniflux-call.ts'
import { mustMark } from './reader-auth.ts'
import { placesOfFolder } from './reader-feeds.ts'
import { bodyJson } from './request-body.ts'

const EntriesChange = z.object({
  // Bounded by the body's size; marked in one statement.
  entry_ids: z.array(z.int()),
  status: z.enum(['read', 'unread', 'removed']).optional(),
  starred: z.boolean().optional(),
})

/** What an app says of entries: read, unread, starred. */
export function addMarkRoutes(app: MinifluxApp, site: Site): void {
  const mark = async (c: MinifluxContext, asked: Omit<ReaderCondition, 'user'>, change: ReaderMark) => {
    const { name } = c.get('reader')
    mustMark(c.get('reader'))
    await prepareReader(site.store, name, site.now())
    await markItems(site.store, { ...asked, user: name }, change, site.now())
    return c.body(null, 204)
  }
  const entry = (c: MinifluxContext) => ({ ids: [Number(c.req.param('entry')) || 0] })
  app.put('/v1/entries', async (c) => {
    const { entry_ids, status, starred } = EntriesChange.parse(await bodyJson(c))
    // “removed” is what nobody is to see again: kept, and read.
    const change = {
      ...(status === undefined ? {} : { read: status !== 'unread' }),
      ...(starred === undefined ? {} : { starred }),
    }
    if (Object.keys(change).length === 0) throw new AppError('invalid', 'status or starred must be given')
    return mark(c, { ids: entry_ids }, change)
  })
  for (const name of ['bookmark', 'star'])
    app.put(`/v1/entries/:entry/${name}`, async (c) => {
      const filter = { user: c.get('reader').name, ...entry(c), order: 'newest', limit: 1 } as const
      const [item] = await readerItems(site.store, filter)
      if (!item) throw new AppError('not_found', 'Resource not found')
      return mark(c, entry(c), { starred: !item.starred })
    })
  // Saving to a third party is not ours to do: it is kept as a star, so that nothing is lost.
  app.post('/v1/entries/:entry/save', async (c) => {
    await mark(c, entry(c), { starred: true })
    return c.body(null, 202)
  })
  app.put('/v1/feeds/:id/mark-all-as-read', async (c) =>
    mark(c, { places: [(await feedOf(site, c)).id], read: false }, { read: true }),
  )
  app.put('/v1/categories/:id/mark-all-as-read', async (c) => {
    const feeds = await feedsOf(site, c)
    const places = placesOfFolder(feeds, await folderOf(site, feeds, Number(c.req.param('id'))))
    return mark(c, { places, read: false }, { read: true })
  })
  app.put('/v1/users/:id/mark-all-as-read', (c) => mark(c, {}, { read: true }))
}
