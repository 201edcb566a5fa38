import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wordHash } from '../text/word-hashes.ts'
import { priorWord } from './prior-words.ts'

describe('priorWord', () => {
  it('knows common words, rarer words and names apart', () => {
    const [the, harbour, escapee] = ['the', 'water', 'escapee'].map((word) => priorWord(wordHash(word)))
    assert.ok(the!.idf < 1 && the!.kind === 'common')
    assert.ok(harbour!.idf > the!.idf && escapee!.idf > harbour!.idf)
    assert.equal(priorWord(wordHash('friday')).kind, 'name')
  })

  it('gives an invented word the rarity of the unknown', () => {
    assert.deepEqual(priorWord(wordHash('quillmouthian')), { idf: 8.5, kind: 'unknown' })
  })
})
