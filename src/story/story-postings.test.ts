import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createPostings } from './story-postings.ts'
import type { DocVector } from './story-vector.ts'

function docOf(terms: readonly number[]): DocVector {
  const weights = Float32Array.from(terms, (term) => 0.5 ** (term % 7)) // sums of them are exact in any order
  return {
    terms: Uint32Array.from(terms),
    weights,
    flags: new Uint8Array(terms.length),
    rarities: new Float32Array(0),
    heavy: Uint16Array.from(terms.keys()),
    nameShare: 0,
    leadNames: 0,
    words: terms.length,
  }
}

const termsOf = fc.uniqueArray(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 8 })
const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), story: fc.integer({ min: 1, max: 900 }), terms: termsOf }),
  fc.record({ kind: fc.constant('drop' as const), story: fc.integer({ min: 1, max: 900 }) }),
)

describe('createPostings', () => {
  it('finds what a walk over all living stories finds, whatever was dropped before', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 400 }),
        termsOf,
        fc.integer({ min: 1, max: 10 }),
        (steps, asked, limit) => {
          const postings = createPostings()
          const held = new Map<number, Set<number>>()
          for (const one of steps) {
            if (one.kind === 'drop') {
              postings.drop(one.story)
              held.delete(one.story)
            } else {
              postings.add(one.story, docOf(one.terms))
              held.set(one.story, new Set([...(held.get(one.story) ?? []), ...one.terms]))
            }
          }
          const doc = docOf(asked)
          const slow = [...held]
            .map(([id, terms]) => {
              let sum = 0
              for (const [index, term] of doc.terms.entries()) if (terms.has(term)) sum += doc.weights[index]! ** 2
              return { id, sum }
            })
            .filter(({ sum }) => sum > 0)
            .sort((a, b) => b.sum - a.sum || a.id - b.id)
            .slice(0, limit)
          assert.deepEqual(
            postings.nearest(doc, limit),
            slow.map(({ id }) => id),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('gives a place anew after a sweep, and never finds what was dropped', () => {
    const postings = createPostings()
    for (let story = 1; story <= 5_000; story++) {
      postings.add(story, docOf([1 + (story % 3)]))
      if (story > 10) postings.drop(story - 10)
    }
    assert.deepEqual(
      postings.nearest(docOf([1, 2, 3]), 99).sort(),
      [4991, 4992, 4993, 4994, 4995, 4996, 4997, 4998, 4999, 5000],
    )
  })

  it('remembers the last stories of a common term', () => {
    const postings = createPostings()
    for (let story = 1; story <= 600; story++) postings.add(story, docOf([7]))
    const found = postings.nearest(docOf([7]), 1_000)
    assert.equal(found.length, 512)
    assert.deepEqual([found[0], found.at(-1)], [89, 600])
  })
})
