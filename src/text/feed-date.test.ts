import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFeedDate } from './feed-date.ts'

const DATES: readonly (readonly [string, string])[] = [
  // RFC 822, and what is made of it
  ['Tue, 03 Nov 2026 08:05:09 GMT', '2026-11-03T08:05:09Z'],
  ['Tue, 3 Nov 26 08:05 +0130', '2026-11-03T08:05:00+01:30'],
  ['Tue, 03 Nov 2026 08:05:09 AT', '2026-11-03T08:05:09-04:00'],
  ['3 Nov 2026 08:05:09 EST', '2026-11-03T08:05:09-05:00'],
  ['Tuesday, November 3, 2026 - 3:07pm', '2026-11-03T15:07:00Z'],
  ['Nov. 3, 2026, 12:57 a.m.', '2026-11-03T00:57:00Z'],
  ['Tue, 3rd Nov 2026 08:05:09 GMT-07:00', '2026-11-03T08:05:09-07:00'],
  ['Tue, 03 Nov 2026 08:05:09 GMT+0000 (UTC)', '2026-11-03T08:05:09Z'],
  ['Tue, 03 Nov, 2026 08:05:09 A', '2026-11-03T08:05:09Z'],
  ['Tue Nov  3 08:05:09 2026', '2026-11-03T08:05:09Z'],
  ['Tue Nov  3 08:05:09 CET 2026', '2026-11-03T08:05:09+01:00'],
  ['Tue, 2026/11/03 08:05:09 EDT', '2026-11-03T08:05:09-04:00'],
  ['Tue, 30 Jun 2026 08:05:09 Europe/Amsterdam', '2026-06-30T08:05:09+02:00'],
  // other languages
  ['mar., 01 déc. 2026 16:11:02 +0000', '2026-12-01T16:11:02Z'],
  ['Di, 03 Mär 2026 00:00:00 +0100', '2026-03-03T00:00:00+01:00'],
  ['Κυρ, 11 Ιούλ 2004 12:00:00 EST', '2004-07-11T12:00:00-05:00'],
  ['2026-július-13T9:15-05:00', '2026-07-13T09:15:00-05:00'],
  ['2026년 05월 28일  01:31:15', '2026-05-28T01:31:15+09:00'],
  ['2026-05-25 오후 11:23:17', '2026-05-25T23:23:17+09:00'],
  ['2026年5月28日 13:00', '2026-05-28T13:00:00Z'],
  ['sexta-feira, 15 de maio de 2026', '2026-05-15'],
  ['15 мая 2026 г.', '2026-05-15'],
  ['Sonntag, 5. Juli 2026, 12:30 Uhr', '2026-07-05T12:30:00Z'],
  // RFC 3339, W3CDTF, ISO 8601
  ['2026-05-01T12:00:00+02:00[Europe/Berlin]', '2026-05-01T12:00:00+02:00'],
  ['2026-05-01T12:00:00[Europe/Berlin]', '2026-05-01T12:00:00+02:00'],
  ['2026-07-04 10:00:00 PM', '2026-07-04T22:00:00Z'],
  ['2026-11-03T08:05:09.123456Z', '2026-11-03T08:05:09Z'],
  ['2026-11-03T08:05-08:00', '2026-11-03T08:05:00-08:00'],
  ['2026-11-03 08:05:09 +00:00', '2026-11-03T08:05:09Z'],
  ['20261103T080509Z', '2026-11-03T08:05:09Z'],
  ['2026-11-03T24:00:00Z', '2026-11-04T00:00:00Z'],
  ['2026-12-31T23:59:60Z', '2027-01-01T00:00:00Z'],
  ['2026-307', '2026-11-03'],
  ['2026-11-03', '2026-11-03'],
  ['2026-11', '2026-11'],
  ['2026', '2026'],
  // numbers in a national order; the weekday decides where both are possible
  ['30.10.26', '2026-10-30'],
  ['Fri, 26/06/2026', '2026-06-26'],
  ['11/03/2026 08:05', '2026-11-03T08:05:00Z'],
  ['Wed, 11/03/2026', '2026-03-11'],
  ['Nov. 2026', '2026-11'],
  ['15:04 02.01.2026 -0700', '2026-01-02T15:04:00-07:00'],
  // since 1970
  ['1793692800', '2026-11-03T08:00:00Z'],
  ['1793692800000', '2026-11-03T08:00:00Z'],
]

for (const [found, iso] of DATES) {
  test(`reads ${found}`, () => {
    const date = parseFeedDate(found)
    assert.equal(date?.iso, iso)
    assert.equal(date?.atMs, Date.parse(iso))
  })
}

const NO_DATES = [
  '', '   ', 'tomorrow', '013', '22013', '2026-13-01', '2026-02-30', '2026-xx-27', '2026-11-03T25:00:00Z', '2026-11-03T08:61:00Z', '2026-11-03T08:05:09Zextra', '2026-11-03T08:05:09+00:xx',
  'Sun, 16 Dec 2026 1:2:3:4 GMT', 'Sun, 16 zzz 2026 11:47:32 GMT', 'Sun, 99 Jun 2026 12:00:00 GMT', 'Sun, 16 Dec 2026 11:47:32 +zz:00', '0001-01-01T00:00:00Z', '0000-00-00', 'x'.repeat(200), '1 May 2026 8 May 2026',
] // biome-ignore format: a list of texts

for (const found of NO_DATES) {
  test(`is no date: ${found.slice(0, 40)}`, () => assert.equal(parseFeedDate(found), null))
}

test('the precision is what was written', () => {
  const written = ['2026', '2026-11', '2026-11-03', '2026-11-03T08:05Z', '2026-11-03T08:05:09Z']
  assert.deepEqual(
    written.map((found) => parseFeedDate(found)?.precision),
    ['year', 'month', 'day', 'minute', 'second'],
  )
})

test('every moment is read back from RFC 3339 and from RFC 822', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
      const date = new Date(second * 1_000)
      for (const found of [date.toISOString(), date.toUTCString()])
        assert.equal(parseFeedDate(found)?.atMs, second * 1_000, found)
    }),
  )
})

test('no text makes it throw, and what it gives is a moment', () => {
  const part = fc.constantFrom(
    '2026',
    '11',
    '3',
    '08',
    '-',
    '/',
    ':',
    'T',
    'Z',
    ' ',
    'Nov',
    'Tue',
    ',',
    '+',
    'PM',
    '年',
    '월',
    '(',
    ')',
    'x',
    '.',
    'GMT',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const date = parseFeedDate(parts.join(''))
      assert.ok(date === null || Number.isSafeInteger(date.atMs))
    }),
    { numRuns: 2_000 },
  )
})
