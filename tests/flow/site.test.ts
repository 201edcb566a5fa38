import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { HOUR_MS } from '../../src/model/time.ts'
import { articleByKey } from '../../src/store/articles.ts'
import { listFeeds } from '../../src/store/feeds.ts'
import { recentJobs } from '../../src/store/jobs.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { createApp } from '../../src/web/app.ts'
import { formToken } from '../../src/web/owner.ts'
import { HOSTILE, HOSTILE_URLS } from './site-hostile.ts'
import { fillSiteWorld, NOW, OWNER_KEY, PAGES, siteOver } from './site-world.ts'

let store: Store
let site: ReturnType<typeof siteOver>
let app: ReturnType<typeof createApp>

before(async () => {
  store = await openStore({ path: ':memory:' })
  await fillSiteWorld(store)
  site = siteOver(store)
  app = createApp(site)
})
after(() => store.close())

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
const text = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text()
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
/** Texts in the order in which they stand on a page. */
const inOrder = (page: string, parts: readonly string[]) => {
  let at = 0
  for (const part of parts) {
    const found = page.indexOf(part, at)
    assert.notEqual(found, -1, `${part} is missing after ${page.slice(Math.max(0, at - 80), at)}`)
    at = found
  }
}
/** Waits until something holds that happens beside the answers. */
const until = async (holds: () => Promise<boolean>) => {
  for (let tries = 0; tries < 100 && !(await holds()); tries++) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.ok(await holds())
}
const ownerCookie = async () => {
  const answer = await get(`/owner?key=${OWNER_KEY}`)
  assert.equal(answer.status, 303)
  return answer.headers.get('set-cookie')!.split(';')[0]!
}

describe('pages', () => {
  it('says of a source what it brought, when it is read, what went wrong and what its hub does', async () => {
    const page = await text('/source/1')
    for (const part of [
      '<h1 dir="auto">Harbour Wire</h1>',
      '12 entries in it last time',
      '12 entries, 3 new',
      'failed: http 5xx',
      'every 60 minutes',
      'It names hub.example, which cannot call here',
      '<a href="/article/first"',
      'href="/source/1.atom"',
    ])
      assert.ok(page.includes(part), part)
    assert.match(await text('/source/1.rss'), /Premier Varga sails home from Karelin/)
    assert.match(await text('/article/first'), /<a href="\/source\/1"><bdi>/)
  })

  it('answers every page with at most five queries, 14 kB compressed and a policy without inline script', async () => {
    for (const path of PAGES) {
      await get(path) // the view is counted beside it
      await new Promise((resolve) => setTimeout(resolve, 10))
      site.touch()
      await get('/about') // what all pages share is asked for once a version
      const before = store.queryCount()
      const answer = await get(path)
      const queries = store.queryCount() - before
      const body = await answer.text()
      assert.equal(answer.status, path.startsWith('/nothing') ? 404 : 200, path)
      assert.ok(queries <= 5, `${path} asks ${queries} times`)
      assert.ok(brotliCompressSync(body).length <= 14_000, path)
      assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'.*script-src 'self'/)
      // Values of attributes are text; what is left are names of elements and attributes.
      assert.doesNotMatch(
        body.replaceAll(/"[^"]*"/g, '""'),
        /<[^<>]* (?:on\w+|style)=|<style|<script(?! type="">| src=""><\/script>)/,
        path,
      )
    }
  })

  it('sends what a client takes, and 304 for what it has', async () => {
    const first = await get('/', { 'accept-encoding': 'gzip, br' })
    assert.equal(first.headers.get('content-encoding'), 'br')
    assert.equal((await get('/', { 'accept-encoding': 'br;q=0, gzip' })).headers.get('content-encoding'), 'gzip')
    assert.equal((await get('/')).headers.get('content-encoding'), null)
    const again = await get('/', { 'if-none-match': first.headers.get('etag')! })
    assert.equal(again.status, 304)
    assert.equal(await again.text(), '')
  })

  it('asks the store nothing for a page that is kept, and makes it anew when something changed', async () => {
    await get('/ranking')
    const before = store.queryCount()
    await get('/ranking')
    assert.equal(store.queryCount(), before)
    site.touch()
    await get('/ranking')
    assert.ok(store.queryCount() > before)
  })

  it('shows an article in the order that is promised', async () => {
    inOrder(await text('/article/tampered'), [
      'aria-label="Breadcrumb"',
      'Society',
      'the page files it under “<bdi>Bargains</bdi>”',
      'GoldenPath',
      'GoldenPath Money',
      '<h1',
      'Premier sails home after six days',
      'By Brightwell Insight Desk',
      'view',
      '1,204 by the page’s own count',
      '2026-04-10 04:23:55',
      'doubtful:',
      'the text calls its own day a Sunday',
      'Show the words as found',
      '<del>GoldenPathon</del>',
      'class="mend"',
      'Her ship left',
      'This is a copy. 96 % of it stood in Harbour Wire, 6 hours earlier.',
      'It claims to be 3 days younger.',
      'Compare sentence by sentence',
      'In:',
      'Ilse Varga',
      'Karelin',
      'veryGood! <b>(79)</b>',
      'The page’s own lists, not taken for text',
      'Ten lamps that sell',
      'Related',
      'Ferry crews count the cost',
      'same story, an hour later',
      'Ranking',
      'told by',
      'Recommendation',
    ])
  })

  it('claims no original that is not stored, and names the agency that a text credits', async () => {
    const page = await text('/article/bad0')
    assert.match(page, /The store holds no such text of that agency/)
    assert.doesNotMatch(page, /This is a copy/)
  })

  it('tells who said it first and folds copies under what they repeat', async () => {
    inOrder(await text('/story/varga'), [
      '2 independent',
      '1 copy',
      'told by 2 owners',
      'Harbour Wire',
      'Premier Varga sails home from Karelin',
      '1 copy of this text',
      'GoldenPath Money',
      '96 %',
      'Tarn Courier',
    ])
    inOrder(await text('/'), [
      'Rising now',
      'Premier sails home after six days in Karelin',
      '14 independent articles in 3 hours where 2 are usual',
      'Ranking',
      'People and places rising',
      'Karelin',
    ])
  })

  it('compares a copy with its original as the page had it', async () => {
    const page = await text('/article/tampered/compare')
    assert.match(page, /<mark class="inj">[^<]*GoldenPath/)
    assert.match(await text('/article/lake1/compare'), /no earlier text/)
  })

  it('finds words, marks them, and folds copies', async () => {
    const page = await text('/search?q=%22way+home%22')
    assert.match(page, /<mark>way<\/mark> <mark>home<\/mark>/)
    assert.match(page, /1 more page with this text/)
    assert.match(await text('/search?q=zeppelin'), /No article holds all of “zeppelin”/)
  })

  it('gives every text its language and direction', async () => {
    assert.match(await text('/article/mina1'), /<h1 lang="ar" dir="rtl">/)
  })

  it('answers wrong addresses and questions with a page that helps', async () => {
    for (const path of ['/story/none', '/article/none', '/tag/none', '/section/none', '/nothing', '/article/%E0%A4%A'])
      assert.ok([400, 404].includes((await get(path)).status), path)
    for (const path of [
      '/ranking?window=year',
      '/pulse?hours=9',
      '/section/society?after=x',
      `/search?q=${'x'.repeat(401)}`,
    ]) {
      const answer = await get(path)
      assert.equal(answer.status, 400, path)
      assert.match(await answer.text(), /action="\/search"/)
    }
  })

  it('tells a reader nothing of what failed inside', async () => {
    const broken = createApp({
      ...site,
      changed: () => -1,
      store: {
        ...store,
        read: new Proxy({} as never, {
          get: () => {
            throw new Error('secret path /var/x')
          },
        }),
      },
    })
    const answer = await broken.request('/ranking')
    assert.equal(answer.status, 500)
    assert.doesNotMatch(await answer.text(), /secret path/)
    assert.match(JSON.stringify(site.events), /secret path/)
  })
})

describe('for programs', () => {
  it('has a map of its lists, stories and tags in parts, without texts of others', async () => {
    const answer = await get('/sitemap.xml')
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-type')!, /^application\/xml/)
    const placesOf = (map: string) =>
      [...map.matchAll(/<loc>http:\/\/localhost([^<]*)<\/loc>/g)].map(([, path]) => path!)
    const parts = placesOf(await answer.text())
    assert.deepEqual(parts, [
      '/sitemap/pages.xml',
      '/sitemap/notes.xml',
      '/sitemap/stories-0.xml',
      '/sitemap/tags-0.xml',
    ])
    const places = (await Promise.all(parts.map((path) => text(path)))).flatMap(placesOf)
    for (const path of ['/', '/section/society', '/story/varga', '/story/mina', '/tag/karelin'])
      assert.ok(places.includes(path), path)
    assert.ok(!places.some((path) => path.startsWith('/article/')))
    for (const path of places) assert.equal((await get(path)).status, 200, path)
    assert.match(await text('/article/first'), /<meta name="robots" content="noindex">/)
    assert.doesNotMatch(await text('/story/varga'), /<meta name="robots"/)
    assert.deepEqual(placesOf(await text('/sitemap/stories-99.xml')), [])
    assert.equal((await get('/sitemap/people-0.xml')).status, 404)
    const before = store.queryCount()
    const again = await get('/sitemap.xml', { 'if-none-match': answer.headers.get('etag')! })
    assert.deepEqual([again.status, store.queryCount()], [304, before])
    assert.match(
      await text('/robots.txt'),
      /^User-agent: \*\n(?:Disallow: .*\n)+\nSitemap: http:\/\/localhost\/sitemap\.xml\n$/,
    )
  })

  it('is a search engine of the browser', async () => {
    const told = await text('/opensearch.xml')
    for (const [, template] of told.matchAll(/template="http:\/\/localhost([^"]+)"/g))
      assert.equal((await get(template!.replace('{searchTerms}', 'harbour'))).status, 200, template)
    assert.equal([...told.matchAll(/template=/g)].length, 3)
    assert.match(await text('/'), /<link rel="search" href="\/opensearch\.xml"/)
  })

  it('can be installed: every icon that its manifest names is there', async () => {
    const manifest = JSON.parse(await text('/manifest.webmanifest')) as {
      name: string
      icons: { src: string; type: string }[]
    }
    assert.equal(manifest.name, 'TrendPulse')
    for (const { src, type } of manifest.icons) assert.equal((await get(src)).headers.get('content-type'), type)
    assert.equal((await get('/favicon.ico')).status, 302)
  })

  it('offers every reader the same pack, the list without a profile first', async () => {
    const one = await get('/pack/society.json', { cookie: 'x=1', 'user-agent': 'one' })
    const pack = (await one.json()) as { entries: { id: string; tags: string[]; owner: string }[] }
    assert.deepEqual([pack.entries[0]!.id, pack.entries[0]!.tags], ['varga', ['Ilse Varga', 'Karelin']])
    assert.match(one.headers.get('cache-control')!, /^public/)
    assert.equal(one.headers.get('set-cookie'), null)
    assert.deepEqual(await (await get('/pack/society.json?reader=two')).json(), pack)
    assert.equal((await get('/pack/all.json')).status, 200)
    assert.equal((await get('/pack/gossip.json')).status, 404)
  })

  it('sends one script of at most 10 kB compressed', async () => {
    const scripts = [...(await text('/')).matchAll(/<script src="([^"]+)"/g)].map(([, src]) => src!)
    assert.equal(scripts.length, 1)
    const sent = await get(scripts[0]!, { 'accept-encoding': 'gzip' })
    assert.ok((await sent.arrayBuffer()).byteLength <= 10_000)
  })

  it('tells what an article and a story are', async () => {
    const told = async (path: string) =>
      JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(await text(path))![1]!)
    const article = await told('/article/first')
    assert.equal(article['@type'], 'WebPage')
    assert.equal(article.mainEntity['@type'], 'NewsArticle')
    assert.equal(article.mainEntity.publisher.name, 'Harbour Wire')
    assert.equal(article.isBasedOn, article.mainEntity.url)
    const story = await told('/story/varga')
    assert.equal(story.hasPart[0].headline, 'Premier Varga sails home from Karelin')
    assert.equal(story.hasPart[0].url, article.isBasedOn)
    for (const path of ['/article/first', '/story/varga'])
      for (const property of ['og:title', 'og:url', 'og:type', 'og:description'])
        assert.match(await text(path), new RegExp(`<meta property="${property}" content="[^"]+">`))
  })
})

describe('hostile text', () => {
  it('is text wherever it is printed', async () => {
    const paths = [
      '/',
      '/section/economy',
      '/ranking',
      '/sources',
      '/search?q=harbour',
      ...HOSTILE.flatMap((payload, at) => [
        `/article/bad${at}`,
        `/story/bad${at}`,
        `/explain/story/bad${at}`,
        `/search?q=${encodeURIComponent(payload)}`,
      ]),
    ]
    for (const path of paths) {
      const page = await text(path)
      assert.doesNotMatch(
        page,
        /<(?:img|iframe|script(?! type="application\/ld\+json">\{| src="\/static\/reader-[\w-]+\.js">))/i,
        path,
      )
      assert.doesNotMatch(page, /<svg onload/i, path)
      for (const [, href] of page.matchAll(/(?:href|action|src)="([^"]*)"/g))
        assert.match(href!, /^(?:\/(?!\/)|#|https?:\/\/)/, path)
    }
    assert.ok(HOSTILE_URLS.length > 0)
  })

  it('ends no data for machines', async () => {
    for (const [at] of HOSTILE.entries()) {
      const page = await text(`/article/bad${at}`)
      const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!
      assert.equal((JSON.parse(data) as { name: string }).name, `Bad ${HOSTILE[at]}`)
    }
  })
})

describe('reactions and views', () => {
  const react = async (label: string, agent: string) =>
    post(
      '/article/first/react',
      { label, token: /name="token" value="([^"]+)"/.exec(await text('/article/first'))![1]! },
      { 'user-agent': agent },
    )

  it('counts a reaction once a day and device, and shows it at once', async () => {
    assert.equal((await react('veryGood!', 'one')).status, 303)
    await react('veryGood!', 'one')
    await react('veryGood!', 'two')
    assert.match(await text('/article/first'), /veryGood! <b>\(2\)<\/b>/)
    assert.equal((await get('/article/first')).headers.get('set-cookie'), null)
  })

  it('refuses a reaction from another page, another site, another day, or with another label', async () => {
    const token = formToken(site, 'react:1')
    const answers = await Promise.all([
      post('/article/first/react', { label: 'veryGood!', token: formToken(site, 'react:2') }),
      post('/article/first/react', { label: 'veryGood!', token }, { 'sec-fetch-site': 'cross-site' }),
      post('/article/first/react', { label: 'veryGood!', token }, { origin: 'https://elsewhere.example' }),
    ])
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [403, 403, 403],
    )
    assert.equal((await post('/article/first/react', { label: 'other', token })).status, 400)
    assert.equal((await post('/article/first/react', { label: 'veryGood!' })).status, 400)
    site.setNow(NOW + 49 * HOUR_MS)
    assert.equal((await post('/article/first/react', { label: 'veryGood!', token })).status, 403)
    site.setNow(NOW)
  })

  it('counts a view once a day and device, of kept pages too', async () => {
    const views = async () => (await articleByKey(store, 'second'))!.views
    const seen = await views()
    await get('/article/second', { 'user-agent': 'three' })
    await get('/article/second', { 'user-agent': 'three' })
    await get('/article/second', { 'user-agent': 'four' })
    await until(async () => (await views()) === seen + 2)
  })
})

describe('the owner', () => {
  it('enters by key, and nobody by another', async () => {
    assert.match(await ownerCookie(), /^trendpulse_owner=/)
    const full = (await get(`/owner?key=${OWNER_KEY}`)).headers.get('set-cookie')!
    assert.match(full, /HttpOnly/)
    assert.match(full, /SameSite=Lax/)
    const wrong = await get('/owner?key=guess')
    assert.equal(wrong.headers.get('location'), '/owner?wrong=1')
    assert.equal(wrong.headers.get('set-cookie'), null)
    const forged = `trendpulse_owner=${NOW * 2}.${'A'.repeat(43)}`
    assert.doesNotMatch(await text('/sources', { cookie: forged }), /action="\/sources\/add"/)
  })

  it('adds, pauses, polls and removes sources; nobody else does', async () => {
    const cookie = await ownerCookie()
    const token = formToken(site, 'add')
    assert.equal((await post('/sources/add', { url: 'https://new.example/feed', token })).status, 403)
    assert.equal((await post('/sources/add', { url: 'https://new.example/feed', token: 'x' }, { cookie })).status, 403)
    assert.equal((await post('/sources/add', { url: 'javascript:alert(1)', token }, { cookie })).status, 400)
    assert.equal((await post('/sources/add', { url: 'https://new.example/feed', token }, { cookie })).status, 303)
    assert.deepEqual(
      (await recentJobs(store, 1)).map((job) => [job.kind, job.payload]),
      [['add-url', { url: 'https://new.example/feed' }]],
    )
    assert.match(await text('/sources', { cookie }), /waiting<\/b> <bdi>https:\/\/new\.example\/feed/)
    assert.doesNotMatch(await text('/sources'), /new\.example/)
    const change = (what: string) => post('/sources/1', { do: what, token: formToken(site, 'source:1') }, { cookie })
    const state = async () => (await listFeeds(store)).find((feed) => feed.id === 1)?.state
    await change('pause')
    assert.equal(await state(), 'paused')
    const back = { do: 'poll', back: 'source', token: formToken(site, 'source:1') }
    assert.equal((await post('/sources/1', back, { cookie })).headers.get('location'), '/source/1')
    await change('resume')
    assert.equal(await state(), 'ok')
    assert.equal(
      (await post('/sources/1', { do: 'remove', token: formToken(site, 'source:2') }, { cookie })).status,
      403,
    )
    await change('remove')
    assert.equal(await state(), undefined)
  })

  it('shows how one source does, its last polls, its hub and its articles, and has forms for the owner alone', async () => {
    const page = await text('/source/2')
    assert.match(page, /<h1 dir="auto">/)
    assert.doesNotMatch(page, /<form[^>]*action="\/sources\//)
    assert.match(await text('/source/2', { cookie: await ownerCookie() }), /<form[^>]*action="\/sources\/2"/)
    assert.equal((await get('/source/999')).status, 404)
    assert.equal((await get('/source/x')).status, 404)
    assert.equal((await get('/source/999.rss')).status, 404)
  })

  it('hides an article from everybody else', async () => {
    const cookie = await ownerCookie()
    const { id } = (await articleByKey(store, 'lake1'))!
    const token = formToken(site, `hide:${id}`)
    assert.equal((await post('/article/lake1/hide', { hidden: '1', token })).status, 403)
    assert.equal((await post('/article/lake1/hide', { hidden: '1', token }, { cookie })).status, 303)
    assert.equal((await get('/article/lake1')).status, 404)
    assert.equal((await get('/article/lake1', { cookie })).status, 200)
    await post('/article/lake1/hide', { hidden: '0', token }, { cookie })
    assert.equal((await get('/article/lake1')).status, 200)
  })

  it('removes the demo by one form, and its pages are kept nowhere', async () => {
    const cookie = await ownerCookie()
    const answer = await get('/', { cookie })
    assert.match(answer.headers.get('cache-control')!, /no-store/)
    assert.match(await answer.text(), /action="\/owner\/remove-demo"/)
    assert.doesNotMatch(await text('/'), /action="\/owner\/remove-demo"/)
    const token = formToken(site, 'remove-demo')
    assert.equal((await post('/owner/remove-demo', { token })).status, 403)
    assert.equal((await post('/owner/remove-demo', { token }, { cookie })).status, 303)
    assert.equal((await recentJobs(store, 1))[0]!.kind, 'remove-demo')
  })
})
