import assert from 'node:assert/strict'
import { it } from 'node:test'
import { COUNTS_MS, countsShown, createFreshCounts } from './fresh-counts.ts'

it('knows the pages that show what has moved since they were made, once they are a second old', () => {
  const counts = createFreshCounts()
  counts.note({ articleId: 7, storyId: 3 }, 5_000)
  assert.equal(counts.isOld(['s3'], 4_900, 5_000), false, 'just made: many votes make one page')
  assert.equal(counts.isOld(['s3'], 4_900, 4_900 + COUNTS_MS), true)
  assert.equal(counts.isOld(['s1', 'a7'], 4_000, 6_000), true)
  assert.equal(counts.isOld(['s3'], 5_001, 60_000), false, 'made after')
  assert.equal(counts.isOld(['s4', 'a3'], 0, 60_000), false, 'shows others')
})

it('forgets what moved longest ago, and bounds what it knows', () => {
  const counts = createFreshCounts()
  for (let id = 0; id < 30_000; id++) counts.note({ articleId: id, storyId: null }, id)
  assert.equal(counts.isOld(['a29999'], 0, 60_000), true)
  assert.equal(counts.isOld(['a0'], 0, 60_000), false)
})

it('reads the counts that a page shows off its marks', () => {
  assert.deepEqual(countsShown('<p data-counts="s3">2</p><i class="n" data-counts="a7"></i> data-counts="s3"'), [
    's3',
    'a7',
  ])
  assert.deepEqual(countsShown('<p>data-counts="s3x"</p>'), [])
})
