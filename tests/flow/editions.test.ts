import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { readConfig } from '../../src/config.ts'
import { refreshStories } from '../../src/ingest/refresh-stories.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import { addToken, SCOPES } from '../../src/store/account-tokens.ts'
import { addAccount } from '../../src/store/accounts.ts'
import { writePulseTick } from '../../src/store/bursts.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { insertArticle, type Write, writeAlone } from '../../src/store/insert-article.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { insertStory } from '../../src/store/story-rows.ts'
import { type Editions, openEditions } from '../../src/verbs/editions.ts'
import { createApp } from '../../src/web/app.ts'
import { newArticle, pageOf } from '../articles.ts'
import { throwAwayFolder } from '../engines.ts'
import { NOW, siteOver } from './site-world.ts'

/** Stands in every title, text and tag of what the harbour's sources do not tell; nowhere else, so that nobody asks for it by this word. */
const FOREIGN = /zugspitz/i
/** What the harbour's sources do not tell, where it is named by its address alone. */
const FOREIGN_KEYS = /story[/:]foreign|article\/peak|tag[/:]floodway/
/** Addresses of one story or text, which is shown whole. */
const OF_ONE_STORY = /^\/(?:story|article|api\/v1\/(?:stories|provenance|articles))\b/
/** The source that the harbour does not have: named on pages of a story that both tell, and on no other. */
const FOREIGN_SOURCE = /hills post/i

const EDITIONS = {
  editions: [
    {
      key: 'harbour',
      hosts: ['harbour.test'],
      name: 'The Harbour Page',
      tagline: 'What moves on the water',
      accent: '#00695c',
      reactions: ['wellSaid!'],
      sections: [
        { slug: 'economy', name: { en: 'Trade', de: 'Handel' } },
        'society',
        { slug: 'ferries', name: 'Ferries', searches: ['ferry', 'tunnel'] },
      ],
      sources: { include: { folders: ['Harbour'] } },
    },
    { key: 'hills', hosts: ['hills.test'], name: 'Hill and Dale', sources: { exclude: { hosts: ['quay.example'] } } },
    { key: 'all', hosts: ['all.test'], name: 'Everything', language: 'de' },
  ],
}

type Told = {
  key: string
  story: number
  feed: number | null
  title: string
  tags: string[]
  copyOf?: number
  host: string
}

async function tell(
  write: Write,
  { key, story, feed, title, tags, copyOf, host }: Told,
  agoHours = 1,
): Promise<number> {
  const publishedMs = NOW - agoHours * HOUR_MS
  return insertArticle(
    write,
    newArticle({
      key,
      title,
      feedId: feed,
      storyId: story,
      host,
      owner: host,
      url: `https://${host}/${key}`,
      sourceTitle: host === 'hills.example' ? 'Hills Post' : 'Quay Courier',
      section: 'economy',
      language: 'en',
      publishedMs,
      firstSeenMs: publishedMs,
      summary: title,
      tagNames: tags,
      page: pageOf({ title, text: `${title}. It was said at length.`, tags }),
      ...(copyOf
        ? { copy: { copyOf, kind: 'near', containment: 0.9, family: copyOf, redatedDays: null, injectedCount: 0 } }
        : {}),
    }),
  )
}

const story = (write: Write, key: string) =>
  insertStory(write, { key, title: key, section: 'economy', language: 'en', atMs: NOW, demo: false })

/** Two sources: a story that both tell (the harbour's text is a copy of the hills'), one of each alone, and bursts of all. */
async function fill(store: Store): Promise<void> {
  const feed = async (host: string, title: string, folder: string) =>
    (
      await addFeed(
        store,
        { url: `https://${host}/feed`, kind: 'feed', title, siteUrl: `https://${host}/`, folder },
        NOW,
      )
    ).id
  const quay = await feed('quay.example', 'Quay Courier', 'Harbour / Papers')
  const hills = await feed('hills.example', 'Hills Post', 'Hills')
  await writeAlone(store, async (write) => {
    const [both, ferry, foreign] = [
      await story(write, 'both'),
      await story(write, 'ferry'),
      await story(write, 'foreign'),
    ]
    const wire = await tell(
      write,
      { key: 'wire', story: both, feed: hills, title: 'Bridge of Tarn opens', tags: ['Tarn'], host: 'hills.example' },
      3,
    )
    await tell(
      write,
      {
        key: 'echo',
        story: both,
        feed: quay,
        title: 'Bridge of Tarn opens at last',
        tags: ['Tarn'],
        copyOf: wire,
        host: 'quay.example',
      },
      2,
    )
    await tell(write, {
      key: 'boat',
      story: ferry,
      feed: quay,
      title: 'A ferry turns back',
      tags: ['Port Selva'],
      host: 'quay.example',
    })
    await tell(write, {
      key: 'peak',
      story: foreign,
      feed: hills,
      title: 'Zugspitz tunnel floods',
      tags: ['Zugspitz', 'Floodway'],
      host: 'hills.example',
    })
    await tell(write, {
      key: 'peak2',
      story: foreign,
      feed: null,
      title: 'Zugspitz tunnel floods again',
      tags: ['Zugspitz', 'Floodway'],
      host: 'elsewhere.example',
    })
    await refreshStories(write, [both, ferry, foreign])
  })
  const tickMs = Math.floor(NOW / HOUR_MS) * HOUR_MS
  const rises = ['story:foreign', 'tag:zugspitz', 'tag:floodway', 'story:ferry', 'tag:port-selva', 'section:economy']
  await writePulseTick(store, {
    tickMs,
    hours: rises.map((key) => ({ key, hourMs: tickMs, seen: 9, expected: 1, score: 8 })),
    bursts: rises.map((key, at) => ({ key, score: 9 - at, seen: 9, expected: 1, windowHours: 3, falseRate: 0.01 })),
    leads: new Map(rises.map((key) => [key, key === 'story:ferry' ? ['tag:zugspitz'] : []])),
    storyBursts: new Map([
      [2, 7],
      [3, 9],
    ]),
    state: new Uint8Array([1]),
    stateTickMs: tickMs,
    shown: { shownMs: tickMs, isNow: true },
  })
  const account = await addAccount(store, { name: 'ada', role: 'owner', passwordHash: null }, 0)
  const hash = createHash('sha256').update('tp_ada').digest('hex')
  await addToken(store, account, { hash, name: 'test', scopes: SCOPES }, 0)
}

/** What stands for the parts of a route's address: each a thing that the harbour has, but for `foreign` ones. */
const PARTS: Record<string, string> = {
  ':name': 'none',
  ':slug': 'economy',
  ':key': 'ferry',
  ':id': '1',
  ':kind': 'story',
  ':entry': '1',
  ':token': 'none',
  ':signed': 'none',
  ':form': 'none',
}

/** Every address of an app that is read without being posted to, its parts filled in for both what the edition has and what it has not. */
function addressesOf(app: ReturnType<typeof createApp>): string[] {
  const paths = new Set(
    app.routes
      .filter(({ method, path }) => method === 'GET' && !path.includes('*') && !/^\/api\/greader|.\/$/.test(path))
      .map(({ path }) => path),
  )
  return [...paths].flatMap((path) => {
    const ending = /\{\.\+\\(\.\w+)\}$/.exec(path)?.[1]
    if (ending) {
      const base = path.replace(/:name\{.*$/, '')
      const names = ending === '.json' ? NAMES : NAMES.slice(0, 3)
      return names.map((name) => `${base}${name}${ending}`)
    }
    if (path.startsWith('/pack/')) return ['/pack/all.json', '/pack/economy.json']
    if (path.startsWith('/sitemap/:'))
      return ['/sitemap/stories-0.xml', '/sitemap/stories-1.xml', '/sitemap/tags-0.xml', '/sitemap/tags-1.xml']
    const filled = [
      path,
      path.replace(':slug', 'floodway').replace(':key', 'foreign').replace(':id', '2'),
      path.replace(':slug', 'foreign').replace(':key', 'peak'),
      path.replace(':slug', 'port-selva').replace(':key', 'boat'),
      path.replace(':slug', 'ferries'),
    ].map((one) =>
      one.replaceAll(/:\w+/g, (part) => PARTS[part] ?? assert.fail(`say in PARTS what stands for ${part} of ${path}`)),
    )
    const asked = path.includes(':') ? [] : QUESTIONS.map((question) => `${path}?${question}`)
    return [...new Set(filled), ...asked]
  })
}

/** Slugs, keys and numbers of what the edition has and has not. */
const NAMES = [
  'economy',
  'floodway',
  'foreign',
  'ferries',
  'tarn',
  'port-selva',
  'ferry',
  'both',
  'boat',
  'peak',
  'echo',
  '1',
  '2',
]

/** What lists may be asked beside their address. */
const QUESTIONS = [
  'q=tunnel',
  'q=zu',
  'q=tag%3Afloodway',
  'tag=floodway',
  'section=economy',
  'url=https%3A%2F%2Fhills.example%2Fpeak',
  'article=boat',
  'items&since_id=0',
  'feeds',
  'sort=ranked',
  'window=week',
]

const folder = throwAwayFolder()
let store: Store
let editions: Editions
let site: ReturnType<typeof siteOver>

before(async () => {
  store = await openStore({ path: join(folder, 'trendpulse.db') })
  await fill(store)
  const base = siteOver(store)
  // Everything is related to everything: what an edition does not have must be left out by the edition.
  const reason = { code: 'follow-up' as const, values: [], text: 'same story' }
  site = {
    ...base,
    lists: {
      related: (id) =>
        [1, 2, 3, 4, 5].filter((other) => other !== id).map((other) => ({ id: other, score: 1, reason })),
    },
  }
  const path = join(folder, 'editions.json')
  writeFileSync(path, JSON.stringify(EDITIONS))
  const { config } = readConfig({}, { TRENDPULSE_EDITIONS: path })
  editions = await openEditions(config, store, site)
  const stopping = new AbortController()
  const filled = editions.fill(stopping.signal)
  const whole = async () =>
    (await store.read.selectFrom('edition').select('fill_below').execute()).every((row) => row.fill_below <= 1)
  while (!(await whole()) || (await store.read.selectFrom('edition_due').selectAll().execute()).length > 0)
    await new Promise((resolve) => setTimeout(resolve, 20))
  stopping.abort()
  await filled
})
after(() => store.close())

const TOKEN = { 'x-auth-token': 'tp_ada', authorization: 'Bearer tp_ada' }

async function get(
  host: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const answer = await editions.app.fetch(new Request(`http://${host}${path}`, { headers }))
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    let text = ''
    for await (const bytes of answer.body!) {
      text += new TextDecoder().decode(bytes)
      if (text.includes('event: pulse')) break
    }
    return { status: answer.status, text }
  }
  return { status: answer.status, text: await answer.text() }
}

describe('editions', () => {
  it('show nothing that their sources do not tell, on any address that the site has', async () => {
    const app = createApp(site)
    const addresses = addressesOf(app).filter((path) => !path.startsWith('/static/') && path !== '/sw.js')
    assert.ok(addresses.length > 300, `${addresses.length} addresses`)
    const [leaks, shownByAll]: [string[], string[]] = [[], []]
    for (const path of addresses) {
      const headers = path.startsWith('/v1/') ? TOKEN : {}
      const [mine, all] = [await get('harbour.test', path, headers), await get('whoever.test', path, headers)]
      if (mine.status >= 500) leaks.push(`${path}: ${mine.status}`)
      if (FOREIGN.test(mine.text)) leaks.push(path)
      if (!FOREIGN_KEYS.test(decodeURIComponent(path)) && FOREIGN_KEYS.test(mine.text))
        leaks.push(`${path}: by its key`)
      if (!OF_ONE_STORY.test(path) && FOREIGN_SOURCE.test(mine.text)) leaks.push(`${path}: the source`)
      if (all.status < 300 && (FOREIGN.test(all.text) || FOREIGN_KEYS.test(all.text))) shownByAll.push(path)
    }
    assert.deepEqual(leaks, [])
    assert.ok(shownByAll.length > 80, `the whole site shows it on ${shownByAll.length} addresses`)
    for (const path of [
      '/',
      '/ranking',
      '/pulse',
      '/.rss',
      '/pack/all.json',
      '/sitemap/stories-0.xml',
      '/api/v1/stories',
      '/pulse/live',
      '/search/suggest?q=zu',
      '/widget/ranking.json',
      '/v1/entries',
    ])
      assert.ok(shownByAll.includes(path), path)
  })

  it('answer each by its hosts under a name, colour, language and order of sections of its own', async () => {
    const [harbour, hills, all] = [
      await get('harbour.test', '/'),
      await get('HILLS.test:8080', '/'),
      await get('all.test', '/'),
    ]
    assert.match(harbour.text, /<title>The Harbour Page – What moves on the water<\/title>/)
    assert.match(
      harbour.text,
      /section\/economy">Trade<\/a><\/li><li><a href="\/section\/society">Society<\/a><\/li><li><a href="\/section\/ferries">Ferries</,
    )
    assert.match(harbour.text, /A ferry turns back/)
    assert.match(hills.text, /<title>Hill and Dale –/)
    assert.match(hills.text, /Zugspitz tunnel floods/)
    assert.doesNotMatch(hills.text, /A ferry turns back/)
    assert.match(all.text, /<html lang="de"/)
    assert.match(all.text, /A ferry turns back[\s\S]*Zugspitz|Zugspitz[\s\S]*A ferry turns back/)
    const styleOf = async (host: string, text: string) =>
      (await get(host, /"(\/static\/style-[^"]+)"/.exec(text)?.[1] ?? '')).text
    assert.match(await styleOf('harbour.test', harbour.text), /--accent:light-dark\(#00695c,#[0-9a-f]{6}\)/)
    assert.doesNotMatch(await styleOf('hills.test', hills.text), /#00695c/)
    assert.match((await get('harbour.test', '/', { 'accept-language': 'de' })).text, /section\/economy">Handel</)
    assert.match((await get('harbour.test', '/article/boat')).text, /value="wellSaid!"/)
  })

  it('count, rank and name a story by their own sources', async () => {
    const storyOf = async (host: string) =>
      (
        JSON.parse((await get(host, '/api/v1/stories')).text) as {
          items: { key: string; title: string; articles: number; independent: number }[]
        }
      ).items.find((one) => one.key === 'both')
    const [mine, all] = [await storyOf('harbour.test'), await storyOf('whoever.test')]
    assert.equal(all?.title, 'Bridge of Tarn opens')
    assert.equal(mine?.title, 'Bridge of Tarn opens at last')
  })

  it('show a story that they tell whole, and say which texts are not of their sources', async () => {
    const page = (await get('harbour.test', '/story/both')).text
    assert.match(page, /Hills Post<\/bdi> <span class="soft">\(not of this edition’s sources\)/)
    assert.match(page, /1 of these 2 texts are not of this edition’s sources/)
    const origin = await get('harbour.test', '/article/wire')
    assert.equal(origin.status, 200)
    assert.match(origin.text, /Not of this edition’s sources/)
    assert.match((await get('harbour.test', '/article/echo')).text, /Hills Post/)
    assert.match((await get('harbour.test', '/article/echo/compare')).text, /Hills Post/)
    for (const path of ['/story/foreign', '/article/peak', '/article/peak/compare', '/tag/zugspitz', '/source/2'])
      assert.equal((await get('harbour.test', path)).status, 404, path)
    assert.doesNotMatch((await get('whoever.test', '/story/both')).text, /this edition’s sources/)
  })

  it('have a section of what searches find', async () => {
    const page = await get('harbour.test', '/section/ferries')
    assert.equal(page.status, 200)
    assert.match(page.text, /<h1>Ferries<\/h1>[\s\S]*A ferry turns back/)
    assert.equal((await get('hills.test', '/section/ferries')).status, 404)
    assert.match((await get('harbour.test', '/section/ferries.json')).text, /A ferry turns back/)
  })

  it('show what comes in at once, each where it belongs', async () => {
    await writeAlone(store, async (write) => {
      const id = await story(write, 'dawn')
      await tell(
        write,
        { key: 'dawn', story: id, feed: 1, title: 'Dawn over the quay', tags: [], host: 'quay.example' },
        0,
      )
      await refreshStories(write, [id])
    })
    site.touch()
    assert.match((await get('harbour.test', '/')).text, /Dawn over the quay/)
    assert.doesNotMatch((await get('hills.test', '/')).text, /Dawn over the quay/)
  })

  it('tell of now alone, and have no watches: both know the whole store', async () => {
    assert.equal((await get('harbour.test', '/ranking?at=2026-06-10T12:00:00Z')).status, 400)
    assert.equal((await get('harbour.test', '/watch?kind=tag&target=tarn')).status, 404)
    assert.doesNotMatch((await get('harbour.test', '/tag/tarn')).text, /action="\/watch"|class="moment/)
    assert.equal((await get('whoever.test', '/watch?kind=tag&target=tarn')).status, 200)
  })

  it('leave a host that nobody named to the whole site, or refuse it without saying it back', async () => {
    assert.match((await get('whoever.test', '/')).text, /<title>TrendPulse/)
    const path = join(folder, 'strict.json')
    writeFileSync(path, JSON.stringify({ ...EDITIONS, unknownHosts: 'refuse' }))
    const strict = await openEditions(readConfig({}, { TRENDPULSE_EDITIONS: path }).config, store, site)
    const refused = await strict.app.fetch(new Request('http://whoever.test/'))
    assert.equal(refused.status, 421)
    assert.doesNotMatch(await refused.text(), /whoever/)
    assert.equal((await strict.app.fetch(new Request('http://10.0.0.7/healthz'))).status, 200)
    assert.equal((await strict.app.fetch(new Request('http://127.0.0.1:8080/'))).status, 200)
    assert.equal((await strict.app.fetch(new Request('http://harbour.test./'))).status, 200)
  })
})
