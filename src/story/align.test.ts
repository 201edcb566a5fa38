import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { alignTexts, injectedWords } from './align.ts'

const ORIGINAL =
  'The harbour of Quillmouth was closed on Monday after a barge ran aground. Nobody was hurt, the coast guard said. ' +
  'Divers will look at the hull on Tuesday before the tide comes in. The ferry to Anvil Island waits until then.'

describe('alignTexts', () => {
  it('keeps an unchanged text whole', () => {
    const sentences = alignTexts(ORIGINAL, ORIGINAL)
    assert.equal(sentences.length, 4)
    assert.ok(sentences.every(({ kind, runs }) => kind === 'kept' && runs.length === 1))
  })

  it('tells dropped, changed and injected sentences in reading order', () => {
    const copy = ORIGINAL.replace(' Nobody was hurt, the coast guard said.', '')
      .replace('before the tide comes in', 'before the storm comes in')
      .replace('The ferry', 'The BrightWave ferry')
    assert.deepEqual(
      alignTexts(ORIGINAL, copy).map(({ kind }) => kind),
      ['kept', 'dropped', 'changed', 'injected'],
    )
  })

  it('puts the sentences of both texts together from its runs', () => {
    const sentence = fc.array(fc.constantFrom('harbour', 'barge', 'tide', 'ferry', 'island', 'storm', 'hull', 'pier'), {
      minLength: 1,
      maxLength: 8,
    })
    const text = fc
      .array(sentence, { maxLength: 6 })
      .map((sentences) => sentences.map((words) => `${words.join(' ')}.`).join(' '))
    const flat = (written: string): string => written.replace(/[\s.]/g, '')
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = alignTexts(before, after).flatMap((aligned) => aligned.runs)
        assert.equal(flat(runs.map((run) => run.after).join('')), flat(after))
        assert.equal(flat(runs.map((run) => run.before).join('')), flat(before))
      }),
    )
  })

  it('is quick for two long texts with nothing and with everything in common', () => {
    const long = Array.from({ length: 40_000 }, (_, index) => `word${index}`).join(' ')
    const repeated = 'same words again '.repeat(12_000)
    const started = performance.now()
    alignTexts(long, long)
    alignTexts(repeated, repeated)
    alignTexts(long, repeated)
    assert.ok(performance.now() - started < 3_000)
  })
})

describe('injectedWords', () => {
  const inject = (from: string, to: string) => injectedWords(ORIGINAL, ORIGINAL.replace(from, to))

  it('finds a brand glued to a word, with its place', () => {
    const copy = ORIGINAL.replace('ran aground', 'ran BrightWaveaground')
    assert.deepEqual(injectedWords(ORIGINAL, copy), [{ found: 'BrightWave', at: copy.indexOf('BrightWave') }])
  })

  it('finds a brand between two words', () => {
    assert.deepEqual(
      inject('closed on', 'closed BrightWave Capital on').map(({ found }) => found),
      ['BrightWave Capital'],
    )
  })

  it('takes a changed word, a changed ending and a new sentence for none', () => {
    assert.deepEqual(inject('barge', 'tanker'), [])
    assert.deepEqual(inject('waits', 'unwaits'), [])
    assert.deepEqual(inject('Nobody', 'Crowds came. Nobody'), [])
  })

  it('finds every brand in a text with the frame of another page around it', () => {
    const words = ORIGINAL.split(' ')
    fc.assert(
      fc.property(fc.integer({ min: 6, max: words.length - 6 }), (place) => {
        const glued = words.map((word, index) => (index === place ? `EchoPeak${word}` : word)).join(' ')
        const page = `Current:Home > Markets\nEchoPeak|Barge aground\n${glued}\nveryGood! (12)\nRelated\nTen things`
        assert.deepEqual(injectedWords(ORIGINAL, page), [
          { found: 'EchoPeak', at: page.indexOf(`EchoPeak${words[place]}`) },
        ])
      }),
    )
  })
})
