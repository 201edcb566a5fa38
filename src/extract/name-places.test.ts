import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownShare, namePlace, pushedInOdds } from './name-places.ts'

const oddsAt = (sentence: string): number => {
  const at = sentence.indexOf('NAME')
  return pushedInOdds(namePlace(sentence, at, at + 4, sentence))
}

test('a name stands less likely where grammar has no place for it', () => {
  const wrong = [
    'The mayor has NAME been told of it',
    'It was one of NAME the most costly plans',
    'in NAME the evening they met',
  ]
  const right = [
    'The harbor is run by NAME and the town',
    'a spokesman for NAME said on Friday',
    'according to NAME, the ferry sank',
  ]
  for (const bad of wrong) for (const good of right) assert.ok(oddsAt(bad) > 2 && oddsAt(good) < 0, `${bad} / ${good}`)
})

test('words that stand side by side elsewhere on the page are seen', () => {
  const text = 'Mara Ilves NAME Korv spoke.'
  const at = text.indexOf('NAME')
  assert.deepEqual(namePlace(text, at, at + 4, text).joined, [])
  assert.deepEqual(namePlace(text, at, at + 4, 'Mara Ilves Korv came.').joined, ['pair', 'before'])
})

test('a place never reads over the edge of its paragraph', () => {
  const { left, right } = namePlace('one two\nNAME\nthree', 8, 12, '')
  assert.deepEqual([left, right], [[], []])
})

test('a language that was not learnt is known to be strange', () => {
  assert.ok(knownShare('the people of the town said that they would not go with him to the other side') > 0.9)
  assert.ok(knownShare('und zwar haben sich viele darüber sehr gefreut, weil niemand mehr daran geglaubt hatte') < 0.6)
  assert.equal(knownShare(''), 0)
})
