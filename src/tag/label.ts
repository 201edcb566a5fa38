import { idAfter, mayFollow, newFeatureList, rowOf, stepIds, tokenIds } from './feature-ids.ts'
import { LABEL_COUNT, type Sheet } from './features.ts'

/** A trained model: 8-bit weights, one row of labels a feature. */
export type LabelModel = { weights: Int8Array; language: number }

/** Longest stretch of tokens that is labelled as one; a longer one is cut. */
export const MAX_STRETCH = 64
/** A name's small words ("of the") stand at most so far behind its last capital. */
const MAX_SMALL_WORDS = 2

const PAIRS = LABEL_COUNT * LABEL_COUNT
const features = newFeatureList() // one a worker: tagging is synchronous
const emission = new Float64Array(MAX_STRETCH * LABEL_COUNT)
const transition = new Float64Array(MAX_STRETCH * PAIRS)
const best = new Float64Array(LABEL_COUNT)
const bestBefore = new Float64Array(LABEL_COUNT)
const from = new Uint8Array(MAX_STRETCH * LABEL_COUNT)

/** One past the last token of the stretch that begins at `start`: what may be names, and the small words between; `start` where none begins. */
export function stretchEnd(sheet: Sheet, start: number): number {
  if (!sheet.candidate[start]) return start
  let end = start + 1
  let last = start
  while (end < sheet.length && end - start < MAX_STRETCH && !sheet.first[end]) {
    if (sheet.candidate[end]) last = end
    else if (end - last > MAX_SMALL_WORDS) break
    end++
  }
  return end
}

/** May the token have the label, whatever stands before? No name begins on a token that is no candidate. */
export function mayBe(sheet: Sheet, index: number, label: number): boolean {
  return label % 2 === 0 || sheet.candidate[index] === 1
}

/** Gives every token its label: of each stretch the sequence with the best sum of weights. */
export function labelTokens(sheet: Sheet, model: LabelModel): Uint8Array {
  const labels = new Uint8Array(sheet.length)
  for (let start = 0; start < sheet.length; ) {
    const end = stretchEnd(sheet, start)
    if (end > start) labelStretch(sheet, model, start, end, labels)
    start = Math.max(start + 1, end)
  }
  return labels
}

function labelStretch(sheet: Sheet, model: LabelModel, start: number, end: number, labels: Uint8Array): void {
  for (let index = start; index < end; index++) scoreToken(sheet, model, index, index - start)
  bestBefore.fill(Number.NEGATIVE_INFINITY)
  bestBefore[0] = 0
  for (let at = 0; at < end - start; at++) {
    best.fill(Number.NEGATIVE_INFINITY)
    for (let label = 0; label < LABEL_COUNT; label++) {
      if (!mayBe(sheet, start + at, label)) continue
      for (let before = 0; before < LABEL_COUNT; before++) {
        if (!mayFollow(label, before)) continue
        const score = bestBefore[before]! + transition[at * PAIRS + before * LABEL_COUNT + label]!
        if (score <= best[label]!) continue
        best[label] = score
        from[at * LABEL_COUNT + label] = before
      }
      best[label]! += emission[at * LABEL_COUNT + label]!
    }
    bestBefore.set(best)
  }
  let label = 0
  for (let other = 1; other < LABEL_COUNT; other++) if (bestBefore[other]! > bestBefore[label]!) label = other
  for (let at = end - start - 1; at >= 0; at--) {
    labels[start + at] = label
    label = from[at * LABEL_COUNT + label]!
  }
}

function scoreToken(sheet: Sheet, { weights, language }: LabelModel, index: number, at: number): void {
  const cell = at * LABEL_COUNT
  emission.fill(0, cell, cell + LABEL_COUNT)
  tokenIds(sheet, index, language, features)
  for (let feature = 0; feature < features.count; feature++) {
    const row = rowOf(features.ids[feature]!)
    for (let label = 0; label < LABEL_COUNT; label++) emission[cell + label]! += weights[row + label]!
  }
  transition.fill(0, at * PAIRS, (at + 1) * PAIRS)
  stepIds(sheet, index, features)
  for (let feature = 0; feature < features.count; feature++) {
    for (let before = 0; before < LABEL_COUNT; before++) {
      const row = rowOf(idAfter(features.ids[feature]!, before))
      const pair = at * PAIRS + before * LABEL_COUNT
      for (let label = 0; label < LABEL_COUNT; label++) transition[pair + label]! += weights[row + label]!
    }
  }
}
