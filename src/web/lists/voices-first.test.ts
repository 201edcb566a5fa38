import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import type { StoryCard } from '../../model/card.ts'
import { voicesFirst } from './voices-first.ts'

type Told = { id: number; owners: number; source: string }
const rowOf = ({ id, owners, source }: Told) => ({
  story: { id, ownerCount: owners } as StoryCard, // the rule looks at nothing else
  first: { storyId: id, key: '', source, publishedMs: 0, summary: '', image: null, from: source, about: null },
})
const namesOf = (told: readonly Told[]) => voicesFirst(told.map(rowOf)).map(({ story }) => story.id)

it('gives a source that floods one place among the first ten, and moves nothing that many tell', () => {
  const flood = Array.from({ length: 12 }, (_, id) => ({ id, owners: 1, source: 'Deal Flood' }))
  const others = [
    { id: 20, owners: 1, source: 'Tarn Courier' },
    { id: 21, owners: 4, source: 'Deal Flood' },
    { id: 22, owners: 1, source: 'Harbour Wire' },
  ]
  assert.deepEqual(namesOf([...flood, ...others]).slice(0, 5), [0, 20, 21, 22, 1])
})

it('loses nothing, and keeps the order of what one source tells and of the head', () => {
  const told = fc.array(
    fc.record({ owners: fc.integer({ min: 0, max: 3 }), source: fc.constantFrom('a', 'b', 'c', 'd') }),
  )
  fc.assert(
    fc.property(told, (list) => {
      const rows = list.map((one, id) => ({ ...one, id }))
      const ids = namesOf(rows)
      assert.deepEqual(
        [...ids].sort((a, b) => a - b),
        rows.map((row) => row.id),
      )
      const alone = ids.map((id) => rows[id]!).filter((row) => row.owners <= 1)
      for (const source of 'abcd') {
        const own = alone.filter((row) => row.source === source).map((row) => row.id)
        assert.deepEqual(
          own,
          [...own].sort((a, b) => a - b),
        )
      }
      const many = rows.filter((row) => row.owners > 1).length
      const voices = many + new Set(alone.map((row) => row.source)).size
      const head = ids.slice(0, Math.min(10, voices)).map((id) => rows[id]!)
      const lone = head.filter((row) => row.owners <= 1).map((row) => row.source)
      assert.equal(new Set(lone).size, lone.length)
    }),
  )
})
