import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readThings } from './read-things.ts'

describe('withHeadlines', () => {
  it('names in capitals whom the text names in ordinary letters', () => {
    const text =
      'VENTRISK SACKED AFTER VOTE .\nPrime Minister Orla Ventrisk resigned on Monday . Ventrisk said no more .\n'
    assert.deepEqual(mentionsAt(text, 'VENTRISK'), ['person'])
  })

  it('gives a company of the text the kind it has there', () => {
    const text =
      'NORVANE TO BUY MILL IN OHIO .\nNorvane Corp said on Monday it had bought a mill .\nNorvane shares fell .\n'
    assert.deepEqual(mentionsAt(text, 'NORVANE'), ['organisation'])
  })

  it('keeps a body whole where the text names a part of it', () => {
    const text = 'BANK OF CHINA CUTS RATES AGAIN .\nChina is in trouble , economists said . China will wait .\n'
    assert.deepEqual(mentionsAt(text, 'CHINA'), [])
  })
})

/** Kinds of the mentions that begin where `words` first stand. */
function mentionsAt(text: string, words: string): string[] {
  const { things, list } = readThings(text, 'en')
  const start = text.indexOf(words)
  return things
    .flatMap(({ mentions }) => mentions.filter(({ from }) => list[from]!.start === start))
    .map(({ kind }) => kind)
}
