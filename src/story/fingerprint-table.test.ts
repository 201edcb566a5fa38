import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addPosting, dropOldestTable, findPostings, newFingerprintTable } from './fingerprint-table.ts'

describe('fingerprint table', () => {
  it('agrees with a map over sorting and merging, oldest postings first', () => {
    const table = newFingerprintTable()
    const oracle = new Map<number, number[]>()
    for (let ordinal = 0; ordinal < 300_000; ordinal++) {
      const fingerprint = (Math.imul(ordinal % 70_001, 0x9e3779b1) ^ (ordinal % 3)) >>> 0
      addPosting(table, fingerprint, ordinal)
      const known = oracle.get(fingerprint)
      if (known) known.push(ordinal)
      else oracle.set(fingerprint, [ordinal])
    }
    const found = new Uint32Array(16)
    let checked = 0
    for (const [fingerprint, ordinals] of oracle) {
      if (checked++ % 53 !== 0) continue
      const count = findPostings(table, fingerprint, found)
      assert.deepEqual(
        [...found.slice(0, count)].sort((a, b) => a - b),
        ordinals.slice(0, 16),
      )
    }
    assert.equal(findPostings(table, 1, found), oracle.get(1)?.length ?? 0)
  })

  it('drops whole tables from the oldest on, and never the last', () => {
    const table = newFingerprintTable()
    assert.equal(dropOldestTable(table), null)
    for (let ordinal = 0; ordinal < 200_000; ordinal++) addPosting(table, Math.imul(ordinal, 0x9e3779b1) >>> 0, ordinal)
    const firstKnown = dropOldestTable(table)
    assert.ok(firstKnown !== null && firstKnown > 0)
    const found = new Uint32Array(4)
    assert.equal(findPostings(table, 0, found), 0)
    assert.equal(findPostings(table, Math.imul(firstKnown, 0x9e3779b1) >>> 0, found), 1)
    assert.equal(dropOldestTable(table), null)
  })
})
