import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sentences } from './sentences.ts'

const texts = (text: string) => sentences(text).map((sentence) => sentence.text)

describe('sentences', () => {
  it('cuts after a full stop, question and exclamation mark', () => {
    assert.deepEqual(texts('It rained. Did it stop? No! It went on.'), [
      'It rained.',
      'Did it stop?',
      'No!',
      'It went on.',
    ])
  })

  it('does not cut after titles, initials and months', () => {
    for (const text of [
      'Lt. Gen. Ana Brod met Mr. Vole in St. Orla.',
      'J. R. Quill spoke on Nov. 4 in the U.S. Senate.',
      'Dr. Vole came at 3.45 p.m. from Orla.',
      'Am 3. Oktober kam sie an.',
    ]) {
      assert.deepEqual(texts(text), [text])
    }
  })

  it('cuts after an abbreviation where a new sentence plainly begins', () => {
    assert.deepEqual(texts('She left the U.S. The ship sailed.'), ['She left the U.S.', 'The ship sailed.'])
  })

  it('keeps closing quotes with their sentence and cuts at line ends', () => {
    assert.deepEqual(texts('"We go." They went\nA line without an end'), [
      '"We go."',
      'They went',
      'A line without an end',
    ])
  })

  it('cuts Chinese and Japanese without spaces', () => {
    assert.deepEqual(texts('港口关闭。船停了！为什么？'), ['港口关闭。', '船停了！', '为什么？'])
  })

  it('takes linear time over runs of signs', () => {
    const started = performance.now()
    for (const sign of ['.', '?', '"', '. ', 'A.', '。', '\n']) sentences(sign.repeat(200_000))
    assert.ok(performance.now() - started < 2_000)
  })

  it('gives exact, rising spans that hold everything but white space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', ' ', '.', '?', '"', '\n', 'Mr', '3', '。', '😀'), maxLength: 120 }),
        (text) => {
          let end = 0
          let kept = ''
          for (const sentence of sentences(text)) {
            assert.ok(sentence.start >= end && sentence.end > sentence.start)
            assert.equal(text.slice(sentence.start, sentence.end), sentence.text)
            kept += sentence.text
            end = sentence.end
          }
          assert.equal(kept.replace(/\s/gu, ''), text.replace(/\s/gu, ''))
        },
      ),
    )
  })
})
