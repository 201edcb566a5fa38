import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { wordHash } from '../text/word-hashes.ts'
import { listOf, priorWord } from './prior-words.ts'

describe('priorWord', () => {
  it('knows common words, rarer words and names apart', () => {
    const [the, harbour, escapee] = ['the', 'water', 'escapee'].map((word) => priorWord(wordHash(word), listOf('en')))
    assert.ok(the!.idf < 1 && the!.kind === 'common')
    assert.ok(harbour!.idf > the!.idf && escapee!.idf > harbour!.idf)
    assert.equal(priorWord(wordHash('friday'), listOf('en')).kind, 'name')
  })

  it('gives an invented word the rarity of the unknown', () => {
    assert.deepEqual(priorWord(wordHash('quillmouthian'), listOf('en')), { idf: 8.5, kind: 'unknown' })
  })

  it('knows words of a language by that language alone', () => {
    const german = listOf('de-AT')
    assert.ok(priorWord(wordHash('war'), german).idf < 2)
    assert.ok(priorWord(wordHash('war'), listOf('en')).idf > 2)
    assert.ok(priorWord(wordHash('также'), listOf('ru')).idf < 3)
    assert.equal(priorWord(wordHash('также'), listOf('ru')).kind, 'listed')
    assert.equal(listOf('nn'), listOf('nb'))
    assert.equal(listOf('und'), listOf('en'))
  })
})
