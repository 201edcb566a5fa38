import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { writeAlone } from '../../src/store/insert-article.ts'
import { countListChoice, forgetListClicks, listClicksSince } from '../../src/store/list-clicks.ts'
import {
  addReadTogether,
  forgetReadTogether,
  readTogetherCount,
  readTogetherWith,
} from '../../src/store/read-together.ts'
import type { Store } from '../../src/store/store.ts'
import { insertStory } from '../../src/store/story-rows.ts'
import { onBothEngines } from '../engines.ts'

onBothEngines((engine, open) => {
  const withStore = async (run: (store: Store) => Promise<void>) => {
    const store = await open()
    try {
      await run(store)
    } finally {
      await store.close()
    }
  }

  describe(`choices in lists, on ${engine}`, () => {
    it('are sums by reason and place, over lists and days', () =>
      withStore(async (store) => {
        await countListChoice(store, 5, { list: 'for-you', reasons: ['rising', 'popular', 'popular'], chosen: 1 })
        await countListChoice(store, 5, { list: 'for-you', reasons: ['rising', 'popular'], chosen: 0 })
        await countListChoice(store, 6, { list: 'recommendation', reasons: ['rising'], chosen: 0 })
        assert.deepEqual(await listClicksSince(store, 5), [
          { reason: 'popular', place: 2, shown: 2, clicked: 1 },
          { reason: 'popular', place: 3, shown: 1, clicked: 0 },
          { reason: 'rising', place: 1, shown: 3, clicked: 2 },
        ])
        assert.deepEqual(await listClicksSince(store, 6), [{ reason: 'rising', place: 1, shown: 1, clicked: 1 }])
        await forgetListClicks(store, 6)
        assert.equal((await listClicksSince(store, 0)).length, 1)
        await forgetListClicks(store, null)
        assert.deepEqual(await listClicksSince(store, 0), [])
      }))
  })

  describe(`stories read together, on ${engine}`, () => {
    it('are one pair in either order, of stories that are here, and can be forgotten', () =>
      withStore(async (store) => {
        await writeAlone(store, async (write) => {
          for (const key of ['a', 'b', 'c', 'd'])
            await insertStory(write, { key, title: key, section: 'society', language: 'en', atMs: 1, demo: false })
        })
        const add = (day: number, firstKey: string, secondKey: string) =>
          addReadTogether(store, day, { firstKey, secondKey, visits: 10 })
        assert.equal(await add(1, 'b', 'a'), true)
        assert.equal(await add(2, 'a', 'b'), true)
        assert.equal(await add(1, 'c', 'a'), true)
        assert.equal(await add(1, 'c', 'd'), true)
        assert.equal(await add(1, 'a', 'nowhere'), false)
        assert.equal(await add(1, 'a', 'a'), false)
        assert.deepEqual(await readTogetherWith(store, ['a'], 9), [
          { firstKey: 'a', secondKey: 'b', visits: 20 },
          { firstKey: 'a', secondKey: 'c', visits: 10 },
        ])
        assert.equal((await readTogetherWith(store, ['a', 'd'], 9)).length, 3)
        assert.equal((await readTogetherWith(store, ['a'], 1)).length, 1)
        assert.deepEqual(await readTogetherWith(store, [], 9), [])
        await forgetReadTogether(store, 0, 2)
        assert.deepEqual(
          (await readTogetherWith(store, ['a', 'c'], 9)).map(({ secondKey }) => secondKey),
          ['b', 'c'],
          'the pair that grew last, and of those of a day the first',
        )
        await forgetReadTogether(store, 2)
        assert.equal(await readTogetherCount(store), 1)
        await forgetReadTogether(store, null)
        assert.equal(await readTogetherCount(store), 0)
      }))
  })
})
