import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { loadLanguageDetector } from './language.ts'

const detector = await loadLanguageDetector()

const SAMPLES: readonly [language: string, text: string][] = [
  ['en', 'The harbour was closed after the storm, officials said on Tuesday'],
  ['de', 'Der Hafen wurde nach dem Sturm geschlossen, teilte die Behörde mit'],
  ['fr', 'Le port a été fermé après la tempête, selon les autorités'],
  ['es', 'El puerto fue cerrado después de la tormenta, según las autoridades'],
  ['pt', 'O porto foi fechado depois da tempestade, segundo as autoridades'],
  ['ro', 'Portul a fost inchis dupa furtuna, au spus autoritatile'],
  ['ru', 'Порт был закрыт после шторма, сообщили власти'],
  ['el', 'Το λιμάνι έκλεισε μετά την καταιγίδα'],
  ['ja', '嵐のあと港は閉鎖された'],
  ['zh', '暴风雨过后港口关闭'],
  ['ko', '폭풍 이후 항구가 폐쇄되었다'],
  ['hi', 'तूफान के बाद बंदरगाह बंद कर दिया गया है'],
  ['no', 'Havnen ble stengt etter uværet, sier politiet i byen'],
  ['no', 'Hamna vart stengd, men dei veit ikkje kor lenge'],
  ['da', 'Havnen blev lukket efter stormen, siger politiet i byen'],
  ['sr', 'Лука је затворена после олује, кажу у општини'],
  ['sk', 'Prístav po búrke zatvorili, povedali úrady'],
  ['id', 'Pelabuhan ditutup karena badai, kata pemerintah pada hari Selasa'],
]

describe('loadLanguageDetector', () => {
  for (const [language, text] of SAMPLES) {
    it(`knows ${language}`, () => assert.equal(detector.detect(text).language, language))
  }

  it('says und where there is nothing to read', () => {
    for (const text of ['', ' ', '2024-05-01 12:00', '!!! ???', 'https://example.org/a/b']) {
      assert.deepEqual(detector.detect(text), { language: 'und', confidence: 0 })
    }
  })

  it('says und rather than guess where letters are no words, or next to nobody is sure', () => {
    for (const text of ['BTS', 'XRP', 'PSG 3-1', 'GPT-5', 'zzzz', '👍 🎉', 'Tessaly Varnholt']) {
      assert.equal(detector.detect(text).language, 'und', text)
    }
  })

  it('lets a hint settle a close call, and only that', () => {
    const close = 'Tirsdag i havnen'
    assert.equal(detector.detect(close, ['da']).language, 'da')
    assert.equal(detector.detect(close, ['nb-NO']).language, 'no')
    assert.equal(detector.detect('The harbour was closed after the storm', ['da']).language, 'en')
    assert.equal(detector.detect('The harbour was closed after the storm', [null, 'no such tag!']).language, 'en')
  })

  it('tells Croatian, Serbian in Latin letters and Bosnian by their words, and where these say nothing by hints', () => {
    assert.equal(detector.detect('Tko je vidio što se prije tjedan dana dogodilo u općini').language, 'hr')
    assert.equal(detector.detect('Ko je video šta se pre nedelju dana desilo u opštini').language, 'sr')
    const either = 'Vlada je danas usvojila budžet'
    assert.equal(detector.detect(either, ['sr-Latn']).language, 'sr')
    assert.equal(detector.detect(either, ['hr']).language, 'hr')
    assert.equal(detector.detect(either, ['bs']).language, 'bs')
    assert.equal(detector.detect('The harbour was closed after the storm', ['bs']).language, 'en')
  })

  it('takes any text and gives a confidence between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { language, confidence } = detector.detect(text)
        assert.match(language, /^[a-z]{2,3}$/u)
        assert.ok(confidence >= 0 && confidence <= 1)
      }),
      { numRuns: 300 },
    )
  })

  it('reads only the beginning of a huge text', () => {
    const started = performance.now()
    detector.detect('word '.repeat(1_000_000))
    assert.ok(performance.now() - started < 200)
  })
})
