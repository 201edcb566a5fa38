import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createRuleActs } from '../../src/ingest/rule-acts.ts'
import { createShaping } from '../../src/ingest/shaping.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { learnViewer } from '../../src/web/accounts/learn-viewer.ts'
import type { Site } from '../../src/web/site.ts'
import '../described-answers.ts'
import { EDITION_NOW, fillEdition } from './api-edition.ts'

export const OWNER_KEY = 'a-key-that-only-the-tests-know'

/** A running site over the small edition, on a free port of this machine. */
export type TestServer = { site: Site; url: string; close: () => Promise<void> }

/** Starts a real server with some of the site's doors, over an embedded store where no other is opened for it. */
export async function startDoors(
  doors: (site: Site) => readonly Hono<never>[] | readonly Hono[],
  open: () => Promise<Store> = () => openStore({ path: ':memory:' }),
): Promise<TestServer> {
  const store = await open()
  await fillEdition(store)
  let version = 0
  const site: Site = {
    store,
    now: () => EDITION_NOW,
    brand: { name: 'The Invented Edition', tagline: 'Nothing here is true', baseUrl: null },
    reactions: ['veryGood!'],
    secret: 'a-secret-of-the-tests',
    ownerKeyHash: createHash('sha256').update(OWNER_KEY).digest('hex'),
    lists: {
      related: (id) =>
        id === 1 ? [{ id: 2, score: 0.5, reason: { code: 'same-story', values: [], text: 'The same story' } }] : [],
    },
    log: () => {},
    shaping: createShaping(store, () => EDITION_NOW),
    rules: createRuleActs(store, () => EDITION_NOW),
    metrics: () => '# HELP trendpulse_up One while it runs\n# TYPE trendpulse_up gauge\ntrendpulse_up 1\n',
    changed: () => version,
    touch: () => {
      version++
    },
  }
  const app = new Hono()
  app.use(async (c, next) => {
    await learnViewer(c, site)
    await next()
  })
  for (const door of doors(site)) app.route('/', door as Hono)
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port, not a pipe
  return {
    site,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await store.close()
    },
  }
}
