import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { HOUR_MS } from '../model/time.ts'
import { coldStart } from './cold-start.ts'

function candidateOf(n: number, section: string, risingScore = 0) {
  return {
    id: `a${n}`,
    title: `Headline number ${n}`,
    section,
    risingScore,
    publishedMs: 1e12 - n * HOUR_MS,
    owner: `o${n % 5}`,
  }
}

describe('coldStart', () => {
  const candidates = [
    candidateOf(0, 'economy'),
    candidateOf(1, 'economy'),
    candidateOf(5, 'economy', 40),
    candidateOf(2, 'sports'),
  ]

  it('puts what rises first, then the newest of the section, then others, and says so', () => {
    const entries = coldStart('economy', candidates, 4)
    assert.deepEqual(
      entries.map(({ id }) => id),
      ['a5', 'a0', 'a1', 'a2'],
    )
    assert.deepEqual(
      entries.map(({ reason }) => reason.text),
      ['rising now', 'new in economy', 'new in economy', 'newest in sports'],
    )
  })

  it('gives the same for any order of candidates, and nothing for none', () => {
    assert.deepEqual(coldStart('economy', candidates.toReversed(), 3), coldStart('economy', candidates, 3))
    assert.deepEqual(coldStart('economy', [], 3), [])
  })
})
