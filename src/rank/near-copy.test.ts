import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sampledShingles } from '../text/shingles.ts'
import { isNearCopy, type TextMarks } from './near-copy.ts'

/** Marks of a text of words `w0`, `w1` …: a word's number is its term. */
function marksOf(numbers: readonly number[]): TextMarks {
  const words = Uint32Array.from(new Set(numbers), (number) => number * 256 + 1).sort()
  return { words, wordCount: words.length, shingles: sampledShingles(numbers.map((number) => `w${number}`).join(' ')) }
}

const range = (from: number, count: number) => Array.from({ length: count }, (_, n) => from + n)
const original = range(0, 240)

describe('isNearCopy', () => {
  it('tells a copy of the whole, an excerpt, and a text with every eighth word replaced, either way round', () => {
    const reworded = original.map((number) => (number % 8 === 0 ? number + 5_000 : number))
    const excerpt = [...range(60, 90), ...range(7_000, 60)]
    for (const copy of [original, reworded, excerpt]) {
      assert.ok(isNearCopy(marksOf(copy), marksOf(original)))
      assert.ok(isNearCopy(marksOf(original), marksOf(copy)))
    }
  })

  it('takes no text for a copy that shares half of the words in other runs, or one sentence', () => {
    const sameWords = original.map((number) => (number % 2 === 0 ? number : number + 5_000)).reverse()
    assert.equal(isNearCopy(marksOf(sameWords), marksOf(original)), false)
    assert.equal(isNearCopy(marksOf([...range(0, 12), ...range(9_000, 228)]), marksOf(original)), false)
    assert.equal(isNearCopy(marksOf([]), marksOf([])), false)
  })

  it('counts shared words as sets do', () => {
    const text = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const shuffledRuns = (numbers: readonly number[]) => ({ ...marksOf(numbers), shingles: new Uint32Array(0) })
        const shared = one.filter((number) => other.includes(number)).length
        const expected = shared >= 0.9 * Math.min(one.length, other.length)
        assert.equal(isNearCopy(shuffledRuns(one), shuffledRuns(other)), expected)
      }),
    )
  })
})
