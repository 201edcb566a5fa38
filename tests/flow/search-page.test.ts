import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { openStore } from '../../src/store/store.ts'
import { createApp } from '../../src/web/app.ts'
import { fillSiteWorld, siteOver } from './site-world.ts'

const store = await openStore({ path: ':memory:' })
after(() => store.close())
await fillSiteWorld(store)
const app = createApp(siteOver(store))
const page = async (query: string) => (await app.request(`/search?${new URLSearchParams({ q: query })}`)).text()
const hits = (html: string) => [...html.matchAll(/class="hit"/gu)].length

describe('the search page', () => {
  it('says what it understands, beside a form that works without scripts', async () => {
    const html = await page('')
    assert.match(html, /<form class="big ui" action="\/search"><input type="search" name="q"/)
    for (const operator of ['tag:', 'source:', 'section:', 'story:', 'lang:', 'before:', 'after:'])
      assert.match(html, new RegExp(`id="search-help">[^<]*${operator}`), operator)
  })

  it('narrows by operators, and leads to its own feed and the other order', async () => {
    const all = hits(await page('harbour'))
    assert.ok(all > 0)
    assert.equal(hits(await page('harbour after:2001')), all)
    const none = await page('harbour before:2001')
    assert.equal(hits(none), 0)
    assert.match(none, /class="empty"/)
    const found = await page('harbour after:2001')
    assert.match(found, /href="\/search\.rss\?q=harbour%20after%3A2001"/)
    assert.match(found, /href="\/search\?q=harbour%20after%3A2001&amp;order=best"/)
    const best = await (await app.request('/search?q=harbour&order=best')).text()
    assert.equal(hits(best), all)
  })

  it('names the operator that it does not understand, offers nothing to keep, and prints it as text', async () => {
    const html = await page('harbour lang:<b>')
    assert.match(html, /class="empty">lang: does not know “&lt;b&gt;”; it takes the code of a language/)
    assert.doesNotMatch(html, /order=best|search\.rss/)
    assert.equal((await app.request('/search.rss?q=lang:%3Cb%3E')).status, 400)
    const answer = await app.request('/api/v1/search?q=lang:%3Cb%3E')
    assert.equal(answer.status, 400)
    assert.match(await answer.text(), /"message":"q: lang: does not know/)
  })
})
