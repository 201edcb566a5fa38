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
  const chance = scores.map((score) => 1 / (1 + Math.exp(-score)))
  const weight = Float32Array.from(read, ({ facts }) => Math.min(60, facts.words))
  const section = sectionsOf(read)
  const keys: ((at: ReadBlock, index: number) => unknown)[] = [
    (at) => at.element.parent,
    (at) => at.element.parent?.parent ?? null,
    (at) => at.element.parent?.parent?.parent ?? null,
    (at) => at.element.parent?.parent?.parent?.parent ?? null,
    (at) => Math.imul(at.element.parent?.signatureHash ?? 0, 31) ^ at.element.signatureHash,
    (at) => at.element.signatureHash,
    (at) => holderOf(at.element),
    (_, index) => section[index],
  ]
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
    groups: keys.map((keyOf) => groupMeans(read, chance, weight, keyOf)),
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

/** For each block, the number of headings up to it. */
function sectionsOf(read: readonly ReadBlock[]): Int32Array {
  let section = 0
  return Int32Array.from(read, ({ block }) => (/^h[1-6]$/u.test(block.element.tag) ? ++section : section))
}

/** For each block, the mean chance of the others in its group; -1 where it is alone. */
function groupMeans(
  read: readonly ReadBlock[],
  chance: Float32Array,
  weight: Float32Array,
  keyOf: (at: ReadBlock, index: number) => unknown,
): Float32Array {
  const sums = new Map<unknown, { sum: number; weight: number }>()
  const groups = read.map((at, index) => {
    const key = keyOf(at, index)
    let group = sums.get(key)
    if (!group) sums.set(key, (group = { sum: 0, weight: 0 }))
    group.sum += chance[index]! * weight[index]!
    group.weight += weight[index]!
    return group
  })
  return Float32Array.from(groups, (group, index) => {
    const others = group.weight - weight[index]!
    return others < 0.5 ? -1 : (group.sum - chance[index]! * weight[index]!) / others
  })
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
