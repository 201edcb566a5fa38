import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DateClaim } from '../model/article.ts'
import { firstWrittenDate } from '../text/written-date.ts'
import { bestFirst } from './chosen-date.ts'

const claim = (from: string, found: string, role: DateClaim['role'] = 'published'): DateClaim => {
  const { iso, atMs, precision } = firstWrittenDate(found, 'en-US')!
  return { role, found, from, iso, atMs, precision }
}
const first = (claims: readonly DateClaim[], language: string | null = null): string =>
  bestFirst(claims, language)[0]!.iso

test('a time in UTC is told in the zone that the clock on the page shows', () => {
  const claims = [claim('json-ld', '2025-02-25T02:25:54Z'), claim('class', 'February 24, 2025 9:25 pm')]
  const [best] = bestFirst(claims, 'en')
  assert.equal(best!.iso, '2025-02-24T21:25:54-05:00')
  assert.equal(best!.atMs, claims[0]!.atMs)
})

test('a clock that differs by no zone’s offset changes nothing', () => {
  assert.equal(
    first([claim('json-ld', '2025-02-25T02:25:54Z'), claim('class', 'February 24, 2025 9:31 pm')]),
    '2025-02-25T02:25:54Z',
  )
})

test('another claim’s offset holds for a time in UTC when all agree', () => {
  const utc = claim('meta:article:published_time', '2025-12-19T02:41:41Z')
  const comment = claim('time', '2025-12-18T21:46:01-05:00')
  assert.equal(first([utc, comment]), '2025-12-18T21:41:41-05:00')
  assert.equal(first([utc, comment, claim('time', '2025-12-19T10:00:00+02:00')]), '2025-12-19T02:41:41Z')
})

test('midnight of Central Europe is the next day there', () => {
  const claims = [claim('json-ld', '2022-11-06T23:00:00Z')]
  assert.equal(first(claims, 'de-DE'), '2022-11-07T00:00:00+01:00')
  assert.equal(first(claims, 'en-US'), '2022-11-06T23:00:00Z')
})

test('day and month change places where only the other reading is claimed elsewhere', () => {
  const stamp = claim('meta:date', '11/01/2023 12:43:42')
  assert.equal(first([stamp, claim('text', '11 January 2023')]), '2023-01-11T12:43:42')
  assert.equal(first([stamp, claim('text', '1 November 2023')]), '2023-11-01T12:43:42')
  assert.equal(first([stamp]), '2023-11-01T12:43:42')
})

test('the day that the page shows wins where markup alone calls it a change', () => {
  const published = claim('json-ld', '2021-11-22')
  const changed = claim('json-ld', '2023-01-01', 'modified')
  assert.equal(first([published, changed, claim('class', '1 January 2023')]), '2023-01-01')
  assert.equal(first([published, changed, claim('class', 'Updated 1 January 2023')]), '2021-11-22')
  assert.equal(first([published, changed, claim('text', '1 January 2023')]), '2021-11-22')
  assert.equal(
    first([published, changed, claim('class', '22 November 2021'), claim('class', '1 January 2023')]),
    '2021-11-22',
  )
})

test('no claim is lost, and what comes first is a claim of the same moment or one of the others', () => {
  const texts = [
    '2025-03-04T23:00:00Z',
    '04/03/2025',
    '2025-03-05',
    '2025-03-05T01:00:00+02:00',
    '3 April 2025 1:00 am',
  ]
  const anyClaim = fc
    .tuple(fc.constantFrom('json-ld', 'class', 'text'), fc.constantFrom(...texts), fc.boolean())
    .map(([from, found, isChange]) => claim(from, found, isChange ? 'modified' : 'published'))
  fc.assert(
    fc.property(fc.array(anyClaim, { maxLength: 8 }), fc.constantFrom('de', 'en', null), (claims, language) => {
      const best = bestFirst(claims, language)
      const places = (all: readonly DateClaim[]): string =>
        all
          .map(({ from, found }) => `${from} ${found}`)
          .sort()
          .join()
      assert.equal(places(best), places(claims))
      const published = claims.some(({ role }) => role === 'published')
      if (published) assert.equal(best[0]!.role, 'published')
    }),
  )
})
