import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cutInTwo } from './cut-story.ts'
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
    heavy: new Uint8Array(0),
    nameShare: 0,
    leadNames: 0,
    words: terms.length,
  }
}

describe('cutInTwo', () => {
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
