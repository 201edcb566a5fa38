import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { latinForm } from './latin-form.ts'

const SPELLINGS: Readonly<Record<string, string>> = {
  // Latin
  'Łukasz Żółw': 'lukasz zolw',
  'Søren Ærø': 'soren aero',
  'İstanbul Çağrı': 'istanbul cagri',
  'Weißenfels-Übersee': 'weissenfels-ubersee',
  // Russian
  'Иван Велинский': 'ivan velinsky',
  Ельнин: 'yelnin',
  Костоев: 'kostoyev',
  Игнатьев: 'ignatyev',
  Грибачёв: 'gribachev',
  Фёдор: 'fyodor',
  'Хрущ Объедков': 'khrushch obyedkov',
  Москва́: 'moskva',
  'ЖУЛИН-ЦАРЬ': 'zhulin-tsar',
  // Bulgarian, Ukrainian, Serbian, Kazakh
  Българ: 'balgar',
  Сергій: 'serhiy',
  'Ївга Ґринь': 'yivha gryn',
  Вукић: 'vukic',
  'Ђорић Његиш': 'djoric njegis',
  Қажымұрат: 'kazhymurat',
  // Greek
  'Μητράκης Ωρίων': 'mitrakis orion',
  Παπαδρέου: 'papadreou',
  'Ευβία Ευκλείδης': 'evvia efkleidis',
  'Μπάμπης Αγγέλου': 'bampis angelou',
  Μαΐου: 'maiou',
  Ταΰγετος: 'taygetos',
}

for (const [name, latin] of Object.entries(SPELLINGS))
  test(`${name} is ${latin}`, () => assert.equal(latinForm(name), latin))

test('other scripts, digits and what stands between words stay', () => {
  for (const same of ['田中 3', 'كريم', 'हिन्दी', "o'brien & 12.5"]) assert.equal(latinForm(same), same.normalize('NFC'))
})

test('no Latin mark, no Cyrillic or Greek letter of living languages is left', () => {
  const letter = fc.constantFrom(...'abcéñőşабвгґдеёжзийклмнопрстуфхцчшщъыьэюяіїєўђјљњћџαβγδεζηθικλμνξοπρσςτυφχψωάϊΰ -')
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 40 }), (text) => assert.match(latinForm(text), /^[a-z -]*$/u)),
  )
})

test('doing it twice, or in another case or composition, changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const once = latinForm(text)
      assert.equal(latinForm(once), once)
      assert.equal(latinForm(text.normalize('NFD')), once)
    }),
    { numRuns: 2_000 },
  )
})
