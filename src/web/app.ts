import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { AppError } from '../model/errors.ts'
import { setting } from '../store/settings.ts'
import { learnViewer } from './accounts/learn-viewer.ts'
import { signInPath } from './accounts/next-path.ts'
import { signedIn } from './accounts/session.ts'
import { createDeviceVotes } from './device-votes.ts'
import { brandFiles, editionRules } from './editions/edition-rules.ts'
import { loggedPath, tell } from './errors.ts'
import { countsShown, createFreshCounts } from './fresh-counts.ts'
import { countsItsReaders } from './front-door.ts'
import { dayOf, formToken } from './owner.ts'
import { createPageCache, type PackedPage, type PageCache, packPage, shareOf } from './page-cache.ts'
import { errorPage } from './pages/error.ts'
import { formRoutes } from './pages/forms.ts'
import { noteFormRoutes } from './pages/note-forms.ts'
import { ownerFormRoutes } from './pages/owner-forms.ts'
import type { PageAnswer, PageRoute, ShowPage } from './pages/page.ts'
import { settingsRoutes } from './pages/settings.ts'
import { sourceFormRoutes } from './pages/source-forms.ts'
import { watchFormRoutes } from './pages/watch-forms.ts'
import { type PastTurns, pastTurnsOf } from './past-turns.ts'
import { languageRoutes, readerLanguage } from './reader-language.ts'
import { ACCOUNT_FORMS, DOORS, ROUTES } from './route-lists.ts'
import type { Site } from './site.ts'
import { ASSETS, SERVICE_WORKER, type StaticFile } from './static-files.ts'
import { requireRole, type Viewer, viewerOf } from './viewer.ts'
import { type Chrome, layout } from './views/layout.ts'
import { inLanguage, speech } from './views/speech.ts'

/** The second wall behind our own escaping: nothing inline runs, nothing foreign loads. */
const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  frameSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

/** The whole site over one value: pages, their forms and files. Never waits for the network. */
export function createApp(site: Site): Hono {
  const app = new Hono()
  const counts = site.shared?.counts ?? createFreshCounts()
  const cache = createPageCache({ isOld: counts.isOld, share: shareOf(site) })
  const chrome = createChrome(site)
  const inTurn = pastTurnsOf(site.store)
  const votes = createDeviceVotes(site, counts)
  const show: ShowPage = async (c, { parts, status }) => {
    const body = await bodyOf({ parts }, siteFor(c, site), viewerOf(c), (await chrome()).demo)
    return sendPage(c, packPage({ status, body }), true)
  }
  app.use(async (c, next) => {
    await learnViewer(c, site)
    await next()
  })
  editionRules(app, site)
  for (const routes of DOORS) app.route('/', routes(site)) // before our headers: they set their own
  app.use(
    secureHeaders({
      contentSecurityPolicy: POLICY,
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      crossOriginResourcePolicy: 'same-origin',
    }),
  )
  for (const file of [...Object.values(ASSETS), ...brandFiles(site)]) app.get(file.path, (c) => sendFile(c, file))
  app.get(SERVICE_WORKER.path, (c) => sendFile(c, SERVICE_WORKER, 'no-cache'))
  app.use((c, next) => inLanguage(readerLanguage(c, site), next)) // whatever a page says below is said in its reader's language
  app.route('/', languageRoutes(site))
  app.route('/', noteFormRoutes(site)) // longer than what other forms may post
  app.route('/', sourceFormRoutes(site))
  app.route('/', ownerFormRoutes(site))
  app.route(
    '/',
    formRoutes(site, votes, (path) => cache.forget(path)),
  )
  app.route('/', watchFormRoutes(site))
  for (const forms of ACCOUNT_FORMS) app.route('/', forms(site, show))
  app.route('/', settingsRoutes(site))
  for (const route of ROUTES) {
    app.get(route.path, async (c) => {
      const page = await pageOf(c, { site, cache, chrome, inTurn, route })
      if (page instanceof Response) return page
      if (page.voted !== null) {
        countsItsReaders(c)
        votes.see(c, page.voted)
      }
      return sendPage(c, page, route.isPrivate === true || viewerOf(c).role !== null)
    })
  }
  const refuse = async (c: Context, cause: unknown) => {
    const told = tell(cause)
    if (told.code === 'internal') site.log('page-failed', { path: loggedPath(c.req.path), cause: String(cause) })
    const lacksAccount = told.code === 'forbidden' && viewerOf(c).role === null && c.req.method === 'GET'
    const signIn = lacksAccount ? signInPath(c.req.path) : null
    const parts = errorPage(told, signIn)
    const body = String(await layout({ site: siteFor(c, site), demo: false, owner: null }, parts))
    return sendPage(c, packPage({ status: told.status, body }), true)
  }
  app.notFound((c) => refuse(c, new AppError('not_found', `there is nothing at “${c.req.path.slice(0, 100)}”`)))
  app.onError((cause, c) => refuse(c, cause))
  return app
}

type Making = {
  site: Site
  cache: PageCache
  chrome: () => Promise<{ demo: boolean }>
  inTurn: PastTurns
  route: PageRoute
}

/** A finished page, kept or made now; who has an account gets pages made for that viewer alone. */
async function pageOf(c: Context, making: Making): Promise<PackedPage | Response> {
  const { cache, chrome, inTurn, route } = making
  const viewer = viewerOf(c)
  const site = siteFor(c, making.site)
  if (route.needs) requireRole(c, route.needs)
  let movedTo: string | null = null
  const make = async () => {
    const isPast = route.asks.includes('at') && c.req.query('at') !== undefined
    const answer = await (isPast ? inTurn(() => route.make(site, c, viewer)) : route.make(site, c, viewer))
    if ('movedTo' in answer) {
      movedTo = answer.movedTo
      return { status: 301, body: answer.movedTo, keepMs: 0 }
    }
    const body = await bodyOf(answer, site, viewer, (await chrome()).demo)
    return { status: 200, body, shows: countsShown(body), voted: answer.voted ?? null, keepMs: route.keepMs }
  }
  const page =
    viewer.role !== null || route.keepMs === 0
      ? packPage(await make())
      : await cache.get(addressOf(c, route, dayOf(site)), site.changed(), site.now(), make)
  const target = movedTo ?? (page.status === 301 ? new TextDecoder().decode(page.plain) : null)
  return target === null ? page : c.redirect(target, 301)
}

/** The site as pages for this viewer are made from: their forms fit the viewer's session alone. */
function siteFor(c: Context, site: Site): Site {
  const found = signedIn(c)
  return found ? { ...site, formKey: found.session.hash } : site
}

async function bodyOf(answer: Exclude<PageAnswer, { movedTo: string }>, site: Site, viewer: Viewer, demo: boolean) {
  const chrome: Chrome = { site, demo, owner: viewer.isOwner ? { demoToken: formToken(site, 'remove-demo') } : null }
  return String(await layout(chrome, answer.parts))
}

/** A page's name in the cache: its path, the day its times and tokens are of, its language, and behind a `?` what it asks for, where it asks for anything. */
function addressOf(c: Context, route: PageRoute, day: number): string {
  const asked = route.asks.map((name) => c.req.query(name))
  const path = `${c.req.path}#${day}.${speech().tag}`
  return asked.every((value) => value === undefined) ? path : `${path}?${JSON.stringify(asked)}`
}

/** What every page shows of the store's state: asked again only when something has changed. */
function createChrome(site: Site): () => Promise<{ demo: boolean }> {
  let known: { version: number; value: Promise<{ demo: boolean }> } | null = null
  return () => {
    const version = site.changed()
    if (known?.version === version) return known.value
    const value = setting(site.store, 'demo').then((demo) => ({ demo: demo !== null && demo !== '' }))
    known = { version, value }
    value.catch(() => {
      known = null
    })
    return value
  }
}

/** Browsers ask again each time and mostly hear 304; shared caches may serve an old page while they ask. */
const PUBLIC_PAGE = 'public, max-age=0, s-maxage=10, stale-while-revalidate=60'
/** Counts are a few seconds old at most, behind a shared cache too. */
const COUNTING_PAGE = 'public, max-age=0, s-maxage=2'

function sendPage(c: Context, page: PackedPage, isPrivate: boolean): Response {
  c.header('cache-control', isPrivate ? 'private, no-store' : page.shows.length > 0 ? COUNTING_PAGE : PUBLIC_PAGE)
  c.header('vary', 'accept-encoding, accept-language, cookie')
  c.header('content-language', speech().tag)
  c.header('etag', page.etag)
  c.header('content-type', 'text/html; charset=utf-8')
  const known = c.req.header('if-none-match')
  if (page.status === 200 && known?.split(',').some((tag) => tag.trim() === page.etag)) return c.body(null, 304)
  return sendPacked(c, page, page.status)
}

function sendFile(c: Context, file: StaticFile, cacheControl = 'public, max-age=31536000, immutable'): Response {
  c.header('content-type', file.type)
  c.header('cache-control', cacheControl)
  c.header('vary', 'accept-encoding')
  return sendPacked(c, file, 200)
}

function sendPacked(c: Context, packed: Pick<PackedPage, 'plain' | 'br' | 'gzip'>, status: number): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = accepts(accepted, 'br') ? 'br' : accepts(accepted, 'gzip') ? 'gzip' : null
  if (encoding) c.header('content-encoding', encoding)
  return c.body(encoding ? packed[encoding] : packed.plain, status as 200) // Hono types statuses one by one; all come from STATUS
}

/** True where a client takes an encoding; `q=0` refuses it. **Source:** RFC 9110 §12.5.3 */
function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((part) => {
    const [name, ...weights] = part.split(';').map((piece) => piece.trim().toLowerCase())
    return name === encoding && !weights.some((weight) => /^q=0(?:\.0*)?$/.test(weight))
  })
}
