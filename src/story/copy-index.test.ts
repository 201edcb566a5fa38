import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createCopyIndex } from './copy-index.ts'

const shinglesOf = (values: readonly number[]): Uint32Array => Uint32Array.from(new Set(values)).sort()
const range = (from: number, to: number): Uint32Array =>
  Uint32Array.from({ length: to - from }, (_, index) => Math.imul(from + index, 0x9e3779b1) >>> 0).sort()

describe('createCopyIndex', () => {
  it('agrees with counting by hand where no fingerprint is in many documents', () => {
    const documents = fc.array(fc.array(fc.nat(200), { maxLength: 30 }), { maxLength: 12 })
    fc.assert(
      fc.property(documents, fc.array(fc.nat(200), { maxLength: 40 }), (added, asked) => {
        const index = createCopyIndex()
        for (const [docId, values] of added.entries()) index.add(docId, shinglesOf(values))
        const wanted = added
          .map((values, docId) => ({
            docId,
            shared: [...shinglesOf(values)].filter((value) => asked.includes(value)).length,
          }))
          .filter(({ shared }) => shared >= 2)
          .sort((a, b) => b.shared - a.shared || a.docId - b.docId)
        assert.deepEqual(index.candidates(shinglesOf(asked), 20), wanted.slice(0, 20))
      }),
    )
  })

  it('finds every document again after tables were sorted and merged', () => {
    const index = createCopyIndex()
    for (let docId = 0; docId < 6_000; docId++) index.add(docId, range(docId * 50, docId * 50 + 50))
    for (let docId = 0; docId < 6_000; docId += 97) {
      assert.deepEqual(index.candidates(range(docId * 50, docId * 50 + 20), 5), [{ docId, shared: 20 }])
    }
    assert.ok(index.bytes() / 6_000 < 512 + 200, `${index.bytes() / 6_000} bytes a document`)
  })

  it('drops what three unrelated articles of one host share', () => {
    const index = createCopyIndex()
    const furniture = range(1_000_000, 1_000_010)
    for (let docId = 0; docId < 4; docId++) {
      index.add(docId, shinglesOf([...range(docId * 50, docId * 50 + 50), ...furniture]), 'daily.example')
    }
    assert.deepEqual(index.candidates(shinglesOf([...range(9_000, 9_050), ...furniture]), 5, 'other.example'), [])
    const copy = shinglesOf([...range(50, 100), ...furniture])
    assert.deepEqual(index.candidates(copy, 5)[0], { docId: 1, shared: 50 })
  })

  it('keeps versions of one article on one host apart from furniture', () => {
    const index = createCopyIndex()
    for (let docId = 0; docId < 4; docId++) index.add(docId, range(0, 50), 'daily.example')
    assert.equal(index.candidates(range(0, 50), 10, 'daily.example').length, 4)
  })

  it('keeps them apart too where they were sampled more coarsely than the text asked for', () => {
    const index = createCopyIndex()
    const fine = range(0, 64).map((value) => (value << 4) | 1)
    const coarse = fine.map((value, at) => (at % 4 === 0 ? value - 1 : value)).filter((value) => value % 16 === 0)
    const longer = (from: number) => shinglesOf([...coarse, ...range(from, from + 40).map((value) => value << 4)])
    for (const from of [1_000, 2_000, 3_000]) index.add(from, longer(from), 'daily.example')
    const asked = shinglesOf([...fine.filter((value) => !coarse.includes(value - 1)), ...coarse])
    assert.equal(index.candidates(asked, 10, 'daily.example').length, 3)
  })

  it('remembers the first documents of a fingerprint that is everywhere', () => {
    const index = createCopyIndex()
    for (let docId = 0; docId < 100; docId++) index.add(docId, range(0, 20))
    const found = index.candidates(range(0, 20), 50)
    assert.equal(found.length, 16)
    assert.deepEqual(found[0], { docId: 0, shared: 20 })
  })

  it('forgets the oldest documents when there are too many', () => {
    const index = createCopyIndex({ maxDocuments: 3_000 })
    for (let docId = 0; docId < 9_000; docId++) index.add(docId, range(docId * 50, docId * 50 + 50))
    assert.deepEqual(index.candidates(range(0, 50), 5), [])
    assert.deepEqual(index.candidates(range(8_999 * 50, 9_000 * 50), 5), [{ docId: 8_999, shared: 50 }])
    assert.ok(index.bytes() < 9_000 * 300)
  })
})
