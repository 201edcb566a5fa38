import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DENSITIES, FACES, lookClasses, lookOf, lookStyle, lookText, SIZES, THEMES } from './look.ts'

const looks = fc.record(
  {
    theme: fc.constantFrom(...THEMES),
    size: fc.constantFrom(...SIZES),
    face: fc.constantFrom(...FACES),
    density: fc.constantFrom(...DENSITIES),
  },
  { noNullPrototype: true },
)

describe('a look', () => {
  it('is read from its cookie as it was written', () => {
    fc.assert(fc.property(looks, (look) => assert.deepEqual(lookOf(lookText(look)), look)))
  })

  it('is the usual one where a cookie says nothing known', () => {
    const usual = lookOf(undefined)
    assert.equal(lookText(usual), '')
    assert.equal(lookStyle(usual), '')
    fc.assert(
      fc.property(fc.string(), (text) => {
        const look = lookOf(`x${text.replaceAll('.', '')}`)
        assert.deepEqual(look, usual)
      }),
    )
  })

  it('says the same as a style sheet and as classes', () => {
    fc.assert(
      fc.property(looks, (look) => {
        for (const said of lookStyle(look)
          .replace(/^:root\{|\}\n$/g, '')
          .split(/;(?=--|color)/))
          assert.ok(lookClasses().includes(said), said)
      }),
    )
  })
})
