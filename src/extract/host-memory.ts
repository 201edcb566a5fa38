import { hash32 } from '../text/hash.ts'
import { creditedAgencies } from './agencies.ts'
import type { PageBlocks, TextBlock } from './page-blocks.ts'

/**
 * Blocks that a host repeats are furniture: a slogan, a newsletter line, "About us". A page gives the hashes of a few of its blocks
 * (`rememberedBlocks`); whoever reads many pages of a host counts them, and gives those that other pages had (`withoutRepeated`).
 */
export type RepeatedBlocks = ReadonlySet<number>

/** A block is remembered with at least so many letters (shorter ones are names, labels, headings) and at most so many UTF-16 units. */
const MIN_LETTERS = 25
const MAX_UNITS = 500
/** Blocks remembered at the text's head and at its end, and how far outside of the kept ones they may lie: furniture stands at the edges. */
const AT_HEAD = 2
const AT_END = 4
const OUTSIDE = 2
/** Kept blocks from either end within which something may be left out: what a host repeats between is the frame of its articles. */
const HEAD = 4
const END = 8
/** Share of the text's units that may be left out: more is the same article at another address. */
const MAX_LEFT_OUT = 0.4

const SEED = 91

/** Hash of a block's letters and digits, whatever their case and spacing. */
export function blockHash(text: string): number {
  return hash32(squeezed(text), SEED)
}

/** Hashes of the short blocks at either end of the text, at most 6 and each once: what a host is remembered by. */
export function rememberedBlocks(page: PageBlocks, kept: readonly boolean[]): Uint32Array {
  const first = kept.indexOf(true)
  const last = kept.lastIndexOf(true)
  if (first < 0) return new Uint32Array(0)
  const from = Math.max(0, first - OUTSIDE)
  const to = Math.min(kept.length - 1, last + OUTSIDE)
  const chosen: number[] = []
  let next = from
  for (; next <= to && chosen.length < AT_HEAD; next++) if (isRememberable(page.texts[next]!)) chosen.push(next)
  for (let index = to; index >= next && chosen.length < AT_HEAD + AT_END; index--)
    if (isRememberable(page.texts[index]!)) chosen.push(index)
  return Uint32Array.from(new Set(chosen.sort((a, b) => a - b).map((index) => blockHash(page.texts[index]!.text))))
}

/**
 * What is kept but for blocks at its edges that other pages of the host had. Headings, quotations, code, cells and whatever credits an agency stay,
 * and so does everything where too much would go.
 */
export function withoutRepeated(page: PageBlocks, kept: readonly boolean[], repeated: RepeatedBlocks): boolean[] {
  if (repeated.size === 0) return [...kept]
  const own = [...kept.keys()].filter((index) => kept[index])
  const edge = own.length <= HEAD + END ? own : [...own.slice(0, HEAD), ...own.slice(-END)]
  const gone = edge.filter((index) => {
    const block = page.texts[index]!
    return isRememberable(block) && repeated.has(blockHash(block.text)) && !isOwn(block)
  })
  const unitsOf = (some: readonly number[]): number =>
    some.reduce((sum, index) => sum + page.texts[index]!.text.length, 0)
  if (unitsOf(gone) > unitsOf(own) * MAX_LEFT_OUT) return [...kept]
  const left = new Set(gone)
  return kept.map((isKept, index) => isKept && !left.has(index))
}

function isRememberable({ text, element }: TextBlock): boolean {
  if (text.length > MAX_UNITS || /^(?:h[1-6]|t[dh]|pre|code|blockquote|dt|dd)$/u.test(element.tag)) return false
  return text.length >= MIN_LETTERS && squeezed(text).length >= MIN_LETTERS
}

/** What the article holds however often its host repeats it: a quotation, and who is credited. */
function isOwn({ element, text }: TextBlock): boolean {
  return element.parent?.tag === 'blockquote' || creditedAgencies(text).length > 0
}

function squeezed(text: string): string {
  return text
    .slice(0, MAX_UNITS)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
