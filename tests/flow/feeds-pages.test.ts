import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createApp } from '../../src/web/app.ts'
import { startDoors, type TestServer } from './api-server.ts'

let server: TestServer
before(async () => {
  server = await startDoors((site) => [createApp(site)])
})
after(() => server.close())

const PAGES = ['/', '/section/economy', '/tag/port-selva', '/story/s1', '/pulse', '/ranking', '/search?q=harbour', '/sources', '/source/1'] // biome-ignore format: a table

describe('a page of a list names its feeds, and they are there', () => {
  for (const page of PAGES)
    it(page, async () => {
      const html = await (await fetch(`${server.url}${page}`)).text()
      const links = [...html.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)]
      assert.equal(links.length, 3)
      for (const [, type = '', href = ''] of links) {
        const feed = await fetch(new URL(href.replaceAll('&amp;', '&'), server.url))
        assert.equal(feed.status, 200, href)
        assert.ok(feed.headers.get('content-type')?.startsWith(type), href)
        await feed.text()
      }
    })
})

it('a feed is asked for by its head alone, and packed as the reader can read it', async () => {
  const head = await fetch(`${server.url}/index.rss`, { method: 'HEAD' })
  assert.deepEqual([head.status, await head.text()], [200, ''])
  assert.ok(head.headers.get('etag') && head.headers.get('last-modified'))
  for (const encoding of ['br', 'gzip']) {
    const packed = await fetch(`${server.url}/index.rss`, { headers: { 'accept-encoding': encoding } })
    assert.equal(packed.headers.get('content-encoding'), encoding)
    assert.match(await packed.text(), /<rss /)
  }
})
