import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { tell } from '../errors.ts'
import type { Site } from '../site.ts'
import { addAccountRoutes } from './miniflux-account.ts'
import { type MinifluxApp, signedIn } from './miniflux-call.ts'
import { addCategoryRoutes } from './miniflux-categories.ts'
import { addEntryRoutes } from './miniflux-entries.ts'
import { addFeedRoutes } from './miniflux-feeds.ts'
import { addMarkRoutes } from './miniflux-marks.ts'

/** The Miniflux API under `/v1`. Sources are feeds, folders categories; stories stand in lists of ours. **Source:** miniflux.app/docs/api.html */
export function minifluxRoutes(site: Site): MinifluxApp {
  const app: MinifluxApp = new Hono()
  app.use('/v1/*', async (c, next) => {
    const reader = await signedIn(site, c)
    if (!reader)
      return c.json({ error_message: 'Access Unauthorized' }, 401, { 'www-authenticate': 'Basic realm="TrendPulse"' })
    c.set('reader', reader)
    c.header('cache-control', 'no-store')
    return next()
  })
  app.onError((error, c) => {
    const { code, status, message } = tell(error)
    if (code === 'internal') site.log('miniflux-failed', { path: c.req.path, error: String(error) })
    return c.json({ error_message: message }, status as ContentfulStatusCode) // from the table of statuses
  })
  for (const add of [addAccountRoutes, addFeedRoutes, addCategoryRoutes, addEntryRoutes, addMarkRoutes]) add(app, site)
  return app
}
