import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { TagKind } from '../model/tag.ts'
import { nameOf } from './agree.ts'
import { readSheet } from './features.ts'
import { mend } from './mend.ts'
import { tokens } from './tokens.ts'

/** Mends the names given, found from left to right in the text, and prints them. */
function mended(text: string, ...names: [string, TagKind][]): string[] {
  const list = tokens(text)
  let from = 0
  const mentions = names.map(([name, kind]) => {
    const words = tokens(name).map((token) => token.text)
    while (!words.every((word, at) => list[from + at]?.text === word)) from++
    const mention = { from, to: from + words.length, kind }
    from = mention.to
    return mention
  })
  return mend(mentions, list, readSheet(list), 'en').map((mention) => `${mention.kind} ${nameOf(mention, list)}`)
}

describe('mend', () => {
  it('parts two people, and takes the office off each', () => {
    assert.deepEqual(
      mended('Minister of Fisheries Osvald Tamm and Port Governor Merete Solvik were present.', [
        'Fisheries Osvald Tamm and Port Governor Merete Solvik',
        'person',
      ]),
      ['person Osvald Tamm', 'person Merete Solvik'],
    )
  })

  it('parts a business from whom it acts for, but leaves an institute its purpose', () => {
    assert.deepEqual(
      mended(
        'Brill Cement for Farrow Group, said the Orrin Institute for Materials.',
        ['Brill Cement for Farrow Group', 'organisation'],
        ['Orrin Institute for Materials', 'organisation'],
      ),
      ['organisation Brill Cement', 'organisation Farrow Group', 'organisation Orrin Institute for Materials'],
    )
  })

  it('takes agencies, clubs and makers for no people, and streets neither', () => {
    assert.deepEqual(
      mended(
        'She told Harbour Wire that Orrin Dynamo bought Greyfjord Salmon and Tarle & Finch in Drayer Lane.',
        ['Harbour Wire', 'person'],
        ['Orrin Dynamo', 'person'],
        ['Greyfjord Salmon', 'place'],
        ['Tarle', 'person'],
        ['Finch', 'person'],
        ['Drayer Lane', 'person'],
      ),
      [
        'organisation Harbour Wire',
        'organisation Orrin Dynamo',
        'organisation Greyfjord Salmon',
        'organisation Tarle & Finch',
        'place Drayer Lane',
      ],
    )
  })

  it('leaves people with such surnames people', () => {
    assert.deepEqual(mended('Lois Lane met Mr. Aden Wire.', ['Lois Lane', 'person'], ['Aden Wire', 'person']), [
      'person Lois Lane',
      'person Aden Wire',
    ])
  })

  it('takes a word built on a place of the document for no name of its own', () => {
    assert.deepEqual(
      mended(
        'The Ostravan fleet left Ostrava Bay for Ostron.',
        ['Ostravan', 'place'],
        ['Ostrava Bay', 'place'],
        ['Ostron', 'place'],
      ),
      ['place Ostrava Bay', 'place Ostron'],
    )
  })

  it('takes countries for places, schools and bands for no people, and the faithful for no name', () => {
    assert.deepEqual(
      mended(
        'Norway met Catholics at Garrin High School.',
        ['Norway', 'organisation'],
        ['Catholics', 'person'],
        ['Garrin High School', 'person'],
      ),
      ['place Norway', 'organisation Garrin High School'],
    )
  })
})
