import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { strongestWindow } from './evidence.ts'

const counts = fc.record({ seen: fc.nat(30), expected: fc.double({ min: 0.01, max: 10, noNaN: true }) })

describe('strongestWindow', () => {
  it('is the window that surprises most of all, each summed by itself', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 24, maxLength: 25 }), (ticks) => {
        const found = strongestWindow(ticks.length, 1, (back) => ticks[back]!)
        const windows = [1, 3, 6, 12, 24].map((hours) => {
          const [seen, expected] = ticks
            .slice(0, hours)
            .reduce(([one, other], tick) => [one + tick.seen, other + tick.expected], [0, 0])
          const surprise = seen > expected ? seen * Math.log(seen / expected) - (seen - expected) : 0
          return { seen, expected, windowHours: hours, surprise }
        })
        const most = Math.max(...windows.map(({ surprise }) => surprise))
        const { surprise: _, ...first } = windows.find(({ surprise }) => surprise === most)!
        assert.deepEqual(found, first)
      }),
    )
  })

  it('is the shortest where nothing is more than usual', () => {
    assert.deepEqual(
      strongestWindow(24, 1, () => ({ seen: 0, expected: 1 })),
      { seen: 0, expected: 1, windowHours: 1 },
    )
  })
})
