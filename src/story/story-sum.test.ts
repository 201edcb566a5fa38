import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { TERM } from './story-features.ts'
import { emptyStory, sumOfStories, withDoc } from './story-sum.ts'
import type { DocVector, StoryVector } from './story-vector.ts'

/** A text of these terms; weights are sixteenths, so that sums are exact in any order, and a term divisible by three is a name. */
function textOf(weights: ReadonlyMap<number, number>): DocVector {
  const terms = Uint32Array.from(weights.keys()).sort()
  return {
    terms,
    weights: Float32Array.from(terms, (term) => weights.get(term)! / 16),
    rarities: new Float32Array(0),
    flags: Uint8Array.from(terms, (term) => (term % 3 === 0 ? TERM.name : 0)),
    heavy: new Uint16Array(0),
    nameShare: 0,
    leadNames: 0,
    words: terms.length,
  }
}

const text = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 16 })), { maxLength: 12 })
  .map((pairs) => textOf(new Map(pairs)))
const sumOf = (texts: readonly DocVector[]) => texts.reduce((story, each) => withDoc(story, each, 1), emptyStory())

/** The same by a map from term to what is added up. */
function slowSum(texts: readonly DocVector[]) {
  const held = new Map<number, { sum: number; texts: number; flags: number }>()
  for (const { terms, weights, flags } of texts)
    for (const [place, term] of terms.entries()) {
      const known = held.get(term) ?? { sum: 0, texts: 0, flags: 0 }
      held.set(term, {
        sum: known.sum + weights[place]!,
        texts: known.texts + 1,
        flags: known.flags | flags[place]!,
      })
    }
  const all = [...held].sort(([a], [b]) => a - b)
  const square = (rows: typeof all) => Math.sqrt(rows.reduce((sum, [, row]) => sum + row.sum ** 2, 0))
  const names = all.filter(([, { flags }]) => flags & TERM.name)
  return {
    terms: all.map(([term]) => term),
    sums: all.map(([, { sum }]) => sum),
    texts: all.map(([, row]) => row.texts),
    flags: all.map(([, { flags }]) => flags),
    count: texts.length,
    length: square(all),
    nameLength: square(names),
    coreSum: names.reduce((sum, [, row]) => (row.texts * 2 >= texts.length ? sum + row.sum : sum), 0),
    words: texts.reduce((sum, { words }) => sum + words, 0),
  }
}

function plain({ terms, sums, texts, flags, ...rest }: StoryVector) {
  return { terms: [...terms], sums: [...sums], texts: [...texts], flags: [...flags], ...rest }
}

describe('the sum of a story', () => {
  it('is what adding up term by term gives', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        assert.deepEqual(plain(sumOf(texts)), slowSum(texts))
      }),
    )
  })
  it('is without a text what the others add up to', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), text, (texts, other) => {
        assert.deepEqual(plain(withDoc(sumOf([...texts, other]), other, -1)), slowSum(texts))
      }),
    )
  })
  it('of two stories is that of all their texts', () => {
    const some = fc.array(text, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(some, some, (ones, others) => {
        assert.deepEqual(plain(sumOfStories(sumOf(ones), sumOf(others))), slowSum([...ones, ...others]))
      }),
    )
  })
  it('keeps the heaviest terms where it would hold more than twice as many as it may', () => {
    const heavy = new Map(Array.from({ length: 500 }, (_, at) => [at + 1, 16]))
    const light = new Map(Array.from({ length: 700 }, (_, at) => [at + 1_000, 2 + (at % 14)]))
    const { terms, sums } = sumOf([textOf(heavy), textOf(light)])
    const least = Math.min(...sums)
    const dropped = [...light].filter(([term]) => !terms.includes(term))
    assert.ok(dropped.length > 0 && dropped.every(([, weight]) => weight / 16 < least))
    assert.ok(terms.length >= 512 && [...heavy.keys()].every((term) => terms.includes(term)))
    assert.deepEqual(
      [...terms],
      [...terms].sort((a, b) => a - b),
    )
  })
})
