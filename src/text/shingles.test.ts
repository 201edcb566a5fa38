import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sampledShingles } from './shingles.ts'

const word = fc.stringMatching(/^[a-z]{2,8}$/)
const textOf = (words: readonly string[]): string => words.join(' ')
const numbered = (count: number, prefix = 'word'): string =>
  textOf(Array.from({ length: count }, (_, index) => `${prefix}${index}`))

describe('sampledShingles', () => {
  it('gives rising, distinct hashes, the same for the same text', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), (words) => {
        const shingles = sampledShingles(textOf(words))
        assert.deepEqual(shingles, sampledShingles(textOf(words)))
        for (let index = 1; index < shingles.length; index++) assert.ok(shingles[index]! > shingles[index - 1]!)
      }),
      { numRuns: 50 },
    )
  })

  it('keeps every run of a short text, and none of fewer than four words', () => {
    assert.equal(sampledShingles(numbered(40)).length, 37)
    assert.equal(sampledShingles('three small words').length, 0)
    assert.equal(sampledShingles('').length, 0)
  })

  it('samples a passage in the same way wherever it stands', () => {
    const passage = numbered(400)
    const alone = new Set(sampledShingles(passage))
    const inside = sampledShingles(`${numbered(400, 'before')} ${passage} ${numbered(400, 'after')}`)
    const shared = inside.filter((shingle) => alone.has(shingle))
    // a coarser sample of 1,200 words, a third of them the passage
    assert.ok(shared.length > 8, `${shared.length} shared`)
    assert.ok(shared.length >= inside.length / 6, `${shared.length} of ${inside.length}`)
  })

  it('does not care for case, accents, apostrophes and line breaks', () => {
    const plain = 'The café opened its doors; the mayor’s speech was long and nobody left'
    const other = "the cafe\nopened its DOORS, the mayor's speech was long... and nobody left"
    assert.deepEqual(sampledShingles(plain), sampledShingles(other))
  })

  it('tells texts apart that are written without spaces', () => {
    const first = sampledShingles('北の港で新しい灯台が完成し住民が集まった')
    const second = new Set(sampledShingles('南の山で古い橋が崩れ道路が閉鎖された'))
    assert.ok(first.length > 10)
    assert.equal(first.filter((shingle) => second.has(shingle)).length, 0)
  })

  it('stays small and quick for a text of a million words', () => {
    const started = performance.now()
    const shingles = sampledShingles('lorem '.repeat(10) + numbered(400_000))
    assert.ok(shingles.length <= 2_048)
    assert.ok(performance.now() - started < 3_000)
  })
})
