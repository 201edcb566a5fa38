import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { browserBesideServer } from '../bench/recommend/browser-beside-server.ts'
import { inventedReaders, readingsOf } from '../bench/recommend/invented-readers.ts'
import { bestOf, visitBaselines } from '../bench/recommend/visit-baselines.ts'
import { scoreVisits, type VisitQuery } from '../bench/recommend/visit-measures.ts'
import { createRecommender, type VisitEvent } from '../src/rank/recommend.ts'

// What `npm run bench -- recommend` asks, small, of invented readers. Bars stand under what was reached when they were set.
const world = inventedReaders({
  seed: 20261130,
  articles: 2_000,
  readers: 150,
  visits: 1_000,
  endMs: Date.UTC(2026, 10, 30),
})

describe('measures of visits', () => {
  const queries: VisitQuery[] = [
    { items: ['a'], target: 'b' },
    { items: ['a'], target: 'c' },
    { items: ['a'], target: 'z' },
  ]

  it('count places from the top, and what was read as an empty one', () => {
    const score = scoreVisits(queries, 4, () => ['a', 'b', 'c'])
    assert.equal(score.hr20, 2 / 3)
    assert.ok(Math.abs(score.mrr20 - (1 / 2 + 1 / 3) / 3) < 1e-12)
    assert.ok(Math.abs(score.ndcg10 - (1 / Math.log2(3) + 1 / 2) / 3) < 1e-12)
    assert.equal(score.coverage, 0.5)
    assert.equal(scoreVisits([], 4, () => []).hr10, 0)
  })
})

describe('plain methods', () => {
  const events: VisitEvent[] = ['a b c', 'a b d', 'x b a', 'a c'].flatMap((line, nth) =>
    line.split(' ').map((item, at) => ({ session: `${nth}`, item, atMs: nth * 1e6 + at })),
  )
  const methods = visitBaselines(events)
  const first = (name: string, ...items: string[]) => bestOf(methods[name]!(items), items, 1)[0]

  it('say what their papers say on four visits', () => {
    assert.equal(first('popularity', 'x'), 'a')
    assert.equal(first('item co-occurrence', 'a'), 'b')
    assert.equal(first('sequential rules', 'x'), 'b')
    assert.equal(first('sequential rules', 'b'), 'c')
    assert.equal(first('S-KNN', 'x', 'b'), 'a')
    assert.equal(first('V-SKNN', 'x', 'b'), 'd', 'what every visit holds says nothing, what is rare says more')
    for (const method of Object.values(methods)) assert.ok(method(['never seen']))
  })
})

describe('recommendation for invented readers', () => {
  it('finds the next story more often than rules with neighbours do', () => {
    const cut = Math.floor(world.visits.length * 0.8)
    const train = readingsOf(world.visits.slice(0, cut))
    const queries = world.visits
      .slice(cut)
      .flatMap(({ items }) => items.slice(1).map((target, at) => ({ items: items.slice(0, at + 1), target })))
    const plain = visitBaselines(train)['rules + V-SKNN']!
    const recommender = createRecommender()
    recommender.learnWithMix(train)
    const known = world.stories.length
    const ours = scoreVisits(queries, known, ({ items }) =>
      recommender.recommend({ items, limit: 20, novel: true }).map(({ id }) => id),
    )
    const theirs = scoreVisits(queries, known, ({ items }) => bestOf(plain(items), items, 20))
    assert.ok(queries.length > 300)
    assert.ok(ours.hr20 > theirs.hr20 && ours.mrr20 > theirs.mrr20, `${JSON.stringify(ours)} ${JSON.stringify(theirs)}`)
  })

  it('ranks in the browser within two per cent of a server that ranks all stories, and far above the list that is the same for all', () => {
    const { browser, server, visits, cold, queries } = browserBesideServer(world)
    const told = `browser ${browser}, server ${server}, by visits ${visits}, cold ${cold}`
    assert.ok(queries > 300)
    assert.ok(browser >= 0.98 * server, told)
    assert.ok(browser >= 0.98 * visits, told)
    assert.ok(browser > 1.1 * cold, told)
  })
})
