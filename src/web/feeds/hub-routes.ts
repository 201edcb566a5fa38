import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../model/time.ts'
import { askHub, type HubWish } from '../../store/hub.ts'
import { addressBlocks } from '../address-blocks.ts'
import { readerAddress } from '../reader-address.ts'
import type { Site } from '../site.ts'
import { HUB_PATH } from './hub-link.ts'

/** Bytes of what somebody asks: two addresses and a secret. */
const MAX_FORM_BYTES = 16_000
/** An address that is longer was not written by anyone; as long as those that this site itself listens at. */
const MAX_URL_CHARS = 2_000
/** **Source:** W3C WebSub (2018), 5.1: a secret has fewer than 200 bytes. */
const MAX_SECRET_BYTES = 199
/** Leases that are granted; who names none gets the usual one. */
const [MIN_LEASE_MS, USUAL_LEASE_MS, MAX_LEASE_MS] = [5 * MINUTE_MS, 10 * DAY_MS, 15 * DAY_MS]
/** Asks of one line in ten minutes: somebody who follows some hundreds of our feeds, and no flood of questions to strangers in our name. */
const ASKS_OF_LINE = 300
const ASKS_MS = 10 * MINUTE_MS
/** Lines that are remembered for it. */
const MAX_LINES = 20_000

/**
 * This site's own hub: who posts here where to call is asked back, and then told of each change of a feed, until the lease is over. Nothing is
 * there where the owner wants no hub, or another. **Source:** W3C WebSub (2018), sections 5 and 6.
 */
export function hubRoutes(site: Site): Hono {
  const app = new Hono()
  const { brand, hub } = site
  const base = brand.baseUrl
  if (hub?.at !== 'own' || !base) return app
  const isTooOften = createAskLimit(site)
  app.post(HUB_PATH, bodyLimit({ maxSize: MAX_FORM_BYTES, onError: (c) => c.text('too long\n', 413) }), async (c) => {
    if (isTooOften(addressBlocks(readerAddress(c, site)).line))
      return c.text('asked too often\n', 429, { 'retry-after': String(ASKS_MS / SECOND_MS) })
    const asked = readAsk(new URLSearchParams(await c.req.text()), base)
    if (typeof asked === 'string') return c.text(`${asked}\n`, 400)
    const taken = await askHub(site.store, { ...asked, base }, site.now())
    if (taken === 'unknown') return c.text('nobody is told of this feed at this address\n', 404)
    if (taken === 'full') return c.text('too many listen already\n', 503, { 'retry-after': String(DAY_MS / SECOND_MS) })
    site.hurry?.()
    return c.body(null, 202)
  })
  app.on(['GET', 'PUT', 'DELETE'], HUB_PATH, (c) => c.text('a WebSub hub: POST what you ask\n', 405, { allow: 'POST' }))
  return app
}

type Ask = { topic: string; callback: string; host: string; wish: HubWish }

/** What a form asks, or what is wrong with it. */
function readAsk(form: URLSearchParams, base: string): Ask | string {
  const mode = form.get('hub.mode')
  if (mode !== 'subscribe' && mode !== 'unsubscribe') return 'hub.mode must be subscribe or unsubscribe'
  const topic = form.get('hub.topic') ?? ''
  if (!isFeedOf(base, topic)) return `hub.topic must be the address that a feed of ${base} gives itself`
  const callback = URL.parse(form.get('hub.callback') ?? '')
  if (
    !callback ||
    !/^https?:$/.test(callback.protocol) ||
    callback.username !== '' ||
    callback.href.length > MAX_URL_CHARS
  )
    return `hub.callback must be an http or https address of at most ${MAX_URL_CHARS} characters`
  const secret = form.get('hub.secret') || null
  if (secret !== null && Buffer.byteLength(secret) > MAX_SECRET_BYTES)
    return `hub.secret must have at most ${MAX_SECRET_BYTES} bytes`
  const called = { topic, callback: callback.href, host: callback.host }
  if (mode === 'unsubscribe') return { ...called, wish: { mode, secret: null, leaseMs: 0 } }
  return { ...called, wish: { mode, secret, leaseMs: leaseOf(form.get('hub.lease_seconds') ?? '') } }
}

/** Whether an address can be one of this site's feeds; whether there is such a list is seen when it is asked back. */
function isFeedOf(base: string, topic: string): boolean {
  const url = topic.length <= MAX_URL_CHARS && topic.startsWith(`${base}/`) ? URL.parse(topic) : null
  return url !== null && url.href === topic && url.hash === '' && /\.(?:rss|atom|json)$/.test(url.pathname)
}

function leaseOf(seconds: string): number {
  const wantedMs = /^\d{1,10}$/.test(seconds) ? Number(seconds) * SECOND_MS : USUAL_LEASE_MS
  return Math.min(MAX_LEASE_MS, Math.max(MIN_LEASE_MS, wantedMs))
}

/** True for who has asked too often lately; what is remembered is forgotten every ten minutes. */
function createAskLimit(site: Pick<Site, 'now'>): (line: string) => boolean {
  const asks = new Map<string, number>()
  let sinceMs = 0
  return (line) => {
    if (Math.abs(site.now() - sinceMs) >= ASKS_MS || asks.size >= MAX_LINES) {
      asks.clear()
      sinceMs = site.now()
    }
    const count = (asks.get(line) ?? 0) + 1
    asks.set(line, count)
    return count > ASKS_OF_LINE
  }
}
