import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fitMix, GIVEN_MIX, type MixExample, mixScore, VOICES } from './learnt-mix.ts'

const said = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: VOICES.length,
  maxLength: VOICES.length,
})

/** Examples in which `voice` is always loudest for the item that was read, and the others say anything. */
function examplesOf(voice: number, count: number, single: boolean): MixExample[] {
  let seed = 7
  const next = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  return Array.from({ length: count }, (_, at) => {
    const candidates = Array.from({ length: 5 }, () => Float64Array.from(VOICES, () => next()))
    const chosen = at % 5
    for (const [place, candidate] of candidates.entries()) candidate[voice] = place === chosen ? 1 : next() / 2
    return { candidates, chosen, single }
  })
}

const first = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores))

describe('mixScore', () => {
  it('is the sum of every weight times its feature, written out one by one', () => {
    fc.assert(
      fc.property(said, fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 32, maxLength: 32 }), fc.boolean(), (voices, mix, single) => {
        const steep = voices.map((share) => Math.log(1 + 100 * share) / Math.log(101))
        const features = [...voices, ...steep, ...(single ? [...voices, ...steep] : voices.flatMap(() => [0, 0]))]
        const slow = features.reduce((sum, feature, at) => sum + feature * mix[at]!, 0)
        assert.ok(Math.abs(slow - mixScore(mix, Float64Array.from(voices), single)) < 1e-9)
      }),
    ) // biome-ignore format: one property
  })
})

describe('fitMix', () => {
  it('comes to trust the voice that is right, whichever it is, and for visits of one item apart', () => {
    for (const [voice] of VOICES.entries()) {
      const mix = fitMix(examplesOf(voice, 400, false))
      const fresh = examplesOf(voice, 900, false).slice(400)
      const right = fresh.filter(
        ({ candidates, chosen }) => first(candidates.map((one) => mixScore(mix, one, false))) === chosen,
      )
      assert.ok(right.length > 0.95 * fresh.length, `${VOICES[voice]}: ${right.length} of ${fresh.length}`)
    }
  })

  it('keeps the given mix where there is too little to learn from', () => {
    assert.deepEqual(fitMix(examplesOf(3, 199, false)), GIVEN_MIX)
  })

  it('gives the same weights for the same examples', () => {
    assert.deepEqual(fitMix(examplesOf(2, 300, true)), fitMix(examplesOf(2, 300, true)))
  })
})
