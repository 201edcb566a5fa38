import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { ArticleCard } from '../../model/card.ts'
import { DAY_MS } from '../../model/time.ts'
import { copyChain } from './copy-chain.ts'

const START_MS = Date.UTC(2026, 0, 10)
const NOW_MS = START_MS + 400 * DAY_MS

/** A card with only what the chain reads. */
function card(id: number, days: number, claimedDays: number | null = null): ArticleCard {
  return {
    id,
    key: `k${id}`,
    owner: `${id}.example`,
    sourceTitle: id === 2 ? 'Gold <b>Path</b>' : null,
    copyOf: id === 1 ? null : 1,
    publishedMs: START_MS + days * DAY_MS,
    claimedPublished: claimedDays === null ? null : new Date(START_MS + claimedDays * DAY_MS).toISOString(),
    redatedDays: claimedDays,
  } as ArticleCard
}

const draw = (family: readonly ArticleCard[], here = 1) => String(copyChain(family, here, NOW_MS))
const places = (picture: string) => [...picture.matchAll(/ c?x[12]?="([^"]*)%"/g)].map(([, x]) => Number(x))

describe('the chain of copies', () => {
  it('is nothing for a text alone', () => assert.equal(draw([card(1, 0)]), ''))

  it('puts the earliest on the line, copies below it when they were there, and a hollow mark where one claims to be', () => {
    const picture = draw([card(1, 0), card(2, 1), card(3, 4, 9)], 3)
    assert.match(picture, /aria-label="3 pages with this text over time, from 10 Jan 2026 to 19 Jan 2026"/)
    assert.match(picture, /<g class="first"><title>1\.example, 10 Jan 2026<\/title><circle cx="2%"/)
    assert.match(picture, /<title>Gold &lt;b&gt;Path&lt;\/b&gt;, 11 Jan 2026<\/title>.*<circle cx="34%"/)
    assert.match(picture, /<g class="copy here">.*<circle class="claim" cx="98%"/)
    assert.match(picture, /hollow: the date that it claims/)
    assert.doesNotMatch(draw([card(1, 0), card(2, 1)]), /claim/)
  })

  it('stays within its frame and its size whatever the family', () => {
    const day = fc.integer({ min: 0, max: 5_000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.option(day)), { minLength: 1, maxLength: 120 }), (copies) => {
        const family = [card(1, 0), ...copies.map(([days, claimed], at) => card(at + 2, days, claimed))]
        const picture = draw(family)
        assert.ok(places(picture).every((x) => x >= 0 && x <= 100))
        assert.ok(Number(/height="(\d+)"/.exec(picture)![1]) <= 100)
        assert.ok([...picture.matchAll(/<g /g)].length <= 60)
      }),
      { numRuns: 60 },
    )
  })
})
