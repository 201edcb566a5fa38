import { type BlockFacts, blockFacts } from './block-facts.ts'
import { ElementBook, type ElementFacts, REGION } from './element-facts.ts'
import { listHeading } from './list-headings.ts'
import type { PageBlocks, TextBlock } from './page-blocks.ts'

/** Everything about one block that the classifier reads. */
export type ReadBlock = { block: TextBlock; facts: BlockFacts; element: ElementFacts }

/** Reads all blocks of a page and what is around them. */
export function readFacts(page: PageBlocks): ReadBlock[] {
  const book = new ElementBook()
  const read = page.texts.map((block) => ({ block, facts: blockFacts(block), element: book.of(block.element) }))
  for (const { block, facts } of read) book.count(block, facts.words)
  return read
}

/** Number of own features of a block, before the windows of the first stage's score are added. */
export const OWN_FEATURES = 72
/** Number of features made of the first stage's scores. */
export const WINDOW_FEATURES = 20
/** Features of one block together. */
export const FEATURES = OWN_FEATURES + WINDOW_FEATURES

const REGION_BITS = Object.values(REGION)
const HEADING = /^h([1-6])$/u
/** Longest line looked at for words of small print, in UTF-16 units. */
const MAX_LEGAL = 500
const LEGAL =
  /©|\(c\) ?\d{4}|all rights reserved|alle rechte|tous droits|cookies?\b|privacy|newsletter|subscribe|sign up|abonnier|abonne|suscr|iscriv/iu
const DATED = /\d{4}|\b\d{1,2}[:.]\d{2}\b/u

/** Fills the own features of every block (of those wanted, where that is given): what it says, how it is set, where it stands, what its neighbours of one kind are. */
export function ownFeatures(
  read: readonly ReadBlock[],
  title: string | null,
  wanted: Uint8Array | null = null,
): Float32Array {
  const rows = new Float32Array(read.length * FEATURES)
  const around = pageFacts(read, title)
  for (let index = 0; index < read.length; index++)
    if (wanted === null || wanted[index] === 1)
      fillRow(rows.subarray(index * FEATURES, index * FEATURES + OWN_FEATURES), read, index, around)
  return rows
}

type PageFacts = {
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
}

function pageFacts(read: readonly ReadBlock[], title: string | null): PageFacts {
  const before = new Float64Array(read.length + 1)
  const listHeadings = new Int32Array(read.length)
  const lastHeading = new Int32Array(read.length)
  const seen = new Map<string, number>()
  let firstProse = -1
  let lastProse = -1
  let titleAt = -1
  let lists = 0
  let heading = -1
  let maxProse = 1
  const squeezedTitle = squeezed(title ?? '')
  for (const [index, { block, facts, element }] of read.entries()) {
    before[index + 1] = before[index]! + facts.words
    if (isProse(block, facts)) {
      if (firstProse < 0) firstProse = index
      lastProse = index
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
function saysTitle(text: string, title: string): boolean {
  return (
    title !== '' && text.length >= title.length && text.length <= title.length * 1.6 + 12 && squeezed(text) === title
  )
}

function squeezed(text: string): string {
  return text.length > 400 ? '' : text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function fillRow(row: Float32Array, read: readonly ReadBlock[], index: number, page: PageFacts): void {
  const { block, facts, element } = read[index]!
  const { words } = facts
  const length = Math.max(1, block.text.length)
  let column = 0
  const put = (value: number): void => {
    row[column++] = value
  }
  put(Math.log1p(words))
  put(block.linkLength / length)
  put(block.links / words)
  put(length / words)
  put(facts.endsSentence ? 1 : 0)
  put(facts.endsColon ? 1 : 0)
  put(facts.commas / words)
  put(facts.stops / words)
  put(facts.digits / length)
  put(facts.capitals / words)
  put(facts.shortWords / words)
  put(emphasised(block, 'strong'))
  put(emphasised(block, 'em'))
  put(block.hidden ? 1 : 0)
  put(block.text.includes('\n') ? 1 : 0)
  put(DATED.test(block.text) ? 1 : 0)
  put(block.text.length <= MAX_LEGAL && LEGAL.test(block.text) ? 1 : 0)
  const { tag } = block.element
  const heading = HEADING.exec(tag)
  put(tag === 'p' ? 1 : 0)
  put(heading ? Number(heading[1]) : 0)
  put(tag === 'li' ? 1 : 0)
  put(tag === 'div' || tag === 'section' ? 1 : 0)
  put(tag === 'td' || tag === 'th' ? 1 : 0)
  put(block.element.depth)
  for (const bit of REGION_BITS) put(element.regions & bit ? 1 : 0)
  // Place in the page, by blocks and by words.
  put(index / read.length)
  put(page.before[index]! / page.words)
  put(index - page.firstProse)
  put(page.lastProse - index)
  put(page.titleAt < 0 ? -99 : index - page.titleAt)
  put(page.titleAt < 0 ? -1 : Math.log1p(Math.max(0, page.before[index]! - page.before[page.titleAt]!)))
  put(page.listHeadings[index]!)
  put(index - page.lastHeading[index]!)
  put(page.seen.get(block.text)!)
  put(saysTitle(block.text, page.title) ? 1 : 0)
  put(Math.log1p(page.words))
  put(Math.log1p(read.length))
  // The elements around it: how much they hold, how much of it is links.
  const parent = element.parent ?? element
  const grand = parent.parent ?? parent
  const great = grand.parent ?? grand
  for (const outer of [parent, grand, great]) {
    put(outer.words / page.words)
    put(outer.linkWords / Math.max(1, outer.words))
    put(outer.prose / page.maxProse)
    put(Math.log1p(outer.words / Math.max(1, outer.blocks)))
  }
  // Structural repetition: units of one shape beside each other.
  put(Math.min(50, element.alike))
  put(Math.min(50, element.place))
  const unit = repeatedUnit(element)
  put(unit ? Math.min(50, unit.alike) : 0)
  put(unit ? Math.min(50, unit.place) : 0)
  put(unit ? Math.log1p(unit.words) : 0)
  put(unit ? unit.headings : 0)
  put(unit ? unit.words / page.words : 0)
  put(neighbourWords(read, index, -1))
}

function emphasised(block: TextBlock, kind: 'strong' | 'em'): number {
  let length = 0
  for (const run of block.runs) if (run[kind]) length += run.text.length
  return length / Math.max(1, block.text.length)
}

/** The nearest element around a block's own that stands among siblings set alike and holds more than one block. */
function repeatedUnit(element: ElementFacts): ElementFacts | null {
  for (let at: ElementFacts | null = element, steps = 0; at && steps < 8; at = at.parent, steps++)
    if (at.alike >= 2 && at.blocks > 1) return at
  return null
}

function neighbourWords(read: readonly ReadBlock[], index: number, step: number): number {
  return Math.log1p(read[index + step]?.facts.words ?? 0)
}

/** Fills, for every block or those wanted, the windows of the first stage's scores (log-odds): own, neighbours, and the mean over other blocks of the same parent, grandparent and signature. */
export function windowFeatures(
  rows: Float32Array,
  read: readonly ReadBlock[],
  scores: Float32Array,
  wanted: Uint8Array | null = null,
): void {
  const chance = scores.map((score) => 1 / (1 + Math.exp(-score)))
  const weight = Float32Array.from(read, ({ facts }) => Math.min(60, facts.words))
  const groups = [
    (at: ReadBlock) => at.element.parent,
    (at: ReadBlock) => at.element.parent?.parent ?? null,
    (at: ReadBlock) => at.element.parent?.parent?.parent ?? null,
  ].map((of) => groupMeans(read, chance, weight, of))
  const places = signaturePlaces(read)
  const alike = groupMeans(
    read,
    chance,
    weight,
    ({ element }) =>
      places.get(element.signature)! + read.length * 2 * (places.get(element.parent?.signature ?? '') ?? -1),
  )
  const tags = groupMeans(read, chance, weight, (at) => at.element.signature)
  const ahead = runningMeans(chance, weight, 1)
  const behind = runningMeans(chance, weight, -1)
  const cumulative = new Float64Array(read.length + 1)
  for (let index = 0; index < read.length; index++)
    cumulative[index + 1] = cumulative[index]! + chance[index]! * weight[index]!
  for (let index = 0; index < read.length; index++) {
    if (wanted !== null && wanted[index] === 0) continue
    const row = rows.subarray(index * FEATURES + OWN_FEATURES, (index + 1) * FEATURES)
    let column = 0
    row[column++] = scores[index]!
    for (const step of [-1, -2, -3, 1, 2, 3]) row[column++] = scores[index + step] ?? -6
    row[column++] = Math.max(scores[index - 1] ?? -6, scores[index - 2] ?? -6, scores[index - 3] ?? -6)
    row[column++] = Math.max(scores[index + 1] ?? -6, scores[index + 2] ?? -6, scores[index + 3] ?? -6)
    row[column++] = behind[index]!
    row[column++] = ahead[index]!
    for (const group of groups) row[column++] = group[index]!
    row[column++] = alike[index]!
    row[column++] = tags[index]!
    row[column++] = cumulative[index]! / Math.max(1e-6, cumulative[read.length]!)
    row[column++] = Math.log1p(cumulative[read.length]!)
    row[column++] = Math.log1p(read[index + 1]?.facts.words ?? 0)
    row[column++] = Math.log1p(read[index + 2]?.facts.words ?? 0)
  }
}

/** A number for each signature of the blocks and of what is around them; less than twice the blocks. */
function signaturePlaces(read: readonly ReadBlock[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const note = (signature: string): void => {
    if (!places.has(signature)) places.set(signature, places.size)
  }
  for (const { element } of read) {
    note(element.signature)
    if (element.parent) note(element.parent.signature)
  }
  return places
}

/** For each block, the mean chance of the others in its group; -1 where it is alone. */
function groupMeans(
  read: readonly ReadBlock[],
  chance: Float32Array,
  weight: Float32Array,
  keyOf: (at: ReadBlock) => unknown,
): Float32Array {
  const sums = new Map<unknown, { sum: number; weight: number }>()
  const keys = read.map(keyOf)
  for (let index = 0; index < read.length; index++) {
    const group = sums.get(keys[index]) ?? { sum: 0, weight: 0 }
    group.sum += chance[index]! * weight[index]!
    group.weight += weight[index]!
    sums.set(keys[index], group)
  }
  return Float32Array.from(keys, (key, index) => {
    const group = sums.get(key)!
    const others = group.weight - weight[index]!
    return others < 0.5 ? -1 : (group.sum - chance[index]! * weight[index]!) / others
  })
}

/** Mean chance over what lies behind (step -1) or ahead (step 1), fading by half every few blocks. */
function runningMeans(chance: Float32Array, weight: Float32Array, step: 1 | -1): Float32Array {
  const means = new Float32Array(chance.length)
  let sum = 0
  let total = 1e-3
  for (let count = 0, index = step === 1 ? chance.length - 1 : 0; count < chance.length; count++, index -= step) {
    means[index] = sum / total
    sum = sum * 0.85 + chance[index]! * weight[index]!
    total = total * 0.85 + weight[index]!
  }
  return means
}
