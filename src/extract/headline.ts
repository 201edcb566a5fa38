import { headingText, isSiteHeading, originalUrl } from './heading-text.ts'
import { isArticleType, textField } from './json-ld.ts'
import { meta, type PageClaims } from './page-claims.ts'
import type { PageParts } from './page-parts.ts'
import type { PageElement } from './page-tree.ts'

/** The headline alone, and the names that stand around it. */
export type Headline = { title: string | null; channel: string | null; siteName: string | null }

/** Longest headline kept, in UTF-16 units. */
const MAX_TITLE = 400
/** A part of a title that is a date alone: "31.10.2023, 10.19". */
const DATE_PART = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:,? \d{1,2}[.:]\d{2}(?: Uhr)?)?$/u
const SEPARATOR = /\s*[|｜¦]\s*|\s+[-–—·•»«:~]{1,2}\s+|\s*::\s*/u

/** The headline of a page: the page's own line "Brand|Headline", else JSON-LD, `og:title`, `h1` and `title` weighed against each other, cut at the site's name. */
export function pageHeadline(claims: PageClaims, parts: PageParts, url: string | null): Headline {
  const own = originalUrl(url ?? claims.canonical)
  const [siteHeadings, headings] = partedHeadings(claims.headings, own)
  const siteName = parts.siteName ?? siteNameOf(claims, siteHeadings, headings, own)
  if (parts.title !== null) return { title: parts.title, channel: parts.channel, siteName }
  const names = siteSpellings([siteName, ...siteHeadings], own)
  const title = bestTitle(claims, headings, names, own)
  return { title: title === null ? null : title.slice(0, MAX_TITLE), channel: null, siteName }
}

/** The headings that head the article: those of the first rank that are not the site's name, else lower ones that `title` names. */
export function articleHeadings(claims: PageClaims, url: string | null): readonly PageElement[] {
  const own = originalUrl(url ?? claims.canonical)
  const first = claims.headings.filter((heading) => headingText(heading) !== '' && !isSiteHeading(heading, own))
  if (first.length > 0 || claims.titleElement === null) return first
  const parts = new Set(claims.titleElement.split(SEPARATOR).map(squeezed))
  const named = claims.subheadings.filter((heading) => {
    const key = squeezed(headingText(heading))
    return key.length >= MIN_PART && parts.has(key)
  })
  return named.length > 0 ? named : claims.headings
}

/** The texts of the headings that are the site's name, and those of the others. */
function partedHeadings(headings: readonly PageElement[], url: string | null): [string[], string[]] {
  const ofSite: string[] = []
  const others: string[] = []
  for (const heading of headings) {
    const text = headingText(heading)
    if (text !== '') (isSiteHeading(heading, url) ? ofSite : others).push(text)
  }
  return [ofSite, others]
}

function siteNameOf(
  claims: PageClaims,
  siteHeadings: readonly string[],
  ownHeadings: readonly string[],
  url: string | null,
): string | null {
  const named = meta(claims, 'og:site_name', 'application-name', 'twitter:app:name:iphone', 'dc.publisher')
  if (named && !/^https?:/u.test(named)) return named
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
  const ofSite = siteHeadings.find((text) => parts.length > 1 && parts.some((part) => sameTitle(part, text)))
  if (ofSite) return ofSite
  const headings = new Set(ownHeadings.map(squeezed))
  const last = parts.length > 1 ? parts.at(-1)! : ''
  // Where the last part is the page's own heading, or the first the host's name, the site's name stands first.
  const host = squeezed(/^https?:\/\/([^/:]+)/u.exec(url ?? '')?.[1] ?? '')
  const first = squeezed(parts[0] ?? '')
  const namesHost = first.length > 2 && host.includes(first) && !host.includes(squeezed(last))
  return (headings.has(squeezed(last)) || namesHost ? parts[0]! : last) || null
}

function bestTitle(
  claims: PageClaims,
  headings: readonly string[],
  names: ReadonlySet<string>,
  own: string | null,
): string | null {
  const h1s = headings.filter((text) => !names.has(squeezed(text)))
  const article = claims.things.find(({ types }) => types.some(isArticleType))
  const linked = article ? textField(article.fields.headline) : null
  const og = meta(claims, 'og:title', 'twitter:title', 'dc.title', 'title', 'headline', 'sailthru.title')
  const element = claims.titleElement
  const cut = (text: string | null): string | null => (text === null ? null : cutSiteName(decoded(text), names))
  const declared = [cut(og), cut(linked), cut(element)].filter((text) => text !== null && text !== '') as string[]
  const agreed = h1s.find((h1) => declared.some((title) => sameTitle(h1, title)))
  if (agreed) return agreed
  return (
    subheadingOf(claims, declared, names) ??
    mostAlike(h1s, declared) ??
    soleHeading(h1s, own) ??
    declared[0] ??
    h1s[0] ??
    null
  )
}

/** The one `h1` of a page: where a page has several, they head its parts; one word alone may head a menu, unless the address has it too. */
function soleHeading(h1s: readonly string[], url: string | null): string | null {
  const [first = ''] = h1s
  if (new Set(h1s.map(squeezed)).size !== 1) return null
  return first.includes(' ') || squeezed(url ?? '').includes(squeezed(first)) ? first : null
}

/** The heading of a lower rank that a declared title holds as a whole part: older sites keep `h1` for their own name. */
function subheadingOf(claims: PageClaims, declared: readonly string[], names: ReadonlySet<string>): string | null {
  const parts = new Set(declared.flatMap((title) => [title, ...title.split(SEPARATOR)]).map(squeezed))
  for (const heading of claims.subheadings) {
    const text = headingText(heading)
    const key = squeezed(text)
    if (key.length >= MIN_PART && parts.has(key) && !names.has(key)) return text
  }
  return null
}

/** Shortest part of a title, letters and figures alone, by which a lower heading is known for the headline: shorter ones are sections. */
const MIN_PART = 12

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
function siteSpellings(siteNames: readonly (string | null)[], url: string | null): Set<string> {
  const names = new Set<string>()
  for (const siteName of siteNames) {
    if (siteName === null) continue
    for (const name of [siteName, ...siteName.split(SEPARATOR), siteName.replace(/^the /iu, '')])
      names.add(squeezed(name))
  }
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
    .replace(/[\u00ad\u200b]/gu, '')
    .replace(/\s+/gu, ' ')
}
