import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Entry } from '../model/entry.ts'
import { DAY_MS, HOUR_MS } from '../model/time.ts'
import { entriesPerWeek } from './preview.ts'

const entryAt = (atMs: number | null): Entry => ({
  id: null,
  url: null,
  title: null,
  titleText: null,
  summary: null,
  content: null,
  authors: [],
  published: atMs === null ? null : new Date(atMs).toISOString(),
  updated: null,
  categories: [],
  enclosures: [],
  comments: null,
  language: null,
})
const NOW = Date.UTC(2026, 5, 10)

it('tells how often a feed publishes by the pauses between its dates, whatever their order and one old entry', () => {
  const hourly = Array.from({ length: 20 }, (_, nth) => entryAt(NOW - nth * HOUR_MS))
  assert.equal(entriesPerWeek(hourly), 168)
  assert.equal(entriesPerWeek(hourly.toReversed()), 168)
  assert.equal(entriesPerWeek([...hourly, entryAt(NOW - 900 * DAY_MS)]), 168)
  assert.equal(entriesPerWeek([entryAt(NOW), entryAt(NOW - 7 * DAY_MS)]), 1)
})

it('says nothing of a feed with too few dates, or with one date for all', () => {
  assert.equal(entriesPerWeek([]), null)
  assert.equal(entriesPerWeek([entryAt(NOW), entryAt(null)]), null)
  assert.equal(entriesPerWeek([entryAt(NOW), entryAt(NOW), entryAt(NOW)]), null)
})
