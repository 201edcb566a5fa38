import type { PageKind } from '../model/article.ts'
import type { Block } from '../model/block.ts'
import { articleBlocks } from './article-blocks.ts'
import { keptBlocks } from './body.ts'
import { bodyHints } from './body-hints.ts'
import { pageByline } from './byline.ts'
import type { PageReading } from './finish-article.ts'
import { withoutHeadFurniture } from './head-furniture.ts'
import { type Headline, pageHeadline } from './headline.ts'
import { type RepeatedBlocks, rememberedBlocks, withoutRepeated } from './host-memory.ts'
import { kindFacts } from './kind-facts.ts'
import { entriesOfJsonLd, isLiveBlog, withEntryTimes } from './live-blog.ts'
import { type PageBlocks, readBlocks, type TextBlock } from './page-blocks.ts'
import { meta, type PageClaims, readClaims } from './page-claims.ts'
import { pageConfidence } from './page-confidence.ts'
import { pageDates } from './page-dates.ts'
import { pageKind } from './page-kind.ts'
import type { PageLine } from './page-line.ts'
import { pageLinks } from './page-links.ts'
import { type PageParts, readPageParts } from './page-parts.ts'
import { pageSection, pageTags } from './page-tags.ts'
import { type PageElement, readPageTree } from './page-tree.ts'
import { safeMediaUrl } from './safe-url.ts'
import { withWholeTables } from './whole-tables.ts'

/** A page read but for the choice of its body. */
export type PreparedPage = {
  /** All of its elements, in document order. */
  elements: readonly PageElement[]
  claims: PageClaims
  page: PageBlocks
  parts: PageParts
  headline: Headline
}

/** Parses a page once and gathers its claims, blocks, own words about itself, and headline. */
export function prepareHtmlPage(html: string, url: string | null): PreparedPage {
  const { root, elements, hasTemplates } = readPageTree(html)
  const claims = readClaims(elements, url)
  const page = readableBlocks(root, hasTemplates)
  const parts = readPageParts(page.texts.map(blockLine), claims.baseUrl)
  return { elements, claims, page, parts, headline: pageHeadline(claims, parts, url) }
}

/** What is known of a page's host: hashes of blocks that its other pages had. */
export type KnownHost = { repeated: RepeatedBlocks }

/** A page read, and hashes of the blocks by which its host is to be remembered. */
export type HtmlReading = { reading: PageReading; blockHashes: Uint32Array }

/** Reads a page of HTML: one parse, the claims gathered once, the body chosen block by block, without what the host repeats. */
export function readHtmlPage(
  html: string,
  { url, nowMs, repeated }: { url: string | null; nowMs: number } & KnownHost,
): HtmlReading {
  const { elements, claims, page, parts, headline } = prepareHtmlPage(html, url)
  const body = keptBlocks(page, { parts, hints: bodyHints(claims, headline.title) })
  const facts = kindFacts({
    elements,
    claims,
    page,
    kept: body.kept,
    sureness: body.confidence,
    url,
    title: headline.title,
  })
  const kind = isLiveBlog(claims, facts, { url, title: headline.title }) ? 'live-blog' : pageKind(facts)
  const kept = isOneText(kind) ? withoutRepeated(page, body.kept, repeated) : body.kept
  const byline = pageByline(claims, parts, page, kept, headline.siteName)
  const reading = {
    url: url ?? claims.canonical,
    ...headline,
    byline,
    section: parts.section.length > 0 ? parts.section : pageSection(claims),
    dates: pageDates({ claims, parts, page, kept, url, nowMs }),
    language: claims.language,
    image: leadImage(claims),
    tags: parts.tags.length > 0 ? parts.tags : pageTags(claims),
    reactions: parts.reactions,
    lists: parts.lists,
    views: parts.views,
    links: pageLinks(elements, claims.canonical, claims.baseUrl, url),
    kind,
    confidence: pageConfidence(facts),
    blocks: blocksOf(kind, { claims, page }, kept, withoutHeadFurniture(page, kept, byline)),
  }
  return { reading, blockHashes: rememberedBlocks(page, body.kept) }
}

/** What a shop or a list says on each page is part of what it offers; an article's host may repeat itself around it. */
function isOneText(kind: PageKind): boolean {
  return kind === 'article' || kind === 'live-blog' || kind === 'other'
}

/** The text as its kind needs it; `text`: what is kept, without the head's furniture. */
function blocksOf(
  kind: PageKind,
  { claims, page }: Pick<PreparedPage, 'claims' | 'page'>,
  kept: readonly boolean[],
  text: readonly boolean[],
): Block[] {
  if (kind !== 'live-blog') return articleBlocks(page, withWholeTables(page, text), claims.baseUrl)
  const ownUnits = page.texts.reduce((sum, block, index) => sum + (kept[index] ? block.text.length : 0), 0)
  const timed = withEntryTimes(page, text)
  return entriesOfJsonLd(claims, ownUnits) ?? articleBlocks(timed.page, timed.kept, claims.baseUrl)
}

/** A page with fewer characters of text than this may keep its text from browsers with scripts; then what it shows without them is read too. */
const MIN_READABLE = 1_000

function readableBlocks(root: PageElement, hasTemplates: boolean): PageBlocks {
  const page = readBlocks(root)
  const lengthOf = ({ texts }: PageBlocks): number =>
    texts.reduce((sum, { text, linkLength }) => sum + text.length - linkLength, 0)
  if (lengthOf(page) >= MIN_READABLE && !hasTemplates) return page
  const whole = readBlocks(root, { scriptless: true })
  return lengthOf(whole) > lengthOf(page) * 1.5 ? whole : page
}

function blockLine(block: TextBlock): PageLine {
  const whole =
    block.runs.length === 1 || block.linkLength > block.text.length * 0.9
      ? (block.runs.find((run) => run.href !== null)?.href ?? null)
      : null
  return {
    text: block.text.includes('\n') ? block.text.replaceAll('\n', ' ') : block.text,
    item: inListItem(block),
    href: whole,
    linkShare: block.text.length === 0 ? 0 : block.linkLength / block.text.length,
    heading: HEADINGS.has(block.element.tag),
  }
}

const HEADINGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

function inListItem(block: TextBlock): boolean {
  return block.element.tag === 'li' || block.element.parent?.tag === 'li' || block.element.parent?.parent?.tag === 'li'
}

function leadImage(claims: PageClaims): string | null {
  const found = meta(
    claims,
    'og:image',
    'og:image:secure_url',
    'og:image:url',
    'twitter:image',
    'twitter:image:src',
    'thumbnail',
  )
  return found === null ? null : safeMediaUrl(found, claims.baseUrl)
}
