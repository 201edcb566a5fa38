import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { accountChoices, setAccountChoices } from '../../store/account-choices.ts'
import { tell } from '../errors.ts'
import { checkForm, formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { requireSession } from './form-fields.ts'

/** Bytes of an account's choices: a few thousand read marks, hidden sources and topics. */
const MAX_CHOICES_BYTES = 64_000
const TOKEN_HEADER = 'x-trendpulse-token'
const PURPOSE = 'account-choices'

const Body = z.strictObject({ choices: z.record(z.string(), z.json()) })

/**
 * `/account/choices.json`: what a reader's browser keeps in the account, for a browser that is signed in. GET gives `{token, version, account,
 * choices}`, where `account` tells one account from another and no more; PUT takes `{choices}` with that token in `X-Trendpulse-Token`, and
 * with `If-Match: VERSION` only where nobody else has changed them since (else 409). What the choices are is the browser's affair: any JSON
 * object of at most 64 kB.
 */
export function choicesRoutes(site: Site): Hono {
  const app = new Hono()
  app.onError((error, c) => {
    const { code, status, message } = tell(error)
    if (code === 'internal') site.log('choices-failed', { error: String(error) })
    return c.json({ error: { code, message } }, status as ContentfulStatusCode) // from the table of statuses
  })
  app.use('/account/choices.json', async (c, next) => {
    await next()
    c.header('cache-control', 'private, no-store')
  })
  app.get('/account/choices.json', async (c) => {
    const { account, session } = requireSession(c)
    const kept = await accountChoices(site.store, account.id)
    return c.json({
      token: formToken({ ...site, formKey: session.hash }, PURPOSE),
      version: kept?.changedMs ?? 0,
      account: account.id,
      choices: kept === null ? null : (JSON.parse(kept.data) as unknown),
    })
  })
  app.put(
    '/account/choices.json',
    bodyLimit({
      maxSize: MAX_CHOICES_BYTES,
      onError: () => {
        throw new AppError('too_large', `choices have at most ${MAX_CHOICES_BYTES} bytes`)
      },
    }),
    (c) => putChoices(c, site),
  )
  return app
}

async function putChoices(c: Context, site: Site): Promise<Response> {
  const { account } = requireSession(c)
  checkForm(c, site, PURPOSE, c.req.header(TOKEN_HEADER) ?? '')
  const body = Body.parse(
    await c.req.json().catch(() => {
      throw new AppError('invalid', 'the body is not JSON')
    }),
  )
  const match = c.req.header('if-match')?.replaceAll('"', '')
  if (match !== undefined && !/^\d{1,15}$/.test(match)) throw new AppError('invalid', 'If-Match is no version')
  const version = await setAccountChoices(
    site.store,
    account.id,
    { data: JSON.stringify(body.choices), changedMs: site.now() },
    match === undefined ? null : Number(match),
  )
  return c.json({ version })
}
