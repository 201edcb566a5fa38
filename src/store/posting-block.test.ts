import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Posting, packedBlocks, postingsIn, withPostings } from './posting-block.ts'

const hashes = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }))
const ids = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 2 ** 45 }))
const posting: fc.Arbitrary<Posting> = fc.record({ hash: hashes, id: ids }, { noNullPrototype: true })
const postings = (maxLength: number) =>
  fc.uniqueArray(posting, { maxLength, size: 'max', selector: ({ hash, id }) => `${hash} ${id}` }).map(sorted)

function sorted(list: readonly Posting[]): Posting[] {
  return list.toSorted((a, b) => a.hash - b.hash || a.id - b.id)
}

describe('a block of postings', () => {
  it('gives what was packed, over as many blocks as it takes', () => {
    let several = 0
    fc.assert(
      fc.property(postings(600), (list) => {
        const blocks = packedBlocks(0, list)
        several += Number(blocks.length > 1)
        assert.deepEqual(blocks.flatMap(postingsIn), list)
        assert.equal(blocks[0]!.firstHash, 0)
        for (const [index, block] of blocks.entries()) {
          const end = blocks[index + 1]?.firstHash ?? Infinity
          for (const { hash } of postingsIn(block)) assert.ok(hash >= block.firstHash && hash < end)
          assert.ok(block.data.length <= 256 + 16 * 12, 'no block is larger than one hash makes it')
        }
      }),
      { numRuns: 200 },
    )
    assert.ok(several > 0, 'some lists take several blocks')
  })

  it('takes additions as a list of all of them does: the first ones of a hash up to the cap, none twice, sorted', () => {
    const small = fc.record(
      { hash: fc.integer({ min: 0, max: 5 }), id: fc.integer({ min: 1, max: 12 }) },
      { noNullPrototype: true },
    )
    const some = fc
      .uniqueArray(small, { maxLength: 20, selector: ({ hash, id }) => `${hash} ${id}` })
      .map((list) => sorted(list))
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 4 }), (first, added, cap) => {
        const [held] = withPostings({ firstHash: 0, data: new Uint8Array() }, first, cap) ?? packedBlocks(0, [])
        const slow = postingsIn(held!)
        const before = slow.length
        for (const one of added) {
          const same = slow.filter(({ hash }) => hash === one.hash)
          if (same.length < cap && same.every(({ id }) => id !== one.id)) slow.push(one)
        }
        const now = withPostings(held!, added, cap)
        assert.deepEqual(now?.flatMap(postingsIn) ?? slow, sorted(slow))
        assert.equal(now === null, slow.length === before)
      }),
      { numRuns: 500 },
    )
  })

  it('that is torn gives postings or none, and ends', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (data) => {
        for (const { id } of postingsIn({ firstHash: 7, data })) assert.ok(id > 0)
      }),
    )
  })
})
