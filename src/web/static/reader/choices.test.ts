import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Choices, joinChoices, MOST_HIDDEN, MOST_READ, parseChoices } from './choices.js'

const KINDS = ['sources', 'tags', 'read'] as const
const entry = fc.record(
  { at: fc.integer({ min: 0, max: 5 }), off: fc.constant(true), name: fc.string({ maxLength: 5 }) },
  { requiredKeys: ['at'] },
)
const entries = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor', '__proto__'), entry)
const choices = fc
  .record({ sources: entries, tags: entries, read: entries })
  .map((given) => parseChoices(JSON.stringify(given)))

/** What holds of each thing, slowly: of all words about it the latest; of words of one moment, that it holds. */
function heldBy(both: readonly Choices[], kind: (typeof KINDS)[number]): string[] {
  const keys = new Set(both.flatMap((one) => Object.keys(one[kind])))
  return [...keys]
    .filter((key) => {
      const said = both.flatMap((one) => (Object.hasOwn(one[kind], key) ? [one[kind][key]!] : []))
      const latest = Math.max(...said.map(({ at }) => at))
      return said.some(({ at, off }) => at === latest && !off)
    })
    .sort()
}

describe('choices of two browsers', () => {
  it('are joined by the later word of each thing, whichever comes first', () => {
    fc.assert(
      fc.property(choices, choices, (ours, theirs) => {
        const joined = joinChoices(ours, theirs)
        const other = joinChoices(theirs, ours)
        for (const kind of KINDS) {
          const holds = (one: Choices) =>
            Object.keys(one[kind])
              .filter((key) => !one[kind][key]!.off)
              .sort()
          assert.deepEqual(holds(joined), heldBy([ours, theirs], kind))
          assert.deepEqual(holds(other), holds(joined))
        }
        assert.deepEqual(joinChoices(joined, theirs), joined)
      }),
    )
  })

  it('are bounded: the oldest are forgotten', () => {
    const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`k${at}`, { at, name: 'x'.repeat(500) }]))
    const kept = parseChoices(JSON.stringify({ sources: many, tags: many, read: many }))
    assert.equal(Object.keys(kept.sources).length, MOST_HIDDEN)
    assert.equal(Object.keys(kept.read).length, MOST_READ)
    assert.ok(Object.hasOwn(kept.read, 'k1999') && !Object.hasOwn(kept.read, 'k0'))
    assert.ok(JSON.stringify(kept).length < 64_000)
  })

  it('are none where the text is anything else', () => {
    const none = parseChoices(null)
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const found = parseChoices(text)
        assert.deepEqual(Object.keys(found), Object.keys(none))
      }),
    )
  })
})
