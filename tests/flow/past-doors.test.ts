import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { HOUR_MS } from '../../src/model/time.ts'
import { notePastKept } from '../../src/store/kept-past.ts'
import { openStore } from '../../src/store/store.ts'
import { createApp } from '../../src/web/app.ts'
import { fillSiteWorld, NOW, siteOver } from './site-world.ts'

const store = await openStore({ path: ':memory:' })
after(() => store.close())
await fillSiteWorld(store)
const app = createApp(siteOver(store))
const moment = (hoursAgo: number) => new Date(NOW - hoursAgo * HOUR_MS).toISOString()
const statusOf = async (path: string) => (await app.request(path)).status
const articlesSeen = await store.read.selectFrom('article').select(['key', 'first_seen_ms', 'story_id']).execute()

type JsonFeed = { home_page_url: string; items: { id: string; title: string; content_html?: string }[] }
const feedAt = async (path: string) => (await (await app.request(path)).json()) as JsonFeed

describe('a past moment', () => {
  it('is shown by the feeds of front page, ranking, pulse and stories, which lead to the page of that moment', async () => {
    for (const path of ['/index', '/ranking', '/pulse', '/story/varga'])
      for (const format of ['json', 'atom', 'rss']) {
        const response = await app.request(`${path}.${format}?at=${moment(1)}`)
        assert.equal(response.status, 200, `${path}.${format}`)
        if (format === 'json')
          assert.match(((await response.json()) as JsonFeed).home_page_url, /[?&]at=2026-06-10T13:20:00\.000Z$/, path)
      }
  })

  it('is no part of a feed of now, and what came later is no part of its own', async () => {
    const now = await feedAt('/story/varga.json')
    assert.ok(!now.home_page_url.includes('at='))
    const early = Math.min(...articlesSeen.map((row) => row.first_seen_ms))
    const before = await app.request(`/story/varga.json?at=${new Date(early - 1).toISOString()}`)
    assert.equal(before.status, 404)
    const empty = await feedAt(`/index.json?full=1&at=${new Date(early - 1).toISOString()}`)
    assert.deepEqual(empty.items, [])
    assert.ok((await feedAt('/index.json?full=1')).items.length > 3)
  })

  it('is shown by the widgets of ranking and pulse, and by the ranking of a tag', async () => {
    for (const path of ['/widget/ranking', '/widget/ranking.json', '/widget/pulse', '/widget/pulse.json'])
      assert.equal(await statusOf(`${path}?at=${moment(1)}`), 200, path)
    const tag = await store.read.selectFrom('tag').select('slug').where('blocked', '=', 0).executeTakeFirstOrThrow()
    for (const path of ['/ranking', '/ranking.json', '/api/v1/ranking', '/widget/ranking.json'])
      assert.equal(await statusOf(`${path}?window=week&tag=${encodeURIComponent(tag.slug)}&at=${moment(1)}`), 200, path)
  })

  it('is refused, and not passed over, where a list tells of now alone', async () => {
    const lists = ['/section/economy.rss', '/tag/karelin.atom', '/sources.json', '/search.json?q=premier']
    const calls = ['/api/v1/stories', '/api/v1/articles', '/api/v1/search?q=premier', '/api/v1/sources']
    const widgets = ['/widget/related.json?article=original', '/widget/recommendation?article=original']
    for (const path of [...lists, ...calls, ...widgets]) {
      const response = await app.request(`${path}${path.includes('?') ? '&' : '?'}at=${moment(1)}`)
      assert.equal(response.status, 400, path)
      assert.match(await response.text(), /at: .* now alone/, path)
    }
  })

  it('is refused where it is none, is yet to come, or is not kept any more', async () => {
    const doors = ['/index.json', '/widget/pulse.json', '/api/v1/pulse', '/pulse']
    for (const path of doors) assert.equal(await statusOf(`${path}?at=yesterday`), 400, path)
    for (const path of doors) assert.equal(await statusOf(`${path}?at=${moment(-1)}`), 400, path)
    await notePastKept(store, NOW - 2 * HOUR_MS)
    for (const path of doors) assert.equal(await statusOf(`${path}?at=${moment(3)}`), 404, path)
    for (const path of doors) assert.equal(await statusOf(`${path}?at=${moment(1.5)}`), 200, path)
  })
})
