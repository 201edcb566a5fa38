import { isArticleType, textField } from './json-ld.ts'
import type { PageClaims } from './page-claims.ts'
import { eachElement, textOf } from './page-tree.ts'

const MAX_TAGS = 50
const MAX_CRUMBS = 12

/** The page's own tags: `article:tag`, links marked as tags, JSON-LD keywords, meta keywords; the first of these that has any. */
export function pageTags(claims: PageClaims): string[] {
  const sources = [
    () => claims.metas.get('article:tag') ?? [],
    () => markedTags(claims),
    () => linkedKeywords(claims),
    () => (claims.metas.get('news_keywords') ?? claims.metas.get('keywords') ?? []).flatMap(split),
  ]
  for (const source of sources) {
    const tags = unique(source().flatMap(split)).slice(0, MAX_TAGS)
    if (tags.length > 0) return tags
  }
  return []
}

/** The page's own breadcrumb, outermost first: JSON-LD, a marked list, `article:section`. The page's own title at its end is left in. */
export function pageSection(claims: PageClaims): string[] {
  const list = claims.things.find(({ types }) => types.includes('BreadcrumbList'))
  const linked = list
    ? [list.fields.itemListElement ?? []]
        .flat()
        .map(crumbName)
        .filter((name) => name !== null)
    : []
  if (linked.length > 0) return linked.slice(0, MAX_CRUMBS)
  const marked = claims.marked.breadcrumb[0]
  if (marked) {
    const crumbs: string[] = []
    eachElement(marked, (element) => {
      if (element.tag === 'a') crumbs.push(textOf(element, 100))
    })
    const named = unique(crumbs.filter(Boolean)).slice(0, MAX_CRUMBS)
    if (named.length > 0) return named
  }
  const article = claims.things.find(({ types, fields }) => types.some(isArticleType) && fields.articleSection)
  const section =
    claims.metas.get('article:section') ?? (article ? [article.fields.articleSection].flat().map(textField) : [])
  return unique(section.filter((name) => typeof name === 'string')).slice(0, MAX_CRUMBS)
}

function crumbName(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null
  const { name, item: thing } = item as Record<string, unknown>
  return textField(name) ?? (typeof thing === 'object' ? textField(thing) : null)
}

function markedTags(claims: PageClaims): string[] {
  const byRel = claims.marked.tags
    .filter((element) => element.attributes.rel?.includes('tag'))
    .map((element) => textOf(element, 80))
  if (byRel.length > 0) return byRel
  for (const element of claims.marked.tags.slice(0, 10)) {
    const found: string[] = []
    eachElement(element, (inner) => {
      if (inner.tag === 'a') found.push(textOf(inner, 80))
    })
    if (found.length > 0) return found
  }
  return []
}

function linkedKeywords(claims: PageClaims): string[] {
  const article = claims.things.find(({ types, fields }) => types.some(isArticleType) && fields.keywords)
  const keywords = article?.fields.keywords
  return (Array.isArray(keywords) ? keywords : [keywords]).filter((word) => typeof word === 'string')
}

function split(text: string): string[] {
  return text.split(/\s*[,;]\s*/u)
}

function unique(names: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const name of names) {
    const bare = name.replace(/^[#\s]+|[\s,]+$/gu, '')
    if (bare && bare.length <= 80 && !seen.has(bare.toLowerCase())) seen.set(bare.toLowerCase(), bare)
  }
  return [...seen.values()]
}
