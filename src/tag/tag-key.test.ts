import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalName, tagSlug } from './tag-key.ts'

describe('tagSlug', () => {
  it('writes names for an address', () => {
    const cases: readonly [string, string][] = [
      ['Kim Jong Un', 'kim-jong-un'],
      ["Côte d'Ivoire", 'cote-d-ivoire'],
      ['U.S.', 'us'],
      ['  Vole & Sons, Inc. ', 'vole-sons-inc'],
      ['Обь', 'обь'],
      ['東京', '東京'],
      ['…', ''],
    ]
    for (const [name, slug] of cases) assert.equal(tagSlug(name), slug)
  })

  it('is stable, safe and short for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const slug = tagSlug(name)
        assert.equal(tagSlug(slug), slug)
        assert.ok(slug.length <= 80)
        assert.doesNotMatch(slug, /[\s/?#%"'<>&.]|^-|-$/u)
      }),
    )
  })
})

describe('canonicalName', () => {
  it('gives one name for many', () => {
    for (const name of ['U.S.', 'US', 'USA', 'United States']) assert.equal(canonicalName(name), 'United States')
    assert.equal(canonicalName('IMF'), 'International Monetary Fund')
    assert.equal(canonicalName('Orla Vole'), 'Orla Vole')
  })
})
