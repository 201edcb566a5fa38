import { LABEL_COUNT, type Sheet } from './features.ts'

/** Rows of the weight table; features share a row by hash. A power of two. */
export const TABLE_ROWS = 1 << 18
/** Most features of one token. */
export const MAX_FEATURES = 64
/** Features from this place on name words; training drops them at random, so that the model learns to do without. */
export type FeatureList = { ids: Int32Array; count: number; lexicalFrom: number }

const NO_WORD = 0x7f4a7c15

/** Writes the rows of token `index`, given the label before it, into `into`; the same for training and for tagging. */
export function featureIds(sheet: Sheet, index: number, before: number, language: number, into: FeatureList): void {
  const ids = into.ids
  let count = 0
  const put = (template: number, a: number, b = 0) => {
    let hash = Math.imul(a ^ (template * 0x9e3779b1), 0x85ebca6b) ^ Math.imul(b + template, 0xc2b2ae35)
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
    ids[count++] = ((hash ^ (hash >>> 13)) >>> 0) & (TABLE_ROWS - 1)
  }
  const { known, role, shape, word, spanKnown, spanPlace, seen, shouted } = sheet
  const isFirst = sheet.first[index]!
  const prev = isFirst || index === 0 ? -1 : index - 1
  const next = index + 1 < sheet.length && !sheet.first[index + 1] ? index + 1 : -1
  const next2 = next >= 0 && next + 1 < sheet.length && !sheet.first[next + 1] ? next + 1 : -1
  const prev2 = prev > 0 && !sheet.first[prev] ? prev - 1 : -1
  const state = before * 4 + isFirst * 2 + shouted[index]!
  const own = known[index]!
  const span = (spanKnown[index]! << 3) | spanPlace[index]!
  const runFrom = sheet.runStart[index]!
  const runTo = sheet.runEnd[index]!
  const runLength = Math.min(5, runTo - runFrom)
  const runPlace = Math.min(4, index - runFrom)
  const last = runTo - 1
  const runBefore = runFrom > 0 && !sheet.first[runFrom] ? runFrom - 1 : -1
  const runAfter = runTo < sheet.length && !sheet.first[runTo] ? runTo : -1
  const roleAt = (at: number) => (at < 0 ? 15 : role[at]!)
  const knownAt = (at: number) => (at < 0 ? 0xffff : known[at]!)
  const shapeAt = (at: number) => (at < 0 ? NO_WORD : shape[at]!)
  const wordAt = (at: number) => (at < 0 ? NO_WORD : word[at]!)

  put(1, state)
  put(2, shape[index]!, state)
  put(3, span, before)
  put(4, own, before)
  put(5, span, isFirst * 2 + shouted[index]!)
  put(6, own, seen[index]!)
  put(7, seen[index]!, state)
  put(8, role[index]!, state)
  put(9, roleAt(prev), before)
  put(10, roleAt(next), before)
  put(11, shapeAt(prev), shape[index]!)
  put(12, shape[index]!, shapeAt(next))
  put(13, knownAt(prev), own)
  put(14, own, knownAt(next))
  put(15, runLength * 8 + runPlace, before)
  put(16, roleAt(last), runPlace * 8 + before)
  put(17, knownAt(last), runPlace * 8 + before)
  put(18, knownAt(runFrom), runPlace * 8 + before)
  put(19, roleAt(runBefore), runPlace * 64 + runLength * 8 + before)
  put(20, roleAt(runAfter), runPlace * 64 + runLength * 8 + before)
  put(21, roleAt(runBefore) * 16 + roleAt(runAfter), own)
  put(22, roleAt(prev) * 16 + roleAt(next), span)
  put(23, before, shapeAt(next) * 8 + shape[index]!)
  put(24, knownAt(next), knownAt(next2))
  put(25, role[runFrom]!, roleAt(last) * 8 + before)
  put(26, seen[index]!, roleAt(prev) * 16 + roleAt(next))
  put(27, spanKnown[runFrom]!, spanKnown[last]! + before)
  into.lexicalFrom = count
  put(40, word[index]!)
  put(41, word[index]!, before)
  put(42, sheet.prefix[index]!, before === 0 ? 0 : 1)
  put(43, sheet.suffix3[index]!, before === 0 ? 0 : 1)
  put(44, sheet.suffix2[index]!, shape[index]!)
  put(45, wordAt(prev) + language)
  put(46, wordAt(next) + language)
  put(47, wordAt(prev) + language, before)
  put(48, wordAt(prev2) + language, wordAt(prev))
  put(49, wordAt(next) + language, wordAt(next2))
  put(50, word[index]!, wordAt(next))
  put(51, wordAt(prev), word[index]!)
  put(52, wordAt(last), runPlace * 8 + before)
  put(53, wordAt(runFrom), runPlace * 8 + before)
  put(54, wordAt(runBefore) + language, runPlace * 8 + before)
  put(55, wordAt(runAfter) + language, runPlace * 8 + before)
  put(56, wordAt(next2) + language)
  put(57, wordAt(prev2) + language)
  into.count = count
}

/** May label `label` follow `before`? An inner label only follows its own kind. */
export function mayFollow(label: number, before: number): boolean {
  return label === 0 || label % 2 === 1 || before === label || before === label - 1
}

/** Room for one token's features. */
export function newFeatureList(): FeatureList {
  return { ids: new Int32Array(MAX_FEATURES), count: 0, lexicalFrom: 0 }
}

/** Where a row's weights begin in the flat table. */
export function rowOf(id: number): number {
  return id * LABEL_COUNT
}
