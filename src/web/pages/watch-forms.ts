import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import type { Watch } from '../../model/watch.ts'
import { enqueueTest } from '../../store/watch-messages.ts'
import { confirmWatch, resumeWatch, stopWatch, watchByToken } from '../../store/watches.ts'
import { accountOf } from '../account-of.ts'
import { WatchWish, watchFor } from '../lists/watch.ts'
import { checkForm } from '../owner.ts'
import type { Site } from '../site.ts'
import { notFound } from './page.ts'

const MAX_FORM_BYTES = 16_000
/** Feeds that readers without an account may ask for in an hour, all of them together: more is no reading. */
const MAX_WITHOUT_ACCOUNT_AN_HOUR = 300
const HOUR_MS = 3_600_000

const Form = z.object({
  token: z.string(),
  kind: z.string(),
  target: z.string(),
  channel: z.string().default('feed'),
  address: z.string().default(''),
  every: z.string().optional(),
  from: z.string().default(''),
  to: z.string().default(''),
  zone: z.string().default(''),
})

const Action = z.object({
  token: z.string(),
  do: z.enum(['stop', 'resume', 'test', 'confirm']),
  code: z.string().max(100).default(''),
  back: z.enum(['list', 'watch']).default('watch'),
})

/** What is posted about watches. A watch's address is its key: whoever has it may stop it, as mail programs do by one click (RFC 8058). */
export function watchFormRoutes(site: Site): Hono {
  const app = new Hono()
  const isTooOften = createHourLimit(site)
  const limit = bodyLimit({
    maxSize: MAX_FORM_BYTES,
    onError: () => {
      throw new AppError('too_large', `a form has at most ${MAX_FORM_BYTES} bytes`)
    },
  })
  app.post('/watch', limit, async (c) => {
    const form = Form.parse(await c.req.parseBody())
    checkForm(c, site, 'watch', form.token)
    const account = await accountOf(c, site)
    if (account === null && isTooOften())
      throw new AppError('conflict', 'too many watches were made here in this hour: try again later')
    const quiet = form.from === '' && form.to === '' ? null : { from: form.from, to: form.to, zone: form.zone || 'UTC' }
    const wish = WatchWish.parse({ ...form, everyArticle: form.every === '1', quiet })
    const watch = await watchFor(site, account, wish)
    return c.redirect(`/watch/${watch.token}`, 303)
  })
  app.get('/watch/:token/stop', (c) => c.redirect(`/watch/${encodeURIComponent(c.req.param('token'))}`, 303))
  app.post('/watch/:token/stop', limit, async (c) => {
    const watch = await known(site, c)
    await stopWatch(site.store, watch.id)
    return c.text('Stopped: nothing more is sent.\n')
  })
  app.post('/watch/:token', limit, async (c) => {
    const form = Action.parse(await c.req.parseBody())
    const watch = await known(site, c)
    checkForm(c, site, `watch:${watch.id}`, form.token)
    await act(site, watch, form)
    const isGone = form.do === 'stop'
    return c.redirect(isGone || form.back === 'list' ? '/watching' : `/watch/${watch.token}`, 303)
  })
  return app
}

async function known(site: Site, c: Context): Promise<Watch> {
  const token = c.req.param('token') ?? ''
  return (await watchByToken(site.store, token)) ?? notFound('watch', token)
}

async function act(site: Site, watch: Watch, form: z.output<typeof Action>): Promise<void> {
  const nowMs = site.now()
  if (form.do === 'stop') await stopWatch(site.store, watch.id)
  else if (form.do === 'resume') await resumeWatch(site.store, watch.id, nowMs)
  else if (form.do === 'confirm') {
    if (!(await confirmWatch(site.store, watch.id, form.code)))
      throw new AppError('forbidden', 'this is not the confirmation that was sent: open the address of the mail again')
  } else if (watch.channel !== 'feed' && watch.state === 'active')
    await enqueueTest(site.store, watch.id, `msg_${randomBytes(18).toString('base64url')}`, nowMs)
  site.hurry?.()
}

/** True once too many were made in this hour. */
function createHourLimit(site: Site): () => boolean {
  let [hour, made] = [0, 0]
  return () => {
    const now = Math.floor(site.now() / HOUR_MS)
    made = now === hour ? made + 1 : 1
    hour = now
    return made > MAX_WITHOUT_ACCOUNT_AN_HOUR
  }
}
