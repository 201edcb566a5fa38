import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { diversify } from './diversify.ts'

describe('diversify', () => {
  it('keeps at most two of ten in a row from one owner while others are left', () => {
    const entries = Array.from({ length: 40 }, (_, n) => ({
      key: 100 - n,
      owner: n < 20 ? 'loud' : `owner-${n % 9}`,
      labels: [],
    }))
    const chosen = diversify(entries, 20)
    for (let at = 0; at + 10 <= chosen.length; at++) {
      assert.ok(chosen.slice(at, at + 10).filter(({ owner }) => owner === 'loud').length <= 2)
    }
  })

  it('puts another subject between two of the same, when it is nearly as good', () => {
    const entries = [
      { key: 9, owner: 'a', labels: ['storm'] },
      { key: 8.9, owner: 'b', labels: ['storm'] },
      { key: 8.5, owner: 'c', labels: ['election'] },
    ]
    assert.deepEqual(
      diversify(entries, 3).map(({ owner }) => owner),
      ['a', 'c', 'b'],
    )
  })

  it('gives the best first, every entry at most once, and as many as there are', () => {
    const entry = fc.record({
      key: fc.integer({ min: 0, max: 50 }),
      owner: fc.constantFrom('a', 'b', 'c'),
      labels: fc.subarray(['x', 'y', 'z']),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 25 }), fc.nat(30), (entries, limit) => {
        const chosen = diversify(entries, limit)
        assert.equal(chosen.length, Math.min(limit, entries.length))
        assert.equal(new Set(chosen).size, chosen.length)
        if (chosen[0]) assert.equal(chosen[0].key, Math.max(...entries.map(({ key }) => key)))
      }),
    )
  })
})
