import { isArticleType, textField } from './json-ld.ts'
import { meta, type PageClaims } from './page-claims.ts'
import type { PageParts } from './page-parts.ts'
import { textOf } from './page-tree.ts'

/** The headline alone, and the names that stand around it. */
export type Headline = { title: string | null; channel: string | null; siteName: string | null }

/** Longest headline kept, in UTF-16 units. */
const MAX_TITLE = 400
/** A part of a title that is a date alone: "31.10.2023, 10.19". */
const DATE_PART = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:,? \d{1,2}[.:]\d{2}(?: Uhr)?)?$/u
const SEPARATOR = /\s*[|｜¦]\s*|\s+[-–—·•»«:~]{1,2}\s+|\s*::\s*/u

/** The headline of a page: the page's own line "Brand|Headline", else JSON-LD, `og:title`, `h1` and `title` weighed against each other, cut at the site's name. */
export function pageHeadline(claims: PageClaims, parts: PageParts, url: string | null): Headline {
  const siteName = parts.siteName ?? siteNameOf(claims, url ?? claims.canonical)
  if (parts.title !== null) return { title: parts.title, channel: parts.channel, siteName }
  const names = siteSpellings(siteName, url ?? claims.canonical)
  const title = bestTitle(claims, names)
  return { title: title === null ? null : title.slice(0, MAX_TITLE), channel: null, siteName }
}

function siteNameOf(claims: PageClaims, url: string | null): string | null {
  const named = meta(claims, 'og:site_name', 'application-name', 'twitter:app:name:iphone', 'dc.publisher')
  if (named) return named
  for (const { types, fields } of claims.things) {
    if (types.some(isArticleType)) {
      const publisher = textField(fields.publisher)
      if (publisher && !/^https?:/u.test(publisher)) return publisher
    }
  }
  const site = claims.things.find(({ types }) => types.includes('WebSite'))
  const name = site ? textField(site.fields.name) : null
  if (name) return name
  const parts = claims.titleElement?.split(SEPARATOR) ?? []
  const headings = new Set(claims.headings.map((heading) => squeezed(textOf(heading, MAX_TITLE))))
  const last = parts.length > 1 ? parts.at(-1)! : ''
  // Where the last part is the page's own heading, or the first the host's name, the site's name stands first.
  const host = squeezed(/^https?:\/\/([^/:]+)/u.exec(url ?? '')?.[1] ?? '')
  const first = squeezed(parts[0] ?? '')
  const namesHost = first.length > 2 && host.includes(first) && !host.includes(squeezed(last))
  return (headings.has(squeezed(last)) || namesHost ? parts[0]! : last) || null
}

function bestTitle(claims: PageClaims, names: ReadonlySet<string>): string | null {
  const h1s = claims.headings
    .map((heading) => textOf(heading, MAX_TITLE))
    .filter((text) => text !== '' && !names.has(squeezed(text)))
  const article = claims.things.find(({ types }) => types.some(isArticleType))
  const linked = article ? textField(article.fields.headline) : null
  const og = meta(claims, 'og:title', 'twitter:title', 'dc.title', 'title', 'headline', 'sailthru.title')
  const element = claims.titleElement
  const cut = (text: string | null): string | null => (text === null ? null : cutSiteName(decoded(text), names))
  const declared = [cut(og), cut(linked), cut(element)].filter((text) => text !== null && text !== '') as string[]
  const agreed = h1s.find((h1) => declared.some((title) => sameTitle(h1, title)))
  if (agreed) return agreed
  const named = mostAlike(h1s, declared)
  return named ?? declared[0] ?? h1s[0] ?? null
}

/** Least share of the shorter title's words that an `h1` and a declared title have in common when they name one text. */
const MIN_ALIKE = 0.34

/** The `h1` that says most of what a declared title says; the page's own words for readers beat those for search engines. */
function mostAlike(h1s: readonly string[], declared: readonly string[]): string | null {
  let best = MIN_ALIKE
  let named: string | null = null
  for (const h1 of h1s) {
    const own = wordSet(h1)
    if (own.size < 2) continue
    for (const title of declared) {
      const words = wordSet(title)
      const share = [...own].filter((word) => words.has(word)).length / Math.max(1, Math.min(own.size, words.size))
      if (share > best) {
        best = share
        named = h1
      }
    }
  }
  return named
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
}

/** A title without the site's name before or behind it. */
export function cutSiteName(title: string, names: ReadonlySet<string>): string {
  const parts = title.split(SEPARATOR)
  if (parts.length < 2) return title.trim()
  const last = parts.at(-1)!
  const first = parts[0]!
  if (DATE_PART.test(last))
    return cutSiteName(title.slice(0, title.lastIndexOf(last)).replace(/[\s|｜¦\-–—·•»«:~]+$/u, ''), names)
  if (names.has(squeezed(last)))
    return cutSiteName(title.slice(0, title.lastIndexOf(last)).replace(/[\s|｜¦\-–—·•»«:~]+$/u, ''), names)
  if (names.has(squeezed(first)))
    return cutSiteName(title.slice(title.indexOf(first) + first.length).replace(/^[\s|｜¦\-–—·•»«:~]+/u, ''), names)
  return title.trim()
}

function sameTitle(a: string, b: string): boolean {
  return squeezed(a) === squeezed(b)
}

/** Ways in which a site may write its own name. */
function siteSpellings(siteName: string | null, url: string | null): Set<string> {
  const names = new Set<string>()
  if (siteName)
    for (const name of [siteName, ...siteName.split(SEPARATOR), siteName.replace(/^the /iu, '')])
      names.add(squeezed(name))
  const host = url ? /^https?:\/\/(?:www\.)?([^/:]+)/u.exec(url)?.[1] : undefined
  if (host) {
    names.add(squeezed(host))
    const labels = host.split('.')
    for (const label of labels.slice(0, -1)) if (label.length > 3) names.add(squeezed(label))
  }
  names.delete('')
  return names
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function decoded(text: string): string {
  return text
    .replace(/&amp;/gu, '&')
    .replace(/&(?:quot|#34);/gu, '"')
    .replace(/&(?:#0?39|apos|#8217);/gu, '’')
    .replace(/\s+/gu, ' ')
}
