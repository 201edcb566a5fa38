import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { scanWords, wordHash } from './word-hashes.ts'

function cut(text: string): string[] {
  const { starts, ends, count } = scanWords(text)
  return Array.from({ length: count }, (_, word) => text.slice(starts[word], ends[word]))
}

describe('scanWords', () => {
  it('cuts at everything that is no letter, digit, apostrophe or mark', () => {
    assert.deepEqual(cut('Ann’s far-off "harbour", 12.5 km'), ['Ann’s', 'far', 'off', 'harbour', '12', '5', 'km'])
  })

  it('agrees with a regular expression on Latin, Greek and Cyrillic text', () => {
    const letter = fc.constantFrom(...'abcXYZ019äéßÅσΩжЯ .,;-\n"')
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 60 }), (letters) => {
        const text = letters.join('')
        assert.deepEqual(cut(text), text.match(/[\p{L}\p{N}]+/gu) ?? [])
      }),
    )
  })

  it('gives one hash for one word however it is written', () => {
    assert.equal(wordHash('Élan'), wordHash('elan'))
    assert.equal(wordHash("harbour's"), wordHash('Harbour'))
    assert.notEqual(wordHash('harbour'), wordHash('harbours'))
    assert.equal(wordHash('two words'), 0)
  })

  it('lets a character of a script without spaces stand for itself', () => {
    assert.equal(cut('灯台が完成').length, 5)
  })
})
