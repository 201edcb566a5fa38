import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { markWords, snippetOf, type Wanted } from './search.ts'

const wantedWords = (...words: string[]): Wanted => ({ words: new Set(words), beginnings: [] })

const hits = (pieces: readonly { text: string; hit: boolean }[]) =>
  pieces.filter((one) => one.hit).map((one) => one.text)

describe('markWords', () => {
  it('marks wanted words in whatever form they are written', () => {
    assert.deepEqual(hits(markWords('Zürich and ZURICH, not Zuricher', wantedWords('zurich'))), ['Zürich', 'ZURICH'])
  })

  it('marks what begins so', () => {
    const wanted = { words: new Set<string>(), beginnings: ['hafen'] }
    assert.deepEqual(hits(markWords('Die Hafenarbeiter am Binnenhafen', wanted)), ['Hafenarbeiter'])
  })

  it('loses nothing of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, wanted) => {
        assert.equal(
          markWords(text, { words: new Set(wanted), beginnings: wanted })
            .map((one) => one.text)
            .join(''),
          text,
        )
      }),
    )
  })
})

describe('snippetOf', () => {
  it('shows the text around its first hit, cut between words', () => {
    const text = `${'before '.repeat(100)}harbour ${'after '.repeat(100)}`
    const pieces = snippetOf(text, wantedWords('harbour'))
    assert.deepEqual(hits(pieces), ['harbour'])
    const shown = pieces.map((one) => one.text).join('')
    assert.match(shown, /^… (?:before )+harbour (?:after ?)+ …$/)
    assert.ok(shown.length < 240)
  })

  it('shows the beginning where nothing is hit', () => {
    assert.deepEqual(snippetOf('A short text.', wantedWords('none')), [{ text: 'A short text.', hit: false }])
  })
})
