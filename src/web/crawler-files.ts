import { type Context, Hono } from 'hono'
import type { EpochMs } from '../model/time.ts'
import { newestArticles } from '../store/articles.ts'
import { storyPage } from '../store/story-pages.ts'
import { sectionsOf } from './editions/sections.ts'
import { createKeptAnswers } from './feeds/kept-answers.ts'
import { originOf } from './feeds/origin.ts'
import { xmlElement } from './feeds/xml.ts'
import type { Site } from './site.ts'
import { ASSETS } from './static-files.ts'
import { articlePath, sectionPath, storyPath } from './views/links.ts'

/** Newest stories and articles that the map names: two days of a busy edition; older pages are found by links. */
const STORIES = 1_000
const ARTICLES = 2_000
const MAX_AGE_SECONDS = 600
/** What crawlers need not ask for: pages made of a question, and forms. */
const NOT_FOR_CRAWLERS = ['/search', '/explain/', '/owner', '/profile', '/pack/', '/api/']

/** `/robots.txt`, `/sitemap.xml` and `/manifest.webmanifest`: the site for programs that find and install it. */
export function crawlerRoutes(site: Site): Hono {
  const app = new Hono()
  const kept = createKeptAnswers(site)
  const answer = (c: Context, type: string, make: (origin: string) => Promise<string> | string) => {
    const origin = originOf(c, site.brand.baseUrl)
    const head = { type, modifiedMs: null, maxAgeSeconds: MAX_AGE_SECONDS, shared: true }
    return kept(c, origin, async () => ({ body: await make(origin), ...head }))
  }
  app.get('/robots.txt', (c) => answer(c, 'text/plain; charset=utf-8', robots))
  app.get('/sitemap.xml', (c) => answer(c, 'application/xml; charset=utf-8', (origin) => sitemap(site, origin)))
  app.get('/manifest.webmanifest', (c) => answer(c, 'application/manifest+json', () => manifest(site)))
  app.get('/favicon.ico', (c) => c.redirect(ASSETS.icon192.path, 302))
  return app
}

/** **Source:** RFC 9309 §2.2; the Sitemap line, sitemaps.org, "Submitting your Sitemap". */
function robots(origin: string): string {
  const refused = NOT_FOR_CRAWLERS.map((path) => `Disallow: ${path}`)
  return ['User-agent: *', ...refused, '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n')
}

/** Lists, newest stories and newest texts that are no copies. **Source:** sitemaps.org, protocol 0.9. Two queries. */
async function sitemap(site: Site, origin: string): Promise<string> {
  const [stories, articles] = await Promise.all([
    storyPage(site.store, { order: 'newest', limit: STORIES }),
    newestArticles(site.store, { limit: ARTICLES }),
  ])
  const pages = [
    ...['/', '/ranking', '/pulse', '/sources', '/about', ...sectionsOf(site).map(({ slug }) => sectionPath(slug))].map(
      (path) => entry(origin, path),
    ),
    ...stories.map((story) => entry(origin, storyPath(story.key), story.lastSeenMs)),
    ...articles
      .filter((article) => article.copyOf === null)
      .map((article) => entry(origin, articlePath(article.key), article.firstSeenMs)),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages.join('\n')}\n</urlset>\n`
}

function entry(origin: string, path: string, changedMs?: EpochMs): string {
  const changed = changedMs === undefined ? '' : xmlElement('lastmod', new Date(changedMs).toISOString())
  return `<url>${xmlElement('loc', `${origin}${path}`)}${changed}</url>`
}

/** **Source:** W3C Web Application Manifest, §1. */
function manifest(site: Site): string {
  const icon = (src: string, sizes: string, type: string) => ({ src, sizes, type, purpose: 'any' })
  return JSON.stringify({
    id: '/',
    name: site.brand.name,
    short_name: site.brand.name.slice(0, 20),
    description: site.brand.tagline,
    start_url: '/',
    display: 'standalone',
    background_color: '#171613',
    theme_color: '#1b1a17',
    icons: [
      icon(ASSETS.icon192.path, '192x192', 'image/png'),
      icon(ASSETS.icon512.path, '512x512', 'image/png'),
      icon(ASSETS.icon.path, 'any', 'image/svg+xml'),
    ],
  })
}
