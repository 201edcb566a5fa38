import assert from 'node:assert/strict'
import { it } from 'node:test'
import { insertArticle, updateArticle, writeAlone } from '../../src/store/insert-article.ts'
import { openStore } from '../../src/store/store.ts'
import { insertStory } from '../../src/store/story-rows.ts'
import { createApp } from '../../src/web/app.ts'
import { newArticle, pageOf } from '../articles.ts'
import { NOW, siteOver } from './site-world.ts'

it('shows what changed in a text word by word, and leads there from the article and its story', async () => {
  const store = await openStore({ path: ':memory:' })
  try {
    const version = (title: string, text: string) => newArticle({ key: 'a', title, page: pageOf({ title, text }) })
    const first = version('Ferry leaves Tarn', 'The ferry left the harbour of Tarn at dawn. Nobody was hurt.')
    const second = version('Ferry leaves Tarn late', 'The ferry left the port of Tarn at dawn. <b>Nobody</b> was hurt.')
    const id = await writeAlone(store, async (write) => {
      const at = { key: 'tarn', title: 'Ferry', section: 'society', language: 'en', atMs: NOW, demo: false }
      return insertArticle(write, { ...first, storyId: await insertStory(write, at) })
    })
    const told = async () =>
      (await (await createApp(siteOver(store)).request('/story/tarn')).text()).split('<footer')[0]!
    assert.doesNotMatch(await told(), /What was changed/)
    await writeAlone(store, (write) => updateArticle(write, id, second))
    const app = createApp(siteOver(store))
    assert.match(await (await app.request('/article/a')).text(), /href="\/article\/a\/versions"/)
    const page = await (await app.request('/article/a/versions')).text()
    assert.match(page, /<del>harbour <\/del><ins>port <\/ins>/)
    assert.match(page, /Headline<\/span>.*<ins>late<\/ins>/s)
    assert.doesNotMatch(page, /<b>Nobody/)
    assert.match(await told(), /What was changed.*\/article\/a\/versions.*<del>harbour <\/del><ins>port <\/ins>/s)
    assert.equal((await app.request('/article/none/versions')).status, 404)
  } finally {
    await store.close()
  }
})
