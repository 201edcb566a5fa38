import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import { firstOwner } from '../../store/accounts.ts'
import { articleByKey, setArticleHidden } from '../../store/articles.ts'
import { feedProgress } from '../../store/feed-lists.ts'
import { pauseFeed, pollSoon, removeFeed } from '../../store/feeds.ts'
import { enqueue } from '../../store/jobs.ts'
import type { DeviceVotes } from '../device-votes.ts'
import { checkForm, isOwnerKey, welcomeOwner } from '../owner.ts'
import type { Site } from '../site.ts'
import { requireEditor, requireOwner } from '../viewer.ts'
import { articlePath, sourcePath } from '../views/links.ts'
import { notFound } from './page.ts'
import { ruleFormRoutes } from './rule-forms.ts'
import { shapeFormRoutes } from './shape-forms.ts'

/** Bytes of a form: an address and a token are far below. */
const MAX_FORM_BYTES = 16_000

/** Everything that a page can post. Each form carries a token of its own; what changes the site needs an editor or the owner. */
export function formRoutes(site: Site, votes: DeviceVotes, forget: (path: string) => void): Hono {
  const app = new Hono()
  app.use(
    bodyLimit({
      maxSize: MAX_FORM_BYTES,
      onError: () => {
        throw new AppError('too_large', `a form has at most ${MAX_FORM_BYTES} bytes`)
      },
    }),
  )
  app.get('/owner', async (c, next) => {
    const key = c.req.query('key')
    return key === undefined ? next() : enter(c, site, key)
  })
  app.post('/owner', async (c) => {
    const form = await fields(c, z.object({ token: z.string(), key: z.string().max(200) }))
    checkForm(c, site, 'owner', form.token)
    return enter(c, site, form.key.trim())
  })
  app.post('/owner/remove-demo', async (c) => {
    const { token } = await fields(c, z.object({ token: z.string() }))
    requireOwner(c)
    checkForm(c, site, 'remove-demo', token)
    await enqueue(site.store, 'remove-demo', {}, site.now())
    site.touch()
    return c.redirect('/sources', 303)
  })
  app.post('/sources/add', (c) => addSource(c, site))
  app.post('/sources/:id{\\d{1,15}}', (c) => changeSource(c, site))
  app.post('/article/:key/react', (c) => reactTo(c, site, { votes, forget }))
  app.post('/article/:key/hide', (c) => hideArticle(c, site))
  app.route('/', shapeFormRoutes(site))
  app.route('/', ruleFormRoutes(site))
  return app
}

/**
 * The owner's link, good until an owner has an account. A key has 144 random bits: tries need no limit, and a limit would let strangers lock
 * the owner out.
 */
async function enter(c: Context, site: Site, key: string): Promise<Response> {
  c.header('cache-control', 'no-store')
  if ((await firstOwner(site.store)) !== null) return c.redirect('/owner', 303)
  if (!isOwnerKey(site, key)) {
    site.log('owner-key-refused', {})
    return c.redirect('/owner?wrong=1', 303)
  }
  welcomeOwner(c, site)
  const { feeds } = await feedProgress(site.store)
  return c.redirect(feeds === 0 ? '/welcome' : '/owner', 303)
}

async function addSource(c: Context, site: Site): Promise<Response> {
  const form = await fields(c, z.object({ token: z.string(), url: z.string().trim().max(2_000) }))
  requireEditor(c)
  checkForm(c, site, 'add', form.token)
  const url = URL.parse(form.url) ?? URL.parse(`https://${form.url}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new AppError('invalid', `“${form.url.slice(0, 200)}” is no http or https address`)
  await enqueue(site.store, 'add-url', { url: url.href }, site.now())
  site.touch()
  site.hurry?.()
  return c.redirect('/sources', 303)
}

async function changeSource(c: Context, site: Site): Promise<Response> {
  const actions = z.enum(['pause', 'resume', 'poll', 'remove'])
  const back = z.enum(['list', 'source']).default('list')
  const form = await fields(c, z.object({ token: z.string(), do: actions, back }))
  const id = Number(c.req.param('id'))
  requireEditor(c)
  checkForm(c, site, `source:${id}`, form.token)
  if (form.do === 'remove') await removeFeed(site.store, id)
  else if (form.do === 'poll') await pollSoon(site.store, id, site.now())
  else await pauseFeed(site.store, id, form.do === 'pause', site.now())
  site.touch()
  site.hurry?.()
  return c.redirect(form.back === 'source' && form.do !== 'remove' ? sourcePath(id) : '/sources', 303)
}

/** Gives an article a reaction, or takes this device's back. */
async function reactTo(
  c: Context,
  site: Site,
  { votes, forget }: { votes: DeviceVotes; forget: (path: string) => void },
): Promise<Response> {
  const form = await fields(c, z.object({ token: z.string(), label: z.string().max(100).optional() }))
  const key = c.req.param('key') ?? ''
  const article = await articleByKey(site.store, key)
  if (!article || article.hidden || site.reactions.length === 0) return notFound('article', key)
  checkForm(c, site, `react:${article.id}`, form.token)
  const on = { articleId: article.id, storyId: article.storyId }
  if (form.label === undefined) await votes.takeBack(c, on)
  else {
    const labels = [...site.reactions, ...article.page.reactions.map((one) => one.label)]
    if (!labels.includes(form.label)) throw new AppError('invalid', `“${form.label}” is no reaction here`)
    if ((await votes.react(c, on, form.label)) === 'too_often')
      throw new AppError('too_often', 'too many reactions came from your connection: wait ten minutes')
  }
  // Whoever reacts sees it at once; other pages that show the count follow within seconds.
  forget(articlePath(key))
  return c.redirect(`${articlePath(key)}#reactions`, 303)
}

async function hideArticle(c: Context, site: Site): Promise<Response> {
  const form = await fields(c, z.object({ token: z.string(), hidden: z.enum(['0', '1']) }))
  const key = c.req.param('key') ?? ''
  requireEditor(c)
  const article = (await articleByKey(site.store, key)) ?? notFound('article', key)
  checkForm(c, site, `hide:${article.id}`, form.token)
  await setArticleHidden(site.store, key, form.hidden === '1')
  site.touch()
  return c.redirect(articlePath(key), 303)
}

async function fields<Shape extends z.ZodType>(c: Context, shape: Shape): Promise<z.output<Shape>> {
  return shape.parse(await c.req.parseBody())
}
