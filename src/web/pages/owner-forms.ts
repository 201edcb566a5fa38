import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { addFeed, listFeeds } from '../../store/feeds.ts'
import { enqueue, forgetJob, retryJob } from '../../store/jobs.ts'
import { setting } from '../../store/settings.ts'
import { opmlText } from '../opml.ts'
import { checkForm } from '../owner.ts'
import type { Site } from '../site.ts'
import { chosenFeeds } from '../starter/starter-feed.ts'
import { requireEditor, requireOwner } from '../viewer.ts'
import { isPolled, sourceName } from '../views/sources.ts'
import { notFound } from './page.ts'

/** Bytes of a list of subscriptions: ten thousand are two megabytes. */
const MAX_LIST_BYTES = 4_000_000
/** Bytes of any other of these forms: the addresses of a whole list for the first visit. */
const MAX_FORM_BYTES = 300_000

const Token = z.string().max(200)
const JobForm = z.object({ token: Token, do: z.enum(['retry', 'forget']) })
const ListForm = z.object({ token: Token, list: z.instanceof(File, { message: 'choose a file' }) })
const names = z.array(z.string().max(2_000)).max(2_000)
const WelcomeForm = z.object({
  token: Token,
  topic: names,
  language: names,
  feed: names,
  demo: z.literal('remove').optional(),
})

/** What the owner's pages post and give: jobs, backups, lists of subscriptions, the first edition. */
export function ownerFormRoutes(site: Site): Hono {
  const app = new Hono()
  app.post('/owner/jobs/:id{\\d{1,15}}', limited(MAX_FORM_BYTES), (c) => changeJob(c, site))
  app.post('/owner/backup', limited(MAX_FORM_BYTES), (c) => makeBackup(c, site))
  app.get('/owner/backup/:name', (c) => giveBackup(c, site))
  app.post('/owner/import', limited(MAX_LIST_BYTES), (c) => importList(c, site))
  app.get('/owner/sources.opml', (c) => giveSources(c, site))
  app.post('/welcome', limited(MAX_FORM_BYTES), (c) => begin(c, site))
  return app
}

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('too_large', `this form takes at most ${maxSize} bytes`)
    },
  })

async function changeJob(c: Context, site: Site): Promise<Response> {
  const form = JobForm.parse(await c.req.parseBody())
  const id = c.req.param('id') ?? ''
  requireEditor(c)
  checkForm(c, site, `job:${id}`, form.token)
  const isDone =
    form.do === 'retry' ? await retryJob(site.store, Number(id), site.now()) : await forgetJob(site.store, Number(id))
  if (!isDone) throw new AppError('conflict', `job ${id} is not there, or not over`)
  site.hurry?.()
  return c.redirect('/owner/jobs', 303)
}

async function makeBackup(c: Context, site: Site): Promise<Response> {
  const { token } = z.object({ token: Token }).parse(await c.req.parseBody())
  requireOwner(c)
  checkForm(c, site, 'backup', token)
  await enqueue(site.store, 'backup', {}, site.now())
  site.hurry?.()
  return c.redirect('/owner/backup', 303)
}

/** A backup as it is read from the disk: nothing of it is kept in memory. It holds the site's secret: for its owner alone. */
async function giveBackup(c: Context, site: Site): Promise<Response> {
  requireOwner(c)
  const name = c.req.param('name') ?? ''
  const file = (await site.housekeeping?.backups.open(name)) ?? notFound('backup', name)
  c.header('content-type', 'application/zstd')
  c.header('content-length', String(file.bytes))
  c.header('content-disposition', `attachment; filename="${name}"`) // open() knows only names of ours
  c.header('cache-control', 'private, no-store')
  if (c.req.method !== 'HEAD') return c.body(file.stream)
  await file.stream.cancel() // nobody reads it, nor would close the file
  return c.body(null)
}

async function importList(c: Context, site: Site): Promise<Response> {
  const form = ListForm.parse(await c.req.parseBody())
  requireEditor(c)
  checkForm(c, site, 'import', form.token)
  if (form.list.size === 0) throw new AppError('invalid', 'the file is empty, or none was chosen')
  const bytes = Buffer.from(await form.list.arrayBuffer()).toString('base64')
  const name = form.list.name.slice(0, 200) || 'list.opml'
  const id = await enqueue(site.store, 'import-feeds', { name }, site.now(), { bytes })
  site.hurry?.()
  return c.redirect(`/owner/import/${id}`, 303)
}

async function giveSources(c: Context, site: Site): Promise<Response> {
  requireEditor(c)
  const feeds = (await listFeeds(site.store)).filter(isPolled)
  c.header('content-type', 'text/x-opml; charset=utf-8')
  c.header('content-disposition', 'attachment; filename="sources.opml"')
  c.header('cache-control', 'private, no-store')
  return c.body(
    opmlText(
      site.brand.name,
      feeds.map((feed) => ({ url: feed.url, title: sourceName(feed), siteUrl: feed.siteUrl, folder: feed.folder })),
    ),
  )
}

/** Adds what was chosen, each source due at once, and has the demo edition go where that was wished. */
async function begin(c: Context, site: Site): Promise<Response> {
  const fields = await c.req.parseBody({ all: true })
  const several = (name: string) => [fields[name] ?? []].flat()
  requireEditor(c)
  const form = WelcomeForm.parse({
    ...fields,
    topic: several('topic'),
    language: several('language'),
    feed: several('feed'),
  })
  checkForm(c, site, 'welcome', form.token)
  const starter = site.housekeeping?.starter ?? []
  const wanted = new Set(form.feed)
  const chosen =
    wanted.size > 0
      ? starter.filter(({ url }) => wanted.has(url))
      : chosenFeeds(starter, { topics: form.topic, languages: form.language })
  if (chosen.length === 0) throw new AppError('invalid', 'nothing was chosen: tick at least one topic and one language')
  for (const { url, title } of chosen)
    await addFeed(site.store, { url, kind: 'feed', title, siteUrl: null, folder: null }, site.now())
  if (form.demo === 'remove' && (await setting(site.store, 'demo')))
    await enqueue(site.store, 'remove-demo', {}, site.now())
  site.touch()
  site.hurry?.()
  return c.redirect('/welcome/filling', 303)
}
