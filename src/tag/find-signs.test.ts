import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findSigns } from './find-signs.ts'
import { tokens } from './tokens.ts'

const sure = (text: string, titleUnits = 0): string[] => {
  const list = tokens(text)
  const titleEnd = list.filter((token) => token.end <= titleUnits).length
  return findSigns(list, titleEnd).sure.map(({ country, words }) => `${country}: ${words}`)
}
const forms = (text: string): string[] => findSigns(tokens(text), 0).forms.map(({ country }) => country)

describe('findSigns', () => {
  it('knows public bodies and exchanges', () => {
    assert.deepEqual(sure('It filed with the Securities and Exchange Commission.'), [
      'United States: Securities and Exchange Commission',
    ])
    assert.deepEqual(sure('The Bundesbank and the Knesset said nothing.'), ['Germany: Bundesbank', 'Israel: Knesset'])
  })

  it('reads the code of a listed company, of New York without an end', () => {
    assert.deepEqual(sure('Vole Lines <VOLE> and Tarrow Plc <TRW.L> merge.'), [
      'United States: <VOLE>',
      'United Kingdom: <TRW.L>',
    ])
    assert.deepEqual(sure('<Vole Lines Ltd> and a < b > c and <VOLELINES> and <VO'), [])
  })

  it('reads a shortened state behind a town and behind a party, and nowhere else', () => {
    assert.deepEqual(sure('A plant in Tarrow, Mich., closed.'), ['United States: Mich.'])
    assert.deepEqual(sure('Sen. Orla Vole, D-Conn, agreed.'), ['United States: D-Conn'])
    assert.deepEqual(sure('High mass, Mass. and D-day and a D-1 visa.'), [])
  })

  it('counts money up to one place', () => {
    const { sure } = findSigns(tokens('Up 3 pence, down 2 pence, 4 pence, 5 pence.'), 0)
    assert.equal(
      sure.reduce((sum, { weight }) => sum + weight, 0),
      1,
    )
  })

  it('reads countries and adjectives in a title of capitals, with a possessive, and not in tables', () => {
    assert.deepEqual(sure("NORWAY'S EXPORTS RISE", 21), ['Norway: NORWAY'])
    assert.deepEqual(sure('FINNISH EXPORTS RISE', 20), ['Finland: FINNISH'])
    assert.deepEqual(sure('NORWAY 3.4 FINLAND 2.1'), [])
  })

  it('takes legal forms for a last hint', () => {
    assert.deepEqual(sure('Vole Corp and Tarrow Plc merge.'), [])
    assert.deepEqual(forms('Vole Corp and Tarrow Plc merge.'), ['United States', 'United Kingdom'])
  })

  it('finds in a text made of others what it finds in each', () => {
    const piece = fc.constantFrom(
      'SEC.',
      'He saw <VOLE>.',
      'At Tarrow, N.Y.',
      'Three pence.',
      'Vole Plc.',
      'It rained.',
    )
    const count = (text: string) => sure(text).filter((sign) => !sign.includes('pence')).length
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const apart = pieces.reduce((sum, each) => sum + count(each), 0)
        assert.equal(count(pieces.join('\n')), apart)
      }),
    )
  })

  it('is linear: open brackets cost no more than their number', () => {
    const started = performance.now()
    findSigns(tokens('<A '.repeat(20_000)), 0)
    assert.ok(performance.now() - started < 2_000)
  })
})
