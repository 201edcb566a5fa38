import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asFound } from './as-found.ts'

test('a text is as the page had it: every word that was mended is there again, in its place, whatever the order of the repairs', () => {
  const text = 'The ferry is on its way to the quay.'
  const repairs = [
    { field: 'text' as const, at: 16, mended: 'its', found: 'TideStarits' },
    { field: 'text' as const, at: 13, mended: 'on', found: 'TideStaron' },
    { field: 'title' as const, at: 0, mended: '', found: 'TideStar|' },
    { field: 'text' as const, at: 24, mended: 'to', found: 'to' },
  ]
  assert.equal(asFound(text, repairs), 'The ferry is TideStaron TideStarits way to the quay.')
  assert.equal(asFound(text, []), text)
})
