import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createStoryHolds, type Hold } from './story-holds.ts'

const TEXTS = [1, 2, 3, 4, 5, 6]
type Choice = { parts: boolean; sides: (0 | 1 | null)[] }
const choices = fc.array(
  fc.record({
    parts: fc.boolean(),
    sides: fc.array(fc.constantFrom(0 as const, 1 as const, null), { minLength: 6, maxLength: 6 }),
  }),
  { maxLength: 5 },
)
const someTexts = fc.subarray(TEXTS)

/** The rule as it is told: pair by pair, the last choice that names both. */
function bond(all: readonly Choice[], one: number, other: number): 'together' | 'apart' | 'free' {
  for (const { parts, sides } of all.toReversed()) {
    const [left, right] = [sides[one - 1], sides[other - 1]]
    if (typeof left !== 'number' || typeof right !== 'number') continue
    return parts && left !== right ? 'apart' : 'together'
  }
  return 'free'
}

function holdsOf(all: readonly Choice[]): Map<number, Hold[]> {
  const holds = new Map<number, Hold[]>()
  for (const [choice, { parts, sides }] of all.entries())
    for (const [at, side] of sides.entries())
      if (side !== null) holds.set(at + 1, [...(holds.get(at + 1) ?? []), { choice, side, parts }])
  return holds
}

describe('story holds', () => {
  it('say what the last choice about each pair says', () => {
    fc.assert(
      fc.property(choices, someTexts, someTexts, (all, texts, others) => {
        const holds = createStoryHolds(holdsOf(all))
        const pairs = texts.flatMap((one) => others.map((other) => bond(all, one, other)))
        assert.equal(holds.mayPart(texts, others), !pairs.includes('together'))
        assert.equal(holds.mayMeet(texts, others), !pairs.includes('apart'))
      }),
    )
  })

  it('let everything move where nothing was decided', () => {
    const holds = createStoryHolds(new Map())
    assert.equal(holds.mayPart([1], [2]) && holds.mayMeet([1], [2]), true)
  })
})
