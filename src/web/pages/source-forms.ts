import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { MINUTE_MS } from '../../model/time.ts'
import { editFeed } from '../../store/feed-edits.ts'
import { addFeed, feedById, pauseFeed, pollSoon, removeFeed } from '../../store/feeds.ts'
import { enqueue } from '../../store/jobs.ts'
import { previewPage } from '../lists/preview.ts'
import { checkForm } from '../owner.ts'
import type { Site } from '../site.ts'
import { requireEditor } from '../viewer.ts'
import { sourcePath } from '../views/links.ts'
import { notFound } from './page.ts'

/** Bytes of a form about sources: a page of chosen ones and two names are far below. */
const MAX_FORM_BYTES = 32_000
/** Sources that one form may change. */
const MAX_CHOSEN = 100
/** Pauses between polls that an owner may ask for, in minutes; 0 lets the rhythm be learnt. */
export const POLL_MINUTES = [0, 10, 30, 60, 180, 360, 720, 1440] as const

const Token = z.string().max(200)
const Address = z.object({ token: Token, url: z.string().trim().min(1).max(2_000) })
const Folder = z.string().trim().max(200).transform(folderPath).default(null)
const Chosen = z.object({
  token: Token,
  do: z.enum(['poll', 'pause', 'resume', 'move', 'remove']),
  folder: Folder,
  source: z.array(z.coerce.number().int().min(1)).min(1, 'choose at least one source').max(MAX_CHOSEN),
})
const Edited = z.object({
  token: Token,
  title: z.string().trim().max(200),
  folder: Folder,
  minutes: z.coerce.number().pipe(z.union(POLL_MINUTES.map((minutes) => z.literal(minutes)))),
})

/** What the pages about sources post: looking at an address, adding what was seen, editing one, changing several. */
export function sourceFormRoutes(site: Site): Hono {
  const app = new Hono()
  const small = bodyLimit({
    maxSize: MAX_FORM_BYTES,
    onError: () => {
      throw new AppError('too_large', `a form has at most ${MAX_FORM_BYTES} bytes`)
    },
  })
  app.post('/sources/preview', small, (c) => askPreview(c, site))
  app.post('/sources/preview/:id{\\d{1,15}}/add', small, (c) => addPreviewed(c, site))
  app.post('/sources/several', small, (c) => changeSeveral(c, site))
  app.post('/source/:id{\\d{1,15}}/edit', small, (c) => editSource(c, site))
  return app
}

/** An address as it was typed, with a scheme where it has none. @throws AppError invalid for what is no web address */
export function typedAddress(text: string): string {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new AppError('invalid', `“${text.slice(0, 200)}” is no http or https address`)
  return url.href
}

/** A folder's path as the store keeps it: names parted by ` / `, none of them empty; null for none. */
export function folderPath(text: string): string | null {
  const names = text
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return names.length === 0 ? null : names.join(' / ')
}

async function askPreview(c: Context, site: Site): Promise<Response> {
  const form = Address.parse(await c.req.parseBody())
  requireEditor(c)
  checkForm(c, site, 'add', form.token)
  const id = await enqueue(site.store, 'preview', { url: typedAddress(form.url) }, site.now())
  site.hurry?.()
  return c.redirect(`/sources/preview/${id}`, 303)
}

/** What was seen is added as it was seen: a feed or list is polled from now on, a single page or a list of feeds is asked for. */
async function addPreviewed(c: Context, site: Site): Promise<Response> {
  const form = z.object({ token: Token, folder: Folder }).parse(await c.req.parseBody())
  const id = c.req.param('id') ?? ''
  requireEditor(c)
  checkForm(c, site, `preview:${id}`, form.token)
  const { preview } = (await previewPage(site, id)) ?? notFound('preview', id)
  if (preview === null || preview.took === 'nothing') throw new AppError('conflict', 'there is nothing to add')
  if (preview.took === 'page' || preview.took === 'feed-list') {
    await enqueue(site.store, 'add-url', { url: preview.url }, site.now())
    return done(c, site, '/sources')
  }
  const kind = preview.took === 'feed' ? 'feed' : 'listing'
  const { title, siteUrl, address } = preview
  const source = { url: address, kind, title, siteUrl, folder: form.folder } as const
  return done(c, site, sourcePath((await addFeed(site.store, source, site.now())).id))
}

async function changeSeveral(c: Context, site: Site): Promise<Response> {
  const fields = await c.req.parseBody({ all: true })
  requireEditor(c)
  const form = Chosen.parse({ ...fields, source: [fields.source ?? []].flat() })
  checkForm(c, site, 'several', form.token)
  const { store } = site
  for (const id of form.source) {
    if (form.do === 'remove') await removeFeed(store, id)
    else if (form.do === 'poll') await pollSoon(store, id, site.now())
    else if (form.do === 'move') await editFeed(store, id, { folder: form.folder })
    else await pauseFeed(store, id, form.do === 'pause', site.now())
  }
  return done(c, site, '/sources')
}

async function editSource(c: Context, site: Site): Promise<Response> {
  const form = Edited.parse(await c.req.parseBody())
  const id = Number(c.req.param('id'))
  requireEditor(c)
  checkForm(c, site, `edit-source:${id}`, form.token)
  const feed = (await feedById(site.store, id)) ?? notFound('source', String(id))
  await editFeed(site.store, id, {
    // What stands there already may be what it calls itself: it goes on to do so.
    ...(form.title === feed.title ? {} : { title: form.title === '' ? null : form.title }),
    folder: form.folder,
    intervalMs: form.minutes === 0 ? null : form.minutes * MINUTE_MS,
  })
  return done(c, site, sourcePath(id))
}

function done(c: Context, site: Site, path: string): Response {
  site.touch()
  site.hurry?.()
  return c.redirect(path, 303)
}
