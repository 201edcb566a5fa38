import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError } from '../../model/errors.ts'
import { tell } from '../errors.ts'
import { createKeptAnswers, type KeptAnswers } from '../feeds/kept-answers.ts'
import { originOf } from '../feeds/origin.ts'
import { languagesOf } from '../reader-language.ts'
import type { Site } from '../site.ts'
import { say } from '../views/messages.ts'
import { inLanguage, speech } from '../views/speech.ts'
import { widgetList } from './widget-lists.ts'
import { widgetStyle } from './widget-look.ts'
import { WIDGETS, type WidgetAsked, type WidgetName, WidgetQuery } from './widget-query.ts'
import { widgetPage } from './widget-view.ts'

/** The component without its comments and what only makes it readable: what is sent. */
const EMBED = readFileSync(new URL('./embed.js', import.meta.url), 'utf8')
  .replaceAll(/^\s*\/\/.*\n/gm, '')
  .replaceAll(/^\s+/gm, '')
const MAX_AGE_SECONDS = 120

/** `/widget/NAME` as a document for a frame, `/widget/NAME.json` and `/widget/embed.js` for a web component: lists, and where a text comes from, on other people's sites. */
export function widgetRoutes(site: Site): Hono {
  const app = new Hono()
  const kept = createKeptAnswers(site)
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
    kept(c, '', async () => ({
      body: EMBED,
      type: 'text/javascript; charset=utf-8',
      modifiedMs: null,
      maxAgeSeconds: 3_600,
      shared: true,
    })),
  )
  for (const name of WIDGETS) {
    app.get(`/widget/${name}`, (c) => frame({ site, kept, c }, name))
    app.get(`/widget/${name}.json`, (c) => json({ site, kept, c }, name))
  }
  return app
}

type Request = { site: Site; kept: KeptAnswers; c: Context }

async function frame({ site, kept, c }: Request, name: WidgetName): Promise<Response> {
  const asked = WidgetQuery.parse(c.req.query())
  const origin = originOf(c, site.brand.baseUrl)
  const style = widgetStyle(asked)
  const hash = createHash('sha256').update(style).digest('base64')
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  )
  const home = { name: site.brand.name, url: `${origin}/` }
  try {
    return await kept(c, origin, () =>
      spoken(site, asked, async () => ({
        body: widgetPage(await widgetList(site, name, asked, origin), style, home),
        type: 'text/html; charset=utf-8',
        modifiedMs: null,
        maxAgeSeconds: MAX_AGE_SECONDS,
        shared: true,
      })),
    )
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found' || isNothingAsked(name, asked)) throw error
    // Somebody's page shows it: a sentence in its reader's language, not ours for programs.
    const body = await spoken(site, asked, async () =>
      widgetPage({ title: titleOf(name), lead: say('widgetUnknown'), items: [] }, style, home),
    )
    return c.html(body, 404)
  }
}

/** A publisher who forgot to say which page is meant is told how. */
function isNothingAsked(name: WidgetName, { article, url }: WidgetAsked): boolean {
  return name !== 'ranking' && article === undefined && url === undefined
}

function titleOf(name: WidgetName): string {
  return name === 'provenance' ? say('stations') : say(name)
}

async function json({ site, kept, c }: Request, name: WidgetName): Promise<Response> {
  const asked = WidgetQuery.parse(c.req.query())
  const origin = originOf(c, site.brand.baseUrl)
  const make = async () => {
    const { tag, dir } = speech()
    const list = await widgetList(site, name, asked, origin)
    const empty = list.items.length === 0 && list.lead === undefined ? { lead: say('empty') } : {}
    return JSON.stringify({ lang: tag, dir, ...list, ...empty })
  }
  return kept(c, origin, async () => ({
    body: await spoken(site, asked, make),
    type: 'application/json; charset=utf-8',
    modifiedMs: null,
    maxAgeSeconds: MAX_AGE_SECONDS,
    shared: true,
  }))
}

/** In the language asked for; the site's own for one that it does not offer. The browser's header says nothing here: an answer is the same for all. */
function spoken<Value>(site: Site, { lang }: WidgetAsked, work: () => Value): Value {
  const { offered, fallback } = languagesOf(site)
  const wanted = lang?.toLowerCase()
  const tag =
    offered.find((one) => one.toLowerCase() === wanted) ?? offered.find((one) => one === wanted?.split('-')[0])
  return inLanguage(tag ?? fallback, work)
}
