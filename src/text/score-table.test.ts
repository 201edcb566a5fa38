import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readScoreTable } from './score-table.ts'

const score = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 255 }))
const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.array(score, { maxLength: 5 })), {
  selector: ([hash]) => hash || 1, // 0 and 1 are one key
  maxLength: 200,
})

describe('readScoreTable', () => {
  it('adds what a plain map would', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 20 }), (known, others) => {
        const base64 = (array: Uint32Array | Uint8Array) => Buffer.from(array.buffer).toString('base64')
        const table = readScoreTable({
          languages: ['a', 'b', 'c', 'd', 'e'],
          hashes: base64(Uint32Array.from(known, ([hash]) => hash)),
          counts: base64(Uint8Array.from(known, ([, scores]) => scores.length)),
          pairs: base64(Uint8Array.from(known.flatMap(([, scores]) => scores.flat()))),
        })
        const plain = new Map(known.map(([hash, scores]) => [hash || 1, scores]))
        for (const hash of [...plain.keys(), ...others]) {
          const sums = new Float64Array(5)
          const expected = new Float64Array(5)
          for (const [language, found] of plain.get(hash || 1) ?? []) expected[language]! += found
          assert.equal(table.add(hash, sums), plain.has(hash || 1))
          assert.deepEqual(sums, expected)
        }
      }),
    )
  })
})
