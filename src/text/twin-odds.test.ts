import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { letterRuns, TWIN_ROWS, twinOdds, twinOf } from './twin-odds.ts'

const oddsOf = (language: string, text: string): number => twinOdds(language, letterRuns(text))

describe('twinOdds', () => {
  it('tells Danish from Norwegian, Czech from Slovak and Croatian from Serbian by spelling', () => {
    assert.ok(oddsOf('no', 'Nå stenger de broen mellom øyene etter uværet') > 1)
    assert.ok(oddsOf('da', 'Nu lukker de broen mellem øerne efter uvejret') > 1)
    assert.ok(oddsOf('sk', 'Mosty medzi ostrovmi zatvorili pre búrku') > 1)
    assert.ok(oddsOf('cs', 'Mosty mezi ostrovy zavřeli kvůli bouři') > 1)
    assert.ok(oddsOf('hr', 'Tko je vidio što se prije tjedan dana dogodilo na cesti') > 1)
    assert.ok(oddsOf('sr', 'Ko je video šta se pre nedelju dana desilo na putu') > 1)
  })

  it('gives one twin what it takes from the other, and nothing without a twin or without letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        assert.equal(oddsOf('da', text) + oddsOf('no', text), 0)
        assert.equal(oddsOf('fi', text), 0)
      }),
    )
    assert.equal(oddsOf('da', '12 %') + 0, 0)
    assert.deepEqual([twinOf('da'), twinOf('no'), twinOf('fi')], ['no', 'da', null])
  })
})

describe('letterRuns', () => {
  it('gives the runs of two to five letters of each word and its edges, whatever the case', () => {
    const word = fc.stringMatching(/^[a-zæøå]{1,12}$/u)
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        // Of length + 2 signs with the edges: one run less for each sign that a run is longer.
        const runs = words.map((each) =>
          [2, 3, 4, 5].reduce((sum, size) => sum + Math.max(0, [...each].length + 3 - size), 0),
        )
        const rows = letterRuns(words.join(' '))
        assert.equal(rows.length, runs.reduce((sum, count) => sum + count, 0)) // biome-ignore format: a row
        assert.ok(rows.every((row) => row >= 0 && row < TWIN_ROWS))
        assert.deepEqual(letterRuns(words.join(' ').toUpperCase()), rows)
      }),
    )
  })
})
