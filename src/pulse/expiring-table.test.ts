import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ExpiringTable } from './expiring-table.ts'

describe('ExpiringTable', () => {
  it('counts and forgets as a plain map of last ticks does', () => {
    const touches = fc.array(fc.record({ pair: fc.nat(400), wait: fc.nat(2) }), { maxLength: 3_000 })
    fc.assert(
      fc.property(touches, (rows) => {
        const table = new ExpiringTable(6, 1_000_000)
        const oracle = new Map<number, { count: number; tick: number }>()
        let tick = 100
        for (const { pair, wait } of rows) {
          tick += wait === 2 ? 1 : 0
          const known = oracle.get(pair)
          const count = known && tick - known.tick < 6 ? known.count : 0
          const slot = table.slotOf(pair % 20, pair, tick)
          assert.equal(table.count(slot, tick), count)
          table.set(slot, Math.min(255, count + 1), tick, true)
          oracle.set(pair, { count: Math.min(255, count + 1), tick })
        }
      }),
      { numRuns: 30 },
    )
  })

  it('refuses new pairs beyond its limit, and takes them again when old ones are forgotten', () => {
    const table = new ExpiringTable(4, 2_000)
    const fill = (tick: number) => {
      let refused = 0
      for (let pair = 0; pair < 3_000; pair++) {
        const slot = table.slotOf(tick, pair, tick)
        if (slot < 0) refused++
        else table.set(slot, 1, tick, true)
      }
      return refused
    }
    assert.equal(fill(10), 1_000)
    assert.ok(fill(40) <= 1_000)
    assert.ok(table.byteLength < 200_000)
  })
})
