import { articleBlocks } from './article-blocks.ts'
import { keptBlocks } from './body.ts'
import { pageByline } from './byline.ts'
import type { PageReading } from './finish-article.ts'
import { withoutHeadFurniture } from './head-furniture.ts'
import { type Headline, pageHeadline } from './headline.ts'
import { type PageBlocks, readBlocks, type TextBlock } from './page-blocks.ts'
import { meta, type PageClaims, readClaims } from './page-claims.ts'
import { pageDates } from './page-dates.ts'
import { pageKind } from './page-kind.ts'
import type { PageLine } from './page-line.ts'
import { type PageParts, readPageParts } from './page-parts.ts'
import { pageSection, pageTags } from './page-tags.ts'
import { type PageElement, readTree } from './page-tree.ts'
import { safeMediaUrl, safeUrl } from './safe-url.ts'
import { withWholeTables } from './whole-tables.ts'

/** A page read but for the choice of its body. */
export type PreparedPage = { claims: PageClaims; page: PageBlocks; parts: PageParts; headline: Headline }

/** Parses a page once and gathers its claims, blocks, own words about itself, and headline. */
export function prepareHtmlPage(html: string, url: string | null): PreparedPage {
  const root = readTree(html)
  const claims = readClaims(root, url)
  const page = readableBlocks(root, TEMPLATE.test(html))
  const parts = readPageParts(page.texts.map((block) => blockLine(block, claims.baseUrl)))
  return { claims, page, parts, headline: pageHeadline(claims, parts, url) }
}

/** Reads a page of HTML: one parse, the claims gathered once, the body chosen block by block. */
export function readHtmlPage(html: string, url: string | null, nowMs: number): PageReading {
  const { claims, page, parts, headline } = prepareHtmlPage(html, url)
  const body = keptBlocks(page, { parts, title: headline.title })
  const byline = pageByline(claims, parts, page, body.kept, headline.siteName)
  return {
    url: url ?? claims.canonical,
    kind: pageKind(claims, page, body.kept, body.confidence),
    ...headline,
    byline,
    section: parts.section.length > 0 ? parts.section : pageSection(claims),
    dates: pageDates({ claims, parts, page, kept: body.kept, url, nowMs }),
    language: claims.language,
    blocks: articleBlocks(page, withWholeTables(page, withoutHeadFurniture(page, body.kept, byline)), claims.baseUrl),
    image: leadImage(claims),
    tags: parts.tags.length > 0 ? parts.tags : pageTags(claims),
    reactions: parts.reactions,
    lists: parts.lists,
    views: parts.views,
    confidence: body.confidence,
  }
}

/** A page with fewer characters of text than this may keep its text from browsers with scripts; then what it shows without them is read too. */
const MIN_READABLE = 1_000

const TEMPLATE = /<script[^>]{0,200}text\/(?:x-)?(?:template|html)/iu

function readableBlocks(root: PageElement, hasTemplates: boolean): PageBlocks {
  const page = readBlocks(root)
  const lengthOf = ({ texts }: PageBlocks): number =>
    texts.reduce((sum, { text, linkLength }) => sum + text.length - linkLength, 0)
  if (lengthOf(page) >= MIN_READABLE && !hasTemplates) return page
  const whole = readBlocks(root, { scriptless: true })
  return lengthOf(whole) > lengthOf(page) * 1.5 ? whole : page
}

function blockLine(block: TextBlock, baseUrl: string | null): PageLine {
  const whole =
    block.runs.length === 1 || block.linkLength > block.text.length * 0.9
      ? (block.runs.find((run) => run.href !== null)?.href ?? null)
      : null
  return {
    text: block.text.replaceAll('\n', ' '),
    item: inListItem(block),
    url: whole === null ? null : safeUrl(whole, baseUrl),
    linkShare: block.text.length === 0 ? 0 : block.linkLength / block.text.length,
    heading: /^h[1-6]$/u.test(block.element.tag),
  }
}

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
