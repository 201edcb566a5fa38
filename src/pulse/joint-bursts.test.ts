import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PulseScore } from '../model/pulse.ts'
import { foldJointBursts } from './joint-bursts.ts'

function scoreOf(key: string, score: number): PulseScore {
  return { tickMs: 0, key, score, seen: 10, expected: 1, windowHours: 3, falseRate: null }
}

describe('foldJointBursts', () => {
  const members: Record<string, string[]> = {
    'story:1': ['a', 'b', 'c'],
    'tag:artyom': ['a', 'b', 'c', 'd'],
    'tag:primorye': ['b', 'c'],
    'section:economy': ['a', 'b', 'c', 'x', 'y', 'z'],
    'tag:other': ['x', 'y', 'w', 'v'],
  }
  const membersOf = (key: string) => members[key] ?? []

  it('makes one burst of what rises by the same articles, the story first though a tag scores higher', () => {
    const bursts = foldJointBursts(
      [scoreOf('tag:artyom', 30), scoreOf('section:economy', 12), scoreOf('story:1', 20), scoreOf('tag:primorye', 14)],
      membersOf,
    )
    assert.equal(bursts.length, 1)
    assert.equal(bursts[0]!.lead.key, 'story:1')
    assert.deepEqual(
      bursts[0]!.with.map(({ key }) => key),
      ['tag:artyom', 'tag:primorye', 'section:economy'],
    )
  })

  it('keeps bursts apart that share few articles or none, strongest first', () => {
    const bursts = foldJointBursts(
      [scoreOf('story:1', 9), scoreOf('tag:other', 11), scoreOf('tag:unknown', 10)],
      membersOf,
    )
    assert.deepEqual(
      bursts.map(({ lead }) => lead.key),
      ['tag:other', 'tag:unknown', 'story:1'],
    )
  })

  it('gives the same for any order of scores, and nothing for none', () => {
    const scores = [
      scoreOf('tag:artyom', 5),
      scoreOf('story:1', 5),
      scoreOf('tag:other', 5),
      scoreOf('tag:primorye', 5),
    ]
    assert.deepEqual(foldJointBursts(scores.toReversed(), membersOf), foldJointBursts(scores, membersOf))
    assert.deepEqual(foldJointBursts([], membersOf), [])
  })
})
