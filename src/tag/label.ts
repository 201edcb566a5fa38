import { featureIds, mayFollow, newFeatureList, rowOf } from './feature-ids.ts'
import { LABEL_COUNT, type Sheet } from './features.ts'

/** A trained model: 8-bit weights, one row of labels a feature. */
export type LabelModel = { weights: Int8Array; language: number }

const features = newFeatureList() // one a worker: tagging is synchronous
const scores = new Float64Array(LABEL_COUNT)

/**
 * Gives every token its label, left to right, each seeing the label before it.
 * No name begins on a token that is no candidate; inner labels only follow their own kind.
 */
export function labelTokens(sheet: Sheet, model: LabelModel): Uint8Array {
  const labels = new Uint8Array(sheet.length)
  let before = 0
  for (let index = 0; index < sheet.length; index++) {
    if (sheet.first[index]) before = 0
    if (!sheet.candidate[index] && before === 0) continue
    featureIds(sheet, index, before, model.language, features)
    before = bestLabel(sheet, model.weights, index, before)
    labels[index] = before
  }
  return labels
}

function bestLabel(sheet: Sheet, weights: Int8Array, index: number, before: number): number {
  scores.fill(0)
  for (let at = 0; at < features.count; at++) {
    const row = rowOf(features.ids[at]!)
    for (let label = 0; label < LABEL_COUNT; label++) scores[label]! += weights[row + label]!
  }
  let best = 0
  for (let label = 1; label < LABEL_COUNT; label++) {
    if (scores[label]! <= scores[best]! || !mayFollow(label, before)) continue
    if (label % 2 === 1 && !sheet.candidate[index]) continue
    best = label
  }
  return best
}
