import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isCaseOf, spellingWords } from './spelling-key.ts'
import { changedSalience, SURE, salienceFrom } from './sure-salience.ts'

const keyOf = (name: string) => spellingWords(name).join(' ')
const unit = fc.double({ min: 0.01, max: 1, noNaN: true })

describe('spellingWords', () => {
  it('gives spellings of one name one key, in whatever alphabet', () => {
    for (const same of [
      ['Iven Velinsky', 'Iven Velinskiy', 'Iven Velinskij', 'Ивен Велинский', 'ИВЕН ВЕЛИНСКИЙ'],
      ['Aleksandr Yelnin', 'Alexandr Elnin', 'Александр Ельнин'],
      ['Mikhail Orvov', 'Mihail Orvoff'.replace('ff', 'v'), 'Михаил Орвов'],
      ['Nikos Mitrakis', 'Νίκος Μητράκης'],
      ['Łukasz Wolny', 'Lukasz Volny'],
    ])
      assert.equal(new Set(same.map(keyOf)).size, 1, same.map(keyOf).join(', '))
  })

  it('keeps names of other sound apart', () => {
    assert.equal(new Set(['Jorn Vole', 'Jarn Vole', 'Jorn Vale', 'Vole Jorn'].map(keyOf)).size, 4)
  })

  it('gives nothing for what is no name', () => {
    assert.deepEqual(spellingWords(' – !'), [])
  })
})

describe('isCaseOf', () => {
  it('knows the cases of Slavic and Greek names', () => {
    for (const form of ['Велинского', 'Велинскому', 'Велинским', 'Велинском'])
      assert.ok(isCaseOf(keyOf(form), keyOf('Велинский')), form)
    for (const form of ['Орвова', 'Орвову', 'Орвовым', 'Орвове']) assert.ok(isCaseOf(keyOf(form), keyOf('Орвов')), form)
    assert.ok(isCaseOf(keyOf('Μητράκη'), keyOf('Μητράκης')))
  })

  it('and not another name', () => {
    for (const [one, other] of [
      ['karelin', 'karelov'],
      ['tar', 'tarn'],
      ['vole', 'volenko'],
    ] as const)
      assert.equal(isCaseOf(one, other), false, `${one} ${other}`)
  })

  it('is the same either way round', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aeiomgusvk'), minLength: 1, maxLength: 8 })
    fc.assert(fc.property(word, word, (one, other) => assert.equal(isCaseOf(one, other), isCaseOf(other, one))))
  })
})

describe('salience of another confidence', () => {
  it('is what it would have been, had the thing been read so at first', () => {
    fc.assert(
      fc.property(unit, unit, unit, (about, before, after) => {
        const changed = changedSalience(salienceFrom(about, before), before, after)
        assert.ok(Math.abs(changed - salienceFrom(about, after)) < 1e-6)
      }),
    )
  })

  it('rises with the confidence, and stands above the line from SURE on', () => {
    fc.assert(
      fc.property(unit, unit, unit, (about, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        assert.ok(salienceFrom(about, less) <= salienceFrom(about, more))
        assert.equal(salienceFrom(about, one) >= 0.2, one >= SURE || salienceFrom(about, one) === 0.2)
      }),
    )
  })
})
