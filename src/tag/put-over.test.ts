import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Mention } from './mentions.ts'
import { putOver } from './put-over.ts'

describe('putOver', () => {
  it('gives what a look at every pair gives: all that was found, and what touches none of it, in order', () => {
    fc.assert(
      fc.property(apart('person'), apart('place'), (mentions, found) => {
        const slow = [
          ...mentions.filter((each) => !found.some(({ from, to }) => from < each.to && to > each.from)),
          ...found,
        ]
        assert.deepEqual(
          putOver(mentions, found),
          slow.sort((a, b) => a.from - b.from),
        )
      }),
    )
  })
})

/** Mentions in order that do not overlap. */
function apart(kind: Mention['kind']): fc.Arbitrary<Mention[]> {
  return fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 4 })), { maxLength: 8 }).map((pairs) => {
    let end = 0
    return pairs.map(([gap, size]) => {
      const from = end + gap
      end = from + size
      return { from, to: end, kind }
    })
  })
}
