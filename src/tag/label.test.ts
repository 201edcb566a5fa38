import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ALL_ROWS, featureIds, mayFollow, newFeatureList, rowOf } from './feature-ids.ts'
import { LABEL_COUNT, readSheet, type Sheet } from './features.ts'
import { type LabelModel, labelTokens, MAX_STRETCH, mayBe, stretchEnd } from './label.ts'
import { tokens } from './tokens.ts'

const model: LabelModel = { weights: noise(), language: 7 }

/** Weights of no meaning, so that many labels compete. */
function noise(): Int8Array {
  const weights = new Int8Array(ALL_ROWS * LABEL_COUNT)
  let seed = 5
  for (let cell = 0; cell < weights.length; cell++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    weights[cell] = (seed >>> 24) - 128
  }
  return weights
}

/** What the labels of a stretch add up to, token by token. */
function sumOf(sheet: Sheet, start: number, labels: readonly number[]): number {
  const list = newFeatureList()
  let sum = 0
  for (const [at, label] of labels.entries()) {
    featureIds(sheet, start + at, labels[at - 1] ?? 0, model.language, list)
    for (let feature = 0; feature < list.count; feature++) sum += model.weights[rowOf(list.ids[feature]!) + label]!
  }
  return sum
}

/** The best sum over every sequence of labels that is allowed: slow, and plainly right. */
function bestSum(sheet: Sheet, start: number, end: number, labels: number[] = []): number {
  if (start + labels.length === end) return sumOf(sheet, start, labels)
  let best = Number.NEGATIVE_INFINITY
  for (let label = 0; label < LABEL_COUNT; label++) {
    const isAllowed = mayBe(sheet, start + labels.length, label) && mayFollow(label, labels.at(-1) ?? 0)
    if (isAllowed) best = Math.max(best, bestSum(sheet, start, end, [...labels, label]))
  }
  return best
}

describe('labelTokens', () => {
  it('gives each stretch the labels with the best sum of all that are allowed', () => {
    const word = fc.constantFrom('Orlanda', 'Vole', 'of', 'the', 'Norrevik', '1996', 'AB')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const sheet = readSheet(tokens(words.join(' ')))
        const labels = labelTokens(sheet, model)
        for (let start = 0; start < sheet.length; ) {
          const end = stretchEnd(sheet, start)
          if (end > start) {
            const given = [...labels.slice(start, end)]
            assert.equal(sumOf(sheet, start, given), bestSum(sheet, start, end))
          }
          start = Math.max(start + 1, end)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('begins no name on a word without a capital, and goes on only with the same kind', () => {
    const sheet = readSheet(tokens('the Ministry of the Sea met Orlanda Vole , 12 of them , in Norrevik'.repeat(9)))
    const labels = labelTokens(sheet, model)
    for (let index = 0; index < sheet.length; index++) {
      assert.ok(mayBe(sheet, index, labels[index]!))
      assert.ok(mayFollow(labels[index]!, index === 0 || sheet.first[index] ? 0 : labels[index - 1]!))
    }
  })

  it('cuts a stretch that is longer than its room', () => {
    const sheet = readSheet(tokens('Vole '.repeat(3 * MAX_STRETCH)))
    assert.equal(stretchEnd(sheet, 0), MAX_STRETCH)
    assert.equal(labelTokens(sheet, model).length, sheet.length)
  })
})
