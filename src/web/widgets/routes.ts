import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { tell } from '../errors.ts'
import { conditional } from '../feeds/conditional.ts'
import { originOf } from '../feeds/origin.ts'
import type { Site } from '../site.ts'
import { WIDGETS, type WidgetName, WidgetQuery, widgetList } from './widget-lists.ts'
import { widgetPage } from './widget-view.ts'

const EMBED = readFileSync(new URL('./embed.js', import.meta.url), 'utf8')
const MAX_AGE_SECONDS = 120

/** `/widget/NAME` as a document for a frame, `/widget/NAME.json` and `/widget/embed.js` for a web component: Related, Ranking, Recommendation and Pulse on other people's sites. */
export function widgetRoutes(site: Site): Hono {
  const app = new Hono()
  app.onError((error, c) => {
    const { code, status, message } = tell(error)
    if (code === 'internal') site.log('widget-failed', { path: c.req.path, error: String(error) })
    return c.text(`${message}\n`, status as ContentfulStatusCode) // from the table of statuses
  })
  app.use('/widget/*', async (c, next) => {
    await next()
    // Any site may read these: they hold what the public pages show, and no answer depends on who asks.
    c.header('access-control-allow-origin', '*')
    c.header('cross-origin-resource-policy', 'cross-origin')
    c.header('referrer-policy', 'no-referrer')
  })
  app.get('/widget/embed.js', (c) =>
    conditional(c, {
      body: EMBED,
      type: 'text/javascript; charset=utf-8',
      modifiedMs: null,
      maxAgeSeconds: 3_600,
      shared: true,
    }),
  )
  for (const name of WIDGETS) {
    app.get(`/widget/${name}`, (c) => frame(site, name, c))
    app.get(`/widget/${name}.json`, (c) => json(site, name, c))
  }
  return app
}

async function frame(site: Site, name: WidgetName, c: Context): Promise<Response> {
  const asked = WidgetQuery.parse(c.req.query())
  const origin = originOf(c, site.brand.baseUrl)
  const list = await widgetList(site, name, asked, origin)
  const { html, policy } = widgetPage(list, asked, { name: site.brand.name, url: `${origin}/` })
  c.header('content-security-policy', policy)
  return conditional(c, {
    body: html,
    type: 'text/html; charset=utf-8',
    modifiedMs: null,
    maxAgeSeconds: MAX_AGE_SECONDS,
    shared: true,
  })
}

async function json(site: Site, name: WidgetName, c: Context): Promise<Response> {
  const asked = WidgetQuery.parse(c.req.query())
  const body = JSON.stringify(await widgetList(site, name, asked, originOf(c, site.brand.baseUrl)))
  return conditional(c, {
    body,
    type: 'application/json; charset=utf-8',
    modifiedMs: null,
    maxAgeSeconds: MAX_AGE_SECONDS,
    shared: true,
  })
}
