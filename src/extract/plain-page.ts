import type { DateClaim } from '../model/article.ts'
import type { Block, Inline } from '../model/block.ts'
import type { PageReading } from './finish-article.ts'
import { type PageLine, textLines } from './page-line.ts'
import { type PageParts, readPageParts } from './page-parts.ts'

/** A first line this long is prose and no headline; in UTF-16 units. */
const MAX_TITLE = 200

/** Reads a page that came as plain text: lines for blocks, the page's own words for what is not text. */
export function readPlainPage(text: string, url: string | null): PageReading {
  const lines = textLines(text)
  const parts = readPageParts(lines)
  const titleAt = parts.title === null ? plainTitleAt(lines, parts) : null
  const title = parts.title ?? (titleAt === null ? null : lines[titleAt]!.text)
  const body = lines.filter((line, index) => !parts.roles.has(index) && index !== titleAt && line.text !== title)
  return {
    url,
    kind: 'article',
    title,
    channel: parts.channel,
    siteName: parts.siteName,
    byline: parts.byline,
    section: parts.section,
    dates: lineDates(parts),
    language: null,
    blocks: lineBlocks(body),
    image: null,
    tags: parts.tags,
    reactions: parts.reactions,
    lists: parts.lists,
    views: parts.views,
    confidence: confidence(body, parts),
  }
}

/** The date that a line of the page names, as a claim. */
export function lineDates(parts: PageParts): DateClaim[] {
  if (!parts.date) return []
  const { found, written } = parts.date
  return [
    { role: 'published', found, from: 'line', iso: written.iso, atMs: written.atMs, precision: written.precision },
  ]
}

function plainTitleAt(lines: readonly PageLine[], parts: PageParts): number | null {
  const first = lines.findIndex((_, index) => !parts.roles.has(index))
  const line = lines[first]
  if (!line || line.text.length > MAX_TITLE || line.item || lines.length < 2) return null
  return /[.。:,;]$/u.test(line.text) ? null : first
}

function lineBlocks(lines: readonly PageLine[]): Block[] {
  const blocks: Block[] = []
  let items: (readonly Inline[])[] = []
  const closeList = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', ordered: false, items })
    items = []
  }
  for (const line of lines) {
    if (line.item) items.push([{ text: line.text }])
    else {
      closeList()
      blocks.push({ kind: 'paragraph', inlines: [{ text: line.text }] })
    }
  }
  closeList()
  return blocks
}

/** Lines that tell what they are make a page sure; short loose lines make it unsure. */
function confidence(body: readonly PageLine[], parts: PageParts): number {
  const letters = body.reduce((sum, line) => sum + line.text.length, 0)
  if (letters === 0) return 0
  const prose = body.filter((line) => line.text.length > 80).reduce((sum, line) => sum + line.text.length, 0)
  const marked = parts.title !== null || parts.date !== null ? 0.1 : 0
  return Math.min(0.98, 0.4 + 0.5 * (prose / letters) + marked - (letters < 300 ? 0.3 : 0))
}
