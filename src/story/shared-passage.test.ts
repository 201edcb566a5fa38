import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { wordPlaces } from './match-words.ts'
import { sharedPassage } from './shared-passage.ts'

const words = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)

const passageOf = (before: string, after: string) => sharedPassage(wordPlaces(before), wordPlaces(after))

describe('sharedPassage', () => {
  it('is the whole of a text that is repeated, whatever stands around it', () => {
    const text = words('w', 80)
    const page = [...words('a', 60), ...text, ...words('z', 60)]
    assert.deepEqual(passageOf(text.join(' '), page.join(' ')), { words: 80, share: 1 })
  })

  it('goes on over replaced words', () => {
    const text = words('w', 90)
    const reworded = text.map((word, index) => (index % 5 === 1 ? `x${index}` : word))
    assert.ok(passageOf(text.join(' '), reworded.join(' ')).words >= 70)
  })

  it('ends where a sentence is new, so that two texts of one mould share little', () => {
    const mould = Array.from({ length: 8 }, (_, sentence) => words(`s${sentence}x`, 12))
    const other = mould.map((sentence, index) => (index % 2 === 0 ? sentence : words(`t${index}x`, 12)))
    assert.equal(passageOf(mould.flat().join(' '), other.flat().join(' ')).words, 12)
  })

  it('never exceeds the smaller text, and is whole for a text against itself', () => {
    const text = fc
      .array(fc.constantFrom('the', 'ferry', 'left', 'harbour', 'at', 'dawn'), { maxLength: 60 })
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { share } = passageOf(before, after)
        assert.ok(share >= 0 && share <= 1)
      }),
    )
    const unlike = words('w', 40).join(' ')
    assert.equal(passageOf(unlike, unlike).share, 1)
  })
})
