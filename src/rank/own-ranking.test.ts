import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { HOUR_MS } from '../model/time.ts'
import { type OwnCandidate, ownRanking, ownRecommendation } from './own-ranking.ts'

const NOW = Date.UTC(2026, 5, 10, 12)
const article = (id: number, change: Partial<OwnCandidate> = {}): OwnCandidate => ({
  id,
  publishedMs: NOW - id * HOUR_MS,
  section: 'economy',
  storyId: null,
  family: null,
  burst: 0,
  owners: 1,
  reads: 0,
  ...change,
})
const ask = { window: 'day', limit: 10 } as const

describe('the ranking of one publisher’s own articles', () => {
  it('is the newest first where nobody counts, and says that nobody does', () => {
    const list = ownRanking([article(3), article(1), article(2)], ask)
    assert.deepEqual(
      list.map(({ id }) => id),
      [1, 2, 3],
    )
    assert.ok(list.every(({ reason }) => reason.text === 'new here; nobody counts what is read'))
  })
  it('lifts what is read, and says how often', () => {
    const list = ownRanking([article(1), article(2), article(5, { reads: 400 }), article(6, { reads: 4 })], ask)
    assert.equal(list[0]!.id, 5)
    assert.equal(list[0]!.reason.text, 'reads lately, as its publisher counts: 400')
    assert.equal(list[1]!.reason.text, 'among the newest here')
  })
  it('lifts what others tell too and what rises', () => {
    const list = ownRanking([article(1), article(4, { owners: 6, burst: 9 }), article(3, { owners: 2 })], ask)
    assert.deepEqual(
      list.map(({ id, reason }) => [id, reason.text]),
      [
        [4, 'rising, told by 6 owners'],
        [3, 'told by 2 owners'],
        [1, 'new here; nobody counts what is read'],
      ],
    )
  })
  it('is the same however the candidates stand and whatever the unit of reads, tells no story again before all are told, and is best first', () => {
    const any = fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 1, max: 500 }),
        storyId: fc.option(fc.integer({ min: 1, max: 20 })),
        reads: fc.integer({ min: 0, max: 9 }),
        owners: fc.integer({ min: 0, max: 9 }),
      }),
      { selector: ({ id }) => id, maxLength: 60 },
    )
    fc.assert(
      fc.property(any, (drawn) => {
        const all = drawn.map(({ id, ...change }) => article(id, change))
        const list = ownRanking(all, { window: 'week', limit: 100 })
        const ids = list.map(({ id }) => id)
        assert.deepEqual(
          ownRanking(all.toReversed(), { window: 'week', limit: 100 }).map(({ id }) => id),
          ids,
        )
        const scaled = all.map((one) => ({ ...one, reads: one.reads * 1024 }))
        assert.deepEqual(
          ownRanking(scaled, { window: 'week', limit: 100 }).map(({ id }) => id),
          ids,
        )
        const storyOf = (id: number) => all.find((one) => one.id === id)!.storyId ?? `none ${id}`
        const distinct = new Set(ids.map(storyOf)).size
        assert.equal(new Set(ids.slice(0, distinct).map(storyOf)).size, distinct)
        assert.equal(ids.length, all.length)
        for (const [at, { score }] of list.slice(0, distinct).entries())
          assert.ok(at === 0 ? score === 0 : score <= list[at - 1]!.score)
      }),
    )
  })
})

describe('what a reader may want next on the same site', () => {
  const all = [1, 2, 3, 4, 5, 6].map((id) => article(id, { section: id % 2 === 0 ? 'economy' : 'sports' }))
  const byId = new Map(all.map((one) => [one.id, one]))
  const ranked = ownRanking(all, ask)
  it('keeps to the section, two to one, without the article and what is shown already', () => {
    const page = article(2)
    const list = ownRecommendation(ranked, byId, { page, shown: new Set([1]), limit: 4 })
    assert.deepEqual(
      list.map(({ id }) => id),
      [4, 6, 3, 5],
    )
  })
  it('is the ranking where no article is read', () => {
    const list = ownRecommendation(ranked, byId, { page: null, shown: new Set(), limit: 3 })
    assert.deepEqual(
      list.map(({ id }) => id),
      [1, 2, 3],
    )
  })
})
