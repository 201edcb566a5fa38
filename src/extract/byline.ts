import {
  cleanNames,
  deskIn,
  isFullName,
  looksLikeNames,
  ROLE_ALONE,
  squeezed,
  withoutBy,
  withoutDate,
} from './byline-words.ts'
import { articleHeadings } from './headline.ts'
import { isArticleType } from './json-ld.ts'
import { isPersonal, ownNames } from './own-names.ts'
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
  const own = ownNames(siteName, claims.canonical ?? claims.baseUrl, page)
  const persons = (found: readonly string[]): string[] =>
    found.every(own.isPublisher) ? [] : cleanNames(found, siteName, own.isPublisher).filter((name) => !isLogin(name))
  const declared = [linkedAuthors(claims, 'person'), metaAuthors(claims), microdataAuthors(claims)]
  // Where the page declares its publisher or a login alone, only what is clearly a person's name is better.
  const isWeak = declared.some((found) => found.length > 0)
  const fits = (name: string): boolean =>
    !isWeak || (!own.isOwn(name) && isPersonal(name, page) && !NO_NAME.test(name) && !isInTitle(name, claims))
  const written = (candidates: readonly string[]): string[] => {
    const likeliest = isWeak ? candidates.filter((name) => !own.isOwn(name)) : candidates
    return cleanNames(likeliest.slice(0, 1), siteName).filter(fits)
  }
  const marked = markedAuthors(claims)
  const sources: readonly (() => string[])[] = [
    () => persons(citedAuthors(claims)),
    () => withOthers(persons(declared[0]!), [declared[1]!, marked.slice(0, 1)].map(persons), page),
    () => withOthers(persons(declared[1]!), [persons(marked.slice(0, 1))], page),
    () => persons(declared[2]!),
    () => written(marked),
    () => written(lineAuthors(page, kept)),
    () => cleanNames(onlyPerson(claims), null),
    () => desks(claims),
    () => (isWeak ? [] : signedNames(claims)),
    ...declared.map((found) => () => cleanNames(found, null)),
    () => cleanNames(linkedAuthors(claims, 'organisation'), null),
    () => cleanNames(markedAuthors(claims, { said: true }).slice(0, 1), null),
  ]
  for (const source of sources) {
    const names = source()
    if (names.length > 0) return names
  }
  return []
}

function isInTitle(name: string, claims: PageClaims): boolean {
  return squeezed(claims.titleElement ?? '').includes(squeezed(name))
}

/** Most names taken where one place names more than the most trusted one. */
const MAX_TOGETHER = 6

/** Words of roles and stamps that stand in longer bylines. */
const NO_NAME =
  /redaktion|managing|senior|editor|analyst|update|veröffentlicht|publish|print|staff|team|writer|reporter|manager|online|news/iu

/** The names of another place that holds all of these and more: feeds and messengers are often given the first author alone. */
function withOthers(names: readonly string[], others: readonly (readonly string[])[], page: PageBlocks): string[] {
  const keys = names.map(squeezed)
  const more = others.find((other) => {
    const known = new Set(other.map(squeezed))
    return other.length > names.length && other.length <= MAX_TOGETHER && keys.every((key) => known.has(key))
  })
  return names.length === 0 ||
    !more ||
    !more.every((name) => keys.includes(squeezed(name)) || (isPersonal(name, page) && !NO_NAME.test(name)))
    ? [...names]
    : [...more]
}

/** A name by which somebody logs in: one word in small letters. */
function isLogin(name: string): boolean {
  return /^[\p{Ll}\d._-]+$/u.test(name)
}

/** Who wrote a paper, as libraries are told: all of its authors, where JSON-LD also describes the papers that it cites. */
function citedAuthors(claims: PageClaims): string[] {
  return (claims.metas.get('citation_author') ?? []).map(givenNameFirst)
}

/** A desk that signs: better than the publisher's name, worse than any whole name. */
function desks(claims: PageClaims): string[] {
  const desk = deskIn([
    ...linkedAuthors(claims, 'person'),
    ...metaAuthors(claims),
    ...labelledAuthors(claims),
    ...ownMarks(claims).map((element) => textOf(element, 60)),
  ])
  return desk === null ? [] : [desk]
}

/** A name of one word, as people sign on their own sites. */
function signedNames(claims: PageClaims): string[] {
  const signed = ownMarks(claims)
    .filter(isSigned)
    .map((element) => withoutBy(textOf(element, 60)))
  return signed.filter((name) => /^[\p{L}][\p{L}\d._-]{1,30}$/u.test(name)).slice(0, 1)
}

/** Elements marked as the author's, those of comments left out. */
function ownMarks(claims: PageClaims): PageElement[] {
  return claims.marked.author.filter((element) => !isOfComments(element)).slice(0, MAX_MARKED)
}

/** A link to the author's page, or a name marked as a visiting card's. */
function isSigned({ tag, names, attributes, parent }: PageElement): boolean {
  if (
    attributes.rel === 'author' ||
    (tag === 'a' && /\/(?:authors?|autor(?:en|es)?|auteurs?)\/[^/]+\/?$/u.test(attributes.href ?? ''))
  )
    return true
  return /\b(?:author vcard|vcard author)\b/u.test(`${names.classes} ${parent?.names.classes ?? ''}`)
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
    'byl',
    'og:article:author',
    'article:author_name',
  ]) {
    const values = (claims.metas.get(name) ?? []).filter((value) => !/^https?:|^@/u.test(value))
    if (values.length > 0) return values.map((value) => (name.startsWith('dc') ? givenNameFirst(value) : value))
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

/** Longest list of names behind "By", in UTF-16 units. */
const MAX_SAID = 120
/** Most marked elements looked at. */
const MAX_MARKED = 20

/** What elements marked as the author's say, likeliest first. */
function markedAuthors(claims: PageClaims, { said = false } = {}): string[] {
  const marked = byNearness(claims.marked.author, articleHeadings(claims, claims.baseUrl)).filter(
    (element) => !isOfComments(element),
  )
  const byRel = marked.filter((element) => element.attributes.rel === 'author')
  return [...byRel, ...marked]
    .slice(0, MAX_MARKED)
    .map((element) => markedName(element, said))
    .filter((name) => name !== null)
}

function markedName(element: PageElement, mustBeSaid: boolean): string | null {
  const text = textOf(element, 200)
  if (text.length < 3 || text.length > 160) return null
  const undated = withoutDate(text)
  const bare = withoutBy(undated)
  const isSaid = bare !== undated
  if (mustBeSaid && !isSaid) return null
  const [head = ''] = bare.split(/\s+[|·•–—-]\s+/u)
  if (text.length <= 120 && looksLikeNames(bare)) return bare
  if (head !== bare && (isFullName(head) || (isSaid && looksLikeNames(head, MAX_SAID)))) return head
  return innerName(element)
}

/** An author of a comment, or the field for one. */
function isOfComments(element: PageElement): boolean {
  for (let at: PageElement | null = element, steps = 0; at && steps < 10; at = at.parent, steps++) {
    if (at.tag === 'form' || /comment|respond/iu.test(`${at.names.classes} ${at.attributes.id ?? ''}`))
      return at.tag !== 'body'
  }
  return false
}

/** The first link, heading or marked name inside a longer byline. */
function innerName(element: PageElement): string | null {
  let found: string | null = null
  eachElement(element, (inner) => {
    if (found !== null || !(/^(?:a|h[2-6]|strong|b)$/u.test(inner.tag) || /name|\bfn\b/u.test(inner.names.classes)))
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

/** A line that is nothing but the label of the next one's names. */
const LABEL_ALONE =
  /^(?:(?:written|posted|published|article|story|words|text) by|by|authors?|autor(?:in|en)?|auteurs?|autore|von|par|por|text|words)\s*:?$/iu
/** A label that names the writer wherever it stands near the text. */
const LABELLED =
  /^(?:authors?|autor(?:in|en)?|auteurs?(?: ?\(s\))?|autore|written by|contributors?|text|words|texto|geschrieben von)\s*:\s*/iu

/** Lines near the text's start, then at its end: "By …", and before the text also a name beside a date. */
function lineAuthors(page: PageBlocks, kept: readonly boolean[]): string[] {
  const first = kept.indexOf(true)
  const last = Math.max(0, kept.lastIndexOf(true))
  const lineAt = (index: number): string => page.texts[index]?.text.replaceAll('\n', ' ') ?? ''
  const before = Array.from({ length: 16 }, (_, step) => first - 12 + step)
  const after = Array.from({ length: 3 }, (_, step) => last + step)
  for (const index of [...before, ...after]) {
    const text = lineAt(index)
    if (LABEL_ALONE.test(text) && isFullName(lineAt(index + 1))) return [lineAt(index + 1)]
    const named = nameInLine(text, index >= first - 4 && index < first + 2)
    if (named !== null) return [named]
  }
  for (let index = last; index < last + 12; index++) {
    const text = lineAt(index)
    const bare = text.replace(LABELLED, '')
    if (bare !== text && text.length <= 100 && looksLikeNames(bare)) return [bare]
  }
  return []
}

/** The names of a line that says "By", or of one beside a date where such lines stand. */
function nameInLine(text: string, mayBeBare: boolean): string | null {
  if (text.length < 3 || text.length > 100) return null
  const undated = withoutDate(text)
  const bare = withoutBy(undated)
  if (bare !== undated) return looksLikeNames(bare) ? bare : null
  if (!mayBeBare || undated === text) return null
  const name = undated.split(/\s*[|·•]\s*/u)[0] ?? ''
  return isFullName(name) && !ROLE_ALONE.test(name) ? name : null
}

function isInside(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (at === outer) return true
  return false
}
