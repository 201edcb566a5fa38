import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { firstWrittenDate, weekdayOf, writtenDates } from './written-date.ts'

const iso = (text: string, language: string | null = null): string | undefined => firstWrittenDate(text, language)?.iso

test('reads one day in the spellings of many languages', () => {
  const spellings = [
    '2025-04-11', '2025/4/11', '2025.04.11', '11.04.2025', 'April 11, 2025', 'Apr. 11th, 2025', '11 April 2025', '11. April 2025', '11-Apr-2025', 'le 11 avril 2025', '11 de abril de 2025', '11 aprile 2025', '11 april 2025', '11 апреля 2025 г.', '11 kwietnia 2025', '11. dubna 2025', '2025. április 11.', '11 Nisan 2025', '11 Απριλίου 2025', '2025年4月11日', '2025년 4월 11일', '11 квітня 2025',
  ] // biome-ignore format: one list
  for (const spelling of spellings)
    assert.equal(iso(`Posted ${spelling} by the desk`)?.slice(0, 10), '2025-04-11', spelling)
})

test('keeps the precision and the zone that were written, and adds none', () => {
  assert.equal(iso('Date:2025-04-11 04:23:55'), '2025-04-11T04:23:55')
  assert.equal(iso('11 April 2025 at 4:05 p.m.'), '2025-04-11T16:05')
  assert.equal(iso('2025-04-11T04:23:55.120+02:00'), '2025-04-11T04:23:55+02:00')
  assert.equal(iso('Fri, 11 Apr 2025 04:23:55 GMT'), '2025-04-11T04:23:55Z')
  assert.equal(iso('11. April 2025, 10.30 Uhr'), '2025-04-11T10:30')
  assert.equal(firstWrittenDate('2025-04-11T04:23:55+02:00')?.atMs, Date.UTC(2025, 3, 11, 2, 23, 55))
  assert.equal(firstWrittenDate('12 a.m. on 3 May 2020')?.precision, 'day')
})

test('the language settles the order of figures', () => {
  assert.equal(iso('03/04/2025', 'en-US'), '2025-03-04')
  assert.equal(iso('03/04/2025', 'fr'), '2025-04-03')
  assert.equal(iso('25/04/2025', 'en-US'), '2025-04-25')
})

test('a month name that two languages share follows the language', () => {
  assert.equal(iso('4 listopada 2022'), '2022-11-04')
  assert.equal(iso('4. listopada 2022', 'hr'), '2022-10-04')
})

test('leaves impossible days and bare figures out', () => {
  for (const text of [
    '31.02.2020',
    '2020-13-01',
    'version 10.4.2019.7',
    'call 555-1234-5678',
    'May contain 3 nuts',
    '',
  ])
    assert.deepEqual(writtenDates(text), [], text)
})

test('any day of the last two centuries comes back from its ISO form, and nothing is thrown for any text', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (moment) => {
      const written = moment.toISOString().slice(0, 10)
      assert.equal(iso(`x ${written} y`), written)
      assert.equal(weekdayOf(moment.getTime()), moment.getUTCDay())
    }),
  )
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => Array.isArray(writtenDates(text))))
})
