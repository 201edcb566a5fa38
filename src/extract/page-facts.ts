import type { BlockFacts } from './block-facts.ts'
import type { ReadBlock } from './block-features.ts'
import { type BodyHints, type HintShares, hintShares } from './body-hints.ts'
import type { ElementFacts } from './element-facts.ts'
import { listHeading } from './list-headings.ts'
import type { TextBlock } from './page-blocks.ts'

/** Tags of headings, their level caught. */
export const HEADING = /^h([1-6])$/u
/** A year or a time of day. */
export const DATED = /\d{4}|\b\d{1,2}[:.]\d{2}\b/u

/** What a page's blocks are measured against, gathered in one pass. */
export type PageFacts = {
  words: number
  before: Float64Array
  firstProse: number
  lastProse: number
  titleAt: number
  seen: Map<string, number>
  listHeadings: Int32Array
  lastHeading: Int32Array
  maxProse: number
  title: string
  hints: HintShares
  /** How many longer blocks begin with the same words, by hash. */
  starts: Map<number, number>
  /** Dated lines inside an element. */
  dated: Map<ElementFacts, number>
  proseBlocks: number
  nextHeading: Int32Array
}

/** Gathers the facts of a page; hints are looked up for the blocks wanted. */
export function pageFacts(read: readonly ReadBlock[], hints: BodyHints, wanted: Uint8Array | null): PageFacts {
  const { title } = hints
  const before = new Float64Array(read.length + 1)
  const listHeadings = new Int32Array(read.length)
  const lastHeading = new Int32Array(read.length)
  const seen = new Map<string, number>()
  let proseBlocks = 0
  let firstProse = -1
  let lastProse = -1
  let titleAt = -1
  let lists = 0
  let heading = -1
  let maxProse = 1
  const squeezedTitle = squeezed(title ?? '')
  for (let index = 0; index < read.length; index++) {
    const { block, facts, element } = read[index]!
    before[index + 1] = before[index]! + facts.words
    if (isProse(block, facts)) {
      if (firstProse < 0) firstProse = index
      lastProse = index
      proseBlocks++
      maxProse = Math.max(maxProse, element.parent?.prose ?? 0)
    }
    if (block.element.tag === 'h1' || (titleAt < 0 && saysTitle(block.text, squeezedTitle)))
      titleAt = titleAt < 0 || block.element.tag === 'h1' ? index : titleAt
    if (listHeading(block.text)) lists++
    if (HEADING.test(block.element.tag)) heading = index
    listHeadings[index] = lists
    lastHeading[index] = heading
    seen.set(block.text, (seen.get(block.text) ?? 0) + 1)
  }
  return {
    hints: hintShares(
      read.map(({ block }) => block.text),
      hints,
      wanted,
    ),
    ...repetition(read),
    proseBlocks,
    nextHeading: nextHeadings(read),
    words: before[read.length]! || 1,
    before,
    firstProse,
    lastProse,
    titleAt,
    seen,
    listHeadings,
    lastHeading,
    maxProse,
    title: squeezedTitle,
  }
}

function isProse(block: TextBlock, facts: BlockFacts): boolean {
  return facts.words >= 15 && block.linkLength < block.text.length / 3
}

/** Whether a line is the headline, whatever its case and punctuation; `title` is squeezed. */
export function saysTitle(text: string, title: string): boolean {
  if (title === '' || text.length < title.length || text.length > title.length * 1.6 + 12) return false
  // Nearly every line of the same length begins otherwise, and squeezing is dear.
  const first = LETTER.exec(text)?.[0].toLowerCase()
  return first !== undefined && title.startsWith(first) && squeezed(text) === title
}

const LETTER = /[\p{L}\p{N}]/u

function squeezed(text: string): string {
  return text.length > 400 ? '' : text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A line with fewer words than this that bears a date is a stamp: of a comment, a teaser, an entry. */
const STAMP_WORDS = 25
/** Elements around a stamp that are told of it. */
const STAMP_STEPS = 8
/** Fewest words of a block whose beginning is compared with others'. */
export const START_WORDS = 5

function repetition(read: readonly ReadBlock[]): Pick<PageFacts, 'starts' | 'dated'> {
  const starts = new Map<number, number>()
  const dated = new Map<ElementFacts, number>()
  for (const { block, facts, element } of read) {
    if (facts.words >= START_WORDS) {
      const start = startHash(facts)
      starts.set(start, (starts.get(start) ?? 0) + 1)
    }
    if (facts.words >= STAMP_WORDS || !DATED.test(block.text)) continue
    for (let at: ElementFacts | null = element, steps = 0; at && steps < STAMP_STEPS; at = at.parent, steps++)
      dated.set(at, (dated.get(at) ?? 0) + 1)
  }
  return { starts, dated }
}

/** Hash of a block's first six words. */
export function startHash({ firstWords }: BlockFacts): number {
  let hash = 0
  for (let at = 0; at < Math.min(6, firstWords.length); at++) hash = Math.imul(hash, 31) + firstWords[at]!
  return hash | 0
}

/** For each block, where the next heading stands; the page's end where none does. */
function nextHeadings(read: readonly ReadBlock[]): Int32Array {
  const places = new Int32Array(read.length)
  for (let index = read.length - 1, next = read.length; index >= 0; index--) {
    places[index] = next
    if (HEADING.test(read[index]!.block.element.tag)) next = index
  }
  return places
}
