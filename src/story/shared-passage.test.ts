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
    const { words: shared, share } = passageOf(text.join(' '), page.join(' '))
    assert.deepEqual({ shared, share }, { shared: 80, share: 1 })
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

  it('counts the figures that both texts have in it', () => {
    const report = (rate: number, volume: number) =>
      `Harbour dues were fixed at ${rate} crowns a tonne on 14 March, with ${volume} tonnes landed at the inner quays`
    assert.deepEqual(passageOf(report(3, 900), report(5, 850)), {
      words: 18,
      share: 18 / 20,
      figures: 3,
      keptFigures: 1,
    })
    assert.equal(passageOf(report(3, 900), report(3, 900)).keptFigures, 3)
  })

  it('holds a caption that stands twice before the text, in both', () => {
    const caption = words('c', 30)
    const start = [...caption, ...caption, ...words('w', 30)]
    const page = [...words('own', 80), ...start]
    assert.equal(passageOf([...start, ...words('rest', 80)].join(' '), page.join(' ')).words, 90)
  })

  it('matches a text that stands twice in both, the first with the first', () => {
    const twice = [...words('w', 60), ...words('w', 60)]
    const reworded = twice.map((word, index) => (index % 7 === 3 ? `x${index}` : word))
    assert.ok(passageOf(twice.join(' '), reworded.join(' ')).words >= 95)
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
