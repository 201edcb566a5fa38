import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainRelated } from '../bench/peers/plain-related.ts'
import { type RelatedGold, scoreRelated } from '../bench/related/related-measures.ts'
import { type DemoItem, demoArticles } from '../src/demo/world.ts'
import { createRelatedIndex, type RelatedIndex } from '../src/rank/related.ts'

// What `npm run bench -- related` asks of real texts, asked of the invented world whose stories and copies are known.
const ARTICLES = 500
const END_MS = Date.UTC(2026, 10, 29)
const SEED = 20261129

const items = [...demoArticles({ articles: ARTICLES, seed: SEED, endMs: END_MS })].filter(
  ({ article }) => article.language === 'en',
)
const originals = items.filter(({ truth }) => truth.copyOf === null)
const idOf = ({ article }: DemoItem) => article.url!

function indexOf(held: readonly DemoItem[]): RelatedIndex {
  const index = createRelatedIndex()
  for (const [id, { article, firstSeenMs, host }] of held.entries())
    index.add({
      id,
      title: article.title,
      text: article.text,
      publishedMs: firstSeenMs,
      tags: [],
      storyId: null,
      family: null,
      owner: host,
      language: article.language,
    })
  return index
}

describe('Related in the invented world', () => {
  it('finds what is of the same story as well as plain methods do, from the words alone', () => {
    const golds: RelatedGold[] = originals.map((item) => ({ id: idOf(item), topics: [item.truth.story], names: [] }))
    const queries = originals.filter((item, place) =>
      originals.slice(0, place).some(({ truth }) => truth.story === item.truth.story),
    )
    assert.ok(queries.length >= 100)
    const placeOf = new Map(originals.map((item, place) => [idOf(item), place]))
    const index = indexOf(originals)
    const ndcgOf = (listOf: (place: number) => readonly string[]) =>
      scoreRelated(golds, queries.map(idOf), (id) => listOf(placeOf.get(id)!)).ndcg
    const ours = ndcgOf((place) =>
      index.related(place, { limit: 5, pastOnly: true }).map(({ id }) => idOf(originals[id]!)),
    )
    const plain = Object.entries(
      plainRelated(
        originals.map((item) => ({ id: idOf(item), title: item.article.title ?? '', text: item.article.text })),
      ),
    )
    const others = plain.map(([name, relatedTo]) => [name, ndcgOf((place) => relatedTo(place, 5))] as const)
    const said = `ours ${ours}, ${others.map(([name, ndcg]) => `${name} ${ndcg}`).join(', ')}`
    assert.ok(
      others.every(([, ndcg]) => ours > ndcg),
      said,
    )
    assert.ok(ours > 0.78, said)
  })

  it('never puts a copy beside its original, nor two copies of one text in a list, though nobody has told it of families', () => {
    const index = indexOf(items)
    const originalOf = (item: DemoItem) => item.truth.copyOf ?? idOf(item)
    const copied = items.flatMap((item, place) => (item.truth.copyOf === null ? [] : [place]))
    assert.ok(copied.length >= 30)
    let wrong = 0
    let entries = 0
    for (const place of copied) {
      const seen = new Set([originalOf(items[place]!)])
      for (const { id } of index.related(place, { limit: 10 })) {
        entries++
        if (seen.has(originalOf(items[id]!))) wrong++
        seen.add(originalOf(items[id]!))
      }
    }
    assert.ok(entries >= 1_000)
    assert.equal(wrong, 0)
  })
})
