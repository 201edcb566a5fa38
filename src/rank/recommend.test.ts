import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createRecommender, type VisitEvent } from './recommend.ts'

function visit(session: string, items: readonly string[], atMs: number): VisitEvent[] {
  return items.map((item, step) => ({ session, item, atMs: atMs + step * 1_000 }))
}

const visits = [
  ...visit('1', ['a', 'b', 'c'], 1e9),
  ...visit('2', ['a', 'b', 'd'], 2e9),
  ...visit('3', ['x', 'y'], 3e9),
  ...visit('4', ['a', 'b'], 4e9),
]

describe('createRecommender', () => {
  it('gives what readers of the same went on to, then what is much read', () => {
    const recommender = createRecommender()
    recommender.learn(visits)
    const entries = recommender.recommend({ items: ['a'], limit: 6, novel: true })
    assert.equal(entries[0]!.id, 'b')
    assert.equal(entries[0]!.reason.code, 'readers-went-on')
    assert.ok(!entries.some(({ id }) => id === 'a'))
    assert.equal(entries.find(({ id }) => id === 'x')?.reason.code, 'popular')
  })

  it('names no pair that fewer visits hold than it must', () => {
    const recommender = createRecommender({ minVisits: 2 })
    recommender.learn(visits)
    const told = recommender
      .recommend({ items: ['a', 'b'], limit: 9 })
      .filter(({ reason }) => reason.code === 'readers-went-on')
    assert.ok(
      told.every(({ id }) => id === 'a' || id === 'b'),
      JSON.stringify(told),
    )
  })

  it('works without any reader: by words, by what rises, and from nothing with nothing', () => {
    const recommender = createRecommender()
    assert.deepEqual(recommender.recommend({ items: ['a'], limit: 3 }), [])
    recommender.setSimilar((item) =>
      item === 'a'
        ? [
            { id: 'n', score: 1 },
            { id: 'm', score: 0.95 },
          ]
        : [],
    )
    assert.deepEqual(
      recommender.recommend({ items: ['a'], limit: 3 }).map(({ id }) => id),
      ['n', 'm'],
    )
    recommender.setRising(new Map([['m', 20]]))
    const [first] = recommender.recommend({ items: ['a'], limit: 3 })
    assert.deepEqual([first!.id, first!.reason.text], ['m', 'rising now'])
  })

  it('never repeats an item, never gives more than asked, never gives what was read to who wants new', () => {
    const item = fc.constantFrom(...'abcdefgh')
    const log = fc.array(fc.record({ session: fc.constantFrom('1', '2', '3'), item, atMs: fc.nat(1e9) }), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(log, fc.array(item, { maxLength: 6 }), fc.nat(8), (events, items, limit) => {
        const recommender = createRecommender({ maxVisits: 2 })
        recommender.learn(events)
        const ids = recommender.recommend({ items, limit, novel: true }).map(({ id }) => id)
        assert.ok(ids.length <= limit && new Set(ids).size === ids.length)
        assert.ok(!ids.some((id) => items.includes(id)))
      }),
    )
  })
})

describe('learnWithMix', () => {
  /** Readers of `hub` go on to whatever fits its number; those of a pair go there and back. */
  function log(count: number): VisitEvent[] {
    return Array.from({ length: count }, (_, at) => {
      const pair = at % 9
      return visit(`v${at}`, [`a${pair}`, 'hub', `b${pair}`, `a${(pair + 1) % 9}`].slice(at % 2), at * 60_000)
    }).flat()
  }

  it('recommends no worse than the given mix what the next visits read', () => {
    const events = log(900)
    const later = events.slice(-400)
    const hits = (how: 'learn' | 'learnWithMix'): number => {
      const recommender = createRecommender()
      recommender[how](events.slice(0, -400))
      return later.filter(({ session, item }, at) => {
        const before = later.slice(0, at).filter((event) => event.session === session)
        if (before.length === 0) return false
        return (
          recommender.recommend({ items: before.map((event) => event.item), limit: 1, novel: true })[0]!.id === item
        )
      }).length
    }
    assert.ok(hits('learnWithMix') >= hits('learn') && hits('learn') > 50, `${hits('learnWithMix')}, ${hits('learn')}`)
  })

  it('ends with what all events taught, in whichever parts it read them', () => {
    const together = createRecommender()
    together.learnWithMix(visits)
    const plain = createRecommender()
    plain.learn(visits)
    const query = { items: ['a'], limit: 5, novel: true }
    assert.deepEqual(together.recommend(query), plain.recommend(query)) // too few to learn a mix from
  })
})
