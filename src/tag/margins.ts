import type { TagKind } from '../model/tag.ts'
import { featureIds, newFeatureList, rowOf } from './feature-ids.ts'
import { LABEL_COUNT, type Sheet } from './features.ts'
import type { LabelModel } from './label.ts'
import type { Mention } from './mentions.ts'

/** The label that begins a name of a kind; the one that goes on with it follows. */
const BEGINS: Readonly<Partial<Record<TagKind, number>>> = { person: 1, place: 3, organisation: 5 }

/** Root mean square of each model's weights: what its margins are measured in, so that a model trained anew has like ones. */
const units = new WeakMap<Int8Array, number>()
const features = newFeatureList() // one a worker: tagging is synchronous
const scores = new Float64Array(LABEL_COUNT)

/**
 * How far the model prefers a mention as it stands to any other reading, in root mean squares of its weights:
 * the least over its tokens and the token behind it, where the name must end. Below 0 the model read it otherwise.
 * 0 for kinds that the model does not know.
 */
export function marginOf({ from, to, kind }: Mention, sheet: Sheet, model: LabelModel): number {
  const begin = BEGINS[kind]
  if (begin === undefined) return 0
  const inner = begin + 1
  let least = Number.POSITIVE_INFINITY
  for (let at = from; at < to; at++) {
    scoreAt(sheet, at, at === from ? 0 : at === from + 1 ? begin : inner, model)
    const own = at === from ? begin : inner
    least = Math.min(least, scores[own]! - bestOther(own, at === from))
  }
  if (to < sheet.length && !sheet.first[to]) {
    scoreAt(sheet, to, to - from === 1 ? begin : inner, model)
    least = Math.min(least, bestOther(inner, false) - scores[inner]!)
  }
  return least / unitOf(model)
}

function unitOf({ weights }: LabelModel): number {
  const known = units.get(weights)
  if (known) return known
  let sum = 0
  for (const weight of weights) sum += weight * weight
  const unit = Math.sqrt(sum / Math.max(1, weights.length)) || 1
  units.set(weights, unit)
  return unit
}

function scoreAt(sheet: Sheet, index: number, before: number, { weights, language }: LabelModel): void {
  featureIds(sheet, index, before, language, features)
  scores.fill(0)
  for (let at = 0; at < features.count; at++) {
    const row = rowOf(features.ids[at]!)
    for (let label = 0; label < LABEL_COUNT; label++) scores[label]! += weights[row + label]!
  }
}

/** The best score of another label; at a name's first token no inner label can stand. */
function bestOther(own: number, isFirst: boolean): number {
  let best = Number.NEGATIVE_INFINITY
  for (let label = 0; label < LABEL_COUNT; label++) {
    const isPossible = label !== own && !(isFirst && label > 0 && label % 2 === 0)
    if (isPossible) best = Math.max(best, scores[label]!)
  }
  return best
}
