import { cleanNames, deskIn, isFullName, looksLikeNames, ROLE_ALONE, withoutBy, withoutDate } from './byline-words.ts'
import { isArticleType } from './json-ld.ts'
import type { PageBlocks } from './page-blocks.ts'
import { byNearness, type PageClaims } from './page-claims.ts'
import type { PageParts } from './page-parts.ts'
import { eachElement, type PageElement, textOf } from './page-tree.ts'

/** Who the page says wrote it: JSON-LD, meta, microdata and `rel=author`, byline classes, a line "By …"; checked against the site's own name. Empty where none is named. */
export function pageByline(
  claims: PageClaims,
  parts: PageParts,
  page: PageBlocks,
  kept: readonly boolean[],
  siteName: string | null,
): string[] {
  if (parts.byline.length > 0) return [...parts.byline]
  const signedShort = (): string[] => shortNames(claims)
  // A person's own site bears the person's name: what names a person outright is not held against the site's name.
  const sources: readonly [() => string[], string | null][] = [
    [() => linkedAuthors(claims, 'person'), null],
    [() => metaAuthors(claims), siteName],
    [() => microdataAuthors(claims), siteName],
    [() => markedAuthors(claims), siteName],
    [() => lineAuthors(page, kept), siteName],
    [() => onlyPerson(claims), null],
    [signedShort, null],
    [() => linkedAuthors(claims, 'organisation'), null],
    [() => metaAuthors(claims), null],
    [() => markedAuthors(claims, { said: true }), null],
  ]
  for (const [source, forbidden] of sources) {
    const names = source === signedShort ? source() : cleanNames(source(), forbidden)
    if (names.length > 0) return names
  }
  return []
}

/** A desk, or a name of one word as people sign on their own sites: better than the publisher's name, worse than any whole name. */
function shortNames(claims: PageClaims): string[] {
  const marked = claims.marked.author.filter((element) => !isOfComments(element)).slice(0, MAX_MARKED)
  const desk = deskIn([
    ...linkedAuthors(claims, 'person'),
    ...metaAuthors(claims),
    ...labelledAuthors(claims),
    ...marked.map((element) => textOf(element, 60)),
  ])
  if (desk !== null) return [desk]
  const signed = marked
    .filter((element) => element.attributes.rel === 'author')
    .map((element) => withoutBy(textOf(element, 60)))
  return signed.filter((name) => /^[\p{L}][\p{L}\d._-]{2,30}$/u.test(name)).slice(0, 1)
}

function linkedAuthors(claims: PageClaims, wanted: 'person' | 'organisation'): string[] {
  for (const { types, fields } of claims.things) {
    if (!types.some(isArticleType)) continue
    const authors = [fields.author ?? fields.creator ?? []].flat()
    const names = authors.map((author) => authorName(author, claims, wanted)).filter((name) => name !== null)
    if (names.length > 0) return names
  }
  return []
}

function authorName(author: unknown, claims: PageClaims, wanted: 'person' | 'organisation'): string | null {
  if (typeof author === 'string') return author
  if (typeof author !== 'object' || author === null) return null
  const { name, '@id': id, '@type': type } = author as Record<string, unknown>
  if (typeof name === 'string') return (wanted === 'organisation') === (type === 'Organization') ? name : null
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
    if (values.length > 0)
      return values.map((value) =>
        name.startsWith('citation') || name.startsWith('dc') ? givenNameFirst(value) : value,
      )
  }
  return labelledAuthors(claims)
}

/** "Last, First" as libraries write it, turned round. */
function givenNameFirst(name: string): string {
  const match = /^([^,]+), ([^,]+)$/u.exec(name)
  return match ? `${match[2]} ${match[1]}` : name
}

/** The pair of metas by which WordPress tells messengers who wrote a page. */
function labelledAuthors(claims: PageClaims): string[] {
  const label = claims.metas.get('twitter:label1')?.[0] ?? ''
  const name = claims.metas.get('twitter:data1')?.[0]
  return name && /written|verfasst|écrit|escrito|scritto|geschreven|skriv|автор|napisan|yaz/iu.test(label) ? [name] : []
}

function microdataAuthors(claims: PageClaims): string[] {
  const authors = claims.microdata.filter((element) => /\bauthor\b/iu.test(element.attributes.itemprop!))
  const first = authors[0]
  if (!first) return []
  const named = claims.microdata.find((element) => element.attributes.itemprop === 'name' && isInside(element, first))
  return [(named ?? first).attributes.content ?? textOf(named ?? first, 200)]
}

/** Most marked elements looked at. */
const MAX_MARKED = 20

function markedAuthors(claims: PageClaims, { said = false } = {}): string[] {
  const marked = byNearness(claims.marked.author, claims.headings).filter((element) => !isOfComments(element))
  const byRel = marked.filter((element) => element.attributes.rel === 'author')
  for (const element of [...byRel, ...marked].slice(0, MAX_MARKED)) {
    const text = textOf(element, 160)
    if (text.length < 3 || text.length > 120) continue
    const undated = withoutDate(text)
    const bare = withoutBy(undated)
    if (said && bare === undated) continue
    if (looksLikeNames(bare)) return [bare]
    const inner = innerName(element)
    if (inner) return [inner]
  }
  return []
}

/** An author of a comment, or the field for one. */
function isOfComments(element: PageElement): boolean {
  for (let at: PageElement | null = element, steps = 0; at && steps < 10; at = at.parent, steps++) {
    if (at.tag === 'form' || /comment|respond/iu.test(`${at.attributes.class ?? ''} ${at.attributes.id ?? ''}`))
      return at.tag !== 'body'
  }
  return false
}

/** The first link, heading or marked name inside a longer byline. */
function innerName(element: PageElement): string | null {
  let found: string | null = null
  eachElement(element, (inner) => {
    if (
      found !== null ||
      !(/^(?:a|h[2-6]|strong|b)$/u.test(inner.tag) || /name|\bfn\b/u.test(inner.attributes.class ?? ''))
    )
      return
    const text = withoutBy(textOf(inner, 80))
    if (text.includes(' ') && isFullName(text) && !ROLE_ALONE.test(text)) found = text
  })
  return found
}

/** The one person whom the page's JSON-LD describes without calling anybody the author. */
function onlyPerson(claims: PageClaims): string[] {
  const names = new Set(claims.things.filter(({ types }) => types.includes('Person')).map(({ fields }) => fields.name))
  const [name] = names
  return names.size === 1 && typeof name === 'string' ? [name] : []
}

/** Lines near the text's start, then at its end: "By …", and before the text also a name beside a date. */
function lineAuthors(page: PageBlocks, kept: readonly boolean[]): string[] {
  const first = kept.indexOf(true)
  const last = kept.lastIndexOf(true)
  const before = Array.from({ length: 16 }, (_, step) => first - 12 + step)
  const after = Array.from({ length: 3 }, (_, step) => Math.max(0, last) + step)
  for (const index of [...before, ...after]) {
    const text = page.texts[index]?.text.replaceAll('\n', ' ') ?? ''
    if (text.length < 3 || text.length > 100) continue
    const undated = withoutDate(text)
    const bare = withoutBy(undated)
    const said = bare !== undated
    if (
      looksLikeNames(bare) &&
      (said ||
        (undated !== text && index >= first - 4 && index < first + 2 && isFullName(bare) && !ROLE_ALONE.test(bare)))
    )
      return [bare]
  }
  return []
}

function isInside(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (at === outer) return true
  return false
}
