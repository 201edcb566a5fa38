import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { AlignedSentence } from '../../model/copy.ts'
import { changedSentence, changedSentences, isChanged, wordCounts } from './changed-words.ts'

const kept = (before: string, after: string): AlignedSentence => ({
  kind: 'kept',
  runs: [{ kind: 'kept', before, after }],
})
const printed = (sentence: AlignedSentence) => String(changedSentence(sentence)).trim()

describe('words that changed', () => {
  it('keep the signs between them, and show where a sign alone was taken out or put in', () => {
    for (const [before, after, wanted] of [
      ['Varga left Tarn.', 'Varga left, Tarn.', 'Varga left<ins>,</ins> Tarn.'],
      ['Varga left, Tarn.', 'Varga left Tarn.', 'Varga left<del>,</del> Tarn.'],
      ['It is over.', 'It is over?', 'It is over<del>.</del><ins>?</ins>'],
      ['She said “no” today.', 'She said no today.', 'She said <del>“</del>no<del>”</del> today.'],
    ] as const) {
      assert.equal(printed(kept(before, after)), wanted)
      assert.ok(isChanged(kept(before, after)))
    }
  })

  it('take white space, capitals and the shape of quotation marks for no change', () => {
    for (const [before, after] of [
      ['the  ferry left', 'The ferry left'],
      ['Varga’s “ferry” left', `Varga's "ferry" left`],
    ] as const)
      assert.equal(isChanged(kept(before, after)), false, before)
  })

  it('read, without what went out, as the text of now', () => {
    const text = fc.array(fc.constantFrom('left', 'Tarn', ', ', ' ', '. ', ' – ', ' “', '” '), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const now = printed(kept(before.join(''), after.join('')))
        const flat = now.replace(/<del>.*?<\/del>/gu, '').replace(/<\/?ins>/gu, '')
        assert.equal(flat.replace(/\s+/gu, ' ').trim(), after.join('').replace(/\s+/gu, ' ').trim())
      }),
    )
  })

  it('are counted without signs, and stand without the sentences that stayed', () => {
    const changed: AlignedSentence = {
      kind: 'changed',
      runs: [
        { kind: 'kept', before: 'The ', after: 'The ' },
        { kind: 'changed', before: 'old harbour ', after: 'port ' },
      ],
    }
    const same = kept('Nobody was hurt.', 'Nobody was hurt.')
    assert.deepEqual(wordCounts([changed, same]), { out: 2, in: 1 })
    const parts = changedSentences([same, changed, same, changed], 1).map(String)
    assert.equal(parts.length, 1)
    assert.match(parts[0] ?? '', /… .*The <del>old harbour <\/del><ins>port <\/ins>/s)
  })
})
