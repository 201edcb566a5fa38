import { type Context, Hono } from 'hono'
import { createKeptAnswers } from './feeds/kept-answers.ts'
import { originOf } from './feeds/origin.ts'
import { openSearch, webManifest } from './install-files.ts'
import { readerLanguage } from './reader-language.ts'
import type { Site } from './site.ts'
import { type PartKind, siteMapIndex, siteMapNotes, siteMapPages, siteMapPart } from './site-map.ts'
import { ASSETS } from './static-files.ts'
import { inLanguage } from './views/speech.ts'

const MAX_AGE_SECONDS = 600
/** What crawlers need not ask for: pages made of a question, forms, and what is one reader's own. */
const NOT_FOR_CRAWLERS = [
  '/search',
  '/explain/',
  '/owner',
  '/account',
  '/sign-in',
  '/profile',
  '/settings',
  '/watch',
  '/pack/',
  '/api/',
]
const XML = 'application/xml; charset=utf-8'

/** `/robots.txt`, the site map, `/manifest.webmanifest` and `/opensearch.xml`: the site for programs that find and install it. */
export function crawlerRoutes(site: Site): Hono {
  const app = new Hono()
  const kept = createKeptAnswers(site)
  const answer = (c: Context, type: string, make: (origin: string) => Promise<string> | string) => {
    const origin = originOf(c, site.brand.baseUrl)
    const head = { type, modifiedMs: null, maxAgeSeconds: MAX_AGE_SECONDS, shared: true }
    return kept(c, origin, async () => ({ body: await make(origin), ...head }))
  }
  app.get('/robots.txt', (c) => answer(c, 'text/plain; charset=utf-8', robots))
  app.get('/sitemap.xml', (c) => answer(c, XML, (origin) => siteMapIndex(site, origin)))
  app.get('/sitemap/pages.xml', (c) => answer(c, XML, (origin) => siteMapPages(site, origin)))
  app.get('/sitemap/notes.xml', (c) => answer(c, XML, (origin) => siteMapNotes(site, origin)))
  app.get('/sitemap/:part{(?:stories|tags)-\\d{1,7}\\.xml}', (c) => {
    const [kind = '', part = ''] = c.req.param('part').replace('.xml', '').split('-')
    return answer(c, XML, (origin) => siteMapPart(site, origin, kind as PartKind, Number(part))) // the route names no other
  })
  app.get('/opensearch.xml', (c) =>
    answer(c, 'application/opensearchdescription+xml', (origin) => openSearch(site.brand, origin)),
  )
  app.get('/manifest.webmanifest', (c) => {
    c.header('cache-control', `private, max-age=${MAX_AGE_SECONDS}`) // it speaks its reader's language
    c.header('content-type', 'application/manifest+json; charset=utf-8')
    return c.body(inLanguage(readerLanguage(c, site), () => webManifest(site.brand)))
  })
  app.get('/favicon.ico', (c) => c.redirect(ASSETS.icon192.path, 302))
  return app
}

/** **Source:** RFC 9309 §2.2; the Sitemap line, sitemaps.org, "Submitting your Sitemap". */
function robots(origin: string): string {
  const refused = NOT_FOR_CRAWLERS.map((path) => `Disallow: ${path}`)
  return ['User-agent: *', ...refused, '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n')
}
