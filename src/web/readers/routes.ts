import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Site } from '../site.ts'
import { feverRoutes } from './fever.ts'
import { greaderRoutes } from './greader.ts'
import { minifluxRoutes } from './miniflux.ts'
import { MAX_READER_BODY_BYTES } from './request-body.ts'

/** The contracts that reader apps speak: Google Reader API, Fever and Miniflux. */
export function readerRoutes(site: Site): Hono {
  const app = new Hono()
  const limit = bodyLimit({ maxSize: MAX_READER_BODY_BYTES, onError: (c) => c.text('The body is too large', 413) })
  for (const path of [
    '/v1/*',
    '/api/greader.php/*',
    '/reader/*',
    '/accounts/*',
    '/fever/*',
    '/fever',
    '/api/fever.php',
  ])
    app.use(path, limit)
  app.route('/', minifluxRoutes(site))
  app.route('/', greaderRoutes(site))
  app.route('/', feverRoutes(site))
  return app
}
