import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readFacts } from './block-features.ts'
import { HASHED_WEIGHTS, HashedSums, hashedPlaces } from './block-scores.ts'
import { readBlocks } from './page-blocks.ts'
import { readTree } from './page-tree.ts'

const weights = Int8Array.from({ length: HASHED_WEIGHTS }, (_, index) => ((index * 2654435761) >>> 7) % 255)
const tag = fc.constantFrom(
  '<div class="body">',
  '<p>',
  '<li class=x>',
  '</div>',
  '</p>',
  '<h2 id="quay">',
  'Tides turn. ',
  'word, ',
)

test('kept sums of names equal the sum over all places, at any depth', () => {
  fc.assert(
    fc.property(fc.array(tag, { maxLength: 60 }), (parts) => {
      const sums = new HashedSums(weights, 1_000)
      for (const { block, facts, element } of readFacts(readBlocks(readTree(parts.join(''))))) {
        const slow = hashedPlaces(block, facts, element).reduce((sum, place) => sum + weights[place]!, 0)
        assert.equal(sums.sum(block, facts, element), slow)
      }
    }),
    { numRuns: 100 },
  )
})
