import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DocumentTable, type KeptDoc } from './document-table.ts'
import { TermSearch, type Weighted } from './term-search.ts'

const keptOf = (id: number): KeptDoc => ({
  id,
  publishedMs: null,
  storyId: null,
  family: null,
  owner: null,
  language: null,
  titleHash: 0,
})

/** A table of articles, each a list of how often it has the terms 0, 1, 2 …. */
function tableOf(articles: readonly (readonly number[])[]): DocumentTable {
  const table = new DocumentTable()
  for (const [id, counts] of articles.entries()) {
    const words = counts
      .flatMap((count, n) => (count > 0 ? [table.postings.termOf(`t${n}`)! * 256 + count] : []))
      .sort((a, b) => a - b)
    table.add(keptOf(id), {
      words: Uint32Array.from(words),
      wordCount: words.length,
      tags: new Uint32Array(0),
      shingles: new Uint32Array(0),
    })
  }
  return table
}

/** BM25's length and saturation, article by article. */
function slowBest(table: DocumentTable, asked: readonly Weighted[], isOpen: (slot: number) => boolean, limit: number) {
  const scoreOf = (slot: number) => {
    const length = 1.2 * (0.25 + (0.75 * table.lengths[slot]!) / table.meanLength)
    const parts = Array.from(table.words(slot), (packed) => {
      const weight = asked.find(({ term }) => term === packed >>> 8)?.weight ?? 0
      return (weight * 2.2 * (packed & 255)) / ((packed & 255) + length)
    })
    return parts.reduce((sum, part) => sum + part, 0)
  }
  return Array.from({ length: table.slotCount }, (_, slot) => ({ slot, score: scoreOf(slot) }))
    .filter(({ slot, score }) => score > 0 && table.doc(slot) !== null && isOpen(slot))
    .sort((a, b) => b.score - a.score || a.slot - b.slot)
    .slice(0, limit)
}

const articles = fc.array(fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 40 })

describe('TermSearch', () => {
  it('finds what adding up article by article finds', () => {
    fc.assert(
      fc.property(
        articles,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
        fc.nat(3),
        (rows, weights, gone) => {
          const table = tableOf(rows)
          table.remove(gone)
          const asked = weights.flatMap((weight, n) => {
            const term = table.postings.find(`t${n}`)
            return term === undefined || weight < 1e-3 ? [] : [{ term, weight }]
          })
          const search = new TermSearch(table)
          const found = search.best(asked, (_, slot) => slot % 5 !== 0, 50)
          const expected = slowBest(table, asked, (slot) => slot % 5 !== 0, 50)
          assert.deepEqual(found.map(({ slot }) => slot).sort(), expected.map(({ slot }) => slot).sort())
          for (const [at, { score }] of found.entries()) assert.ok(Math.abs(score - expected[at]!.score) < 1e-9)
          assert.deepEqual(
            search.best(asked, (_, slot) => slot % 5 !== 0, 50),
            found,
          ) // nothing is left of a search
        },
      ),
    )
  })

  it('scores by all terms where it may read only the postings of the rarest', () => {
    const table = tableOf([
      [1, 0],
      [1, 3],
      [0, 3],
      [0, 3],
      [1, 1],
    ])
    const asked = [0, 1].map((n) => ({ term: table.postings.find(`t${n}`)!, weight: 1 }))
    const found = new TermSearch(table, 3).best(asked, () => true, 2)
    assert.deepEqual(
      found,
      slowBest(table, asked, (slot) => [0, 1, 4].includes(slot), 2),
    )
  })
})
