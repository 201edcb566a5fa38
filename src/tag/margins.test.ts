import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { hash32 } from '../text/hash.ts'
import { ALL_ROWS, featureIds, newFeatureList, rowOf } from './feature-ids.ts'
import { LABEL_COUNT, readSheet, type Sheet } from './features.ts'
import type { LabelModel } from './label.ts'
import { marginOf } from './margins.ts'
import { tokens } from './tokens.ts'

const TEXT = 'Ann Kessler met Orla Ventrisk in Oslo .'
const sheet = readSheet(tokens(TEXT))
const KINDS = ['person', 'place', 'organisation'] as const

describe('marginOf', () => {
  it('is the least lead of the mention’s labels over any other, as a plain sum over all features gives it', () => {
    const models = [1, 2, 3].map((seed) => ({ model: modelFrom(seed), unit: 0 }))
    for (const each of models) each.unit = rootMeanSquare(each.model.weights)
    fc.assert(
      fc.property(fc.nat(2), fc.nat(5), fc.integer({ min: 1, max: 3 }), fc.nat(2), (which, from, size, kind) => {
        const { model, unit } = models[which]!
        const to = Math.min(sheet.length, from + size)
        const expected = slowLead(from, to, 1 + 2 * kind, model) / unit
        const found = marginOf({ from, to, kind: KINDS[kind]! }, sheet, model)
        assert.ok(Math.abs(found - expected) < 1e-9, `${found} ${expected}`)
      }),
    )
  })

  it('stays the same where all weights are doubled', () => {
    const model = modelFrom(5)
    const twice = { ...model, weights: model.weights.map((weight) => 2 * weight) }
    const mention = { from: 0, to: 2, kind: 'person' } as const
    assert.ok(Math.abs(marginOf(mention, sheet, model) - marginOf(mention, sheet, twice)) < 1e-9)
  })

  it('is 0 for kinds that the model does not know', () => {
    assert.equal(marginOf({ from: 0, to: 2, kind: 'event' }, sheet, modelFrom(1)), 0)
  })
})

/** Weights from -40 to 40 in the rows of the text's own features, others 0. */
function modelFrom(seed: number): LabelModel {
  const weights = new Int8Array(ALL_ROWS * LABEL_COUNT)
  let state = seed
  const list = newFeatureList()
  const language = hash32('en')
  for (let index = 0; index < sheet.length; index++)
    for (let before = 0; before < LABEL_COUNT; before++) {
      featureIds(sheet, index, before, language, list)
      for (const id of list.ids.subarray(0, list.count))
        for (let label = 0; label < LABEL_COUNT; label++) {
          state = (Math.imul(state, 1664525) + 1013904223) >>> 0
          weights[rowOf(id) + label] = (state % 81) - 40
        }
    }
  return { weights, language }
}

function slowLead(from: number, to: number, begin: number, model: LabelModel): number {
  const leads: number[] = []
  for (let at = from; at < to; at++) {
    const scores = sums(sheet, at, at === from ? 0 : at === from + 1 ? begin : begin + 1, model)
    const own = at === from ? begin : begin + 1
    const others = scores.filter((_, label) => label !== own && !(at === from && label > 0 && label % 2 === 0))
    leads.push(scores[own]! - Math.max(...others))
  }
  if (to < sheet.length && !sheet.first[to]) {
    const scores = sums(sheet, to, to - from === 1 ? begin : begin + 1, model)
    leads.push(Math.max(...scores.filter((_, label) => label !== begin + 1)) - scores[begin + 1]!)
  }
  return Math.min(...leads)
}

function rootMeanSquare(weights: Int8Array): number {
  return Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0) / weights.length)
}

function sums(of: Sheet, index: number, before: number, { weights, language }: LabelModel): number[] {
  const list = newFeatureList()
  featureIds(of, index, before, language, list)
  return Array.from({ length: LABEL_COUNT }, (_, label) =>
    list.ids.subarray(0, list.count).reduce((sum, id) => sum + weights[rowOf(id) + label]!, 0),
  )
}
