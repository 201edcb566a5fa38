import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { PictureForm, SentPicture } from '../../model/picture.ts'
import type { Site } from '../site.ts'
import { readPicturePath } from './picture-address.ts'

/** A browser waits so long for a picture that its host gives slowly; the work goes on, and the next look finds it. */
const WAIT_MS = 25_000
const SMALLEST: PictureForm = '320.webp'
/** A picture at an address hardly ever changes. */
const KEPT = 'public, max-age=604800, stale-while-revalidate=604800'
/** A failed one may be there tomorrow; this site itself remembers a day. */
const KEPT_FAILURE = 'public, max-age=3600'

/**
 * `/picture/SIGNED/FORM`: foreign pictures that this site's pages show, made anew here. The only route that may wait for the network,
 * and no page does. What cannot be shown is 404 with the reason's name, so that a browser shows the words beside it.
 */
export function pictureRoutes(site: Site): Hono {
  const app = new Hono()
  app.get('/picture/:signed/:form', async (c) => {
    c.header('content-security-policy', "default-src 'none'; sandbox")
    c.header('x-content-type-options', 'nosniff')
    c.header('cross-origin-resource-policy', 'cross-origin') // reader apps show them beside feeds
    c.header('vary', 'save-data')
    const { signed, form } = c.req.param()
    const asked = site.pictures ? readPicturePath(site, signed, form) : null
    if (!site.pictures || asked === null) return refuse(c, 404, 'not-signed', KEPT_FAILURE)
    const isThrifty = c.req.header('save-data')?.toLowerCase() === 'on' && asked.form.endsWith('.webp')
    const sent = await inTime(site.pictures.get(asked.address, isThrifty ? SMALLEST : asked.form))
    if (sent.ok) return send(c, sent)
    if (sent.reason !== 'busy') return refuse(c, 404, sent.reason, KEPT_FAILURE)
    c.header('retry-after', '10')
    return refuse(c, 503, sent.reason, 'no-store')
  })
  return app
}

async function inTime(work: Promise<SentPicture>): Promise<SentPicture> {
  const late = Promise.withResolvers<SentPicture>()
  const timer = setTimeout(() => late.resolve({ ok: false, reason: 'busy' }), WAIT_MS)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

function send(c: Context, { bytes, type }: Extract<SentPicture, { ok: true }>): Response {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`
  c.header('cache-control', KEPT)
  c.header('etag', etag)
  if (c.req.header('if-none-match') === etag) return c.body(null, 304)
  c.header('content-type', type)
  return c.body(bytes)
}

function refuse(c: Context, status: 404 | 503, reason: string, kept: string): Response {
  c.header('cache-control', kept)
  return c.text(`${reason}\n`, status)
}
