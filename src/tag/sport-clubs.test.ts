import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readThings } from './read-things.ts'

describe('withClubs', () => {
  it('takes who stands in lines of results for clubs, though they are towns', () => {
    const report =
      'SOCCER - CUP RESULTS .\nLONDON 1996-11-02\nResults of matches on Saturday :\nWhitby 2 Selby 0\nTruro v Redruth\n'
    assert.deepEqual(namesOf(report, 'organisation'), ['redruth', 'selby', 'truro', 'whitby'])
    assert.deepEqual(namesOf(report, 'place'), ['london'])
  })

  it('reads past the scorers in brackets', () => {
    const report = 'SOCCER - SUMMARIES .\nGroningen 1 ( Dennis Zwart 88 ) Volendam 1 ( Henk Tol 3 ) .\n'
    assert.deepEqual(namesOf(report, 'organisation'), ['groningen', 'volendam'])
  })

  it('takes standings for clubs, countries for countries, and a dateline for neither', () => {
    const report = 'SOCCER - GROUP STANDINGS .\nOSLO 1996-10-09\nHungary 3 2 1 0 7 2 7\nBoston 14 9 3 2 27 11 30\n'
    assert.deepEqual(namesOf(report, 'place'), ['hungary', 'oslo'])
    assert.deepEqual(namesOf(report, 'organisation'), ['boston'])
  })

  it('parts who plays from where in a list of games to come', () => {
    const report = 'BASEBALL - GAMES .\nTORONTO AT CHICAGO\n'
    assert.deepEqual(namesOf(report, 'organisation'), ['toronto'])
    assert.deepEqual(namesOf(report, 'place'), ['chicago'])
  })

  it('knows a club by its town alone once it was named in full', () => {
    const report = 'SOCCER - RESULTS .\nSelby Rovers 2 Truro 0\nSelby manager Alan Trewin was pleased .\n'
    assert.equal(kindAt(report, 'Selby manager'), 'organisation')
  })

  it('leaves players alone, and towns behind a word that only places follow', () => {
    const report =
      'TENNIS - RESULTS .\nAnna Keller 6 Mia Lindt 3\nSOCCER - RESULTS .\nWhitby 2 Selby 0\nThe referee lives in Whitby .\n'
    assert.deepEqual(namesOf(report, 'person'), ['anna keller', 'mia lindt'])
    assert.equal(kindAt(report, 'Whitby .'), 'place')
  })

  it('takes the sport of a headline for no name', () => {
    const report = 'RUGBY UNION - SCOTLAND NAME SIDE .\nScotland on Monday named their team .\n'
    assert.deepEqual(namesOf(report, 'place'), ['scotland'])
    assert.deepEqual(namesOf(report, 'organisation'), [])
  })

  it('changes nothing in a text of another matter', () => {
    assert.deepEqual(namesOf('Whitby 2 Selby 0\nThe minister spoke in Whitby .\n', 'organisation'), [])
  })
})

function namesOf(text: string, kind: string): string[] {
  return readThings(text, 'en')
    .things.filter((thing) => thing.kind === kind)
    .map(({ name }) => name.toLowerCase())
    .sort()
}

/** The kind of the mention that begins where `words` stand in the text. */
function kindAt(text: string, words: string): string | undefined {
  const { things, list } = readThings(text, 'en')
  const start = text.indexOf(words)
  return things.flatMap((thing) => thing.mentions).find(({ from }) => list[from]!.start === start)?.kind
}
