import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { decodeFeatures, encodeFeatures, storyFeatures } from './story-features.ts'
import { numbersOf, SIGN, type StorySigns, sharedSigns } from './story-signs.ts'

const featuresOf = (text: string, language: string) =>
  storyFeatures({ title: null, text, language, tags: [], publishedMs: null, host: null })
const ENGLISH =
  'Fire broke out in the Kardan works at Velimorsk; Pavel Ozhegin counted 38 engines and 2.5 million in damage.'
const RUSSIAN =
  'Пожар на заводе «Кардан» в Велиморске тушили 38 машин, ущерб — 2,5 миллиона, сообщил директор Павел Ожегин.'

const kindOf = fc
  .tuple(fc.nat(48), fc.constantFrom(...Object.values(SIGN)))
  .map(([weight, kind]) => (weight << 2) | kind)
const signsOf = fc
  .dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'), kindOf)
  .map((held): StorySigns => {
    const rising = Object.entries(held).sort(([a], [b]) => Number(a) - Number(b))
    return {
      signs: Uint32Array.from(rising, ([sign]) => Number(sign)),
      signKinds: Uint8Array.from(rising, ([, kind]) => kind),
    }
  })

describe('storySigns', () => {
  it('finds the same names and numbers in texts of two alphabets', () => {
    const shared = sharedSigns(featuresOf(ENGLISH, 'en'), featuresOf(RUSSIAN, 'ru'), () => false)
    assert.ok(shared.rare >= 3, `${shared.rare} rare names`)
    assert.ok(shared.likeness > 0.5, `${shared.likeness}`)
    assert.equal(shared.numbers, 1)
  })

  it('outlives its bytes, and is left out of those that were written before there were signs', () => {
    const features = featuresOf(ENGLISH, 'en')
    const bytes = encodeFeatures(features)
    assert.ok(features.signs.length > 5)
    assert.deepEqual(decodeFeatures(bytes), features)
    const before = bytes.slice(0, bytes.length - features.signs.length * 5)
    before[0] = 1
    before[1] = 0
    assert.deepEqual(decodeFeatures(before).terms, features.terms)
    assert.equal(decodeFeatures(before).signs.length, 0)
  })
})

describe('numbersOf', () => {
  it('reads numbers as languages part them', () => {
    for (const text of ['1,850 and 4.5', '1.850 und 4,5', '1 850 et 4,5'])
      assert.deepEqual([...numbersOf(text)].sort(), ['1850', '4.5'], text)
    assert.deepEqual([...numbersOf('1,234,567 on 7 May at 3:20')], ['1234567', '20'])
  })
})

describe('sharedSigns', () => {
  it('is what a scan over all pairs of signs gives, whichever text is the first', () => {
    fc.assert(
      fc.property(signsOf, signsOf, fc.nat(8), (one, other, common) => {
        const isCommon = (sign: number) => sign === common
        const shared = sharedSigns(one, other, isCommon)
        let rare = 0
        let weight = 0
        for (const [a, left] of one.signs.entries()) {
          for (const [b, right] of other.signs.entries()) {
            if (left !== right) continue
            const kind = Math.max(one.signKinds[a]! % 4, other.signKinds[b]! % 4)
            const both = (Math.floor(one.signKinds[a]! / 4) + Math.floor(other.signKinds[b]! / 4)) / 64
            if (kind === SIGN.rareName && left !== common) rare++
            weight += kind === SIGN.rareName && left === common ? both * 0.3 : both
          }
        }
        const sum = ({ signKinds }: StorySigns) => signKinds.reduce((all, kind) => all + Math.floor(kind / 4) / 32, 0)
        const least = Math.min(sum(one), sum(other))
        assert.equal(shared.rare, rare)
        assert.ok(Math.abs(shared.likeness - (least > 0 ? Math.min(1, weight / least) : 0)) < 1e-9)
        assert.deepEqual(sharedSigns(other, one, isCommon), shared)
      }),
    )
  })
})
