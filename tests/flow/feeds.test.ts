import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { feedRoutes } from '../../src/web/feeds/routes.ts'
import { startDoors, type TestServer } from './api-server.ts'
import { atomFaults, jsonFeedFaults, rssFaults } from './feeds-check.ts'
import { childrenNamed, parseXml, textOf } from './feeds-check-xml.ts'

let server: TestServer
before(async () => {
  server = await startDoors((site) => [feedRoutes(site)])
})
after(() => server.close())

const FAULTS = { rss: rssFaults, atom: atomFaults, json: jsonFeedFaults }
const PATHS = [
  '/',
  '/index',
  '/section/economy',
  '/tag/port-selva',
  '/story/s1',
  '/article/a1',
  '/pulse',
  '/ranking',
  '/search',
  '/sources',
]
const QUERY: Record<string, string> = { '/search': '?q=harbour', '/ranking': '?window=week', '/pulse': '?kind=story' }

describe('every list is a valid feed in every format, short and full', () => {
  for (const path of PATHS)
    for (const format of ['rss', 'atom', 'json'] as const)
      for (const full of ['', 'full=1'])
        it(`${path}.${format} ${full}`, async () => {
          const address = `${server.url}${path}.${format}${QUERY[path] ?? ''}`
          const self = full === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${full}`
          const response = await fetch(self)
          const text = await response.text()
          assert.equal(response.status, 200, text)
          assert.deepEqual(FAULTS[format](text, self), [])
        })
})

it('holds the stories of the page in its order, a story of three articles as one entry', async () => {
  const feed = (await (await fetch(`${server.url}/section/economy.json`)).json()) as {
    items: { title: string; summary: string }[]
  }
  assert.deepEqual(
    feed.items.map((item) => item.title),
    ['Harbour of Port Selva reopens', 'Choir wins a prize', 'A page by hand'],
  )
  assert.match(feed.items[0]!.summary, /^2 independent · 1 copy/)
})

it('lists the independent articles and the copies of a story in its full text', async () => {
  const xml = await (await fetch(`${server.url}/section/economy.rss?full=1`)).text()
  const channel = childrenNamed(childrenNamed(parseXml(xml), 'rss')[0], 'channel')[0]
  const html = textOf(childrenNamed(channel, 'item')[0], 'content:encoded')!
  assert.match(html, /Ships &lt;return&gt; &amp; cranes/)
  const [, originals, copies] = html.split('<h3>')
  assert.ok(originals?.startsWith('Told independently') && originals.includes('Harbour of Port Selva reopens<'))
  assert.ok(copies?.startsWith('Copies') && copies.includes('reopens again'))
})

it('answers 304 by ETag and by date, and 200 when either says it has changed', async () => {
  const first = await fetch(`${server.url}/index.atom`)
  await first.text()
  const status = async (headers: Record<string, string>) => {
    const response = await fetch(`${server.url}/index.atom`, { headers })
    await response.text()
    return response.status
  }
  const modified = first.headers.get('last-modified')!
  assert.equal(await status({ 'if-none-match': first.headers.get('etag')! }), 304)
  assert.equal(await status({ 'if-modified-since': modified }), 304)
  assert.equal(await status({ 'if-modified-since': new Date(Date.parse(modified) - 1_000).toUTCString() }), 200)
  assert.equal(await status({ 'if-none-match': '"old"', 'if-modified-since': modified }), 200)
})

it('answers 304 for an empty list too, a while later', async () => {
  const path = `${server.url}/search.atom?q=${'nowhere'.repeat(3)}`
  const first = await fetch(path)
  assert.deepEqual(atomFaults(await first.text(), path), [])
  const { now } = server.site
  server.site.now = () => now() + 120_000
  const again = await fetch(path, { headers: { 'if-none-match': first.headers.get('etag')! } })
  server.site.now = now
  assert.equal(again.status, 304)
})

it('uses the configured address where there is one', async () => {
  server.site.brand.baseUrl = 'https://paper.example/news'
  const response = await fetch(`${server.url}/index.rss`)
  assert.deepEqual(rssFaults(await response.text(), 'https://paper.example/news/index.rss'), [])
  server.site.brand.baseUrl = null
})

describe('what each list holds', () => {
  const titles = async (path: string) => {
    const response = await fetch(`${server.url}${path}`)
    return ((await response.json()) as { items: { title: string }[] }).items.map((item) => item.title)
  }
  it('a story: its articles, the copy after its original', async () =>
    assert.deepEqual(await titles('/story/s1.json'), [
      'Harbour of Port Selva reopens',
      'Harbour of Port Selva reopens again',
      'Ships <return> & cranes move in Port Selva',
    ]))
  it('an article: what is related', async () =>
    assert.deepEqual(await titles('/article/a1.json'), ['Ships <return> & cranes move in Port Selva']))
  it('the pulse: what rises', async () =>
    assert.deepEqual(await titles('/pulse.json'), ['Harbour of Port Selva reopens']))
  it('a search: what is found, a text and its copies as one, led by the text that they repeat', async () =>
    assert.deepEqual(await titles('/search.json?q=harbour'), ['Harbour of Port Selva reopens']))
  it('a search for words that only the copy has: the copy', async () =>
    assert.deepEqual(await titles('/search.json?q=reopens+again'), ['Harbour of Port Selva reopens again']))
  it('sources', async () => assert.deepEqual(await titles('/sources.json'), ['The north post', 'The south post']))
  it('nothing where there is no list: 404; a window that is none: 400', async () => {
    for (const [path, status] of [
      ['/section/gossip.rss', 404],
      ['/tag/none.atom', 404],
      ['/story/none.json', 404],
      ['/article/none.rss', 404],
      ['/ranking.rss?window=year', 400],
      ['/pulse.rss?hours=7', 400],
    ] as const) {
      const response = await fetch(`${server.url}${path}`)
      await response.text()
      assert.equal(response.status, status, path)
    }
  })
})
