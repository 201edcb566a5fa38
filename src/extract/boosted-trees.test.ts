import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type BoostedTrees, packedScores, packTrees, treesScore } from './boosted-trees.ts'

const WIDTH = 5

/** Full trees of depth two: seven nodes each, the inner ones first. */
function trees(count: number, values: readonly number[]): BoostedTrees {
  const nodes = count * 7
  const inner = (node: number): boolean => node % 7 < 3
  const at = (node: number): number => node - (node % 7)
  return {
    roots: Int32Array.from({ length: count }, (_, tree) => tree * 7),
    features: Int16Array.from({ length: nodes }, (_, node) => (inner(node) ? node % WIDTH : -1)),
    thresholds: Float32Array.from({ length: nodes }, (_, node) => values[node % values.length]!),
    lefts: Int32Array.from({ length: nodes }, (_, node) => (inner(node) ? at(node) + 2 * (node % 7) + 1 : 0)),
    rights: Int32Array.from({ length: nodes }, (_, node) => (inner(node) ? at(node) + 2 * (node % 7) + 2 : 0)),
  }
}

const value = fc.double({ min: -9, max: 9, noNaN: true })

test('packed trees give the very score of the flat arrays, wherever the row starts', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(value, { minLength: 3, maxLength: 40 }),
      fc.array(fc.array(value, { minLength: WIDTH, maxLength: WIDTH }), { maxLength: 11 }),
      (count, values, cells) => {
        const flat = trees(count, values)
        const rows = Float32Array.from(cells.flat())
        const starts = Int32Array.from(cells, (_, row) => row * WIDTH)
        assert.deepEqual(
          [...packedScores(packTrees(flat), rows, starts)],
          [...starts].map((start) => treesScore(flat, rows.subarray(start, start + WIDTH))),
        )
      },
    ),
  )
})
