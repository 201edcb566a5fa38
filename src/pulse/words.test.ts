import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { burstSentence } from './words.ts'

const score = {
  tickMs: 0,
  key: 'story:1',
  score: 9,
  lift: 9,
  seen: 14,
  expected: 2.2,
  windowHours: 3,
  falseRate: 1 / 40,
}

describe('burstSentence', () => {
  it('tells what was seen, what is usual, and how seldom chance does it', () => {
    assert.equal(
      burstSentence(score),
      '14 independent articles in 3 hours where 2 are usual; by chance less than once in 40 days',
    )
  })

  it('leaves chance out where it is not known or common', () => {
    const plain = '14 independent articles in 3 hours where 2 are usual'
    assert.equal(burstSentence({ ...score, falseRate: null }), plain)
    assert.equal(burstSentence({ ...score, falseRate: 3 }), plain)
  })

  it('speaks of one, of hardly any, of an hour and of years as people do', () => {
    const one = { ...score, seen: 1, expected: 0.1, windowHours: 1, falseRate: 0 }
    assert.equal(
      burstSentence(one),
      '1 independent article in one hour where hardly any are usual; by chance less than once a year',
    )
    assert.match(burstSentence({ ...score, windowHours: 0.25 }), /in 15 minutes/)
    assert.match(burstSentence({ ...score, windowHours: 72 }), /in 3 days/)
  })
})
