import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { coldStart } from './cold-start.ts'

const story = (key: string, rankKey: number, { title = key, owner = key, burst = 0 } = {}) => ({
  key,
  title,
  rankKey,
  burst,
  owner,
})
const keys = (candidates: Parameters<typeof coldStart>[0], rising: string[] = [], limit = 20) =>
  coldStart(candidates, { rising: new Set(rising), limit }).map(({ key }) => key)

describe('coldStart', () => {
  it('puts what rises first, strongest first, then the ranking', () => {
    const candidates = [story('a', 9), story('b', 8), story('c', 1, { burst: 3 }), story('d', 2, { burst: 40 })]
    assert.deepEqual(keys(candidates, ['c', 'd']), ['d', 'c', 'a', 'b'])
    assert.deepEqual(keys(candidates, ['c', 'd'], 3), ['d', 'c', 'a'])
  })

  it('parts headlines on one thing, and gives one owner two of ten', () => {
    const alike = ['Harbour strike enters second week', 'Harbour strike enters third week']
    const one = [
      story('a', 5, { title: alike[0]! }),
      story('b', 4.9, { title: alike[1]! }),
      story('c', 4.8, { title: 'Lake Mirrin falls' }),
    ]
    assert.deepEqual(keys(one), ['a', 'c', 'b'])
    const loud = Array.from({ length: 4 }, (_, n) => story(`loud${n}`, 9 - n / 10, { owner: 'loud' }))
    const quiet = Array.from({ length: 8 }, (_, n) => story(`quiet${n}`, 5 - n))
    assert.deepEqual(keys([...loud, ...quiet]).slice(0, 4), ['loud0', 'loud1', 'quiet0', 'quiet1'])
  })

  it('gives the same for any order of candidates, and nothing for none', () => {
    const candidates = [story('a', 1), story('b', 1), story('c', 1, { burst: 2 })]
    assert.deepEqual(keys(candidates.toReversed(), ['c']), keys(candidates, ['c']))
    assert.deepEqual(keys([]), [])
  })
})
