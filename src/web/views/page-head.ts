import { html, raw } from 'hono/html'
import type { Site } from '../site.ts'
import { ASSETS } from '../static-files.ts'
import { breadcrumbList } from './json-ld.ts'
import type { Html, PageParts } from './layout.ts'

/** What a page tells browsers, crawlers and other programs of itself: the inside of its `head`. */
export function pageHead(site: Site, parts: PageParts): Html {
  const { brand } = site
  const title = parts.path === '/' ? `${brand.name} – ${brand.tagline}` : `${parts.title} – ${brand.name}`
  const canonical = `${brand.baseUrl ?? ''}${parts.path}`
  const icon = brand.logo ?? ASSETS.icon
  const data = [parts.jsonLd, parts.crumbs && breadcrumbList(site, parts.crumbs, parts)].filter(Boolean)
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${parts.description ? html`<meta name="description" content="${parts.description}">` : ''}
${parts.noIndex ? html`<meta name="robots" content="noindex">` : ''}
<link rel="canonical" href="${canonical}">
<link rel="stylesheet" href="${(brand.style ?? ASSETS.style).path}">
<noscript><link rel="stylesheet" href="/look.css"></noscript>
<script src="${ASSETS.reader.path}"></script>
<link rel="icon" href="${icon.path}" type="${icon.type}">
<link rel="apple-touch-icon" href="${(icon.type === 'image/png' ? icon : ASSETS.icon192).path}">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="search" href="/opensearch.xml" type="application/opensearchdescription+xml" title="${brand.name}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="${PAPER.light}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${PAPER.dark}" media="(prefers-color-scheme: dark)">
${openGraph(site, parts, canonical)}
${parts.feed ? feedLinks(parts.feed, parts.title, parts.feedSearch) : ''}
${data.map(dataForMachines)}`
}

/** The colour of the paper, as the style sheet has it: what an installed page's frame is painted in. */
export const PAPER = { light: '#fdfcf9', dark: '#171613' } as const

/** **Source:** ogp.me; Twitter's names for what Open Graph has no word for. A picture has an absolute address or none. */
function openGraph({ brand }: Site, parts: PageParts, canonical: string): Html {
  const told: Record<string, string> = {
    'og:type': 'website',
    'og:title': parts.title,
    'og:site_name': brand.name,
    'og:url': canonical,
    ...(parts.description ? { 'og:description': parts.description } : {}),
    ...(brand.baseUrl === null ? {} : { 'og:image': `${brand.baseUrl}${ASSETS.icon512.path}` }),
    ...parts.openGraph,
  }
  const named = Object.entries(told).map(([name, value]) => html`<meta property="${name}" content="${value}">`)
  return html`${named}<meta name="twitter:card" content="summary">`
}

function feedLinks(path: string, title: string, search = ''): Html {
  return html`<link rel="alternate" type="application/atom+xml" href="${path}.atom${search}" title="${title}">
<link rel="alternate" type="application/rss+xml" href="${path}.rss${search}" title="${title}">
<link rel="alternate" type="application/feed+json" href="${path}.json${search}" title="${title}">`
}

/** Data for machines: never run, and unable to end its own element. */
function dataForMachines(data: unknown): Html {
  return html`<script type="application/ld+json">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`
}
