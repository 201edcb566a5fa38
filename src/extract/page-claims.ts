import { type ElementNames, UNREAD } from './element-names.ts'
import { type LinkedThing, readJsonLd } from './json-ld.ts'
import { isJsonLd, type PageElement, textOf } from './page-tree.ts'
import { safeUrl } from './safe-url.ts'

/** What a page says of itself in its head and its marked-up places, gathered once. */
export type PageClaims = {
  /** By lower-case name or property; values in order. */
  metas: ReadonlyMap<string, readonly string[]>
  things: readonly LinkedThing[]
  /** `<title>`. */
  titleElement: string | null
  /** `h1`. */
  headings: readonly PageElement[]
  /** `h2` and `h3`. */
  subheadings: readonly PageElement[]
  times: readonly PageElement[]
  /** Elements that carry `itemprop`. */
  microdata: readonly PageElement[]
  /** Elements whose class, id or rel speaks of an author, a date, tags or a breadcrumb. */
  marked: { author: PageElement[]; date: PageElement[]; tags: PageElement[]; breadcrumb: PageElement[] }
  language: string | null
  canonical: string | null
  /** What relative links are relative to. */
  baseUrl: string | null
}

/** Most elements kept of any one kind: a page with more is a listing. */
const MAX_OF_A_KIND = 200

const AUTHOR =
  /(?:^|[\s_-])(?:author|byline|by-line|writer|autor|auteur|autore|verfasser|journalist|redaktor|reporter|contributor|posted-by|postedby|entry-author|forfatter|skribent|creator|wrote|written|redakteur)s?(?:$|[\s_-])|author(?:-?name|s)?|byline/iu
const DATE = /date|publish|posted|time(?:stamp)?(?:$|[\s_-])|datum|fecha|veroeffentlicht|created|pubdate|meta-?info/iu
const TAGS =
  /(?:^|[\s_-])(?:tags?|post-tags|tag-?list|taglist|tags-links|article-tags|entry-tags|topics?|keywords)(?:$|[\s_-])/iu
const BREADCRUMB = /bread-?crumbs?|crumbs/iu

/** Gathers the claims of a page in one walk over its elements, which stand in document order. */
export function readClaims(elements: readonly PageElement[], pageUrl: string | null): PageClaims {
  const metas = new Map<string, string[]>()
  const scripts: string[] = []
  const draft = {
    titleElement: null as string | null, language: null as string | null, canonical: null as string | null, base: null as string | null,
    headings: [] as PageElement[], subheadings: [] as PageElement[], times: [] as PageElement[], microdata: [] as PageElement[],
    marked: { author: [] as PageElement[], date: [] as PageElement[], tags: [] as PageElement[], breadcrumb: [] as PageElement[] },
  } // biome-ignore format: one row of empty parts
  for (const element of elements) {
    const { tag, attributes } = element
    switch (tag) {
      case 'meta': addMeta(metas, attributes); break
      case 'title': draft.titleElement ??= inSvg(element) ? null : textOf(element, 500) || null; break
      case 'html': draft.language ??= attributes.lang ?? attributes['xml:lang'] ?? null; break
      case 'base': draft.base ??= attributes.href ?? null; break
      case 'link': if (attributes.rel === 'canonical') draft.canonical ??= attributes.href ?? null; break
      case 'script': keepScript(element, scripts); break
      case 'time': push(draft.times, element); break
      case 'h1': push(draft.headings, element); break
      case 'h2': case 'h3': push(draft.subheadings, element); break
    } // biome-ignore format: one element a row
    if (attributes.itemprop !== undefined) push(draft.microdata, element)
    if (
      attributes.id !== undefined ||
      attributes.rel !== undefined ||
      (tag === 'a' && attributes.href !== undefined) ||
      marksOf(element.names) !== 0
    )
      addMarked(draft.marked, element)
  }
  const baseUrl = draft.base === null ? pageUrl : (safeUrl(draft.base, pageUrl) ?? pageUrl)
  const canonical = draft.canonical === null ? null : safeUrl(draft.canonical, baseUrl)
  const { titleElement, language, headings, subheadings, times, microdata, marked } = draft
  return {
    metas,
    things: readJsonLd(scripts),
    titleElement,
    headings,
    subheadings,
    times,
    microdata,
    marked,
    language: languageTag(language, metas),
    canonical,
    baseUrl,
  }
}

/** The first value of the first of these metas that has one. */
export function meta(claims: PageClaims, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = claims.metas.get(name)?.[0]
    if (value) return value
  }
  return null
}

/** Elements in the order of how near they stand to a heading in the tree: those that share the innermost element with one come first. */
export function byNearness(elements: readonly PageElement[], headings: readonly PageElement[]): PageElement[] {
  const around = new Set<PageElement>()
  for (const heading of headings.slice(0, 4))
    for (let at: PageElement | null = heading; at; at = at.parent) around.add(at)
  const depthOf = (element: PageElement): number => {
    for (let at: PageElement | null = element; at; at = at.parent) if (around.has(at)) return at.depth
    return 0
  }
  return elements
    .map((element) => ({ element, depth: depthOf(element) }))
    .sort((a, b) => b.depth - a.depth)
    .map(({ element }) => element)
}

function addMeta(metas: Map<string, string[]>, attributes: Readonly<Record<string, string>>): void {
  const name = (
    attributes.property ??
    attributes.name ??
    attributes.itemprop ??
    attributes['http-equiv']
  )?.toLowerCase()
  const content = attributes.content?.replace(/\s+/gu, ' ').trim()
  if (!name || !content || metas.size >= MAX_OF_A_KIND * 5) return
  const values = metas.get(name)
  if (!values) metas.set(name, [content])
  else if (values.length < MAX_OF_A_KIND) values.push(content)
}

function keepScript(element: PageElement, scripts: string[]): void {
  const text = element.children[0]
  if (typeof text === 'string' && isJsonLd(element) && scripts.length < MAX_OF_A_KIND) scripts.push(text)
}

function addMarked(marked: PageClaims['marked'], element: PageElement): void {
  const { attributes } = element
  const marks = marksOf(element.names) | (attributes.id === undefined ? 0 : marksIn(attributes.id))
  if (attributes.rel === 'author' || marks & MARK.author || leadsToAuthor(element)) push(marked.author, element)
  if (marks & MARK.date) push(marked.date, element)
  if (attributes.rel === 'tag' || marks & MARK.tags) push(marked.tags, element)
  if (marks & MARK.breadcrumb) push(marked.breadcrumb, element)
}

/** What names speak of, as bits. */
const MARK = { author: 1, date: 2, tags: 4, breadcrumb: 8 } as const

function marksOf(names: ElementNames): number {
  if (names.marks === UNREAD) names.marks = marksIn(names.classes)
  return names.marks
}

function marksIn(names: string): number {
  let marks = 0
  if (AUTHOR.test(names)) marks |= MARK.author
  if (DATE.test(names)) marks |= MARK.date
  if (TAGS.test(names)) marks |= MARK.tags
  if (BREADCRUMB.test(names)) marks |= MARK.breadcrumb
  return marks
}

/** The address of somebody's own page among the site's authors. */
const AUTHOR_PAGE =
  /\/(?:authors?|creators?|reporters?|autor(?:en|es|in)?|auteurs?|autori|profile?|redaktion)\/[\w.%-]{3,60}\/?$/iu

function leadsToAuthor({ tag, attributes }: PageElement): boolean {
  return (
    tag === 'a' && attributes.href !== undefined && attributes.href.length < 300 && AUTHOR_PAGE.test(attributes.href)
  )
}

function push(list: PageElement[], element: PageElement): void {
  if (list.length < MAX_OF_A_KIND) list.push(element)
}

function inSvg(element: PageElement): boolean {
  return element.parent?.tag === 'svg'
}

/** A BCP 47 tag from `lang`, `content-language` or `og:locale`, "en_US" mended to "en-US". */
function languageTag(lang: string | null, metas: ReadonlyMap<string, readonly string[]>): string | null {
  const found =
    lang?.trim() ||
    metas.get('content-language')?.[0] ||
    metas.get('og:locale')?.[0] ||
    metas.get('language')?.[0] ||
    ''
  const tag = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z])/iu.exec(found)
  if (!tag) return null
  const script = tag[2] ? `-${tag[2][0]!.toUpperCase()}${tag[2].slice(1).toLowerCase()}` : ''
  return tag[1]!.toLowerCase() + script + (tag[3] ? `-${tag[3].toUpperCase()}` : '')
}
