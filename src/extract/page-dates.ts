import type { DateClaim } from '../model/article.ts'
import type { EpochMs } from '../model/time.ts'
import { DAY_MS } from '../model/time.ts'
import { firstWrittenDate, type WrittenDate } from '../text/written-date.ts'
import { bestFirst } from './chosen-date.ts'
import { articleHeadings } from './headline.ts'
import { isArticleType, textField } from './json-ld.ts'
import type { PageBlocks } from './page-blocks.ts'
import { byNearness, type PageClaims } from './page-claims.ts'
import type { PageParts } from './page-parts.ts'
import { type PageElement, textOf } from './page-tree.ts'
import { lineDates } from './plain-page.ts'

/** What the dates of a page are read from; `kept` tells which text blocks are the article's. */
export type DateSources = {
  claims: PageClaims
  parts: PageParts
  page: PageBlocks
  kept: readonly boolean[]
  url: string | null
  nowMs: EpochMs
}

/** Most claims kept of one page. */
const MAX_CLAIMS = 40
const WEB_START_MS = Date.UTC(1995, 0, 1)

const PUBLISHED_METAS = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publish-date',
  'publishdate',
  'publish_date',
  'published-date',
  'publication_date',
  'publicationdate',
  'published_time',
  'dc.date',
  'dc.date.issued',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'dcterms.issued',
  'dc.created',
  'sailthru.date',
  'parsely-pub-date',
  'citation_publication_date',
  'citation_date',
  'article.published',
  'article.created',
  'cxenseparse:recs:publishtime',
  'shareaholic:article_published_time',
  'displaydate',
  'last-published',
  'creation_date',
  'creationdate',
  'datecreated',
  'article_date_original',
  'originalpublicationdate',
  'pdate',
  'rnews:datepublished',
  'og:pubdate',
  'time',
  'doc_date',
  'created',
  'og:regdate',
  'uploaddate',
  'bt:pubdate',
  'prism.publicationdate',
  'published_at',
  'release_date',
  'weibo: article:create_at',
  'og:release_date',
  'og:published_date',
  'published',
  'publication-date',
  'publishing_date',
  'publish_time',
  'pub_date',
  'article:publish_date',
  'article:create_time',
  'article_date',
  'article-date',
  'analyticsattributes.articledate',
  'dcterms.available',
  'dc.date.published',
  'datum',
]
const MODIFIED_METAS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'dc.modified',
  'og:modified_time',
  'article:modified',
  'revision_date',
  'updated_time',
  'shareaholic:article_modified_time',
  'cxenseparse:modificationtime',
  'modificationdate',
  'modified',
]

/** Every date that the page claims, most trusted first: JSON-LD, meta, microdata and `time`, the address, visible words. Implausible ones go last. */
export function pageDates(sources: DateSources): DateClaim[] {
  const { claims, nowMs } = sources
  const found: DateClaim[] = []
  const language = claims.language
  const add = (role: DateClaim['role'], from: string, text: string | null): void => {
    const written = text === null ? null : firstWrittenDate(text.trim().slice(0, 200), language)
    if (written && text !== null) found.push(claim(role, from, text.trim().slice(0, 100), written))
  }
  found.push(...lineDates(sources.parts))
  for (const { types, fields } of claims.things) {
    if (!types.some(isArticleType) && !types.includes('WebPage') && !types.includes('NewsArticle')) continue
    add('published', 'json-ld', textField(fields.datePublished ?? fields.uploadDate ?? fields.dateCreated))
    add('modified', 'json-ld', textField(fields.dateModified))
  }
  for (const name of PUBLISHED_METAS) add('published', `meta:${name}`, claims.metas.get(name)?.[0] ?? null)
  for (const name of MODIFIED_METAS) add('modified', `meta:${name}`, claims.metas.get(name)?.[0] ?? null)
  for (const element of claims.microdata) {
    if (/datePublished|dateCreated/u.test(element.attributes.itemprop!))
      add('published', 'microdata', timeText(element))
    else if (/dateModified/u.test(element.attributes.itemprop!)) add('modified', 'microdata', timeText(element))
  }
  const fromUrl = urlDate(sources.url ?? claims.canonical)
  if (fromUrl) found.push(fromUrl)
  const anchors = articleHeadings(claims, sources.url)
  addTimes(claims, anchors, add)
  addMarked(claims, anchors, add)
  addVisible(sources, add)
  if (!found.some(({ role }) => role === 'published')) addAnywhere(sources, add)
  return ranked(found, nowMs, language)
}

type Add = (role: DateClaim['role'], from: string, text: string | null) => void

function addTimes(claims: PageClaims, anchors: readonly PageElement[], add: Add): void {
  for (const element of byNearness(claims.times, anchors).slice(0, 8)) {
    const names = `${element.names.classes} ${element.attributes.itemprop ?? ''} ${element.parent?.names.classes ?? ''}`
    add(
      /updat|modif|aktuali/iu.test(names) && !/publish|entry-date/iu.test(names) ? 'modified' : 'published',
      'time',
      timeText(element),
    )
  }
}

function addMarked(claims: PageClaims, anchors: readonly PageElement[], add: Add): void {
  for (const element of byNearness(claims.marked.date, anchors).slice(0, 12)) {
    const text = textOf(element, 200)
    if (text.length > 0 && text.length <= 120)
      add(/updat|modif/iu.test(element.names.classes) ? 'modified' : 'published', 'class', wholeYear(text))
  }
}

/** `23.09.22`, alone or nearly so, with its century: too little to be looked for in running text. */
function wholeYear(text: string): string {
  return text.replace(/^(\D{0,20}(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.)(\d{2})(?![\d.])/u, '$120$2')
}

/** Short lines near the head of the article, then near its end. */
function addVisible({ page, kept }: DateSources, add: Add): void {
  const first = Math.max(0, kept.indexOf(true))
  const last = Math.max(0, kept.lastIndexOf(true))
  const near = [...range(first - 1, first - 15), ...range(first, first + 4), ...range(last + 1, last + 8)]
  for (const index of near) {
    const text = page.texts[index]?.text
    if (text && text.length <= 120)
      add(/updat|modif|aktualisiert|mis à jour|aktualizo/iu.test(text) ? 'modified' : 'published', 'text', text)
  }
}

/** Longest line read whole, and how much of a longer one: a report may open with its date. In UTF-16 units. */
const MAX_LINE = 240
const DATELINE = 40
/** Most lines looked at for a date when no likelier place names one. */
const MAX_LINES = 400

/** For a page that dates itself nowhere else: its short lines, nearest to the text's start first, up to a little behind its end. */
function addAnywhere({ page, kept }: DateSources, add: Add): void {
  const first = Math.max(0, kept.indexOf(true))
  const last = Math.max(0, kept.lastIndexOf(true))
  const lines = [
    ...range(first, Math.max(0, first - MAX_LINES / 2)),
    ...range(first, Math.min(last + 20, first + MAX_LINES / 2)),
  ]
  for (const index of lines) {
    const text = page.texts[index]?.text
    if (!text || /©|copyright|\(c\)/iu.test(text)) continue
    add('published', 'text', text.length <= MAX_LINE ? text : text.slice(0, DATELINE))
  }
}

function range(from: number, to: number): number[] {
  const step = to < from ? -1 : 1
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => from + index * step)
}

function timeText(element: PageElement): string | null {
  return element.attributes.datetime || element.attributes.content || textOf(element, 120) || null
}

function claim(role: DateClaim['role'], from: string, found: string, written: WrittenDate): DateClaim {
  return { role, found, from, iso: written.iso, atMs: written.atMs, precision: written.precision }
}

/** `/29-10-2021`, as some German sites end their addresses. */
const URL_DAY_FIRST = /[/_-](0[1-9]|[12]\d|3[01])-(0[1-9]|1[0-2])-(20\d{2})(?=[/_.+-]|$)/u

function urlDate(url: string | null): DateClaim | null {
  const dayFirst = url === null ? null : URL_DAY_FIRST.exec(url)
  const turned = dayFirst ? firstWrittenDate(`${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`) : null
  if (dayFirst && turned) return claim('published', 'url', dayFirst[0].slice(1), turned)
  const match =
    url === null
      ? null
      : /[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.+-]|$)/u.exec(url)
  if (!match) return null
  const written = firstWrittenDate(`${match[1]}-${match[2]}-${match[3]}`)
  return written ? claim('published', 'url', match[0].replace(/^[/_-]/u, ''), written) : null
}

/** Plausible claims first, in the order of trust; equal days of one role and place once. */
function ranked(found: readonly DateClaim[], nowMs: EpochMs, language: string | null): DateClaim[] {
  const seen = new Set<string>()
  const unique = found.filter((date) => {
    const key = `${date.role} ${date.from} ${date.iso}`
    return seen.has(key) ? false : seen.add(key)
  })
  const plausible = (date: DateClaim): boolean => date.atMs >= WEB_START_MS && date.atMs <= nowMs + 2 * DAY_MS
  const ordered = [...unique.filter(plausible), ...unique.filter((date) => !plausible(date))]
  return bestFirst(ordered, language).slice(0, MAX_CLAIMS)
}
