import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pushedIn } from './pushed-in.ts'

test('one doubtful use is left alone, and taken out beside three that no grammar allows', () => {
  assert.deepEqual(pushedIn([1], -1), [false])
  assert.deepEqual(pushedIn([4, 4, 4, 1], -1), [true, true, true, true])
})

test('right uses stay on a page that was tampered with', () => {
  assert.deepEqual(pushedIn([4, 4, 4, -4], -1), [true, true, true, false])
})

test('a page whose writer names the brand often loses none of it', () => {
  assert.deepEqual(pushedIn([4, -4, -4, -4], -1), [false, false, false, false])
  assert.deepEqual(pushedIn([], -1), [])
})

test('equals Bayes over every way in which the uses may have come about', () => {
  const odds = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(odds, fc.double({ min: -3, max: 3, noNaN: true }), (uses, prior) => {
      const chances = slowChances(uses, prior)
      // A chance that stands at the limit itself may fall on either side by rounding.
      for (const [index, pushed] of pushedIn(uses, prior).entries()) {
        const logOdds = Math.log(chances[index]! / (1 - chances[index]!))
        if (Math.abs(logOdds - 2) > 1e-6) assert.equal(pushed, logOdds > 2)
      }
    }),
  )
})

/** Sums over each kind of page and each of the 2^n ways. */
function slowChances(uses: readonly number[], prior: number): number[] {
  const tampered = 1 / (1 + Math.exp(-prior))
  const kinds = [
    { chance: 1 - tampered, share: 0 },
    { chance: tampered * 0.8, share: 0.97 },
    { chance: tampered * 0.2, share: 0.5 },
  ]
  let whole = 0
  const pushed = uses.map(() => 0)
  for (const { chance, share } of kinds)
    for (let way = 0; way < 2 ** uses.length; way++) {
      const each = uses.map((use, index) => ((way >> index) & 1 ? share * Math.exp(use) : 1 - share))
      const likely = chance * each.reduce((product, factor) => product * factor, 1)
      whole += likely
      for (const index of uses.keys()) if ((way >> index) & 1) pushed[index]! += likely
    }
  return pushed.map((sum) => sum / whole)
}
