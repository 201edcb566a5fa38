import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type SearchPhrase, searchForms } from './search-forms.ts'
import { searchWords } from './search-words.ts'

/** Whether a word that a reader types finds a text. */
function finds(typed: string, text: string, language: string | null = null): boolean {
  const held = ` ${searchWords(text)} `
  const holds = ({ words, prefix }: SearchPhrase) => held.includes(` ${words.join(' ')}${prefix ? '' : ' '}`)
  return searchForms(searchWords(typed).split(' '), language).some(holds)
}

describe('searchForms', () => {
  it('finds Cyrillic words in all their cases', () => {
    for (const form of ['больница', 'больницы', 'больнице', 'больницу', 'больницей', 'больницам']) {
      assert.ok(finds('больница', `В городе ${form} открыта`), form)
      assert.ok(finds(form, 'новая больница'), form)
    }
    assert.ok(finds('новый', 'о новой школе'))
    assert.ok(finds('район', 'в районе'))
    assert.ok(finds('новой', 'новый'))
    assert.ok(finds('міністр', 'міністром'))
    assert.ok(!finds('больница', 'больше боли'))
  })

  it('finds words of other languages that decline them where the language is asked for', () => {
    assert.ok(finds('rząd', 'rządowi', 'pl'))
    assert.ok(!finds('rząd', 'rządowi'))
  })

  it('finds Arabic words with and without article, joined words, marks and spellings of alef', () => {
    for (const form of ['الحكومة', 'والحكومة', 'للحكومة', 'حكومة', 'بالحكومة', 'الحُكُومَة', 'حـكومة'])
      assert.ok(finds('الحكومة', `قالت ${form} اليوم`), form)
    assert.ok(finds('اسعار', 'أسعار'))
    assert.ok(!finds('حكومة', 'حكوميون'))
  })

  it('finds Korean nouns before their particles', () => {
    for (const form of ['서울', '서울에서', '서울은', '서울의']) assert.ok(finds('서울', `${form} 비가`), form)
    assert.ok(!finds('서울', '서울대'))
  })

  it('finds Chinese and Japanese words however the run is cut, up to six characters', () => {
    const cuts = searchForms(['東京', '都知事'], null).map(({ words }) => words.join(' '))
    assert.equal(cuts[0], '東京 都知事')
    assert.ok(cuts.includes('東京都 知事'))
    assert.equal(new Set(cuts).size, cuts.length)
    assert.equal(cuts.length, 15) // 2^4 cuts less the one of five characters, which is longer than a piece
    assert.equal(searchForms(['一二三四五六七'], null).length, 1)
  })

  it('finds compounds by their beginning where a language that joins words is asked for', () => {
    assert.ok(finds('Hafen', 'Die Hafenarbeiter streiken', 'de'))
    assert.ok(!finds('Hafen', 'Die Hafenarbeiter streiken'))
    assert.ok(!finds('Hof', 'Hoffnung', 'de'))
  })
})
