import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { tell } from '../errors.ts'
import { conditional } from '../feeds/conditional.ts'
import { createKeptAnswers, type KeptAnswers } from '../feeds/kept-answers.ts'
import { originOf } from '../feeds/origin.ts'
import { type PastTurns, pastTurnsOf } from '../past-turns.ts'
import type { Site } from '../site.ts'
import { callerOf } from './caller.ts'
import { DOCS_POLICY, docsPage } from './docs-page.ts'
import { type Endpoint, MAX_BODY_BYTES } from './endpoint.ts'
import { ENDPOINTS } from './endpoints.ts'
import { openApiOf } from './openapi.ts'

/** Seconds that an answer may be kept without asking again: lists move with every batch. */
const MAX_AGE_SECONDS = 30
/** Seconds after which what was asked too often may be asked again: pages of the past go on within them, and no other limit is lifted sooner. */
const RETRY_SECONDS = 60
const JSON_TYPE = 'application/json; charset=utf-8'

/** `/api/v1/…`, its description at `/openapi.json`, and that description for people at `/docs`. */
export function apiRoutes(site: Site): Hono {
  const app = new Hono()
  const doors = { kept: createKeptAnswers(site), inTurn: pastTurnsOf(site.store) }
  app.onError((error, c) => failure(site, c, error))
  for (const one of ENDPOINTS)
    app.on(one.method.toUpperCase(), honoPath(one.path), limited(one.maxBodyBytes ?? MAX_BODY_BYTES), (c) =>
      answer(site, one, doors, c),
    )
  app.all('/api/v1/*', (c) => {
    throw new AppError('not_found', `${c.req.method} ${c.req.path} is no call of this API; /docs lists them`)
  })
  app.get('/openapi.json', (c) => {
    const body = JSON.stringify(openApiOf(ENDPOINTS, originOf(c, site.brand.baseUrl)))
    return conditional(c, { body, type: JSON_TYPE, modifiedMs: null, maxAgeSeconds: 3_600, shared: true })
  })
  app.get('/docs', (c) => {
    const body = docsPage(ENDPOINTS, site.brand.name, originOf(c, site.brand.baseUrl))
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

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('too_large', `a body has at most ${maxSize} bytes`)
    },
  })

type Doors = { kept: KeptAnswers; inTurn: PastTurns }

async function answer(site: Site, one: Endpoint, { kept, inTurn }: Doors, c: Context): Promise<Response> {
  const account = one.needs === 'nobody' ? '' : await callerOf(c, site, one.needs)
  const origin = originOf(c, site.brand.baseUrl)
  const isPast = c.req.query('at') !== undefined
  if (isPast && !tellsPast(one))
    throw new AppError('invalid', `at: ${one.method.toUpperCase()} ${one.path} tells of now alone`)
  const run = () => one.run(site, c, { origin, account })
  const make = () => (isPast ? inTurn(run) : run())
  const head = (value: unknown) => ({
    body: JSON.stringify(value),
    type: JSON_TYPE,
    modifiedMs: one.modifiedMs?.(value) ?? null,
    maxAgeSeconds: MAX_AGE_SECONDS,
  })
  if (one.method === 'get' && one.needs === 'nobody')
    return kept(c, origin, async () => ({ ...head(await make()), shared: true }))
  const value = await make()
  if (one.method === 'get') {
    const response = conditional(c, { ...head(value), shared: false })
    response.headers.set('cache-control', 'no-store') // whoever asks again may bring its ETag all the same
    return response
  }
  const status = one.known?.isKnown(value) ? one.known.status : one.status
  return c.body(JSON.stringify(value), status, { 'content-type': JSON_TYPE, 'cache-control': 'no-store' })
}

/** Whether a call may be asked for a past moment: an answer of now must not pass for one. */
const tellsPast = ({ query }: Endpoint): boolean => query instanceof z.ZodObject && 'at' in query.shape

function failure(site: Site, c: Context, error: unknown): Response {
  const { code, status, message } = tell(error)
  if (code === 'internal') site.log('api-failed', { path: c.req.path, error: String(error) })
  if (code === 'too_often') c.header('retry-after', String(RETRY_SECONDS))
  return c.json({ error: { code, message } }, status as ContentfulStatusCode) // from the table of statuses
}

function honoPath(path: string): string {
  return `/api/v1${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
}
