import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { expand, sentence } from './grammar.ts'
import { seededRandom } from './random.ts'
import { KINDS, makeStory } from './story.ts'

const random = seededRandom(1)

describe('expand', () => {
  it('chooses ways, reads facts, makes numbers, and closes the gaps of empty ways', () => {
    const seen = new Set(Array.from({ length: 60 }, () => expand('[a|b [c|d]|] {x} {#3-4}', { x: 'y' }, random)))
    assert.deepEqual([...seen].sort(), ['a y 3', 'a y 4', 'b c y 3', 'b c y 4', 'b d y 3', 'b d y 4', 'y 3', 'y 4'])
  })

  it('refuses what only a mistake in the data can bring', () => {
    assert.throws(() => expand('{unknown}', {}, random), RangeError)
    assert.throws(() => expand('[open', {}, random), RangeError)
    assert.throws(() => expand('closed]', {}, random), RangeError)
  })

  it('ends sentences once', () => {
    assert.deepEqual(
      ['who', 'why?', 'he said "no."'].map((text) => sentence(text, {}, random)),
      ['Who.', 'Why?', 'He said "no."'],
    )
  })
})

describe('kinds of story', () => {
  it('have facts for everything that they name, in every template', () => {
    const more = {
      today: 'Monday',
      yesterday: 'Sunday',
      tomorrow: 'Tuesday',
      hour: '9:00',
      w: 'W',
      w2street: 'S',
      w2name: 'N',
      ref: 'R',
    }
    for (const kind of KINDS) {
      const { facts } = makeStory('x', 3, kind, 0)
      const pools = [
        kind.background,
        kind.official,
        kind.critic,
        kind.witness,
        ...[kind.title, kind.lead, kind.detail].flatMap((phases) => [phases.arrive, phases.develop, phases.follow]),
      ]
      for (const pool of pools) {
        assert.ok(pool.length >= 3, `${kind.name}: a pool of ${pool.length}`)
        for (const template of pool)
          for (let time = 0; time < 8; time++)
            assert.doesNotMatch(expand(template, { ...facts, ...more }, random), /[[\]{}]| {2}/)
      }
    }
  })
})
