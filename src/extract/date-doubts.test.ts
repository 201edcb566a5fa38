import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DateClaim } from '../model/article.ts'
import { dateDoubts } from './date-doubts.ts'
import { ownWeekday } from './own-weekday.ts'

const NOW_MS = Date.UTC(2026, 0, 1)
const claim = (iso: string, from = 'meta'): DateClaim => ({
  role: 'published',
  found: iso,
  from,
  iso,
  atMs: Date.parse(iso),
  precision: 'day',
})
const SUNDAY =
  'Ilse Varga is on her way home Sunday from Karelin. The ferry left early. Earlier Sunday, she fed a seal. On Saturday, she saw an airfield.'

test('the own day of a report is the bare weekday of its lead, named again by its hours', () => {
  assert.equal(ownWeekday(SUNDAY), 0)
  assert.equal(ownWeekday('The council will meet next Sunday, and it met last Monday.'), null)
  assert.equal(ownWeekday('Sundays are quiet here. Every Sunday the choir sings.'), null)
  assert.equal(ownWeekday(''), null)
})

test('a claim of another weekday is doubted, a day to either side is not', () => {
  assert.deepEqual(dateDoubts(claim('2025-04-11'), [], SUNDAY, NOW_MS), [
    { reason: 'weekday', detail: 'The text speaks of its own day as a Sunday, but 11 April 2025 was a Friday.' },
  ])
  for (const near of ['2025-04-12', '2025-04-13', '2025-04-14'])
    assert.deepEqual(dateDoubts(claim(near), [], SUNDAY, NOW_MS), [])
})

test('future, pre-web and contradicting claims are doubted', () => {
  assert.deepEqual(
    dateDoubts(claim('2027-01-01'), [], '', NOW_MS).map(({ reason }) => reason),
    ['future'],
  )
  assert.deepEqual(
    dateDoubts(claim('1970-01-01'), [], '', NOW_MS).map(({ reason }) => reason),
    ['before-the-web'],
  )
  assert.deepEqual(
    dateDoubts(claim('2025-04-11'), [claim('2023-09-17', 'url')], '', NOW_MS).map(({ reason }) => reason),
    ['claims-differ'],
  )
  assert.deepEqual(dateDoubts(null, [], SUNDAY, NOW_MS), [])
})
