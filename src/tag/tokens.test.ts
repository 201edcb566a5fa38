import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { MAX_TOKENS, tokens } from './tokens.ts'

const texts = (text: string) => tokens(text).map((token) => token.text)

describe('tokens', () => {
  it('parts possessives and signs from words, and keeps initials and hyphens', () => {
    assert.deepEqual(texts("Vole's ship, the Orla-on-Sea, left the U.S. on Nov. 4."), [
      'Vole',
      "'s",
      'ship',
      ',',
      'the',
      'Orla-on-Sea',
      ',',
      'left',
      'the',
      'U.S.',
      'on',
      'Nov.',
      '4.',
    ])
  })

  it('marks the first token of a sentence and of a line', () => {
    const firsts = tokens('It rained. "We go," he said.\nNext line').filter((token) => token.first)
    assert.deepEqual(
      firsts.map((token) => token.text),
      ['It', '"', 'We', 'Next'],
    )
  })

  it('gives exact, rising spans for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let end = 0
        for (const token of tokens(text)) {
          assert.ok(token.start >= end && token.end > token.start)
          assert.equal(text.slice(token.start, token.end), token.text)
          end = token.end
        }
      }),
    )
  })

  it('stops at its limit', () => assert.equal(tokens('a '.repeat(MAX_TOKENS + 10)).length, MAX_TOKENS))
})
