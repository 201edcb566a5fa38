import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { confidenceOf, marginFacts, sureOf } from './confidence.ts'
import { modelOf } from './models.ts'
import { readThings } from './read-things.ts'
import { SURE } from './sure-salience.ts'

const margin = fc.double({ min: -200, max: 200, noNaN: true })

describe('sureOf', () => {
  it('never falls where a margin rises, and stays from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.array(margin, { minLength: 1, maxLength: 8 }),
        fc.nat(7),
        fc.double({ min: 0, max: 300, noNaN: true }),
        fc.constantFrom('person', 'place', 'organisation'),
        (margins, at, more, kind) => {
          const wider = margins.map((each, index) => (index === at % margins.length ? each + more : each))
          const [less, most] = [margins, wider].map((each) => sureOf({ always: 1, [kind]: 1, ...marginFacts(each) }))
          assert.ok(less! >= 0 && most! <= 1 && most! >= less! - 1e-12, `${less} ${most}`)
        },
      ),
    )
  })

  it('tells a wide margin from none', () => {
    const at = (value: number) => sureOf({ always: 1, person: 1, ...marginFacts([value]) })
    assert.ok(at(60) > SURE && at(0) < SURE)
  })
})

describe('confidenceOf', () => {
  it('stays from 0 to 1 for every thing of any text, with a model and without', () => {
    const word = fc.constantFrom(
      'Ann',
      'Kessler',
      'Norcast',
      'Corp',
      'in',
      'Oslo',
      'said',
      'the',
      '.',
      '\n',
      'President',
      '1996',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const { things, sheet } = readThings(words.join(' '), 'en')
        for (const thing of things)
          for (const model of [modelOf('en'), null]) {
            const sure = confidenceOf(thing, sheet, model)
            assert.ok(sure >= 0 && sure <= 1, `${thing.name} ${sure}`)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('is sure of a person named in full behind a title and spoken of again', () => {
    const { things, sheet } = readThings(
      'President Ann Kessler spoke. Then Kessler left. Later Kessler came back.',
      'en',
    )
    const person = things.find(({ kind }) => kind === 'person')!
    assert.equal(person.mentions.length, 3)
    assert.ok(confidenceOf(person, sheet, modelOf('en')) >= SURE)
  })
})
