import type { ReadBlock } from './block-features.ts'
import type { ElementFacts } from './element-facts.ts'

/** Number of features made of one stage's scores. */
export const WINDOW_FEATURES = 32

/** Chance from which a paragraph counts as surely kept, and fewest words of one. */
const SURE = 0.7
const SURE_WORDS = 12
/** What stands for a score beyond the page's ends: log-odds. */
const NOTHING = -6

/** Fills, for every block or those wanted, the windows of one stage's scores (log-odds): own, neighbours, the mean over other blocks of the same element, set alike or under the same heading, and the way to the nearest sure text. Row `index` starts at `index * width + from`. */
export function windowFeatures(
  rows: Float32Array,
  { width, from }: { width: number; from: number },
  read: readonly ReadBlock[],
  scores: Float32Array,
  wanted: Uint8Array | null = null,
): void {
  const page = windowsOf(read, scores)
  for (let index = 0; index < read.length; index++) {
    if (wanted !== null && wanted[index] === 0) continue
    fillWindows(rows.subarray(index * width + from, index * width + from + WINDOW_FEATURES), index, read, scores, page)
  }
}

type Windows = {
  groups: readonly Float32Array[]
  running: readonly Float32Array[]
  cumulative: Float64Array
  wordsBefore: Float64Array
  firstSure: number
  lastSure: number
}

function windowsOf(read: readonly ReadBlock[], scores: Float32Array): Windows {
  const chance = new Float32Array(read.length)
  const weight = new Float32Array(read.length)
  for (let index = 0; index < read.length; index++) {
    chance[index] = 1 / (1 + Math.exp(-scores[index]!))
    weight[index] = Math.min(60, read[index]!.facts.words)
  }
  const cumulative = new Float64Array(read.length + 1)
  const wordsBefore = new Float64Array(read.length + 1)
  let firstSure = -1
  let lastSure = -1
  for (let index = 0; index < read.length; index++) {
    cumulative[index + 1] = cumulative[index]! + chance[index]! * weight[index]!
    wordsBefore[index + 1] = wordsBefore[index]! + read[index]!.facts.words
    if (chance[index]! < SURE || SURE_WORDS > read[index]!.facts.words) continue
    if (firstSure < 0) firstSure = index
    lastSure = index
  }
  return {
    groups: groupings(read).map((groups) => groupMeans(chance, weight, groups)),
    running: [
      runningMeans(chance, weight, -1, 0.85),
      runningMeans(chance, weight, 1, 0.85),
      runningMeans(chance, weight, -1, 0.97),
      runningMeans(chance, weight, 1, 0.97),
    ],
    cumulative,
    wordsBefore,
    firstSure,
    lastSure,
  }
}

function fillWindows(
  row: Float32Array,
  index: number,
  read: readonly ReadBlock[],
  scores: Float32Array,
  page: Windows,
): void {
  const at = (step: number): number => scores[index + step] ?? NOTHING
  const total = page.cumulative[read.length]!
  let column = 0
  row[column++] = scores[index]!
  for (const step of [-1, -2, -3, 1, 2, 3]) row[column++] = at(step)
  row[column++] = Math.max(at(-1), at(-2), at(-3))
  row[column++] = Math.max(at(1), at(2), at(3))
  for (const means of page.running) row[column++] = means[index]!
  for (const group of page.groups) row[column++] = group[index]!
  row[column++] = page.cumulative[index]! / Math.max(1e-6, total)
  row[column++] = Math.log1p(total)
  row[column++] = Math.log1p(total - page.cumulative[index + 1]!)
  row[column++] = page.firstSure < 0 ? -99 : index - page.firstSure
  row[column++] = page.lastSure < 0 ? -99 : index - page.lastSure
  row[column++] =
    page.lastSure < 0 ? -1 : Math.log1p(Math.max(0, page.wordsBefore[index]! - page.wordsBefore[page.lastSure + 1]!))
  row[column++] =
    page.firstSure < 0 ? -1 : Math.log1p(Math.max(0, page.wordsBefore[page.firstSure]! - page.wordsBefore[index + 1]!))
  row[column++] = total / Math.max(1, page.wordsBefore[read.length]!)
  row[column++] = Math.log1p(read[index + 1]?.facts.words ?? 0)
  row[column++] = Math.log1p(read[index + 2]?.facts.words ?? 0)
  row[column++] = Math.log1p(read[index - 1]?.facts.words ?? 0)
}

const HOLDERS = new Set(['table', 'ul', 'ol', 'dl', 'blockquote', 'figure', 'section', 'article', 'aside'])

/** The nearest list, table, quotation or section around an element. */
function holderOf(element: ElementFacts): ElementFacts | null {
  for (let at: ElementFacts | null = element, steps = 0; at && steps < 12; at = at.parent, steps++)
    if (HOLDERS.has(at.element.tag)) return at
  return null
}

/** Which blocks stand together: by each of the four elements around their own, by names, by holder, by heading. For each block a number of its group from 0. */
function groupings(read: readonly ReadBlock[]): Int32Array[] {
  const [parents, grands, greats, greatest] = Array.from({ length: 4 }, () => new Int32Array(read.length))
  const holders = new Int32Array(read.length)
  const pairs = new GroupNumbers(read.length)
  const names = new GroupNumbers(read.length)
  for (let index = 0; index < read.length; index++) {
    const { element } = read[index]!
    const parent = element.parent
    const grand = parent?.parent
    const great = grand?.parent
    parents![index] = groupOf(parent)
    grands![index] = groupOf(grand)
    greats![index] = groupOf(great)
    greatest![index] = groupOf(great?.parent)
    pairs.add(index, Math.imul(parent?.signatureHash ?? 0, 31) ^ element.signatureHash)
    names.add(index, element.signatureHash)
    holders[index] = groupOf(holderOf(element))
  }
  return [parents!, grands!, greats!, greatest!, pairs.groups, names.groups, holders, sectionsOf(read)]
}

/** Blocks without such an element are a group too. */
function groupOf(element: ElementFacts | null | undefined): number {
  return element ? element.index + 1 : 0
}

/** Numbers the groups of equal keys in the order in which they come. */
class GroupNumbers {
  readonly groups: Int32Array
  private readonly known = new Map<number, number>()

  constructor(length: number) {
    this.groups = new Int32Array(length)
  }

  add(index: number, key: number): void {
    let group = this.known.get(key)
    if (group === undefined) this.known.set(key, (group = this.known.size))
    this.groups[index] = group
  }
}

/** For each block, the number of headings up to it. */
function sectionsOf(read: readonly ReadBlock[]): Int32Array {
  const sections = new Int32Array(read.length)
  let section = 0
  for (let index = 0; index < read.length; index++) {
    if (HEADING.test(read[index]!.block.element.tag)) section++
    sections[index] = section
  }
  return sections
}

const HEADING = /^h[1-6]$/u

/** For each block, the mean chance of the others in its group; -1 where it is alone. */
function groupMeans(chance: Float32Array, weight: Float32Array, groups: Int32Array): Float32Array {
  let last = 0
  for (let index = 0; index < groups.length; index++) if (groups[index]! > last) last = groups[index]!
  const sums = new Float64Array(last + 1)
  const weights = new Float64Array(last + 1)
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index]!
    sums[group] = sums[group]! + chance[index]! * weight[index]!
    weights[group] = weights[group]! + weight[index]!
  }
  const means = new Float32Array(groups.length)
  for (let index = 0; index < groups.length; index++) {
    const group = groups[index]!
    const others = weights[group]! - weight[index]!
    means[index] = others < 0.5 ? -1 : (sums[group]! - chance[index]! * weight[index]!) / others
  }
  return means
}

/** Mean chance over what lies behind (step -1) or ahead (step 1), fading by `keep` a block. */
function runningMeans(chance: Float32Array, weight: Float32Array, step: 1 | -1, keep: number): Float32Array {
  const means = new Float32Array(chance.length)
  let sum = 0
  let total = 1e-3
  for (let count = 0, index = step === 1 ? chance.length - 1 : 0; count < chance.length; count++, index -= step) {
    means[index] = sum / total
    sum = sum * keep + chance[index]! * weight[index]!
    total = total * keep + weight[index]!
  }
  return means
}
