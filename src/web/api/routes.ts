import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AppError } from '../../model/errors.ts'
import { tell } from '../errors.ts'
import { conditional } from '../feeds/conditional.ts'
import { createKeptAnswers, type KeptAnswers } from '../feeds/kept-answers.ts'
import { originOf } from '../feeds/origin.ts'
import { createPastTurns, type PastTurns } from '../past-turns.ts'
import type { Site } from '../site.ts'
import { may, type Needs, STRANGER, viewerOf } from '../viewer.ts'
import { DOCS_POLICY, docsPage } from './docs-page.ts'
import { type Endpoint, MAX_BODY_BYTES } from './endpoint.ts'
import { ENDPOINTS } from './endpoints.ts'
import { openApiOf } from './openapi.ts'

/** Seconds that an answer may be kept without asking again: lists move with every batch. */
const MAX_AGE_SECONDS = 30
const JSON_TYPE = 'application/json; charset=utf-8'

/** `/api/v1/…`, its description at `/openapi.json`, and that description for people at `/docs`. */
export function apiRoutes(site: Site): Hono {
  const app = new Hono()
  const doors = { kept: createKeptAnswers(site), inTurn: createPastTurns() }
  app.onError((error, c) => failure(site, c, error))
  app.use(
    '/api/v1/*',
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new AppError('too_large', `a body has at most ${MAX_BODY_BYTES} bytes`)
      },
    }),
  )
  for (const one of ENDPOINTS) app.on(one.method.toUpperCase(), honoPath(one.path), (c) => answer(site, one, doors, c))
  app.all('/api/v1/*', (c) => {
    throw new AppError('not_found', `${c.req.method} ${c.req.path} is no call of this API; /docs lists them`)
  })
  app.get('/openapi.json', (c) => {
    const body = JSON.stringify(openApiOf(ENDPOINTS, originOf(c, site.brand.baseUrl)))
    return conditional(c, { body, type: JSON_TYPE, modifiedMs: null, maxAgeSeconds: 3_600, shared: true })
  })
  app.get('/docs', (c) => {
    const body = docsPage(ENDPOINTS, site.brand.name)
    c.header('content-security-policy', DOCS_POLICY)
    return conditional(c, {
      body,
      type: 'text/html; charset=utf-8',
      modifiedMs: null,
      maxAgeSeconds: 3_600,
      shared: true,
    })
  })
  return app
}

type Doors = { kept: KeptAnswers; inTurn: PastTurns }

async function answer(site: Site, one: Endpoint, { kept, inTurn }: Doors, c: Context): Promise<Response> {
  const account = one.needs === 'nobody' ? '' : callerOf(c, one.needs)
  const origin = originOf(c, site.brand.baseUrl)
  const run = () => one.run(site, c, { origin, account })
  const make = async () => JSON.stringify(await (c.req.query('at') === undefined ? run() : inTurn(run)))
  if (one.method !== 'get' || one.needs !== 'nobody')
    return c.body(await make(), one.status, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' })
  const head = { type: JSON_TYPE, modifiedMs: null, maxAgeSeconds: MAX_AGE_SECONDS, shared: true }
  return kept(c, origin, async () => ({ body: await make(), ...head }))
}

/**
 * Whose call it is. A browser never sends this header by itself, so a foreign page cannot act in anyone's name.
 * @throws AppError forbidden where it is nobody's who may
 */
function callerOf(c: Context, needs: Exclude<Needs, 'nobody'>): string {
  const viewer = c.req.header('authorization') === undefined ? STRANGER : viewerOf(c)
  if (viewer.account !== null && may(viewer, needs)) return viewer.account
  throw new AppError('forbidden', `${WHO_MAY[needs]}: Authorization: Bearer TOKEN`)
}

const WHO_MAY = {
  reader: 'this needs an account’s token, or the owner’s key',
  editor: 'this needs the owner’s key, or the token of an owner or editor',
  owner: 'this needs the owner’s key, or an owner’s token',
} as const satisfies Record<Exclude<Needs, 'nobody'>, string>

function failure(site: Site, c: Context, error: unknown): Response {
  const { code, status, message } = tell(error)
  if (code === 'internal') site.log('api-failed', { path: c.req.path, error: String(error) })
  return c.json({ error: { code, message } }, status as ContentfulStatusCode) // from the table of statuses
}

function honoPath(path: string): string {
  return `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
}
