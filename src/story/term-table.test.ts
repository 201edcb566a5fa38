import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createTermTable, NONE, PARTS } from './term-table.ts'

describe('createTermTable', () => {
  it('holds what a Map holds, whatever was set and swept before', () => {
    const term = fc.oneof(
      fc.integer({ min: 0, max: 60 }).map((number) => (number * PARTS) >>> 0), // of one part
      fc.integer({ min: 0, max: 0xffffffff }),
    )
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), term, value: fc.integer({ min: -1_000, max: 1_000 }) }),
      fc.record({ kind: fc.constant('sweep' as const), divisor: fc.integer({ min: 2, max: 5 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.array(term, { maxLength: 20 }), (steps, asked) => {
        const table = createTermTable()
        const slow = new Map<number, number>()
        for (const one of steps) {
          if (one.kind === 'set') {
            table.set(one.term, one.value)
            slow.set(one.term, one.value)
            continue
          }
          const keep = (value: number) => (value % one.divisor === 0 ? NONE : value + 1)
          for (let part = 0; part < PARTS; part++) table.sweep(part, keep)
          for (const [held, value] of [...slow]) {
            if (keep(value) === NONE) slow.delete(held)
            else slow.set(held, keep(value))
          }
        }
        for (const one of [...asked, ...slow.keys()]) assert.equal(table.get(one), slow.get(one) ?? NONE)
      }),
      { numRuns: 60 },
    )
  })
})
