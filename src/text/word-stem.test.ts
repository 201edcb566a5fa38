import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inflectionOf, plainWord, wordStem } from './word-stem.ts'

function stems(language: string, words: string): Set<string> {
  const inflection = inflectionOf(language)
  assert.ok(inflection)
  return new Set(words.split(' ').map((word) => wordStem(plainWord(word), inflection)))
}

describe('wordStem', () => {
  it('brings the forms of one word together', () => {
    const forms: [language: string, words: string][] = [
      ['ru', 'больница больницы больнице больницу больницей больницам больницах'],
      ['ru-RU', 'Грибанов Грибанова Грибанову Грибановым Грибанове'],
      ['ru', 'новая нового новому новую новыми'],
      ['uk', 'міністр міністра міністру міністром міністрами'],
      ['pl', 'rząd rządu rządowi rządem'],
      ['cs', 'hrad hradu hradem hradům hrady'],
      ['hr', 'grad grada gradu gradom gradovi gradova'],
      ['fi', 'talo talon talossa talosta taloon talolla'],
      ['tr', 'şehir şehirde şehirden şehirler'],
      ['hu', 'kormány kormánynak kormányban'],
    ]
    for (const [language, words] of forms) assert.equal(stems(language, words).size, 1, words)
  })

  it('keeps different words apart, and three letters at least', () => {
    assert.equal(stems('ru', 'больница больше боль завод закон').size, 5)
    assert.deepEqual(stems('ru', 'мэр мэра мэром'), new Set(['мэр']))
    assert.deepEqual(stems('fi', 'en on'), new Set(['en', 'on']))
  })

  it('has nothing to do in languages whose words hardly change', () => {
    for (const language of ['en', 'es', 'zh', 'und', '']) assert.equal(inflectionOf(language), null)
  })
})
