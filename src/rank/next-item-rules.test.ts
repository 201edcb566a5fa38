import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { NextItemRules } from './next-item-rules.ts'

const visits = fc.array(fc.array(fc.nat(6), { maxLength: 8 }), { maxLength: 12 })

function learnt(read: readonly (readonly number[])[]): NextItemRules {
  const rules = new NextItemRules(1)
  for (const visit of read) for (const [at, item] of visit.entries()) rules.learn(visit.slice(0, at), item, 1_000)
  return rules
}

/** Every ordered pair of a visit with its distance, read off one by one. */
function* pairsOf(read: readonly (readonly number[])[]): Generator<{ from: number; to: number; steps: number }> {
  for (const visit of read)
    for (let to = 0; to < visit.length; to++)
      for (let from = 0; from < to; from++)
        if (visit[from] !== visit[to]) yield { from: visit[from]!, to: visit[to]!, steps: to - from }
}

function sums(pairs: Iterable<{ to: number; weight: number }>): Map<number, number> {
  const found = new Map<number, number>()
  for (const { to, weight } of pairs) found.set(to, (found.get(to) ?? 0) + weight)
  return found
}

function assertSame(fast: ReadonlyMap<number, number>, slow: ReadonlyMap<number, number>): void {
  assert.deepEqual([...fast.keys()].sort(), [...slow.keys()].sort())
  for (const [item, score] of slow) assert.ok(Math.abs(score - fast.get(item)!) < 1e-9, `${item}`)
}

describe('NextItemRules', () => {
  it('sums one over the steps from an item to what followed, as pairs read off one by one do', () => {
    fc.assert(
      fc.property(visits, fc.nat(6), (read, item) => {
        const after = [...pairsOf(read)].filter(({ from }) => from === item)
        assertSame(learnt(read).score([item], 1_000), sums(after.map(({ to, steps }) => ({ to, weight: 1 / steps }))))
        const direct = after.filter(({ steps }) => steps === 1).map(({ to }) => ({ to, weight: 1 }))
        assertSame(learnt(read).rightAfter(item, 1_000), sums(direct))
      }),
    )
  })

  it('knows from where readers came to an item', () => {
    fc.assert(
      fc.property(visits, fc.nat(6), (read, item) => {
        const before = [...pairsOf(read)].filter(({ to }) => to === item)
        const slow = sums(before.map(({ from, steps }) => ({ to: from, weight: 1 / steps })))
        assertSame(learnt(read).leadersTo(item, 1_000), slow)
      }),
    )
  })

  it('follows two steps as shares of the ways on, and never back to where it began', () => {
    const rules = learnt([[1, 2], [1, 3], [2, 4], [2, 1], [3, 4]]) // biome-ignore format: visits
    const two = rules.twoSteps(1)
    assert.deepEqual([...two], [[4, 0.5 * 0.5 + 0.5]])
  })

  it('forgets a leader with the rule that it lost', () => {
    const rules = new NextItemRules(1)
    rules.learn([1], 2, 0)
    for (let item = 3; item < 203; item++) rules.learn([1], item, 1_000)
    assert.equal(rules.score([1], 1_000).size, 200)
    assert.equal([...Array(203).keys()].filter((item) => rules.leadersTo(item, 1_000).has(1)).length, 200)
  })

  it('keeps what too few visits hold to itself', () => {
    const rules = new NextItemRules(2)
    rules.learn([1], 2, 0)
    assert.deepEqual([rules.rightAfter(1, 0).size, rules.leadersTo(2, 0).size, rules.twoSteps(1).size], [0, 0, 0])
  })
})
