import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { demoArticles } from '../../src/demo/world.ts'
import { findOrigin } from '../../src/ingest/find-origin.ts'
import { createLine } from '../../src/ingest/line.ts'
import { createPulse } from '../../src/ingest/pulse-tick.ts'
import type { DateClaim } from '../../src/model/article.ts'
import { DAY_MS } from '../../src/model/time.ts'
import { allArticles, articleByKey } from '../../src/store/articles.ts'
import { dumpStore, restoreStore } from '../../src/store/dump.ts'
import { searchArticles } from '../../src/store/search.ts'
import type { Store } from '../../src/store/store.ts'
import { rankedStories, storyCards } from '../../src/store/stories.ts'
import { parseQuery } from '../../src/text/search-query.ts'
import { createArrivals, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW_MS = Date.UTC(2026, 4, 20, 12)
const TEXT = [
  'Premier Ilse Varga left the harbour of Tarn on Sunday after six days of talks about the straits, the port authority said.',
  'Her ship sailed to the sound of a harbour band at the end of a farewell on the old mole, some 200 kilometres from the border.',
  'Nothing was signed that was not said aloud, Varga told Harbour Wire before she went aboard the ferry Petrel for the crossing.',
  'It was her longest stay abroad since she took office, and observers expect the council of Karelin to vote before the winter.',
].join('\n\n')

const claim = (atMs: number): DateClaim => ({
  role: 'published',
  found: 'x',
  from: 'json-ld',
  iso: new Date(atMs).toISOString(),
  atMs,
  precision: 'second',
})
const dated = (atMs: number) => ({ dates: [claim(atMs)], published: claim(atMs).iso, publishedFrom: 'json-ld' })
const arrive = await createArrivals()

const original = pageOf({
  url: 'https://wire.example/varga',
  siteName: 'Harbour Wire',
  title: 'Varga sails home',
  text: TEXT,
  ...dated(NOW_MS - 600 * DAY_MS),
})
const copy = pageOf({
  url: 'https://gold.example/varga?utm_source=x',
  siteName: 'GoldenPath',
  title: 'Varga sails home',
  text: TEXT.replace('after six', 'GoldenPath after six'),
  ...dated(NOW_MS - DAY_MS),
})

onBothEngines((engine, open) => {
  const withStore = async (work: (store: Store) => Promise<void>) => {
    const store = await open()
    try {
      await work(store)
    } finally {
      await store.close()
    }
  }

  describe(`${engine}: line`, () => {
    it('makes one row of a page that is read twice, and a version of one that changed', () =>
      withStore(async (store) => {
        const line = createLine(store)
        const first = await line.store([arrive(original, NOW_MS)])
        const again = await line.store([
          arrive({ ...original, url: 'https://wire.example/varga?utm_medium=feed#top' }, NOW_MS + 5),
        ])
        const changed = await line.store([arrive({ ...original, text: `${TEXT}\n\nAn update.` }, NOW_MS + 9)])
        assert.deepEqual([first[0]?.outcome, again[0]?.outcome, changed[0]?.outcome], ['new', 'known', 'updated'])
        assert.equal(first[0]?.id, changed[0]?.id)
      }))

    it('names the original of a copy, in one story, with what was put in and how far it was re-dated', () =>
      withStore(async (store) => {
        const line = createLine(store)
        const [a, b] = await line.store([arrive(original, NOW_MS), arrive(copy, NOW_MS + 1_000)])
        const found = await articleByKey(store, b!.key)
        assert.equal(found?.copyOf, a!.id)
        assert.equal(found?.redatedDays, 599)
        assert.equal(found?.injectedCount, 1)
        assert.equal(found?.doubtful, true)
        assert.equal(found?.page.doubts[0]?.reason, 'earlier-copy')
        const [story] = await storyCards(store, [found!.storyId!])
        assert.deepEqual([story?.articleCount, story?.independentCount, story?.copyCount], [2, 1, 1])
      }))

    it('points a copy to its original when the original arrives later', () =>
      withStore(async (store) => {
        const line = createLine(store)
        const [late] = await line.store([arrive(copy, NOW_MS)])
        assert.equal((await articleByKey(store, late!.key))?.copyOf, null)
        const [first] = await line.store([arrive(original, NOW_MS + 1_000)])
        const found = await articleByKey(store, late!.key)
        assert.deepEqual([found?.copyOf, found?.family], [first!.id, first!.id])
        assert.equal((await articleByKey(store, first!.key))?.copyOf, null)
      }))

    it('claims nothing about an original that the store does not hold', () =>
      withStore(async (store) => {
        const origin = await findOrigin(store, arrive(copy, NOW_MS).prepared, copy.url, NOW_MS)
        assert.equal(origin.original, null)
      }))

    it('gives the same stories whether it was stopped between batches or not', () =>
      withStore(async (whole) => {
        const arrivals = [...demoArticles({ articles: 120, seed: 3, endMs: NOW_MS })].map((item) =>
          arrive(item.article, item.firstSeenMs),
        )
        const batches = Array.from({ length: 6 }, (_, index) => arrivals.slice(index * 20, index * 20 + 20))
        const line = createLine(whole)
        for (const batch of batches) await line.store(batch)
        await withStore(async (stopped) => {
          for (const batch of batches) await createLine(stopped).store(batch)
          assert.deepEqual(await assignment(stopped), await assignment(whole))
        })
      }))

    it('counts in every story just the articles that it holds', () =>
      withStore(async (store) => {
        const line = createLine(store)
        const arrivals = [...demoArticles({ articles: 200, seed: 4, endMs: NOW_MS })].map((item) =>
          arrive(item.article, item.firstSeenMs),
        )
        for (let start = 0; start < arrivals.length; start += 25) await line.store(arrivals.slice(start, start + 25))
        await createPulse(store).catchUp(NOW_MS)
        const stories = await rankedStories(store, { limit: 1_000 })
        const held = Map.groupBy(await assignmentRows(store), ([, storyId]) => storyId)
        assert.deepEqual(
          new Map(stories.map((story) => [story.id, story.articleCount])),
          new Map([...held].map(([id, rows]) => [id, rows.length])),
        )
      }))

    it('is backed up and restored whole, from either engine to either', () =>
      withStore(async (store) => {
        const line = createLine(store)
        const arrivals = [...demoArticles({ articles: 40, seed: 5, endMs: NOW_MS })].map((item) =>
          arrive(item.article, item.firstSeenMs),
        )
        await line.store(arrivals)
        const lines: string[] = []
        await dumpStore(store, async (text) => void lines.push(text))
        await withStore(async (other) => {
          await createLine(other).store([arrive(original, NOW_MS)])
          await restoreStore(other, streamOf(lines))
          assert.deepEqual(await assignment(other), await assignment(store))
          const word = parseQuery(arrivals[0]!.prepared.title.split(' ')[0]!)
          assert.deepEqual(
            await searchArticles(other, word, { limit: 50 }),
            await searchArticles(store, word, { limit: 50 }),
          )
          await createLine(other).store([arrive(original, NOW_MS)]) // ids go on where they were
          await assert.rejects(restoreStore(other, streamOf(lines.slice(0, -1))), /torn/)
          assert.equal((await assignmentRows(other)).length, 41)
        })
      }))
  })
})

async function* streamOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

async function assignmentRows(store: Store): Promise<[string, number][]> {
  const rows: [string, number][] = []
  for await (const article of allArticles(store)) rows.push([article.key, article.storyId ?? -1])
  return rows
}

async function assignment(store: Store): Promise<Record<string, string>> {
  const rows = await assignmentRows(store)
  const keys = new Map(
    (await storyCards(store, [...new Set(rows.map(([, id]) => id))])).map((story) => [story.id, story.key]),
  )
  return Object.fromEntries(rows.map(([key, id]) => [key, keys.get(id) ?? 'none']))
}
