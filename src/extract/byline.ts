import { isArticleType } from './json-ld.ts'
import type { PageBlocks } from './page-blocks.ts'
import type { PageClaims } from './page-claims.ts'
import type { PageParts } from './page-parts.ts'
import { type PageElement, textOf } from './page-tree.ts'

/** Most names of one byline; a page with more lists its staff. */
const MAX_NAMES = 12
/** Longest name, in UTF-16 units. */
const MAX_NAME = 60

const BY =
  /^(?:by|von|par|por|di|da|door|av|af|autor(?:in|es)?|auteurs?|autore|author|text|tekst|szerző|yazar|от|автор|автора|od|napisał|written by|posted by|story by|words by|published by|reported by)\b[\s:：]+/iu
const SPLIT =
  /\s*(?:[;|•·/]|,(?! (?:Jr|Sr|PhD|MD|M\.D|Ph\.D|RD|III?)\b)|\band\b|\bund\b|\bet\b|\by\b(?= \p{Lu})|&|\bwith\b)\s*/u
const TITLES =
  /\b(?:staff|editor|correspondent|reporter|writer|contributor|newsroom|team|press release|admin|administrator|guest author)\b/iu

/** Who the page says wrote it: JSON-LD, meta, microdata and `rel=author`, byline classes, a line "By …"; checked against the site's own name. Empty where none is named. */
export function pageByline(
  claims: PageClaims,
  parts: PageParts,
  page: PageBlocks,
  kept: readonly boolean[],
  siteName: string | null,
): string[] {
  if (parts.byline.length > 0) return [...parts.byline]
  const sources = [
    () => linkedAuthors(claims),
    () => metaAuthors(claims),
    () => microdataAuthors(claims),
    () => markedAuthors(claims),
    () => lineAuthors(page, kept),
  ]
  for (const source of sources) {
    const names = cleanNames(source(), siteName)
    if (names.length > 0) return names
  }
  return []
}

function linkedAuthors(claims: PageClaims): string[] {
  for (const { types, fields } of claims.things) {
    if (!types.some(isArticleType)) continue
    const authors = [fields.author ?? fields.creator ?? []].flat()
    const names = authors.map((author) => personName(author, claims)).filter((name) => name !== null)
    if (names.length > 0) return names
  }
  return []
}

function personName(author: unknown, claims: PageClaims): string | null {
  if (typeof author === 'string') return author
  if (typeof author !== 'object' || author === null) return null
  const { name, '@id': id, '@type': type } = author as Record<string, unknown>
  if (typeof name === 'string') return type === 'Organization' ? null : name
  if (Array.isArray(name)) return name.filter((part) => typeof part === 'string').join('; ')
  const known =
    typeof id === 'string'
      ? claims.things.find(({ fields, types }) => fields['@id'] === id && types.includes('Person'))
      : undefined
  return typeof known?.fields.name === 'string' ? known.fields.name : null
}

function metaAuthors(claims: PageClaims): string[] {
  for (const name of [
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'citation_author',
    'byl',
    'og:article:author',
    'article:author_name',
  ]) {
    const values = (claims.metas.get(name) ?? []).filter((value) => !/^https?:|^@/u.test(value))
    if (values.length > 0) return [...values]
  }
  return []
}

function microdataAuthors(claims: PageClaims): string[] {
  const authors = claims.microdata.filter((element) => /\bauthor\b/iu.test(element.attributes.itemprop!))
  const first = authors[0]
  if (!first) return []
  const named = claims.microdata.find((element) => element.attributes.itemprop === 'name' && isInside(element, first))
  return [(named ?? first).attributes.content ?? textOf(named ?? first, 200)]
}

function markedAuthors(claims: PageClaims): string[] {
  const byRel = claims.marked.author.find((element) => element.attributes.rel === 'author')
  const candidates = byRel ? [byRel, ...claims.marked.author] : claims.marked.author
  for (const element of candidates.slice(0, 20)) {
    const text = textOf(element, 160)
    if (text.length >= 3 && text.length <= 120) {
      const bare = text.replace(BY, '')
      if (looksLikeNames(bare)) return [bare]
    }
  }
  return []
}

function lineAuthors(page: PageBlocks, kept: readonly boolean[]): string[] {
  const first = kept.indexOf(true)
  const last = kept.lastIndexOf(true)
  for (let index = Math.max(0, first - 12); index < Math.min(page.texts.length, first + 4); index++) {
    const text = page.texts[index]!.text
    if (text.length <= 100 && BY.test(text) && looksLikeNames(text.replace(BY, ''))) return [text.replace(BY, '')]
  }
  for (let index = Math.max(0, last); index < Math.min(page.texts.length, last + 3); index++) {
    const text = page.texts[index]!.text
    if (text.length <= 100 && BY.test(text) && looksLikeNames(text.replace(BY, ''))) return [text.replace(BY, '')]
  }
  return []
}

function cleanNames(found: readonly string[], siteName: string | null): string[] {
  const names = found.flatMap((name) => name.replace(/\s+/gu, ' ').trim().replace(BY, '').split(SPLIT))
  const own = squeezed(siteName ?? '')
  const kept = names
    .map(cleanName)
    .filter(
      (name) =>
        name.length >= 2 &&
        name.length <= MAX_NAME &&
        /\p{L}/u.test(name) &&
        squeezed(name) !== own &&
        !/https?:|www\.|@/u.test(name),
    )
  return [...new Map(kept.map((name) => [squeezed(name), name])).values()].slice(0, MAX_NAMES)
}

function cleanName(name: string): string {
  return name
    .replace(/\s*[([].*$/u, '')
    .replace(/^[\s\p{P}]+|[\s,:;–—-]+$/gu, '')
    .replace(BY, '')
    .trim()
}

/** One to five words, capitalised or of a script without capitals, without figures. */
function looksLikeNames(text: string): boolean {
  if (/\d|[.!?]$|https?:/u.test(text) || text.length > 80) return false
  const words = text.split(' ')
  if (words.length > 9 || words.length < 1) return false
  const capital = words.filter((word) => /^(?:\p{Lu}|\p{Lo}|von|van|de|da|di|and|und|&)/u.test(word)).length
  return capital >= words.length * 0.8 && (words.length > 1 || text.length > 3 || !TITLES.test(text))
}

function isInside(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (at === outer) return true
  return false
}

function squeezed(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
