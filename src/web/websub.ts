import { type Context, Hono } from 'hono'
import { DAY_MS, SECOND_MS } from '../model/time.ts'
import {
  changeSubscription,
  removeSubscription,
  type Subscription,
  subscriptionByToken,
  takePing,
} from '../store/websub.ts'
import type { Site } from './site.ts'
import { isSignedBy, judgeIntent } from './websub-judge.ts'

/** Pause between two polls that a hub calls for: its publisher is asked no more often, however often it rings. */
const PING_PAUSE_MS = 5 * SECOND_MS
/** What a hub that names no lease is taken to have granted. */
const USUAL_LEASE_SECONDS = DAY_MS / SECOND_MS
/** A lease is renewed when this share of it is over. */
const RENEWED_AT = 0.8
/** A hub that refuses is asked again after so long: its mind may change, the feed's hub too. */
const REFUSED_PAUSE_MS = 7 * DAY_MS

/** Where hubs call: their question whether we asked (GET), and that there is something new (POST). What they send is not read, only its signature checked. */
export function websubRoutes(site: Site): Hono {
  const app = new Hono()
  app.get('/websub/:token', async (c) => {
    const known = await subscriptionByToken(site.store, c.req.param('token'))
    return known ? answerIntent(c, site, known) : c.text('not here\n', 404)
  })
  app.post('/websub/:token', async (c) => {
    const known = await subscriptionByToken(site.store, c.req.param('token'))
    if (!known) return c.text('not here\n', 404)
    if (known.feedId === null) return c.text('nobody listens here any more\n', 410)
    const body = c.req.raw.body ?? new ReadableStream<Uint8Array>({ start: (empty) => empty.close() })
    if (await isSignedBy(body, c.req.header('x-hub-signature') ?? null, known.secret)) {
      await takePing(site.store, known, site.now(), PING_PAUSE_MS)
      site.hurry?.()
    } else site.log('websub-unsigned', { subscription: known.id })
    return c.body(null, 202)
  })
  return app
}

async function answerIntent(c: Context, site: Site, known: Subscription): Promise<Response> {
  const mode = known.feedId === null ? 'unsubscribe' : 'subscribe'
  const intent = judgeIntent(new URL(c.req.url).searchParams, { mode, topic: known.topic })
  const nowMs = site.now()
  if (!intent.ok && intent.reason === 'denied') {
    const reason = 'The hub refuses to tell of this feed.'
    await changeSubscription(site.store, known.id, {
      state: 'refused',
      reason,
      askedMs: null,
      actMs: nowMs + REFUSED_PAUSE_MS,
    })
    return c.body(null, 200)
  }
  // A hub that was not asked gets no answer, even where it knows the address: it may be an old question, sent again.
  if (!intent.ok || known.askedMs === null) return c.text('that was not asked for\n', 404)
  if (mode === 'unsubscribe') await removeSubscription(site.store, known.id)
  else {
    const leaseMs = (intent.leaseSeconds ?? USUAL_LEASE_SECONDS) * SECOND_MS
    await changeSubscription(site.store, known.id, {
      state: 'active',
      reason: null,
      failures: 0,
      askedMs: null,
      leaseEndMs: nowMs + leaseMs,
      actMs: nowMs + Math.max(MIN_RENEWAL_MS, leaseMs * RENEWED_AT),
    })
  }
  return c.text(intent.challenge)
}

/** A hub that grants next to no time is asked no more often than this. */
const MIN_RENEWAL_MS = 60 * SECOND_MS
