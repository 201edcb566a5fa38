import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { wordEvidence } from './language-words.ts'
import { letterHash } from './letter-hash.ts'

describe('wordEvidence', () => {
  it('speaks for the language whose commonest words the text has', () => {
    const best = (text: string) => [...wordEvidence(text).evidence].sort(([, a], [, b]) => b - a)[0]?.[0]
    assert.equal(best('the people of the town have been told'), 'en')
    assert.equal(best('ikkje berre dei som kjem frå byen'), 'no')
    assert.equal(best('Свако има право на слободу'), 'sr')
    assert.equal(best('Qxzv wqqk'), undefined)
  })

  it('counts words, and adds up: a text twice has twice the evidence', () => {
    assert.equal(wordEvidence('one, two... l’eau 99').words, 4)
    fc.assert(
      fc.property(fc.array(fc.constantFrom('and', 'und', 'och', 'не', 'is', 'zzz'), { maxLength: 20 }), (list) => {
        const once = wordEvidence(list.join(' ')).evidence
        const twice = wordEvidence([...list, ...list].join(', ')).evidence
        for (const [language, sum] of once) assert.ok(Math.abs(twice.get(language)! - 2 * sum) < 1e-9)
        assert.equal(twice.size, once.size)
      }),
    )
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { evidence, words } = wordEvidence(text)
        assert.ok(words <= 60)
        for (const sum of evidence.values()) assert.ok(sum > 0)
      }),
    )
  })
})

describe('letterHash', () => {
  it('knows no case and no cedilla of old keyboards', () => {
    assert.equal(letterHash('Știri'), letterHash('ştiri'))
    assert.notEqual(letterHash('stiri'), letterHash('ştiri'))
  })
})
