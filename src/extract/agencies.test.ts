import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { creditedAgencies } from './agencies.ts'

const AP = 'The Associated Press'
const AFP = 'Agence France-Presse'
const DPA = 'Deutsche Presse-Agentur'

/** By language: how papers credit, and the agency that is named. */
const CREDITS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  en: [
    ['LISBON (Lusa) — The tide turned.', 'Lusa'], ['PORT ELLERY (AP) — The tide turned.', AP], ['PORT ELLERY, Sept 12 (Reuters) - The tide turned.', 'Reuters'],
    ['the pilot told Reuters on the quay', 'Reuters'], ['the pilot told AP on Monday', AP], ['as news agency Tidewire said', 'Tidewire'], ['according to the AFP the quay is closed', AFP],
    ['TASS has reported a high tide', 'TASS'], ['a note of The Quay News Agency', 'The Quay News Agency'], ['The tide turned, the pilot said. (AFP)', AFP],
    ['By Ada Quill, Associated Press\nThe tide turned.', AP], ['The tide turned.\n© 2024 AFP', AFP], ['The Associated Press contributed to this report.', AP], ['AP news agency said the tide turned', AP],
  ],
  es: [['PUERTO ALTO, 12 sep (EFE).- La marea cambió.', 'EFE'], ['PUERTO ALTO (AP) — La marea cambió.', AP], ['La marea cambió, informó la agencia EFE.', 'EFE'], ['según Europa Press la marea cambió', 'Europa Press'], ['La marea cambió, dijo a Reuters el piloto.', 'Reuters'], ['El muelle cerró. Con información de AP.', AP]],
  fr: [['KAI, 12 sept (AFP) - La marée a tourné.', AFP], ['La marée a tourné, rapporte l’AFP.', AFP], ['La marée a tourné (avec AFP)', AFP], ['selon l’AFP le quai est fermé', AFP], ['selon l’agence Tass, la marée a tourné', 'TASS'], ['a indiqué à l’AFP le pilote', AFP]],
  de: [['Hafenstadt (dpa) - Die Flut kam.', DPA], ['Hafenstadt (dpa/lno) – Die Flut kam.', DPA], ['Das berichtete die Nachrichtenagentur Reuters.', 'Reuters'], ['sagte der Lotse der Deutschen Presse-Agentur.', DPA], ['laut Reuters ist der Kai gesperrt', 'Reuters'], ['Die Mole ist zu, berichtete die dpa.', DPA], ['Quelle: dpa', DPA]],
  it: [['(ANSA) - PORTO ALTO, 12 SET - La marea è cambiata.', 'ANSA'], ['La marea è cambiata, riferisce l’ANSA.', 'ANSA'], ['secondo l’agenzia Adnkronos la marea è cambiata', 'Adnkronos'], ['ha detto il pilota all’ANSA', 'ANSA'], ['Il molo chiude (ANSA).', 'ANSA']],
  pt: [['Porto Alto, 12 set 2024 (Lusa) - A maré mudou.', 'Lusa'], ['disse o piloto à Lusa', 'Lusa'], ['segundo a agência Reuters a maré mudou', 'Reuters'], ['informou a agência de notícias EFE', 'EFE']],
  ru: [['ПОРТ, 12 сентября. /ТАСС/. Прилив сменился.', 'TASS'], ['ПОРТ, 12 сен — РИА Новости. Прилив сменился.', 'RIA'], ['сообщает ТАСС', 'TASS'], ['Об этом сообщает «Интерфакс»', 'Interfax'], ['передает РИА Новости', 'RIA']],
  zh: [['新华社港口9月12日电 潮水转了。', 'Xinhua'], ['据新华社报道，潮水转了。', 'Xinhua'], ['（新华社）潮水转了。', 'Xinhua'], ['据路透社报道', 'Reuters'], ['据法新社12日报道', AFP], ['来源：新华社', 'Xinhua']],
  ja: [['【港口共同】潮が変わった。', 'Kyodo News'], ['共同通信によると、潮が変わった。', 'Kyodo News'], ['（時事通信）潮が変わった', 'Jiji Press'], ['【ロイター】潮が変わった', 'Reuters'], ['【ポート＝時事】潮が変わった。', 'Jiji Press'], ['ＡＦＰ通信が報じた', AFP]],
  ar: [['الميناء (رويترز) - تغير المد.', 'Reuters'], ['قال الربان لوكالة فرانس برس', AFP], ['الميناء (أ ف ب) - تغير المد', AFP], ['ذكرت وكالة الأنباء السعودية (واس)', 'Saudi Press Agency'], ['وفق وكالة رويترز', 'Reuters']],
} // biome-ignore format: a table reads better in rows

/** What reads like a credit and is none. */
const LOOK_ALIKES = [
  'AP Moller reported a rise in freight.', 'The AP Moller group (AP Moller) - Maersk grew.', 'The rate (dpa = days per annum) rose.', 'In the AP exam (AP) students write.', 'Pupils told AP teachers that it was hard.',
  'TT Games reported a record.', 'She told TT Games about it.', 'PAP smears reported by clinics rose.', 'according to SPA rules', 'according to the SPA & Wellness guide', 'according to APA style',
  'Petra told Petra', 'Petra reported to the desk.', 'according to Petra Novak the rain came', 'according to PAP leader Lee the vote', 'MTI reported', 'laut Reutershagen', 'Belga Films reported a loss.',
  'The Free Press Journal of Dockland', 'She quoted Michael Bloomberg at length.', 'The Reuters Institute reported a fall.', 'A picture shows the mole. (Ada Quill/AFP)', 'La AP-7 sigue cortada.',
  'La casa di Ansa Rossi, secondo Ansa Rossi, chiude.', 'Она рассказала, что ТАССО закрыт.', '新华书店报道了新书。', 'O STT julgou.', 'TT Line ships told passengers to wait.',
  'The tide reported nothing. The Press_Wire, and the news of the quay.',
] // biome-ignore format: a table reads better in rows

describe('credited agencies', () => {
  for (const [language, credits] of Object.entries(CREDITS))
    it(`are found as papers in ${language} credit them`, () => {
      for (const [text, agency] of credits) assert.deepEqual(creditedAgencies(text), [agency], text)
    })

  it('are none where a name or a bracket only looks like one', () => {
    for (const text of LOOK_ALIKES) assert.deepEqual(creditedAgencies(text), [], text)
  })

  it('are found whatever stands in the paragraphs around', () => {
    const words = fc.array(fc.constantFrom('the quay', 'Ebbe', '(', ')', '.', '\n', 'é', '_', '—', '12'), {
      maxLength: 12,
    })
    const anyCredit = fc.constantFrom(...Object.values(CREDITS).flat())
    fc.assert(
      fc.property(anyCredit, words, words, ([credit, name], before, after) => {
        const found = creditedAgencies(`${before.join(' ')}.\n${credit}\n${after.join(' ')}`)
        assert.ok(found.includes(name), `${name} of ${JSON.stringify(found)}`)
      }),
      { numRuns: 300 },
    )
  })

  it('come with the most clearly credited first', () => {
    const text =
      'PORT ELLERY (Reuters) - The tide turned, according to the AFP.\nThe pilot told Interfax and later told Interfax again.'
    assert.deepEqual(creditedAgencies(text), ['Reuters', 'Interfax', AFP])
  })
})
