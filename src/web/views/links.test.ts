import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { languageOf, safeUrl, storyPath } from './links.ts'

describe('safeUrl', () => {
  it('lets http, https and mailto through, and nothing else', () => {
    assert.equal(safeUrl('https://tarn.example/a b'), 'https://tarn.example/a%20b')
    assert.equal(safeUrl('mailto:desk@tarn.example'), 'mailto:desk@tarn.example')
    for (const url of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc',
      'blob:https://a.example/1',
      '//tarn.example',
      '/a',
      '',
      null,
    ])
      assert.equal(safeUrl(url), null, String(url))
  })

  it('gives an address that every parser reads with the same scheme', () => {
    const scheme = fc.constantFrom(
      'javascript',
      'JAVASCRIPT',
      'https',
      'data',
      'http',
      'mailto',
      'java\tscript',
      '\u0000javascript',
    )
    fc.assert(
      fc.property(
        scheme,
        fc.string(),
        fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\u0000', ':', '/') }),
        (name, rest, noise) => {
          const safe = safeUrl(`${noise}${name}:${noise}${rest}`)
          assert.ok(safe === null || /^(?:https?|mailto):/.test(safe))
        },
      ),
    )
  })
})

describe('languageOf', () => {
  it('knows what is written from right to left, and lets the text say where nothing is known', () => {
    assert.deepEqual(languageOf('ar-EG'), { lang: 'ar-EG', dir: 'rtl' })
    assert.deepEqual(languageOf('de'), { lang: 'de', dir: 'ltr' })
    assert.deepEqual(languageOf('und'), { lang: '', dir: 'auto' })
    assert.deepEqual(languageOf('en" onclick="x'), { lang: '', dir: 'auto' })
  })
})

it('keeps a key in one step of a path', () => {
  assert.equal(storyPath('a/b?c'), '/story/a%2Fb%3Fc')
})
