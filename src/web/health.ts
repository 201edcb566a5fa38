import { type Context, Hono } from 'hono'
import packageJson from '../../package.json' with { type: 'json' }
import { setting } from '../store/settings.ts'
import type { Site } from './site.ts'
import { viewerOf } from './viewer.ts'

/** `/healthz` for whoever watches the process, `/metrics` for its owner's Prometheus. */
export function healthRoutes(site: Site): Hono {
  const app = new Hono()
  app.get('/healthz', async (c) => {
    c.header('cache-control', 'no-store')
    const ok = await storeAnswers(site)
    return c.json({ ok, version: packageJson.version, engine: site.store.engine }, ok ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    c.header('cache-control', 'no-store')
    if (!fromThisMachine(c) && !viewerOf(c).isOwner)
      return c.text('Metrics are for this machine, or for the owner: Authorization: Bearer KEY\n', 403)
    return c.body(await site.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
  return app
}

async function storeAnswers(site: Site): Promise<boolean> {
  try {
    await setting(site.store, 'writer-lock')
    return true
  } catch (cause) {
    site.log('store-silent', { cause: String(cause) })
    return false
  }
}

const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/
const LOOPBACK_HOST = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d{1,5})?$/i
/** What a proxy adds: a request that carries one came from elsewhere, whatever its socket says. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

type NodeEnv = { incoming?: { socket?: { remoteAddress?: string } } } | undefined

/** True for a request that began on this machine: no proxy passed it on, and no foreign name was bent to this address. */
function fromThisMachine(c: Context): boolean {
  const address = (c.env as NodeEnv)?.incoming?.socket?.remoteAddress ?? '' // as @hono/node-server hands it
  if (!LOOPBACK.test(address) || !LOOPBACK_HOST.test(c.req.header('host') ?? '')) return false
  return FORWARDED.every((name) => c.req.header(name) === undefined)
}
