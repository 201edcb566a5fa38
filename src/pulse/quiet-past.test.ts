import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { quietByte, quietThen } from './quiet-past.ts'

const TICKS = 9
const CHANCES = { start: 0.02, end: 0.1 }

/** Odds of burst before a tick, from the odds after the one before. */
function foreseenOdds(odds: number): number {
  const burst = (odds / (1 + odds)) * (1 - CHANCES.end) + (1 / (1 + odds)) * CHANCES.start
  return burst / (1 - burst)
}

/** Sums the weights of every path of quiet and burst: slow, and plainly right. `left` is a tick whose own evidence is left out. */
function quietByPaths(odds: readonly number[], at: number, left: number | null): number {
  const evidence = odds.map((value, tick) => (tick === 0 ? 1 : value / foreseenOdds(odds[tick - 1]!)))
  const sums = [0, 0]
  for (let path = 0; path < 2 ** odds.length; path++) {
    const isBurst = (tick: number) => (path >> tick) & 1
    let weight = isBurst(0) ? odds[0]! : 1
    for (let tick = 1; tick < odds.length; tick++) {
      const leave = isBurst(tick - 1) ? CHANCES.end : CHANCES.start
      weight *= isBurst(tick) === isBurst(tick - 1) ? 1 - leave : leave
      if (isBurst(tick) && tick !== left) weight *= evidence[tick]!
    }
    sums[isBurst(at)]! += weight
  }
  return sums[0]! / (sums[0]! + sums[1]!)
}

describe('quietThen', () => {
  it('gives what a sum over all paths gives, for any odds and lag', () => {
    const bytes = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: TICKS, maxLength: TICKS })
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: TICKS - 2 }), (quiet, lag) => {
        const ring = Int8Array.from(quiet)
        const odds = quiet.map((byte) => Math.exp(-byte / 4))
        const last = TICKS - 1
        const { after, apart } = quietThen(ring, last, lag, CHANCES)
        if (quiet.every((byte) => byte >= 16)) return assert.equal(after, 1)
        assert.ok(Math.abs(after - quietByPaths(odds, last - lag, null)) < 1e-9)
        assert.ok(Math.abs(apart - quietByPaths(odds, last - lag, last - lag)) < 1e-9)
      }),
      { numRuns: 200 },
    )
  })
})

describe('quietByte', () => {
  it('keeps any odds in a byte, surer quiet as a larger one', () => {
    assert.deepEqual([0, 1e-30, 1, Math.E, 1e30].map(quietByte), [127, 127, -0, -4, -127])
  })
})
