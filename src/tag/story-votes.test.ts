import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { TagKind } from '../model/tag.ts'
import { agreeOnNames, type NameReading, type StoryText } from './story-votes.ts'
import { tagSlug } from './tag-key.ts'

/** A text of one owner with its names: "Orvel Group=organisation" or, for a person, the name alone. */
function textOf(owner: string, ...names: readonly string[]): StoryText {
  return { owner, isCopy: false, names: names.map(readingOf) }
}

function readingOf(written: string): NameReading {
  const [name = '', kind = 'person', confidence = '0.8'] = written.split('=')
  return { slug: tagSlug(name), name, kind: kind as TagKind, confidence: Number(confidence) }
}

const standsIn = (texts: readonly StoryText[]) =>
  Object.fromEntries(agreeOnNames(texts).flatMap(({ slug, stands }) => (stands === null ? [] : [[slug, stands]])))

describe('a story votes on the kind of a name', () => {
  it('nine organisations against one person', () => {
    const nine = Array.from({ length: 9 }, (_, at) => textOf(`o${at}`, 'Orvel Group=organisation=0.9'))
    assert.deepEqual(agreeOnNames([...nine, textOf('p', 'Orvel Group=person=0.9')]), [
      { slug: 'orvel-group', stands: null, kind: 'organisation', confidence: 0.9, voices: 9 },
    ])
  })

  it('and leaves each its own reading where one stands against one, or where nobody differs', () => {
    assert.deepEqual(agreeOnNames([textOf('a', 'Tarn=place'), textOf('b', 'Tarn=person')]), [])
    assert.deepEqual(agreeOnNames([textOf('a', 'Tarn=place'), textOf('b', 'Tarn=place')]), [])
  })

  it('with one vote an owner, whatever it prints', () => {
    const flood = Array.from({ length: 20 }, () => textOf('flood', 'Tarn=person=0.9'))
    const others = ['a', 'b', 'c'].map((owner) => textOf(owner, 'Tarn=place=0.9'))
    assert.equal(agreeOnNames([...flood, ...others])[0]?.kind, 'place')
  })

  it('and a doubtful reading weighs less than a sure one', () => {
    const sure = ['a', 'b'].map((owner) => textOf(owner, 'Tarn=place=0.9'))
    const doubtful = ['c', 'd', 'e'].map((owner) => textOf(owner, 'Tarn=person=0.2'))
    assert.equal(agreeOnNames([...sure, ...doubtful])[0]?.kind, 'place')
    assert.deepEqual(agreeOnNames([textOf('a', 'Tarn=place=0.9'), textOf('b', 'Tarn=person=0.2')]), [])
  })
})

describe('a story knows one person, one body, one place by several names', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['a surname', ['Jorn Vole', 'Vole'], 'jorn-vole'],
    ['a first surname', ['Pak Tae Min', 'Pak'], 'pak-tae-min'],
    ['initials', ['J. Vole', 'Jorn Vole'], 'jorn-vole'],
    ['a middle name', ['Jorn Vole', 'Jorn Aske Vole', 'Jorn Vole'], 'jorn-vole'],
    ['habits of spelling', ['Iven Velinsky', 'Iven Velinskiy', 'Iven Velinsky'], 'iven-velinsky'],
    ['Cyrillic', ['Iven Velinsky', 'Ивен Велинский'], 'iven-velinsky'],
    ['a case of Cyrillic', ['Iven Velinsky', 'Ивеном Велинским', 'Ивена Велинского'], 'iven-velinsky'],
    ['Greek', ['Nikos Mitrakis', 'Νίκος Μητράκης', 'Νίκο Μητράκη'], 'nikos-mitrakis'],
    ['a surname in Cyrillic', ['Iven Velinsky', 'Велинского'], 'iven-velinsky'],
    ['Cyrillic alone', ['Ивен Велинский', 'Ивена Велинского', 'Ивен Велинский'], 'ивен-велинский'],
    ['an acronym', ['Ostran Valve Works=organisation', 'OVW=organisation'], 'ostran-valve-works'],
    ['a company without its end', ['Orvel Group=organisation', 'Orvel=organisation'], 'orvel-group'],
    ['a town in Cyrillic', ['Karelin=place', 'Карелина=place', 'Карелин=place'], 'karelin'],
  ]
  for (const [what, names, stands] of cases)
    it(what, () => {
      const slugs = [...new Set(names.map((name) => readingOf(name).slug))].filter((slug) => slug !== stands)
      const texts = names.map((name, at) => textOf(`owner${at}`, name))
      assert.deepEqual(standsIn(texts), Object.fromEntries(slugs.map((slug) => [slug, stands])))
    })
})

describe('a story keeps apart', () => {
  const cases: readonly (readonly [string, ...StoryText[]])[] = [
    ['a surname that two people have', textOf('a', 'Jorn Vole'), textOf('b', 'Edda Vole'), textOf('c', 'Vole')],
    ['an initial that two people have', textOf('a', 'Jorn Vole'), textOf('b', 'Jana Vole'), textOf('c', 'J. Vole')],
    ['what one text names side by side', textOf('a', 'Jorn Vole', 'Vole'), textOf('b', 'Jorn Vole')],
    ['a town and a person of its name', textOf('a', 'Jorn Tarn'), textOf('b', 'Tarn=place')],
    ['a man and a woman of one surname', textOf('a', 'Ивен Велинский'), textOf('b', 'Анна Велинская')],
    [
      'a ministry and the ministry of a field',
      textOf('a', 'Office=organisation'),
      textOf('b', 'Office of Tides=organisation'),
    ],
    [
      'initials that two bodies have',
      textOf('a', 'Ostran Valve Works=organisation'),
      textOf('b', 'Old Veld Watch=organisation'),
      textOf('c', 'OVW=organisation'),
    ],
    ['towns of like names', textOf('a', 'Karelin=place'), textOf('b', 'Karelov=place')],
  ]
  for (const [what, ...texts] of cases) it(what, () => assert.deepEqual(standsIn(texts), {}))
})

const NAMES = [
  'Jorn Vole',
  'Vole',
  'J. Vole',
  'Edda Vole',
  'Ивен Велинский',
  'Iven Velinsky',
  'Orvel Group',
  'Orvel',
  'Tarn',
]
const reading = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.constantFrom<TagKind>('person', 'place', 'organisation', 'event'),
    fc.integer({ min: 0, max: 10 }),
  )
  .map(([name, kind, tenths]): NameReading => ({ slug: tagSlug(name), name, kind, confidence: tenths / 10 }))
const text = fc.record({
  owner: fc.constantFrom('a', 'b', 'c', 'd'),
  isCopy: fc.boolean(),
  names: fc.uniqueArray(reading, { maxLength: 6, selector: (one) => one.slug }),
})
const texts = fc.array(text, { maxLength: 12 })

describe('whatever the texts', () => {
  it('their order changes nothing', () => {
    fc.assert(
      fc.property(
        texts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => assert.deepEqual(agreeOnNames(shuffled), agreeOnNames(all)),
      ),
    )
  })

  it('one owner alone changes nothing', () => {
    fc.assert(
      fc.property(texts, (all) =>
        assert.deepEqual(agreeOnNames(all.map((one) => (one.isCopy ? one : { ...one, owner: 'a' }))), []),
      ),
    )
  })

  it('a copy has no vote: what it says of names that are clear is as if it said nothing', () => {
    fc.assert(
      fc.property(texts, text, (all, copy) => {
        const without = agreeOnNames(all)
        const own = new Set(copy.names.map((name) => name.slug))
        const withCopy = agreeOnNames([...all, { ...copy, isCopy: true }])
        // It may raise a doubt about a name that the others read alike; the answer is theirs.
        assert.deepEqual(
          withCopy.filter((verdict) => verdict.stands !== null || !own.has(verdict.slug)),
          without.filter((verdict) => verdict.stands !== null || !own.has(verdict.slug)),
        )
        for (const verdict of withCopy) {
          const votes = all.filter((one) => !one.isCopy && one.names.some((name) => name.slug === verdict.slug))
          assert.ok(votes.length > 0)
        }
      }),
    )
  })

  it('no name that is replaced stands for another, and what stands is named by a text', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const verdicts = agreeOnNames(all)
        const replaced = new Set(verdicts.flatMap((one) => (one.stands === null ? [] : [one.slug])))
        for (const { stands } of verdicts) {
          if (stands === null) continue
          assert.ok(!replaced.has(stands))
          assert.ok(all.some((one) => !one.isCopy && one.names.some((name) => name.slug === stands)))
        }
      }),
    )
  })
})
