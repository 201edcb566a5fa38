import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bestPath } from './best-path.ts'

/** Value of a path: half the log-odds for or against each block, less the price of every change. */
function worthOf(path: readonly boolean[], odds: readonly number[], price: number): number {
  return path.reduce(
    (sum, keep, index) =>
      sum + (keep ? odds[index]! : -odds[index]!) / 2 - (index > 0 && keep !== path[index - 1] ? price : 0),
    0,
  )
}

test('no other path is worth more', () => {
  const odds = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 9 })
  fc.assert(
    fc.property(odds, fc.double({ min: 0, max: 3, noNaN: true }), (own, price) => {
      const best = worthOf(bestPath(own, price), own, price)
      for (let bits = 0; bits < 2 ** own.length; bits++) {
        const other = own.map((_, index) => (bits >> index) % 2 === 1)
        assert.ok(worthOf(other, own, price) <= best + 1e-9)
      }
    }),
    { numRuns: 60 },
  )
})

test('without a price every block decides for itself', () => {
  assert.deepEqual(bestPath([1, -1, 2, -0.5], 0), [true, false, true, false])
  assert.deepEqual(bestPath([], 1), [])
})
