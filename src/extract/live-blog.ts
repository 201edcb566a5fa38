import type { Block } from '../model/block.ts'
import { textField } from './json-ld.ts'
import { type PageBlocks, readBlocks, type TextBlock } from './page-blocks.ts'
import type { PageClaims } from './page-claims.ts'
import { readTree } from './page-tree.ts'

/** Fewest timed entries of a page that says it is live without JSON-LD, as the logarithm that `repeatedParts` gives, and their least share of the text. */
const LEAST_ENTRIES = Math.log1p(5)
const LEAST_SHARE = 0.4
/** Most entries read of JSON-LD, and UTF-16 units of one: a day of elections has some 400. */
const MAX_UPDATES = 1_000
const MAX_UPDATE_UNITS = 20_000
/** Most paragraphs of one entry. */
const MAX_PARAGRAPHS = 100
/** The page's own text is taken unless JSON-LD has so many times more of it: then scripts were to fetch it. */
const FAR_MORE = 1.5
/** Longest line that is a time and nothing else, in UTF-16 units. */
const MAX_STAMP = 40

const SAYS_LIVE =
  /\blive[ -]?(?:blog|ticker|updates?|coverage|stream of events)\b|^live\b|\bas it happened\b|\ben direct\b|\bminuto a minuto\b|\ben vivo\b|\bao vivo\b|\bnewsblog\b/iu
const ADDRESS_LIVE = /[/-]live(?:blog|ticker)?(?:[/-]|$)|live-?updates|liveticker|minuto-a-minuto|newsblog/iu

/** A time of day or a date with one, and nothing else. */
const STAMP =
  /^(?:(?:updated|posted|published|um|at)\s+)?(?:\p{L}{3,9}\.?\s+\d{1,2},?\s+)?(?:\d{1,2}[. /-]\S{1,10}[. /-]\d{2,4},?\s+)?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*(?:[ap]\.?m\.?|uhr|h))?(?:\s*(?:\(?[A-Z]{2,5}\)?|ago))?(?:\s+\p{L}{3,9}\.?\s+\d{1,2},?(?:\s+\d{4})?)?$/iu

/** Whether a page is a live blog: it says so in JSON-LD, or in its address or headline above many entries with a time each. */
export function isLiveBlog(
  claims: PageClaims,
  facts: Readonly<Record<string, number>>,
  { url, title }: { url: string | null; title: string | null },
): boolean {
  if (claims.things.some(({ types }) => types.includes('LiveBlogPosting'))) return true
  const isTimed = (facts.posts ?? 0) >= LEAST_ENTRIES && (facts.postsOwn ?? 0) >= LEAST_SHARE
  return isTimed && (SAYS_LIVE.test(title ?? '') || ADDRESS_LIVE.test((url ?? '').slice(0, 400)))
}

/** The page with the time above each entry kept, as a heading of it; what was chosen stays chosen. */
export function withEntryTimes(page: PageBlocks, kept: readonly boolean[]): { page: PageBlocks; kept: boolean[] } {
  const first = kept.indexOf(true)
  const last = kept.lastIndexOf(true)
  const withTimes = [...kept]
  const texts = page.texts.map((block, index): TextBlock => {
    if (index > last || index < first - 1 || !isStamp(block)) return block
    withTimes[index] = true
    return { ...block, element: { ...block.element, tag: 'h3' } }
  })
  return { page: { ...page, texts }, kept: withTimes }
}

function isStamp({ text }: TextBlock): boolean {
  return text.length <= MAX_STAMP && STAMP.test(text.trim())
}

/**
 * The entries that JSON-LD holds, each below its time (and headline), in the page's order; null where the page's own text
 * (so many UTF-16 units) is about as long.
 */
export function entriesOfJsonLd(claims: PageClaims, ownUnits: number): Block[] | null {
  const blocks: Block[] = []
  let units = 0
  for (const { types, fields } of claims.things) {
    if (!types.includes('LiveBlogPosting') || !Array.isArray(fields.liveBlogUpdate)) continue
    for (const update of fields.liveBlogUpdate.slice(0, MAX_UPDATES)) {
      const entry = entryBlocks(update)
      units += entry.units
      blocks.push(...entry.blocks)
    }
  }
  return units > ownUnits * FAR_MORE ? blocks : null
}

function bareTexts(line: string): string[] {
  if (line.trim() === '') return []
  return /[<&]/u.test(line) ? readBlocks(readTree(line)).texts.map(({ text }) => text) : [line.trim()]
}

function entryBlocks(update: unknown): { blocks: Block[]; units: number } {
  if (typeof update !== 'object' || update === null) return { blocks: [], units: 0 }
  const fields = update as Record<string, unknown>
  const paragraphs = (textField(fields.articleBody) ?? '')
    .slice(0, MAX_UPDATE_UNITS)
    .split('\n', MAX_PARAGRAPHS)
    .flatMap(bareTexts)
  if (paragraphs.length === 0) return { blocks: [], units: 0 }
  const time = textField(fields.datePublished)?.replace(/^\d{4}-\d\d-\d\dT(\d\d:\d\d).*$/u, '$1') ?? ''
  const heading = [time, textField(fields.headline)?.slice(0, 300) ?? ''].filter(Boolean).join(' ')
  const units = paragraphs.reduce((sum, text) => sum + text.length, 0)
  return {
    units,
    blocks: [
      ...(heading === '' ? [] : [{ kind: 'heading', level: 3, inlines: [{ text: heading }] } as const]),
      ...paragraphs.map((text) => ({ kind: 'paragraph', inlines: [{ text }] }) as const),
    ],
  }
}
