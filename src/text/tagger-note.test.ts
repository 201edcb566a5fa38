import assert from 'node:assert/strict'
import { test } from 'node:test'
import { taggerNote } from './tagger-note.ts'

test('a note says how names were found where the language has no model', () => {
  assert.equal(taggerNote('en-GB'), null)
  assert.equal(taggerNote('th'), 'names here by lists alone: no model for Thai')
  assert.equal(taggerNote('es'), 'names here by a model of other languages: none for Spanish')
})

test('an unknown language and what is no tag get a note too, and never throw', () => {
  for (const language of ['und', '', 'x-', '??', 'qqq'])
    assert.equal(taggerNote(language), 'names here by lists alone: its language is not known')
})
