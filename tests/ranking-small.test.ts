import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ATTACKS, inventEdition } from '../bench/ranking/edition.ts'
import { keptHourly, risesUnder, turnedByAge } from '../bench/ranking/measures.ts'
import { RANKERS } from '../bench/ranking/rankers.ts'

const EDITIONS = [1, 2, 3].map(inventEdition)
const worst = (name: string, attack: string) =>
  Math.max(...EDITIONS.map((edition) => risesUnder(ATTACKS[attack]!, RANKERS[name]!, edition).worst))

describe('the ranking beside others, in small', () => {
  for (const attack of Object.keys(ATTACKS))
    it(`lets “${attack}” raise a story by at most one place, where plain counts let it rise by many`, () => {
      assert.ok(worst('ours', attack) <= 1, `${worst('ours', attack)}`)
      for (const peer of ['Hacker News', 'Reddit hot', 'count']) assert.ok(worst(peer, attack) > 10, peer)
    })

  it('keeps its order while nothing happens, and most of its first ten from hour to hour', () => {
    for (const edition of EDITIONS) {
      assert.equal(turnedByAge(RANKERS.ours!, edition), 0)
      assert.ok(keptHourly(RANKERS.ours!, edition) > keptHourly(RANKERS.newest!, edition))
    }
    assert.ok(
      EDITIONS.some((edition) => turnedByAge(RANKERS['Hacker News']!, edition) > 0),
      'the measure can tell',
    )
  })
})
