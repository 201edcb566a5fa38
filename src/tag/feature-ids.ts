import { FAMILY_OF, GROUP_OF } from './clusters.ts'
import { LABEL_COUNT, type Sheet } from './features.ts'

/** Rows of the weight table; features share a row by hash. A power of two. */
export const TABLE_ROWS = 1 << 19
/** Rows behind these for features of texts about sport alone: they are learnt without a change elsewhere. A power of two. */
const SPORT_ROWS = 1 << 14
/** Rows of the whole table. */
export const ALL_ROWS = TABLE_ROWS + SPORT_ROWS
/** Most features of one token. */
export const MAX_FEATURES = 96
/** Features from this place on name words; training drops them at random, so that the model learns to do without. */
export type FeatureList = { ids: Int32Array; count: number; lexicalFrom: number }

const NO_WORD = 0x7f4a7c15

/** Writes the features of token `index` that hold whatever label stands before it; the same for training and for tagging. */
export function tokenIds(sheet: Sheet, index: number, language: number, into: FeatureList): void {
  into.count = 0
  putShared(sheet, index, into)
  putClusters(sheet, index, into)
  into.lexicalFrom = into.count
  putLexical(sheet, index, language, into)
}

/** Writes the features that say which label follows which at token `index`; `idAfter` gives each for one label before. */
export function stepIds(sheet: Sheet, index: number, into: FeatureList): void {
  const { role, shape, spanPlace, cluster, word } = sheet
  const prev = tokenBefore(sheet, index)
  const isSameRun = prev >= 0 && sheet.runStart[prev] === sheet.runStart[index] ? 1 : 0
  const runPlace = Math.min(4, index - sheet.runStart[index]!)
  const runLength = Math.min(5, sheet.runEnd[index]! - sheet.runStart[index]!)
  into.count = 0
  put(into, 101, 1)
  put(into, 102, shape[index]!, prev < 0 ? NO_WORD : shape[prev]!)
  put(into, 103, spanPlace[index]! * 8 + (prev < 0 ? 7 : spanPlace[prev]!), sheet.spanKnown[index]!)
  put(into, 104, (prev < 0 ? 15 : role[prev]!) * 16 + role[index]!, isSameRun)
  put(into, 105, isSameRun * 32 + runPlace, runLength)
  put(into, 106, GROUP_OF[cluster[index]!]!, prev < 0 ? 255 : FAMILY_OF[cluster[prev]!]!)
  into.lexicalFrom = into.count
  put(into, 107, prev < 0 ? NO_WORD : word[prev]!, sheet.candidate[index]!)
  put(into, 108, word[index]!)
}

/** The feature of `stepIds` where the label before is `before`. */
export function idAfter(id: number, before: number): number {
  return (id + Math.imul(before, 0x9e3779b1)) & (TABLE_ROWS - 1)
}

const steps = newFeatureList() // one a worker: tagging is synchronous

/** Writes all features of token `index` where the label before it is `before`: the sum of their rows is what a label gains here. */
export function featureIds(sheet: Sheet, index: number, before: number, language: number, into: FeatureList): void {
  tokenIds(sheet, index, language, into)
  stepIds(sheet, index, steps)
  for (let at = 0; at < steps.count; at++) into.ids[into.count++] = idAfter(steps.ids[at]!, before)
}

function put(into: FeatureList, template: number, a: number, b = 0): void {
  let hash = Math.imul(a ^ (template * 0x9e3779b1), 0x85ebca6b) ^ Math.imul(b + template, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  into.ids[into.count++] = ((hash ^ (hash >>> 13)) >>> 0) & (TABLE_ROWS - 1)
}

/** The token before in the sentence, -1 at its start. */
function tokenBefore(sheet: Sheet, index: number): number {
  return index <= 0 || sheet.first[index] ? -1 : index - 1
}

/** The token after in the sentence, -1 at its end. */
function tokenAfter(sheet: Sheet, index: number): number {
  return index < 0 || index + 1 >= sheet.length || sheet.first[index + 1] ? -1 : index + 1
}

/** Shape, lists, roles and the document: the same in every language. */
function putShared(sheet: Sheet, index: number, into: FeatureList): void {
  const { known, role, shape, spanKnown, spanPlace, seen, shouted } = sheet
  const isFirst = sheet.first[index]!
  const prev = tokenBefore(sheet, index)
  const next = tokenAfter(sheet, index)
  const next2 = tokenAfter(sheet, next)
  const state = isFirst * 2 + shouted[index]!
  const own = known[index]!
  const span = (spanKnown[index]! << 3) | spanPlace[index]!
  const runFrom = sheet.runStart[index]!
  const runTo = sheet.runEnd[index]!
  const runLength = Math.min(5, runTo - runFrom)
  const runPlace = Math.min(4, index - runFrom)
  const last = runTo - 1
  const runBefore = tokenBefore(sheet, runFrom)
  const runAfter = tokenAfter(sheet, last)
  const roleAt = (at: number) => (at < 0 ? 15 : role[at]!)
  const knownAt = (at: number) => (at < 0 ? 0xffff : known[at]!)
  const shapeAt = (at: number) => (at < 0 ? NO_WORD : shape[at]!)
  put(into, 1, state)
  put(into, 2, shape[index]!, state)
  put(into, 3, span)
  put(into, 4, own)
  put(into, 5, span, isFirst * 2 + shouted[index]!)
  put(into, 6, own, seen[index]!)
  put(into, 7, seen[index]!, state)
  put(into, 8, role[index]!, state)
  put(into, 9, roleAt(prev))
  put(into, 10, roleAt(next))
  put(into, 11, shapeAt(prev), shape[index]!)
  put(into, 12, shape[index]!, shapeAt(next))
  put(into, 13, knownAt(prev), own)
  put(into, 14, own, knownAt(next))
  put(into, 15, runLength * 8 + runPlace, shape[index]!)
  put(into, 16, roleAt(last), runPlace)
  put(into, 17, knownAt(last), runPlace)
  put(into, 18, knownAt(runFrom), runPlace)
  put(into, 19, roleAt(runBefore), runPlace * 8 + runLength)
  put(into, 20, roleAt(runAfter), runPlace * 8 + runLength)
  put(into, 21, roleAt(runBefore) * 16 + roleAt(runAfter), own)
  put(into, 22, roleAt(prev) * 16 + roleAt(next), span)
  put(into, 23, shape[index]!, roleAt(prev) * 16 + roleAt(next))
  put(into, 24, knownAt(next), knownAt(next2))
  put(into, 25, role[runFrom]!, roleAt(last) * 8 + runPlace)
  put(into, 26, seen[index]!, roleAt(prev) * 16 + roleAt(next))
  put(into, 27, spanKnown[runFrom]!, spanKnown[last]! * 8 + runPlace)
  if (sheet.sporting && !sheet.shouted[index]) putSporting(sheet, index, into)
}

/** In a text about sport, where a town may be its club: in a table's line, before what clubs do. Not in capitals, where common words look like clubs too. */
function putSporting(sheet: Sheet, index: number, into: FeatureList): void {
  const { role, shape, spanKnown, spanPlace } = sheet
  const last = sheet.runEnd[index]! - 1
  const runFrom = sheet.runStart[index]!
  const runBefore = tokenBefore(sheet, runFrom)
  const runAfter = tokenAfter(sheet, last)
  const roleAt = (at: number) => (at < 0 ? 15 : role[at]!)
  const shapeAt = (at: number) => (at < 0 ? NO_WORD : shape[at]!)
  const familyAt = (at: number) => (at < 0 ? 255 : FAMILY_OF[sheet.cluster[at]!]!)
  const isRow = sheet.row[index]!
  const span = (spanKnown[index]! << 3) | spanPlace[index]!
  const from = into.count
  put(into, 28, span, isRow)
  put(into, 29, span, roleAt(runBefore) * 16 + roleAt(runAfter))
  put(into, 30, shapeAt(runBefore), shapeAt(runAfter) * 4 + isRow)
  put(into, 31, familyAt(runBefore), familyAt(runAfter) * 16 + Math.min(4, index - runFrom))
  put(into, 32, spanKnown[index]!, familyAt(runAfter) * 4 + isRow)
  put(into, 33, spanKnown[index]!, familyAt(runBefore) * 4 + isRow)
  for (let at = from; at < into.count; at++) into.ids[at] = TABLE_ROWS + (into.ids[at]! & (SPORT_ROWS - 1))
}

/** What words stand in like surroundings as these: clusters, groups of them, families of groups. */
function putClusters(sheet: Sheet, index: number, into: FeatureList): void {
  const { cluster } = sheet
  const prev = tokenBefore(sheet, index)
  const next = tokenAfter(sheet, index)
  const runFrom = sheet.runStart[index]!
  const last = sheet.runEnd[index]! - 1
  const runPlace = Math.min(4, index - runFrom)
  const runBefore = tokenBefore(sheet, runFrom)
  const runAfter = tokenAfter(sheet, last)
  const clusterAt = (at: number) => (at < 0 ? 0xffff : cluster[at]!)
  const groupAt = (at: number) => (at < 0 ? 0xffff : GROUP_OF[cluster[at]!]!)
  const familyAt = (at: number) => (at < 0 ? 0xffff : FAMILY_OF[cluster[at]!]!)
  put(into, 70, clusterAt(index))
  put(into, 71, groupAt(index))
  put(into, 72, familyAt(index))
  put(into, 73, clusterAt(prev))
  put(into, 74, groupAt(prev))
  put(into, 75, clusterAt(next))
  put(into, 76, groupAt(next))
  put(into, 77, clusterAt(last), runPlace)
  put(into, 78, groupAt(last), runPlace)
  put(into, 79, groupAt(runFrom), runPlace)
  put(into, 80, groupAt(runBefore), runPlace)
  put(into, 81, groupAt(runAfter), runPlace)
  put(into, 82, groupAt(index), groupAt(next))
  put(into, 83, groupAt(prev), groupAt(index))
  put(into, 84, familyAt(index), sheet.spanKnown[index]!)
  put(into, 85, groupAt(index), sheet.shape[index]!)
  put(into, 86, familyAt(prev), familyAt(index) * 256 + familyAt(next))
}

/** The words themselves; those beside the name by language. */
function putLexical(sheet: Sheet, index: number, language: number, into: FeatureList): void {
  const { shape, word } = sheet
  const prev = tokenBefore(sheet, index)
  const prev2 = prev > 0 ? tokenBefore(sheet, prev) : -1
  const next = tokenAfter(sheet, index)
  const next2 = tokenAfter(sheet, next)
  const runFrom = sheet.runStart[index]!
  const last = sheet.runEnd[index]! - 1
  const runPlace = Math.min(4, index - runFrom)
  const runBefore = tokenBefore(sheet, runFrom)
  const runAfter = tokenAfter(sheet, last)
  const wordAt = (at: number) => (at < 0 ? NO_WORD : word[at]!)
  put(into, 40, word[index]!)
  put(into, 41, word[index]!, runPlace)
  put(into, 42, sheet.prefix[index]!)
  put(into, 43, sheet.suffix3[index]!)
  put(into, 44, sheet.suffix2[index]!, shape[index]!)
  put(into, 45, wordAt(prev) + language)
  put(into, 46, wordAt(next) + language)
  put(into, 48, wordAt(prev2) + language, wordAt(prev))
  put(into, 49, wordAt(next) + language, wordAt(next2))
  put(into, 50, word[index]!, wordAt(next))
  put(into, 51, wordAt(prev), word[index]!)
  put(into, 52, wordAt(last), runPlace)
  put(into, 53, wordAt(runFrom), runPlace)
  put(into, 54, wordAt(runBefore) + language, runPlace)
  put(into, 55, wordAt(runAfter) + language, runPlace)
  put(into, 56, wordAt(next2) + language)
  put(into, 57, wordAt(prev2) + language)
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
