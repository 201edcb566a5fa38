import assert from 'node:assert/strict'
import { it } from 'node:test'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { react, takeBack } from '../../src/store/reactions.ts'
import { insertStory } from '../../src/store/story-rows.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

/** Rows of a site whose favourable reaction has a name of its own came out of the move to weighed reactions as unfavourable for good. */
onBothEngines((engine, open) => {
  it(`${engine}: a reaction that was stored as unfavourable and is favourable counts so from the next one on`, async () => {
    const store = await open()
    await writeAlone(store, async (write) => {
      const about = { title: 'Ferry stops', section: 'society', language: 'en', atMs: 1, demo: false }
      const storyId = await insertStory(write, { key: 'ferry', ...about })
      const id = await insertArticle(write, newArticle({ key: 'a', storyId }))
      await write.trx
        .insertInto('reaction')
        .values({ article_id: id, label: 'bravo', count: 2, weighed: 2, favourable: 0 })
        .execute()
      await write.trx.updateTable('story').set({ weighed_positive: 2, weighed_total: 2 }).execute()
    })
    const vote = { articleId: 1, token: 't', day: 1, limits: [], weights: [] }
    await react(store, vote, { label: 'bravo', favourable: true }, () => 0)
    const row = await store.read.selectFrom('reaction').select(['count', 'favourable']).executeTakeFirstOrThrow()
    assert.deepEqual({ ...row }, { count: 3, favourable: 1 })
    await takeBack(store, vote, () => 0)
    const story = await store.read.selectFrom('story').select('weighed_positive').executeTakeFirstOrThrow()
    assert.equal(story.weighed_positive, 2)
    await store.close()
  })
})
