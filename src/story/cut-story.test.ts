import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { areApart, cutInTwo } from './cut-story.ts'
import { TERM } from './story-features.ts'
import type { DocVector } from './story-vector.ts'

/** A text of length one over the terms given. */
function docOf(...terms: number[]): DocVector {
  const sorted = Uint32Array.from(terms).sort()
  const weights = new Float32Array(terms.length).fill(1 / Math.sqrt(terms.length))
  return {
    terms: sorted,
    weights,
    flags: new Uint8Array(terms.length),
    rarities: new Float32Array(0),
    heavy: new Uint16Array(0),
    nameShare: 0,
    leadNames: 0,
    words: terms.length,
  }
}

/** A text whose terms from 100 on are numbers. */
function numberedDocOf(...terms: number[]): DocVector {
  const doc = docOf(...terms)
  return { ...doc, flags: Uint8Array.from(doc.terms, (term) => (term >= 100 ? TERM.number : 0)) }
}

describe('cutInTwo', () => {
  it('parts two like events by their numbers, where words alone would not', () => {
    const words = [1, 2, 3, 4, 5, 6]
    const years = [2_005, 2_008, 2_005, 2_008, 2_005]
    const told = years.map((year) => numberedDocOf(...words, year, year * 2))
    const plain = years.map((year) => docOf(...words, year, year * 2))
    assert.deepEqual(cutInTwo(told, 0.68), [1, 3])
    assert.deepEqual(cutInTwo(plain, 0.68), [])
  })

  it('finds two stories in one and gives the smaller', () => {
    const docs = [docOf(1, 2, 3), docOf(1, 2, 4), docOf(7, 8, 9), docOf(1, 3, 4), docOf(7, 8, 6)]
    assert.deepEqual(cutInTwo(docs, 0.6), [2, 4])
  })

  it('leaves a story whole whose parts are as alike as their texts', () => {
    const docs = [docOf(1, 2, 3), docOf(1, 2, 4), docOf(1, 3, 4), docOf(2, 3, 4)]
    assert.deepEqual(cutInTwo(docs, 0.6), [])
  })

  it('never cuts off a single text, nor fewer than four', () => {
    assert.deepEqual(cutInTwo([docOf(1, 2), docOf(1, 2), docOf(1, 2), docOf(8, 9)], 0.6), [])
    assert.deepEqual(cutInTwo([docOf(1), docOf(2), docOf(3)], 0.6), [])
    assert.deepEqual(cutInTwo([], 0.6), [])
  })

  it('bears texts without terms', () => {
    assert.deepEqual(cutInTwo([docOf(), docOf(), docOf(), docOf()], 0.6), [])
  })
})

describe('areApart', () => {
  it('agrees with the cut of both together', () => {
    const [one, other] = [
      [docOf(1, 2, 3), docOf(1, 2, 4)],
      [docOf(7, 8, 9), docOf(7, 8, 6)],
    ] as const
    assert.ok(areApart(one, other, 0.68))
    assert.ok(!areApart([docOf(1, 2, 3), docOf(1, 3, 4)], [docOf(1, 2, 4), docOf(2, 3, 4)], 0.68))
  })

  it('leaves single texts and texts without terms alone', () => {
    assert.ok(!areApart([docOf(1, 2)], [docOf(3, 4), docOf(3, 5)], 0.68))
    assert.ok(!areApart([docOf(), docOf()], [docOf(), docOf()], 0.68))
  })
})
