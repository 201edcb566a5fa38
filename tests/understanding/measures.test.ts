import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { alikeness, minHashes } from '../../bench/peers/minhash.ts'
import { distance, simHash } from '../../bench/peers/simhash.ts'
import { cosine } from '../../bench/peers/tf-idf-stories.ts'
import { scoreClusters } from '../../bench/understanding/cluster-measures.ts'
import { type CopyGold, scoreCopies } from '../../bench/understanding/copy-measures.ts'
import { isLanguage, languageShare } from '../../bench/understanding/language-measures.ts'
import { scoreTags } from '../../bench/understanding/tag-measures.ts'

describe('languageShare', () => {
  it('holds both Norwegians and old codes for one, and a missing answer for wrong', () => {
    const golds = ['no', 'he', 'pt', 'da'].map((language, at) => ({ id: String(at), language, kind: 'cut' }))
    const answers = new Map([
      ['0', { language: 'nn' }],
      ['1', { language: 'iw' }],
      ['2', { language: 'pt-BR' }],
    ])
    assert.equal(languageShare(golds, answers), 0.75)
    assert.equal(languageShare([], answers), null)
    assert.equal(isLanguage('und', 'en'), false)
  })
})

describe('scoreTags', () => {
  const text = 'Mr. Orlo Venn left Brin for Castrel Inc. today.'
  const at = (name: string): [number, number] => [text.indexOf(name), text.indexOf(name) + name.length]
  const nameOf = (name: string, type: string) => ({ start: at(name)[0], end: at(name)[1], type })
  const documents = [
    { id: 'a', text, names: [nameOf('Orlo Venn', 'PER'), nameOf('Brin', 'LOC'), nameOf('Castrel Inc.', 'ORG')] },
  ]

  it('counts exact spans of the right kind, whatever punctuation is around them', () => {
    const tags = [
      { kind: 'person', spans: [at(' Orlo Venn')] }, // right but for a blank
      { kind: 'organisation', spans: [at('Brin')] }, // wrong kind
      { kind: 'organisation', spans: [at('Castrel Inc')] }, // right but for a full stop
      { kind: 'topic', spans: [at('today')] }, // not asked
    ]
    const { all, people, places, organisations } = scoreTags(documents, new Map([['a', { tags }]]))
    assert.deepEqual([all.precision, all.recall], [2 / 3, 2 / 3])
    assert.deepEqual([people.f1, places.f1, organisations.precision], [1, 0, 0.5])
  })

  it('gives 0 where nothing is said, and leaves other kinds of gold out', () => {
    const event = { id: 'b', text: 'The Harbour Games', names: [{ start: 4, end: 17, type: 'OTHER' }] }
    assert.deepEqual(scoreTags([event], new Map()).all, { precision: 0, recall: 0, f1: 0, gold: 0, answers: 0 })
  })
})

describe('scoreCopies', () => {
  const golds: CopyGold[] = [
    { id: 'a', copyOf: null, kind: 'base' },
    { id: 'b', copyOf: null, kind: 'base' },
    {
      id: 'a1',
      copyOf: 'a',
      kind: 'farm',
      brand: 'Vy',
      injected: [{ at: [4, 8] }, { at: [20, 24] }],
      redated: { days: 30 },
    },
    { id: 'a2', copyOf: 'a', kind: 'excerpt' },
    { id: 'b1', copyOf: 'b', kind: 'embedded', embeddedIn: 'a' },
  ]
  const scored = (answers: Record<string, object>) => scoreCopies(golds, new Map(Object.entries(answers)))

  it('finds a copy by its original or by a sibling, and counts whom it names', () => {
    const { recall, original, wrong } = scored({
      a1: { copyOf: 'a' },
      a2: { copyOf: null, matches: [{ id: 'a1' }] },
      b1: {},
    })
    assert.deepEqual([...recall], [['farm', 1], ['excerpt', 1], ['embedded', 0]]) // biome-ignore format: one row
    assert.deepEqual([original, wrong], [0.5, 0])
  })

  it('calls a row wrong that joins another family, but not one that names the article it sits in', () => {
    assert.equal(scored({ b: { copyOf: 'a' }, a2: { copyOf: 'b' } }).wrong, 2)
    assert.equal(scored({ b1: { copyOf: 'a' }, a2: { copyOf: 'b1' } }).wrong, 0)
  })

  it('judges injected words by overlap and dates within a day', () => {
    const answers = {
      a1: { copyOf: 'a', injected: [{ at: [6, 10] }, { at: [12, 14] }], redatedDays: 31 },
      a2: { redatedDays: 8 },
    }
    const { injected, redated, flagged } = scored(answers)
    assert.deepEqual(injected, { precision: 0.5, recall: 0.5 })
    assert.deepEqual([redated, flagged], [1, 1])
    assert.equal(scored({ a1: { redatedDays: 28 } }).redated, 0)
  })
})

describe('scoreClusters', () => {
  const map = (stories: readonly string[]) => new Map(stories.map((story, at) => [String(at), story]))

  it('gives the figures worked out by hand', () => {
    // Found {0,1,2} {3}, true {0,1} {2,3}: precision (2/3 + 2/3 + 1/3 + 1) / 4, recall (1 + 1 + 1/2 + 1/2) / 4; of 3 pairs 1 is right, of 2 true ones.
    const { bCubed, pairs, stories, gold } = scoreClusters(map(['x', 'x', 'y', 'y']), map(['1', '1', '1', '2']))
    assert.ok(Math.abs(bCubed.precision - 2 / 3) < 1e-12 && Math.abs(bCubed.recall - 0.75) < 1e-12)
    assert.deepEqual([pairs.precision, pairs.recall, stories, gold], [1 / 3, 0.5, 2, 2])
  })

  it('is what counting text by text and pair by pair gives', () => {
    const labels = fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), fc.constantFrom('1', '2', '3')), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(labels, (rows) => {
        const mean = (pick: (row: (typeof rows)[number]) => number) =>
          rows.reduce((sum, row) => sum + pick(row), 0) / rows.length
        const both = ([g, f]: readonly [string, string]) =>
          rows.filter((other) => other[0] === g && other[1] === f).length
        const { bCubed, pairs } = scoreClusters(map(rows.map(([g]) => g)), map(rows.map(([, f]) => f)))
        assert.ok(
          Math.abs(bCubed.precision - mean((row) => both(row) / rows.filter(([, f]) => f === row[1]).length)) < 1e-9,
        )
        assert.ok(Math.abs(bCubed.recall - mean((row) => both(row) / rows.filter(([g]) => g === row[0]).length)) < 1e-9)
        const pairsOf = rows.flatMap((one, at) =>
          rows.slice(at + 1).map((other) => [one[0] === other[0], one[1] === other[1]]),
        )
        const right = pairsOf.filter(([g, f]) => g && f).length
        assert.equal(pairs.gold, pairsOf.filter(([g]) => g).length)
        assert.ok(Math.abs(pairs.precision * pairsOf.filter(([, f]) => f).length - right) < 1e-9)
      }),
    )
  })

  it('takes a text without an answer for a story of its own', () => {
    assert.equal(scoreClusters(map(['x', 'x']), new Map()).bCubed.recall, 0.5)
  })
})

describe('programs to compare with', () => {
  const TEXT =
    'The ferry to Anvil Island waits until the tide comes in and the divers have looked at the hull of the barge.'

  it('SimHash gives equal texts equal bits, and texts of other words about half of them', () => {
    assert.equal(distance(simHash(TEXT), simHash(TEXT.toUpperCase())), 0)
    const other = 'Lawmakers voted against a water tax on Monday after farmers marched through town with tractors.'
    assert.ok(distance(simHash(TEXT), simHash(other)) > 12)
    assert.equal(distance([0b1011, 0], [0b0001, 1]), 3)
  })

  it('MinHash estimates the resemblance of shingles', () => {
    const words = Array.from({ length: 400 }, (_, at) => `w${at}`)
    const [whole, half] = [words.slice(0, 304).join(' '), words.slice(0, 154).join(' ')]
    assert.equal(alikeness(minHashes(whole), minHashes(whole)), 1)
    // 150 of 300 runs of five words are shared; the estimate's spread is .044.
    assert.ok(Math.abs(alikeness(minHashes(whole), minHashes(half)) - 0.5) < 0.18)
    assert.equal(alikeness(minHashes(words.slice(0, 200).join(' ')), minHashes(words.slice(200).join(' '))), 0)
  })

  it('TF-IDF compares by cosine', () => {
    const one = new Map([['quay', 3], ['tide', 4]]) // biome-ignore format: one row
    assert.equal(cosine(one, new Map([['quay', 1]])), 0.6)
    assert.equal(cosine(one, new Map()), 0)
  })
})
