import assert from 'node:assert/strict'
import { test } from 'node:test'
import { taggerReach } from '../text/tagger-languages.ts'
import { modelOf, taggerCoverage } from './models.ts'
import weights from './weights-names.json' with { type: 'json' }

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
const CODES = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))

test('the languages with a model of their own are those that the weights name', () => {
  const trained = CODES.filter((code) => taggerReach(code) === 'model' && !['nb', 'nn', 'bs'].includes(code))
  assert.deepEqual(trained, weights.languages.toSorted())
})

test('a region changes nothing, and an unknown language has lists alone', () => {
  assert.equal(taggerReach('en-GB'), 'model')
  assert.equal(taggerReach('nb'), 'model')
  assert.equal(taggerReach('es-MX'), 'lent')
  for (const language of ['th', 'de', 'und', '']) assert.equal(taggerReach(language), 'lists')
})

test('a lent model is used, but no coverage', () => {
  assert.ok(modelOf('es'))
  assert.equal(taggerCoverage('es'), 'gazetteer')
  assert.equal(modelOf('th'), null)
})
