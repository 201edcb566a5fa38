import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DAY_MS, HOUR_MS } from '../../src/model/time.ts'
import { keepReads } from '../../src/store/article-reads.ts'
import { articlesByUrls, ownArticleIds, ownArticles } from '../../src/store/own-articles.ts'
import { onBothEngines } from '../engines.ts'
import { addStories, EDITION_NOW, fillEdition } from '../flow/api-edition.ts'

onBothEngines((name, open) =>
  describe(name, () => {
    it('gives one publisher’s articles by host, by registrable host and by source, newest first, narrowed as asked', async () => {
      const store = await open()
      await fillEdition(store)
      await addStories(store, 5)
      const asked = { limit: 50, readsSinceMs: EDITION_NOW - DAY_MS }
      const all = await ownArticles(store, { host: 'north.example' }, asked)
      const times = all.map(({ card }) => card.publishedMs)
      assert.equal(all.length, 10)
      assert.deepEqual(
        times,
        times.toSorted((a, b) => b - a),
      )
      assert.deepEqual(
        await ownArticleIds(store, { host: 'north.example' }, 50),
        all.map(({ card }) => card.id),
      )
      const bySource = await ownArticles(store, { feedId: 2 }, asked)
      assert.deepEqual(bySource.map(({ card }) => card.key).sort(), ['a2', 'a3'])
      assert.ok(bySource.every(({ burst, owners }) => burst === 6 && owners === 2))
      assert.equal((await ownArticles(store, { host: 'owner2.example' }, asked)).length, 2)
      assert.equal((await ownArticles(store, { host: 'north.example' }, { ...asked, section: 'sports' })).length, 0)
      assert.equal(
        (await ownArticles(store, { host: 'north.example' }, { ...asked, language: 'en', tagId: 1 })).length,
        10,
      )
      assert.equal((await ownArticles(store, { host: 'north.example' }, { ...asked, limit: 3 })).length, 3)
      await store.close()
    })

    it('keeps reads by hour: handed in again they replace, added up since a moment, forgotten after eight days', async () => {
      const store = await open()
      await fillEdition(store)
      const url = 'https://north.example/news/a1?a=1&b=2'
      const articleId = (await articlesByUrls(store, [url, 'https://north.example/none'])).get(url)!.id
      const reads = (hoursAgo: number, count: number) => ({
        articleId,
        hourMs: EDITION_NOW - hoursAgo * HOUR_MS,
        count,
      })
      await keepReads(store, [reads(1, 5), reads(2, 7), reads(9 * 24, 100)], EDITION_NOW)
      await keepReads(store, [reads(1, 6)], EDITION_NOW)
      const since = async (hours: number) => {
        const list = await ownArticles(store, { feedId: 1 }, { limit: 9, readsSinceMs: EDITION_NOW - hours * HOUR_MS })
        return list.find(({ card }) => card.id === articleId)?.reads
      }
      assert.deepEqual([await since(1), await since(24), await since(30 * 24)], [6, 13, 13])
      await store.close()
    })
  }),
)
