import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { negativeBinomialLog, negativeBinomialSurprise } from './negative-binomial.ts'

/** Chance of exactly `count`, by the recurrence of the negative binomial from zero up: slow and obviously right. */
function chanceOf(count: number, mean: number, dispersion: number): number {
  let chance = (dispersion / (dispersion + mean)) ** dispersion
  for (let n = 0; n < count; n++) chance *= ((n + dispersion) / (n + 1)) * (mean / (mean + dispersion))
  return chance
}

const mean = fc.double({ min: 0.001, max: 60, noNaN: true })
const dispersion = fc.double({ min: 0.2, max: 50, noNaN: true })

describe('negativeBinomialLog', () => {
  it('agrees with the recurrence up to the factorial it leaves out', () => {
    fc.assert(
      fc.property(fc.nat(60), mean, dispersion, (count, m, r) => {
        let logFactorial = 0
        for (let n = 2; n <= count; n++) logFactorial += Math.log(n)
        const expected = Math.log(chanceOf(count, m, r)) + logFactorial
        assert.ok(Math.abs(negativeBinomialLog(count, m, r) - expected) < 1e-6 * Math.max(1, Math.abs(expected)))
      }),
    )
  })

  it('stays finite for counts far beyond any hour', () => {
    assert.ok(Number.isFinite(negativeBinomialLog(60_000, 0.01, 0.5)))
    assert.ok(Number.isFinite(negativeBinomialLog(60_000, 50_000, 2)))
  })
})

describe('negativeBinomialSurprise', () => {
  it('agrees with one minus the chances below', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.5, max: 30, noNaN: true }),
        dispersion,
        (count, m, r) => {
          let below = 0
          for (let n = 0; n < count; n++) below += chanceOf(n, m, r)
          if (1 - below < 1e-9) return // the oracle has no digits left
          assert.ok(Math.abs(10 ** -negativeBinomialSurprise(count, m, r) - (1 - below)) < 1e-6)
        },
      ),
    )
  })

  it('is nothing for nothing', () => assert.equal(negativeBinomialSurprise(0, 3, 2), 0))
})
