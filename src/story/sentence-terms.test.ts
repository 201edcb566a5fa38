import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { rememberTerms, sentenceTerms, termOverlap } from './sentence-terms.ts'

const SPACED = ['dyke', 'Tarn', 'the', '1911', 'harbour', 'Flut', 'über', 'вода', '7', 'l’eau']
const sentenceOf = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(' '))
const sentence = sentenceOf([...SPACED, '水位'])

describe('words of a sentence with their rarity', () => {
  it('are each word once, the total being their sum', () => {
    fc.assert(
      fc.property(sentenceOf(SPACED), (text) => {
        const { hashes, weights, total } = sentenceTerms(text, 'en')
        assert.equal(new Set(hashes).size, hashes.length)
        assert.deepEqual(hashes.toSorted(), hashes)
        assert.equal(weights.length, hashes.length)
        assert.ok(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - total) < 1e-6)
        assert.deepEqual(sentenceTerms(`${text} ${text}`, 'en'), { hashes, weights, total })
      }),
    )
  })

  it('weigh a rare word more than a common one, in every language with a list', () => {
    for (const [language, common, rare] of [
      ['en', 'the', 'dyke'],
      ['de', 'und', 'Deichbruch'],
      ['ru', 'и', 'плотина'],
      ['xx', 'ku', 'Kalabau'],
    ] as const)
      assert.ok(sentenceTerms(common, language).total < sentenceTerms(rare, language).total, language)
  })

  it('overlap as sets of words do', () => {
    fc.assert(
      fc.property(sentence, sentence, (one, other) => {
        const [a, b] = [sentenceTerms(one, 'de'), sentenceTerms(other, 'de')]
        const others = new Set(b.hashes)
        const shared = a.weights.reduce((sum, weight, at) => sum + (others.has(a.hashes[at]!) ? weight : 0), 0)
        const smaller = Math.min(a.total, b.total)
        const wanted = smaller === 0 ? 0 : Math.min(1, shared / smaller)
        assert.ok(Math.abs(termOverlap(a, b) - wanted) < 1e-6)
        assert.ok(Math.abs(termOverlap(a, b) - termOverlap(b, a)) < 1e-6)
      }),
    )
  })

  it('are cut once a telling and language', () => {
    const termsOf = rememberTerms()
    assert.equal(termsOf('the dyke', 'en'), termsOf('the dyke', 'en'))
    assert.notEqual(termsOf('the dyke', 'en'), termsOf('the dyke', 'de'))
  })
})
