import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { SECTIONS } from '../model/tag.ts'
import { guessSection } from './section.ts'

const MATCH =
  'Vole scored twice as Orla beat Hask 3-0 in the league match, the coach said after the victory in the stadium.'

describe('guessSection', () => {
  it('reads the section off the words', () => {
    assert.equal(guessSection({ title: null, text: MATCH, language: 'en' }).section, 'sports')
    const bank = 'The central bank raised interest rates to slow inflation; shares fell and investors sold bonds.'
    assert.equal(guessSection({ title: null, text: bank, language: 'en' }).section, 'economy')
    const fussball = 'Der Trainer lobte die Mannschaft nach dem Sieg im Spiel um den Pokal.'
    assert.equal(guessSection({ title: null, text: fussball, language: 'de' }).section, 'sports')
    assert.equal(
      guessSection({ title: null, text: '足球比赛中球员进球，球队赢得联赛冠军。', language: 'zh' }).section,
      'sports',
    )
  })

  it('lets the text overrule the page, and the page help where the text is silent', () => {
    assert.equal(
      guessSection({ title: null, text: MATCH, language: 'en', claimed: ['Home', 'Politics'] }).section,
      'sports',
    )
    assert.equal(
      guessSection({ title: null, text: 'Orla.', language: 'en', claimed: ['Home', 'Sport'] }).section,
      'sports',
    )
    assert.deepEqual(guessSection({ title: null, text: 'Orla.', language: 'en', claimed: ['Home', 'Scams'] }), {
      section: 'other',
      confidence: 0,
    })
  })

  it('calls an error page no news', () => {
    assert.equal(
      guessSection({ title: 'Page not found', text: 'Try the front page.', language: 'en' }).section,
      'not_news',
    )
  })

  it('calls the pages of shops, firms, forums and handbooks no news, and news about them news', () => {
    const texts = [
      'Our solutions fit every harbour. Contact us today.',
      'Oak mooring post, 2 m. In stock. Free shipping. Add to cart.',
      'Hi all, does anyone know how to reset the tide clock? Thanks in advance!',
      'The function returns a new list. The following example prints it.',
    ]
    for (const text of texts)
      assert.equal(guessSection({ title: null, text, language: 'en' }).section, 'not_news', text)
    const news = 'Orvel Group told shareholders that free shipping had cost it a third of its profit, and shares fell.'
    assert.equal(guessSection({ title: null, text: news, language: 'en' }).section, 'economy')
  })

  it('answers for any text and language', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 5 }), (text, language) => {
        const { section, confidence } = guessSection({ title: text, text, language, claimed: [text] })
        assert.ok(section === 'not_news' || SECTIONS.includes(section))
        assert.ok(confidence >= 0 && confidence <= 1)
      }),
    )
  })
})

it('languages with word lists of their own are told sections by words alone', () => {
  const texts: [string, string, string][] = [
    ['hi', 'sports', 'कप्तान ने मैच के बाद कहा कि बल्लेबाज और गेंदबाज अच्छा खेले, टीम ने पांच विकेट से जीत पाई।'],
    [
      'nl',
      'economy',
      'De inflatie blijft hoog en de banken verhogen de rente; beleggers op de beurs verkopen aandelen.',
    ],
    ['pl', 'sports', 'W meczu padła jedna bramka, a trener pochwalił drużynę za zwycięstwo w turnieju.'],
    ['tr', 'science', 'Bilim insanları üniversite hastanesinde kanser için yeni bir aşı üzerinde araştırma yapıyor.'],
    ['id', 'society', 'Presiden memberikan suara dalam pemilu, polisi menjaga gedung DPR dan demonstrasi.'],
  ]
  for (const [language, section, text] of texts)
    assert.equal(guessSection({ title: null, text, language }).section, section, language)
})
