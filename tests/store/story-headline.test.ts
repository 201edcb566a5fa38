import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { refreshStories } from '../../src/ingest/refresh-stories.ts'
import { MINUTE_MS } from '../../src/model/time.ts'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import type { Store } from '../../src/store/store.ts'
import { storyByKey } from '../../src/store/stories.ts'
import { insertStory } from '../../src/store/story-rows.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW_MS = Date.UTC(2026, 4, 20, 12)
/** Headlines that say nearly the same: which is the most central changes with every one that comes. */
const HEADLINES = [
  'Premier Varga leaves Tarn by ferry after six days',
  'Varga leaves harbour of Tarn by ferry',
  'After six days, Premier Varga leaves Tarn on the ferry Petrel',
  'Premier Varga leaves Tarn, nothing signed about the straits',
  'Ferry Petrel carries Premier Varga home from Tarn',
  'Varga leaves Tarn by ferry, nothing signed',
]
const LOUD = ['PREMIER VARGA LEAVES TARN BY FERRY AFTER SIX DAYS', 'You won’t believe how Premier Varga leaves Tarn']

/** The story's title after each text that comes into it, each of another owner. */
async function titlesOverTime(store: Store, titles: readonly string[]): Promise<string[]> {
  const about = { section: 'society', language: 'en', atMs: NOW_MS, demo: false }
  const storyId = await writeAlone(store, (write) => insertStory(write, { key: 'tarn', title: 'none', ...about }))
  const seen: string[] = []
  for (const [at, title] of titles.entries()) {
    const publishedMs = NOW_MS + at * 7 * MINUTE_MS
    const own = { key: `a${at}`, title, owner: `paper${at}.example`, publishedMs, firstSeenMs: publishedMs, storyId }
    await writeAlone(store, async (write) => {
      await insertArticle(write, newArticle({ ...own, wordCount: 300 }))
      await refreshStories(write, [storyId])
    })
    const story = await storyByKey(store, 'tarn')
    assert.ok(story && 'story' in story)
    seen.push(story.story.title)
  }
  return seen
}

onBothEngines((name, open) => {
  describe(`the headline of a story that grows, on ${name}`, () => {
    it('does not flap between headlines that are about as good', async () => {
      const store = await open()
      const titles = await titlesOverTime(store, [...HEADLINES, ...HEADLINES.toReversed()])
      const changes = titles.filter((title, at) => at > 0 && title !== titles[at - 1]).length
      assert.ok(changes <= 1, titles.join('\n'))
      await store.close()
    })

    it('is never a shout or a bait where a calm one is there, however many shout', async () => {
      const store = await open()
      const [shout = '', bait = ''] = LOUD
      const calm = HEADLINES[1]!
      const titles = await titlesOverTime(store, [shout, bait, shout, calm, shout, bait, bait, shout])
      assert.ok(titles.slice(0, 3).every((title) => LOUD.includes(title)))
      assert.deepEqual([...new Set(titles.slice(3))], [calm])
      await store.close()
    })
  })
})
