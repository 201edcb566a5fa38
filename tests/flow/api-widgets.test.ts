import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { healthRoutes } from '../../src/web/health.ts'
import { widgetRoutes } from '../../src/web/widgets/routes.ts'
import { addStories } from './api-edition.ts'
import { OWNER_KEY, startDoors, type TestServer } from './api-server.ts'

let server: TestServer
before(async () => {
  server = await startDoors((site) => [healthRoutes(site), widgetRoutes(site)])
  await addStories(server.site.store, 20)
})
after(() => server.close())

describe('health and metrics', () => {
  const metrics = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const sent = request(`${server.url}/metrics`, { headers }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
      sent.on('error', reject)
      sent.end()
    })
  it('says that it is well, which version, over which engine', async () => {
    const answer = (await (await fetch(`${server.url}/healthz`)).json()) as {
      ok: boolean
      version: string
      engine: string
    }
    assert.deepEqual([answer.ok, answer.engine, /^\d+\.\d+\.\d+/.test(answer.version)], [true, 'sqlite', true])
  })
  it('gives metrics to this machine and to the owner', async () => {
    assert.equal(await metrics({}), 200)
    assert.equal(await metrics({ 'x-forwarded-for': '203.0.113.9', authorization: `Bearer ${OWNER_KEY}` }), 200)
  })
  it('refuses metrics to whom a proxy passed on, and to a foreign name bent to this machine', async () => {
    for (const headers of [
      { 'x-forwarded-for': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 proxy' },
      { host: 'rebound.example' },
    ])
      assert.equal(await metrics(headers), 403, JSON.stringify(headers))
    assert.equal(await metrics({ host: 'rebound.example', authorization: 'Bearer wrong' }), 403)
  })
})

describe('widgets', () => {
  const asked = {
    related: '?article=a1',
    recommendation: '?article=a4',
    ranking: '?window=week',
    pulse: '',
    provenance: '?article=a3',
  }
  for (const [name, query] of Object.entries(asked))
    it(`${name} may stand in any frame, runs nothing, and says why each entry stands there`, async () => {
      const response = await fetch(`${server.url}/widget/${name}${query}`)
      const html = await response.text()
      assert.equal(response.status, 200, html)
      const policy = response.headers.get('content-security-policy')!
      assert.match(policy, /default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors \*/)
      assert.equal(response.headers.get('x-frame-options'), null)
      assert.equal(response.headers.get('set-cookie'), null)
      assert.doesNotMatch(html, /<script|src=|\son\w+=/)
      assert.match(
        html,
        /<li><a href="(?:http:\/\/127\.0\.0\.1:\d+\/(?:story|article)\/|https:\/\/north\.example\/news\/)[^"]+" target="_top" rel="noreferrer"[^>]*>[^<]+<\/a><p>[^<]+<\/p>/,
      )
    })
  it('allows exactly the style that it carries, whatever accent is asked for', async () => {
    const { createHash } = await import('node:crypto')
    for (const query of ['', '?theme=dark', '?accent=00ff7f']) {
      const response = await fetch(`${server.url}/widget/ranking${query}`)
      const style = /<style>([^<]*)<\/style>/.exec(await response.text())![1]!
      const hash = createHash('sha256').update(style).digest('base64')
      assert.ok(response.headers.get('content-security-policy')!.includes(`'sha256-${hash}'`), query)
    }
  })
  it('knows a page by its own address', async () => {
    const url = encodeURIComponent('https://north.example/news/a1?a=1&b=2')
    const list = (await (await fetch(`${server.url}/widget/related.json?url=${url}`)).json()) as {
      items: { title: string }[]
    }
    assert.deepEqual(
      list.items.map((item) => item.title),
      ['Ships <return> & cranes move in Port Selva'],
    )
  })
  it('refuses what it does not know or cannot be', async () => {
    for (const [query, status] of [
      ['related', 404],
      ['related?article=nope', 404],
      ['ranking?accent=red;}', 400],
      ['ranking?limit=0', 400],
      ['ranking?url=javascript:1', 400],
      ['ranking?site=a%2Fb', 400],
      ['ranking?ground=url(x)', 400],
      ['ranking?size=500', 400],
    ] as const) {
      const response = await fetch(`${server.url}/widget/${query}`)
      await response.text()
      assert.equal(response.status, status, query)
    }
  })
  const json = async (query: string) =>
    (await (await fetch(`${server.url}/widget/${query}`)).json()) as {
      lang: string
      dir: string
      title: string
      lead?: string
      facts?: string[]
      chain?: unknown
      more?: { text: string; url: string }
      items: { title: string; url: string; reason: string; language: string }[]
    }
  it('tells where a copy comes from, by key and by the address that a reader has open', async () => {
    const known = await json('provenance.json?article=a3')
    assert.match(known.lead ?? '', /^This is a copy\. 90 % of it stood in The Post/)
    assert.match(known.facts?.join(' ') ?? '', /3 days younger/)
    assert.match(known.more?.url ?? '', /\/article\/a3\/compare$/)
    assert.deepEqual(
      known.items.map(({ url }) => url),
      ['https://north.example/news/a1?a=1&b=2', 'https://north.example/news/a3?a=1&b=2'],
    )
    const open = encodeURIComponent('http://north.example/news/a3?a=1&b=2&utm_source=letter#top')
    assert.deepEqual(await json(`provenance.json?url=${open}`), known)
  })
  it('says of a page that is not known that nothing is known, and that this proves nothing', async () => {
    const unknown = await json('provenance.json?url=https%3A%2F%2Fnowhere.example%2F1')
    assert.match(unknown.lead ?? '', /^Nothing is known here of this page\. That proves nothing/)
    assert.deepEqual([unknown.items, unknown.more], [[], undefined])
    const response = await fetch(`${server.url}/widget/related?url=https%3A%2F%2Fnowhere.example%2F1`)
    assert.equal(response.status, 404)
    assert.match(await response.text(), /<p class="lead">Nothing is known here of this page/)
  })
  it('speaks the language that is asked for, whatever the browser’s header says', async () => {
    const german = await json('ranking.json?lang=de-AT')
    assert.deepEqual([german.lang, german.title], ['de', 'Rangliste'])
    assert.match(german.items[0]?.reason ?? '', /Kopie/)
    assert.equal((await json('pulse.json?lang=ar')).dir, 'rtl')
    const page = await fetch(`${server.url}/widget/ranking?lang=fr`, { headers: { 'accept-language': 'ja' } })
    assert.match(await page.text(), /<html lang="fr" dir="ltr">/)
    assert.equal((await json('ranking.json?lang=tlh')).lang, 'en')
  })
  it('keeps to one publisher’s site where one is asked for, and every link leads there', async () => {
    for (const query of [
      'ranking.json?site=www.north.example',
      'related.json?site=north.example',
      'recommendation.json?site=1',
    ]) {
      const { items } = await json(query)
      assert.ok(items.length > 1, query)
      for (const { url, reason } of items) {
        assert.match(url, /^https:\/\/north\.example\//, query)
        assert.notEqual(reason, '')
      }
    }
    assert.deepEqual((await json('ranking.json?site=unknown.example')).items, [])
  })
  it('gives a component of at most 5 kB to any site', async () => {
    const response = await fetch(`${server.url}/widget/embed.js`)
    const script = await response.text()
    assert.ok(script.length <= 5_000, `${script.length} characters`)
    assert.equal(response.headers.get('access-control-allow-origin'), '*')
    assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin')
  })
})
