import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sentenceSpans } from './sentence-spans.ts'

const sentences = (text: string): string[] => sentenceSpans(text).map(([start, end]) => text.slice(start, end))

describe('sentenceSpans', () => {
  it('cuts after a mark with its quotes, and at line ends', () => {
    assert.deepEqual(sentences('She left. "Why?" he asked.\n\nNobody knew'), [
      'She left.',
      '"Why?"',
      'he asked.',
      'Nobody knew',
    ])
  })

  it('does not cut after a title or an initial', () => {
    assert.deepEqual(sentences('Mr. Ardent met Dr. J. Pell. They spoke.'), [
      'Mr. Ardent met Dr. J. Pell.',
      'They spoke.',
    ])
  })

  it('cuts at the full stops of the East', () => {
    assert.deepEqual(sentences('灯台が完成した。住民が集まった。'), ['灯台が完成した。', '住民が集まった。'])
  })

  it('leaves out nothing but white space, in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        assert.equal(sentences(text).join('').replace(/\s/g, ''), text.replace(/\s/g, ''))
      }),
    )
  })
})
