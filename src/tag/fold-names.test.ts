import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { TagKind } from '../model/tag.ts'
import { COUNTRIES } from './countries.ts'
import { foldNames } from './fold-names.ts'
import type { Mention } from './mentions.ts'
import { canonicalName, tagSlug } from './tag-key.ts'
import { type Token, tokens } from './tokens.ts'

/** A name as a text writes it, and which thing of the world it means. */
type Planted = { written: string; kind: TagKind; means: string }

/** A text that writes the names one after another, with their mentions. */
function textOf(planted: readonly Planted[]): { list: Token[]; mentions: Mention[] } {
  const list: Token[] = []
  const mentions: Mention[] = []
  for (const { written, kind } of planted) {
    const start = list.length
    const offset = (list.at(-1)?.end ?? 0) + 1
    for (const token of tokens(`${written} , said`))
      list.push({ ...token, start: token.start + offset, end: token.end + offset })
    mentions.push({ from: start, to: list.length - 2, kind })
  }
  return { list, mentions }
}

/** For each name planted, the thing that it was folded into. */
function foldedInto(planted: readonly Planted[]): string[] {
  const { list, mentions } = textOf(planted)
  const things = foldNames(mentions, list)
  return mentions.map(({ from }) => {
    const thing = things.find((one) => one.mentions.some((mention) => mention.from === from))
    return `${thing?.kind} ${thing?.name}`
  })
}

const FIRST = ['Jorn', 'Edda', 'Mirel', 'Talwyn', 'Oona', 'Ulric', 'Perrin', 'Ysolde']
const HEADS = ['Vol', 'Brand', 'Kest', 'Tarr', 'Quill', 'Osk', 'Mer', 'Lind']
const TAILS = ['mere', 'ovan', 'quist', 'holt', 'enko', 'gard']
const BODIES = [
  ['Ostran Valve Works', 'OVW', 'O.V.W.'],
  ['Tarn Harbour Board', 'THB', 'T.H.B.'],
  ['Veld Mining Company', 'VMC', 'V.M.C.'],
  ['Kestrel Rail Union', 'KRU', 'K.R.U.'],
] as const
const FIRMS = ['Orvel', 'Brinstone', 'Quillon', 'Merrow']

type World = Planted[][]

/** A world of a few people, bodies, firms and countries, each with several ways to write it; no two people share a surname or an initial. */
const world: fc.Arbitrary<World> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...FIRST), { minLength: 2, maxLength: 5 }),
    fc.shuffledSubarray(
      HEADS.flatMap((head) => TAILS.map((tail) => head + tail)),
      { minLength: 5, maxLength: 5 },
    ),
    fc.shuffledSubarray([...BODIES], { minLength: 1 }),
    fc.shuffledSubarray(FIRMS, { minLength: 1 }),
    fc.shuffledSubarray(countriesWithAliases(), { minLength: 2, maxLength: 5 }),
  )
  .map(([firsts, lasts, bodies, firms, countries]) => [
    ...firsts.map((first, at) => {
      const last = lasts[at]!
      return named('person', `${first} ${last}`, last, `${first[0]}. ${last}`)
    }),
    ...bodies.map((forms) => named('organisation', ...forms)),
    ...firms.map((firm) => named('organisation', `${firm} Corp`, firm, `${firm} Corp.`, `The ${firm}`)),
    ...countries.map((names) => named('place', ...names)),
  ])

function named(kind: TagKind, ...forms: readonly string[]): Planted[] {
  return forms.map((written) => ({ written, kind, means: forms[0]! }))
}

/** Names of countries that a text writes; the demonyms, which are no names, are left out. */
function countriesWithAliases(): string[][] {
  return COUNTRIES.trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', aliases = ''] = line.split('=')
      return aliases === '' ? [] : [[name, ...aliases.split(',').filter((alias) => alias !== '')]]
    })
}

/** Full names first, as news has it, then every other form in the order given. */
function inOrder(things: World, order: readonly number[]): Planted[] {
  const others = things.flatMap((forms) => forms.slice(1))
  return [...things.map((forms) => forms[0]!), ...order.flatMap((at) => others[at % others.length] ?? [])]
}

const order = fc.array(fc.nat(60), { minLength: 10, maxLength: 60 })

describe('foldNames, in a world that knows the truth', () => {
  it('folds every planted way to write a thing, and no two things into one', () => {
    let [together, missed, wrong] = [0, 0, 0]
    fc.assert(
      fc.property(world, order, (things, turns) => {
        const planted = inOrder(things, turns)
        const found = foldedInto(planted)
        for (let one = 0; one < planted.length; one++)
          for (let other = one + 1; other < planted.length; other++) {
            const isOne = planted[one]!.means === planted[other]!.means
            const isFolded = found[one] === found[other]
            if (isOne) together++
            if (isOne && !isFolded) missed++
            if (!isOne && isFolded) wrong++
          }
      }),
      { numRuns: 120, seed: 7 },
    )
    assert.ok(together > 4_000)
    assert.deepEqual({ missed, wrong }, { missed: 0, wrong: 0 })
  })

  it('gives the same things in whatever order the other forms come', () => {
    fc.assert(
      fc.property(world, (things) => {
        const count = things.flat().length - things.length
        const turns = Array.from({ length: count }, (_, at) => at)
        const setOf = (planted: readonly Planted[]) => new Set(foldedInto(planted))
        assert.deepEqual(setOf(inOrder(things, turns)), setOf(inOrder(things, turns.toReversed())))
      }),
    )
  })

  it('keeps every mention, once, in the order of the text', () => {
    fc.assert(
      fc.property(world, order, (things, turns) => {
        const { list, mentions } = textOf(inOrder(things, turns))
        const folded = foldNames(mentions, list)
        const all = folded.flatMap((thing) => thing.mentions.map(({ from }) => from)).sort((a, b) => a - b)
        assert.deepEqual(
          all,
          mentions.map(({ from }) => from),
        )
        for (const thing of folded)
          assert.deepEqual(
            thing.mentions,
            thing.mentions.toSorted((a, b) => a.from - b.from),
          )
      }),
    )
  })

  it('folds what it gave into itself: a text of the usual names alone keeps them', () => {
    fc.assert(
      fc.property(world, order, (things, turns) => {
        const { list, mentions } = textOf(inOrder(things, turns))
        const usual = foldNames(mentions, list).map(({ name, kind }) => ({ written: name, kind, means: name }))
        assert.deepEqual(
          foldedInto(usual),
          usual.map(({ kind, written }) => `${kind} ${written}`),
        )
      }),
    )
  })
})

describe('two people of one name', () => {
  it('are told apart by the one introduced last', () => {
    const planted = ['Jorn Vole', 'Vole', 'Edda Vole', 'Vole'].map((written) => ({
      written,
      kind: 'person' as const,
      means: '',
    }))
    assert.deepEqual(foldedInto(planted), [
      'person Jorn Vole',
      'person Jorn Vole',
      'person Edda Vole',
      'person Edda Vole',
    ])
  })

  it('leave an initial that fits both alone', () => {
    const planted = ['Jorn Vole', 'Jana Vole', 'J. Vole'].map((written) => ({
      written,
      kind: 'person' as const,
      means: '',
    }))
    assert.equal(foldedInto(planted)[2], 'person J. Vole')
  })
})

describe('canonicalName and tagSlug', () => {
  const names = countriesWithAliases().flat()
  it('are idempotent', () => {
    for (const name of names) assert.equal(canonicalName(canonicalName(name)), canonicalName(name))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => assert.equal(tagSlug(tagSlug(name)), tagSlug(name))),
    )
  })
})
