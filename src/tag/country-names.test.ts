import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countryCalled } from './country-names.ts'
import { tagArticle } from './tag-article.ts'

const LANGUAGES = [
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'ru',
  'uk',
  'el',
  'ar',
  'fa',
  'hi',
  'bn',
  'zh',
  'ja',
  'ko',
  'th',
  'tr',
  'vi',
]
const namesOf = (text: string, language: string) =>
  tagArticle({ title: null, text, language })
    .flatMap(({ name, kind }) => (kind === 'place' ? [name] : []))
    .toSorted()

describe('countryCalled', () => {
  it('gives every country of every language that the runtime has its English name, by the name that CLDR gives it', () => {
    const english = new Intl.DisplayNames('en', { type: 'region' })
    for (const language of LANGUAGES) {
      const own = new Intl.DisplayNames(language, { type: 'region' })
      for (const code of ['NO', 'FR', 'DE', 'JP', 'IN', 'BR', 'KE', 'NZ', 'NE', 'NG'])
        assert.equal(countryCalled(own.of(code)!, language), english.of(code), `${language} ${code}`)
    }
  })

  it('knows cases in Slavic languages and Greek, and particles in Korean and Arabic', () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['Норвегию', 'ru', 'Norway'],
      ['НОРВЕГИЕЙ', 'ru', 'Norway'],
      ['Norwegii', 'pl', 'Norway'],
      ['Norvešku', 'hr', 'Norway'],
      ['Νορβηγίας', 'el', 'Norway'],
      ['노르웨이에서', 'ko', 'Norway'],
      ['وفرنسا', 'ar', 'France'],
    ]
    for (const [name, language, country] of cases) assert.equal(countryCalled(name, language), country, name)
  })

  it('tells countries of like names apart, in their cases too', () => {
    assert.equal(countryCalled('Нигера', 'ru'), 'Niger')
    assert.equal(countryCalled('Нигерии', 'ru'), 'Nigeria')
    assert.equal(countryCalled('Словакии', 'ru'), 'Slovakia')
    assert.equal(countryCalled('Словении', 'ru'), 'Slovenia')
    assert.equal(countryCalled('Австрии', 'ru'), 'Austria')
  })

  it('gives nothing for a town, an invented name, another language, or what is no language', () => {
    assert.equal(countryCalled('Карелин', 'ru'), null)
    assert.equal(countryCalled('Tarvonien', 'de'), null)
    assert.equal(countryCalled('Norvegia', 'de'), null)
    for (const language of ['', 'und', 'x-nothing', '??']) assert.equal(countryCalled('Norwegen', language), null)
  })
})

describe('a country is one tag', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['de', 'Der Premier reist nach Norwegen. Frankreich stimmt zu.'],
    ['ja', '首相はノルウェーに到着した。フランスが署名する。'],
    ['ko', '총리가 노르웨이에 도착했다. 프랑스는 서명한다.'],
    ['ar', 'وصل رئيس الوزراء إلى النرويج يوم الاثنين. وفرنسا ترحب.'],
    ['hi', 'प्रधानमंत्री नॉर्वे पहुँचे। फ्रांस हस्ताक्षर करेगा।'],
    ['pl', 'Premier przybył do Norwegii. Francja podpisze umowę.'],
  ]
  for (const [language, text] of texts)
    it(`in ${language}`, () => assert.deepEqual(namesOf(text, language), ['France', 'Norway']))

  it('with all its mentions, exact in the text', () => {
    const text = 'Премьер прибыл в Норвегию в понедельник. Норвегия подпишет договор.'
    const [norway] = tagArticle({ title: null, text, language: 'ru' })
    assert.deepEqual(
      norway?.spans.map(([start, end]) => text.slice(start, end)),
      ['Норвегию', 'Норвегия'],
    )
  })
})
