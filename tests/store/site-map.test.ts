import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { mapEnds, mappedNotes, mappedStories, mappedTags } from '../../src/store/site-map.ts'
import { insertStory, refreshStory } from '../../src/store/story-rows.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW = Date.UTC(2026, 5, 10)

onBothEngines((name, open) => {
  describe(`${name}: the map of the site`, () => {
    it('names every story and tag that stands for something once, in parts of any size', async () => {
      const store = await open()
      assert.deepEqual(await mapEnds(store), { stories: 0, tags: 0 })
      await writeAlone(store, async (write) => {
        for (let nth = 0; nth < 9; nth++) {
          const story = { key: `s${nth}`, title: `Story ${nth}`, section: 'society', language: 'en' }
          const storyId = await insertStory(write, { ...story, atMs: NOW, demo: false })
          if (nth === 4) continue // a story without articles stands for nothing
          const told = { key: `a${nth}`, title: story.title, storyId, firstSeenMs: NOW, publishedMs: NOW }
          const tagNames = ['Common', `Rare ${nth}`]
          const leadArticleId = await insertArticle(write, newArticle({ ...told, owner: `p${nth}.example`, tagNames }))
          const seen = { rankKey: 1, firstSeenMs: NOW, lastSeenMs: NOW }
          await refreshStory(write, {
            id: storyId,
            title: story.title,
            leadArticleId,
            section: 'society',
            language: 'en',
            ...seen,
          })
        }
      })
      const ends = await mapEnds(store)
      for (const size of [1, 2, 5, 100]) {
        const stories: string[] = []
        for (let from = 0; from < ends.stories; from += size)
          stories.push(...(await mappedStories(store, from, from + size)).map((page) => page.name))
        assert.deepEqual(stories, ['s0', 's1', 's2', 's3', 's5', 's6', 's7', 's8'])
        const tags: string[] = []
        for (let from = 0; from < ends.tags; from += size)
          tags.push(...(await mappedTags(store, from, from + size)).map((page) => page.name))
        assert.deepEqual(tags, ['common'])
      }
      assert.deepEqual(await mappedNotes(store, 10), [])
      await store.close()
    })
  })
})
