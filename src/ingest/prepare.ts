import { blocksText } from '../extract/blocks-text.ts'
import { extractOfHost, extractPlainText } from '../extract/extract-page.ts'
import { articleFromEntry } from '../extract/feed-content.ts'
import { joinedPages, saidHashes } from '../extract/joined-pages.ts'
import type { ExtractedArticle, ExtractFailure } from '../model/article.ts'
import type { Entry, OpmlFeed, ReadDocument, SourceFormat } from '../model/entry.ts'
import type { Result } from '../model/result.ts'
import type { Section, Tag } from '../model/tag.ts'
import type { EpochMs } from '../model/time.ts'
import { decodeBytes } from '../reader/decode.ts'
import { detectFormat } from '../reader/detect-format.ts'
import { discoverFeeds } from '../reader/discover-feeds.ts'
import { readMarkdown } from '../reader/markdown.ts'
import { readOpml } from '../reader/opml.ts'
import { readDocument } from '../reader/read-document.ts'
import { readSitemap } from '../reader/sitemap.ts'
import { packFacts } from '../store/article-facts.ts'
import { packPage } from '../store/articles.ts'
import { type SearchRow, searchRow } from '../store/search.ts'
import { articleFacts } from '../story/article-facts.ts'
import type { NamedThing } from '../story/attributed-quotes.ts'
import { createClusterer, encodeFeatures } from '../story/clusterer.ts'
import { decideSection } from '../tag/section.ts'
import { type FiledUnder, filedUnder } from '../tag/section-claims.ts'
import { readSection, type SectionReading } from '../tag/section-reading.ts'
import { tagArticle } from '../tag/tag-article.ts'
import { tagSlug } from '../tag/tag-key.ts'
import { hostLanguage } from '../text/host-language.ts'
import type { LanguageDetector } from '../text/language.ts'
import { sampledShingles } from '../text/shingles.ts'
import { words } from '../text/words.ts'

import { type ExportAnswer, type ExportTask, readExportTask } from './read-export.ts'

/** An article with everything that can be said of it without the store: what a worker gives back. */
export type PreparedArticle = {
  page: ExtractedArticle
  title: string
  language: string
  /** By words and the source's own names alone: the writer, who knows what the store has learnt, decides. */
  section: Section | 'not_news'
  sectionReading: SectionReading
  /** What the source files it under. */
  filed: readonly FiledUnder[]
  tags: readonly (Tag & { slug: string })[]
  shingles: Uint32Array
  /** The clusterer's features, encoded. */
  features: Uint8Array
  /** The page as it is stored, and its search row: made here, off the thread that writes. */
  packed: Uint8Array
  searchRow: SearchRow
  /** What its story's page needs of it, packed; null where it gives nothing. */
  facts: Uint8Array | null
  wordCount: number
  summary: string
  /** Hashes of the blocks by which the page's host is remembered; empty for what was no page of HTML. */
  blockHashes: Uint32Array
}

/** Work for a worker: foreign bytes, and what is known beside them. */
export type PrepareTask =
  | { kind: 'document'; bytes: Uint8Array; url: string | null; contentType: string | null; nowMs: EpochMs }
  | PageTask
  | {
      kind: 'entry'
      entry: Entry
      feedTitle: string | null
      feedUrl: string | null
      language: string | null
      nowMs: EpochMs
    }
  | { kind: 'extracted'; page: ExtractedArticle }
  | { kind: 'note'; markdown: string; base: string | null; page: ExtractedArticle }
  | { kind: 'pages'; pages: readonly [ExtractedArticle, ...ExtractedArticle[]] }
  | ExportTask

/** A page's bytes; `repeated`: hashes of blocks that its host's other pages had, `before`: the pages that it goes on from, `language`: what its feed says. */
export type PageTask = {
  kind: 'page'
  bytes: Uint8Array
  url: string | null
  contentType: string | null
  nowMs: EpochMs
  repeated?: Uint32Array
  before?: readonly ExtractedArticle[]
  language?: string | null
}

/** What some bytes turned out to be: a feed or list with entries, or a page with an article (and the feeds that it names). */
export type PreparedDocument = {
  format: SourceFormat
  document: ReadDocument
  feeds: readonly OpmlFeed[]
  discovered: readonly { url: string; title: string | null }[]
  /** Of a sitemap index: the sitemaps that it names. */
  sitemaps: readonly { url: string; updated: string | null }[]
}

export type PrepareFailure = ExtractFailure | 'crashed'
export type PrepareAnswer =
  | { kind: 'document'; value: PreparedDocument }
  | { kind: 'article'; result: Result<PreparedArticle, PrepareFailure> }
  | ExportAnswer

/** Characters of a list's summary line. */
const SUMMARY_UNITS = 240
/** Tags kept of one article: an "In:" line of eight, and the rest for search and pulse. */
const MAX_TAGS = 24

/** Steps 2 to 5 of an article's way as one pure function of bytes; made once a worker. */
export function createPreparer(detector: LanguageDetector): (task: PrepareTask) => PrepareAnswer {
  const clusterer = createClusterer()
  const prepare = (page: ExtractedArticle, hints: readonly (string | null)[]) =>
    prepareArticle(page, hints, detector, clusterer)
  return (task) => {
    switch (task.kind) {
      case 'document':
        return { kind: 'document', value: readAnything(task) }
      case 'page':
        return { kind: 'article', result: preparedPage(task, (page) => prepare(page, [task.language ?? null])) }
      case 'entry':
        return {
          kind: 'article',
          result: mapResult(articleFromEntry(task.entry, task), (page) =>
            prepare({ ...page, readFrom: 'feed' }, [task.entry.language, task.language]),
          ),
        }
      case 'extracted':
        return { kind: 'article', result: { ok: true, value: prepare(task.page, []) } }
      case 'note':
        return { kind: 'article', result: { ok: true, value: prepare(noteOf(task), []) } }
      case 'pages':
        return { kind: 'article', result: { ok: true, value: prepare(joinedPages(task.pages), []) } }
      case 'archive':
      case 'export':
        return readExportTask(task)
    }
  }
}

/** A note's page with its text read. */
function noteOf({ page, markdown, base }: Extract<PrepareTask, { kind: 'note' }>): ExtractedArticle {
  const blocks = readMarkdown(markdown, base)
  const image = blocks.find((block) => block.kind === 'image')?.url ?? null
  return { ...page, blocks, text: blocksText(blocks), image }
}

function readAnything(task: { bytes: Uint8Array; url: string | null; contentType: string | null }): PreparedDocument {
  const document = readDocument(task.bytes, task)
  const isOpml = document.format === 'opml'
  const isHtml = document.format === 'html'
  const isIndex = document.format === 'sitemap' && document.entries.length === 0
  const text = isOpml || isHtml || isIndex ? decodeBytes(task.bytes, task.contentType).text : ''
  return {
    format: document.format,
    document,
    feeds: isOpml ? readOpml(text).feeds : [],
    discovered: isHtml && task.url !== null ? discoverFeeds(text, task.url) : [],
    sitemaps: isIndex ? readSitemap(text, task.url).sitemaps : [],
  }
}

function preparedPage(
  task: PageTask,
  prepare: (page: ExtractedArticle) => PreparedArticle,
): Result<PreparedArticle, PrepareFailure> {
  const { result, blockHashes } = extractBytes(task)
  return mapResult(result, (page) => ({ ...prepare(page), blockHashes }))
}

function extractBytes(task: PageTask): { result: Result<ExtractedArticle, ExtractFailure>; blockHashes: Uint32Array } {
  const plain = (result: Result<ExtractedArticle, ExtractFailure>) => ({ result, blockHashes: NO_HASHES })
  if (task.bytes.length === 0) return plain({ ok: false, reason: 'empty', detail: 'nothing in it' })
  const format = detectFormat(task.bytes, task.contentType, task.url)
  if (format === 'unknown') return plain({ ok: false, reason: 'not-text', detail: 'neither a page nor a text' })
  const { text } = decodeBytes(task.bytes, task.contentType)
  if (format === 'text') return plain(extractPlainText(text, task))
  return extractOfHost(text, task, [...(task.repeated ?? []), ...(task.before ?? []).flatMap(saidHashes)])
}

const NO_HASHES = new Uint32Array(0)

function prepareArticle(
  page: ExtractedArticle,
  hints: readonly (string | null)[],
  detector: LanguageDetector,
  clusterer: ReturnType<typeof createClusterer>,
): PreparedArticle {
  const title = page.title ?? firstWords(page.text)
  const claims = [page.language, ...hints, hostLanguage(hostOf(page.url))]
  const { language } = detector.detect(`${title}\n${page.text}`, claims)
  const article = { title, text: page.text, language }
  const named = tagArticle({ ...article, hints: page.tags })
  const tags = named.slice(0, MAX_TAGS)
  const slugged = distinctSlugs(tags)
  const reading = readSection(article)
  const filed = filedUnder({
    crumbs: page.section,
    categories: page.readFrom === 'feed' ? page.tags : [], // a page's own tags are names and subjects
    url: page.url,
  })
  const { section } = decideSection(reading, filed, null)
  const publishedMs = page.dates.find((claim) => claim.role === 'published')?.atMs ?? null
  const features = clusterer.features({ ...article, tags, publishedMs, host: hostOf(page.url) })
  return {
    page,
    title,
    language,
    section,
    sectionReading: reading,
    filed,
    tags: slugged,
    shingles: sampledShingles(page.text),
    features: encodeFeatures(features),
    packed: packPage(page),
    searchRow: searchRow(
      title,
      page.text,
      tags.map((tag) => tag.name),
    ),
    facts: packFacts(articleFacts(page, thingsOf(named, slugged), language)),
    wordCount: words(page.text).length,
    summary: summaryOf(page.text),
    blockHashes: NO_HASHES,
  }
}

/** Everything that is named, with the slug of what is stored as a tag. */
function thingsOf(named: readonly Tag[], kept: readonly (Tag & { slug: string })[]): NamedThing[] {
  const slugs = new Map(kept.map((tag) => [tag.name, tag.slug]))
  return named.map(({ name, kind, spans }) => ({ name, kind, spans, slug: slugs.get(name) ?? null }))
}

/** The tags that an article is stored with: what `tagArticle` names, each slug once. */
export function distinctTags(
  article: { title: string; text: string; language: string },
  hints: readonly string[],
): (Tag & { slug: string })[] {
  return distinctSlugs(tagArticle({ ...article, hints }).slice(0, MAX_TAGS))
}

function distinctSlugs(tags: readonly Tag[]): (Tag & { slug: string })[] {
  const bySlug = new Map<string, Tag & { slug: string }>()
  for (const tag of tags) {
    const slug = tagSlug(tag.name)
    if (slug !== '' && !bySlug.has(slug)) bySlug.set(slug, { ...tag, slug })
  }
  return [...bySlug.values()]
}

function summaryOf(text: string): string {
  const first = text.split('\n\n', 1)[0] ?? ''
  if (first.length <= SUMMARY_UNITS) return first
  return `${first.slice(0, first.lastIndexOf(' ', SUMMARY_UNITS - 1)).slice(0, SUMMARY_UNITS)}…`
}

function firstWords(text: string): string {
  const line = text.split('\n', 1)[0] ?? ''
  return line.length <= 90 ? line : `${line.slice(0, 90).replace(/\s+\S*$/u, '')}…`
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : null
}

function mapResult<From, To, Reason extends string>(
  result: Result<From, Reason>,
  change: (value: From) => To,
): Result<To, Reason> {
  return result.ok ? { ok: true, value: change(result.value) } : result
}
