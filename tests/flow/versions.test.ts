import assert from 'node:assert/strict'
import { it } from 'node:test'
import { packFacts, replaceFacts } from '../../src/store/article-facts.ts'
import { insertArticle, updateArticle, writeAlone } from '../../src/store/insert-article.ts'
import { openStore } from '../../src/store/store.ts'
import { insertStory } from '../../src/store/story-rows.ts'
import { tellStory } from '../../src/story/story-telling.ts'
import { createApp } from '../../src/web/app.ts'
import { tellLeading } from '../../src/web/lists/story-telling.ts'
import { newArticle, pageOf } from '../articles.ts'
import { fillSiteWorld, NOW, siteOver } from './site-world.ts'

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

it('tells a story once while its texts stay as they are, and the leading ones before anybody asks', async () => {
  const store = await openStore({ path: ':memory:' })
  try {
    await fillSiteWorld(store)
    const sentence = { text: 'The ferry left Tarn.', block: 0 }
    const days = [{ said: { kind: 'date' as const, year: 2019, month: 4, day: 3 }, sentence }]
    await writeAlone(store, (write) => replaceFacts(write, 1, packFacts({ sentences: [], days, quotes: [] })))
    let tellings = 0
    const site = {
      ...siteOver(store),
      tellStory: (...asked: Parameters<typeof tellStory>) => {
        tellings++
        return tellStory(...asked)
      },
    }
    await tellLeading(site, new AbortController().signal)
    const ahead = tellings
    assert.ok(ahead > 3)
    const app = createApp(site)
    assert.match(await (await app.request('/story/varga')).text(), /The ferry left Tarn\./)
    assert.equal(tellings, ahead)
    await writeAlone(store, (write) => replaceFacts(write, 1, packFacts({ sentences: [], days: [], quotes: [] })))
    site.touch()
    assert.doesNotMatch(await (await app.request('/story/varga')).text(), /The ferry left Tarn\./)
    assert.equal(tellings, ahead + 1)
  } finally {
    await store.close()
  }
})
