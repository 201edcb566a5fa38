import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isSporting } from './sporting.ts'
import { tokens } from './tokens.ts'

describe('isSporting', () => {
  it('knows a sport that opens the headline, and several words of sport', () => {
    assert.equal(isSporting(tokens('NHL ICE HOCKEY - STANDINGS .\nTORONTO 4 3 1')), true)
    assert.equal(isSporting(tokens('The striker missed a penalty in the second half .')), true)
  })

  it('takes one such word, or few of them in a long text, for none', () => {
    assert.equal(isSporting(tokens('The minister said there was no match for the army .')), false)
    const long = `${'The minister spoke of taxes again today . '.repeat(60)}The match and the season are over .`
    assert.equal(isSporting(tokens(long)), false)
    assert.equal(isSporting([]), false)
  })
})
