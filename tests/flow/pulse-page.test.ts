import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { DAY_MS, HOUR_MS } from '../../src/model/time.ts'
import { writePulseTick } from '../../src/store/bursts.ts'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { insertStory, refreshStory } from '../../src/store/story-rows.ts'
import { createApp } from '../../src/web/app.ts'
import { historyList } from '../../src/web/lists/history.ts'
import { pulseList } from '../../src/web/lists/pulse.ts'
import { pulseAsked, pulseSearch } from '../../src/web/lists/pulse-asked.ts'
import { newArticle } from '../articles.ts'
import { keysAbove, siteOver } from './site-world.ts'

const TICK_MS = Date.UTC(2026, 5, 10, 14)
const NOW = TICK_MS + 20 * 60_000
/** More than one page of them, in two languages, sections and windows, many with the same score. */
const STORIES = 33

let store: Store
let site: ReturnType<typeof siteOver>
let app: ReturnType<typeof createApp>

const section = (at: number) => (at % 3 === 0 ? 'economy' : 'society')
const language = (at: number) => (at % 4 === 0 ? 'de' : 'en')
const windowHours = (at: number) => (at % 2 === 0 ? 3 : 12)

before(async () => {
  store = await openStore({ path: ':memory:' })
  await writeAlone(store, async (write) => {
    for (let at = 0; at < STORIES; at++) {
      const about = { key: `s${at}`, title: `Story ${at}`, section: section(at), language: language(at) }
      const id = await insertStory(write, { ...about, atMs: TICK_MS, demo: false })
      let leadArticleId = 0
      // The first is of the window, the second of the day before it, the third a copy.
      for (const [nth, firstSeenMs] of [TICK_MS - 30 * 60_000, TICK_MS - 2 * DAY_MS, TICK_MS].entries()) {
        const articleId = await insertArticle(
          write,
          newArticle({
            ...about,
            key: `a${at}-${nth}`,
            publishedMs: firstSeenMs,
            firstSeenMs,
            storyId: id,
            tagNames: at === 0 ? ['Tarn'] : [],
            ...(nth === 2
              ? {
                  copy: {
                    copyOf: leadArticleId,
                    kind: 'near',
                    containment: 1,
                    family: leadArticleId,
                    redatedDays: null,
                    injectedCount: 0,
                  },
                }
              : {}),
          }),
        )
        if (nth === 0) leadArticleId = articleId
      }
      const seen = { firstSeenMs: TICK_MS, lastSeenMs: TICK_MS }
      await refreshStory(write, { id, ...about, leadArticleId, ...keysAbove(NOW, at), ...seen })
    }
  })
  const burst = (key: string, score: number, hours: number) => ({
    key,
    score,
    seen: 4,
    expected: 1,
    windowHours: hours,
    falseRate: null,
  })
  const bursts = [
    ...Array.from({ length: STORIES }, (_, at) => burst(`story:s${at}`, 9 - Math.floor(at / 5), windowHours(at))),
    burst('tag:tarn', 8.5, 3),
  ].sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
  const hour = (ago: number, seen: number) => ({
    key: 'tag:tarn',
    hourMs: TICK_MS - ago * HOUR_MS,
    seen,
    expected: 1 + ago / 100,
    score: 0,
  })
  await writePulseTick(store, {
    tickMs: TICK_MS,
    hours: [hour(0, 4), hour(2, 1), hour(30, 2)],
    bursts,
    leads: new Map(bursts.map(({ key }) => [key, []])),
    storyBursts: new Map(),
    state: new Uint8Array([1]),
    stateTickMs: TICK_MS,
    shown: { shownMs: TICK_MS, isNow: true },
  })
  site = siteOver(store)
  site.setNow(NOW)
  app = createApp(site)
})
after(() => store.close())

const keysOf = async (query: Parameters<typeof pulseAsked>[0]) =>
  (await pulseList(site, pulseAsked(query))).rows.map(({ burst }) => burst.key)

describe('what rises', () => {
  it('names the independent texts of the window, and them alone', async () => {
    const { rows } = await pulseList(site, pulseAsked({ kind: 'story' }))
    for (const { burst, articles } of rows)
      assert.deepEqual(
        articles.map(({ key }) => key),
        [`a${burst.slug.slice(1)}-0`],
      )
    const [tarn] = (await pulseList(site, pulseAsked({ kind: 'place' }))).rows
    assert.deepEqual(
      tarn?.articles.map(({ key }) => key),
      ['a0-0'],
    )
    assert.deepEqual([tarn?.section, tarn?.language], ['economy', 'de'])
  })

  it('is filtered by kind, section, language and window together, as a look at each says', async () => {
    for (const asked of [
      { section: 'economy' },
      { language: 'de' },
      { window: 12 },
      { section: 'economy', language: 'de', window: 3 },
    ] as const) {
      const expected = Array.from({ length: STORIES }, (_, at) => at).filter(
        (at) =>
          (!('section' in asked) || section(at) === asked.section) &&
          (!('language' in asked) || language(at) === asked.language) &&
          (!('window' in asked) || windowHours(at) === asked.window),
      )
      const found = await keysOf({ kind: 'story', ...asked })
      assert.deepEqual(found.sort(), expected.map((at) => `story:s${at}`).sort(), JSON.stringify(asked))
    }
    assert.deepEqual(await keysOf({ kind: 'tag', language: 'de' }), ['tag:tarn'])
    assert.deepEqual(await keysOf({ kind: 'person' }), [])
  })

  it('goes on page by page: every burst once, in one order', async () => {
    const first = await pulseList(site, pulseAsked({}))
    assert.equal(first.rows.length, 25)
    const second = await pulseList(site, { ...pulseAsked({}), after: first.next })
    const keys = [...first.rows, ...second.rows].map(({ burst }) => burst.key)
    assert.equal(new Set(keys).size, STORIES + 1)
    assert.equal(second.next, null)
    const page = await (await app.request('/pulse')).text()
    const next = /href="(\/pulse\?after=[^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.equal(next, `/pulse${pulseSearch({ ...pulseAsked({}), after: first.next })}`)
    const rest = await (await app.request(next)).text()
    for (const { burst } of second.rows) assert.ok(rest.includes(`>${burst.name}</a></h2>`), burst.name)
  })

  it('is the same list in its feeds and in the API', async () => {
    const search = '?kind=story&section=economy&language=de'
    const keys = await keysOf({ kind: 'story', section: 'economy', language: 'de' })
    const feed = (await (await app.request(`/pulse.json${search}`)).json()) as { items: { url: string }[] }
    assert.deepEqual(
      feed.items.map(({ url }) => url.split('/').at(-1)),
      keys.map((key) => key.slice('story:'.length)),
    )
    const answer = (await (await app.request(`/api/v1/pulse${search}`)).json()) as { items: { key: string }[] }
    assert.deepEqual(
      answer.items.map(({ key }) => key),
      keys,
    )
    assert.match(
      await (await app.request(`/pulse${search}`)).text(),
      /href="\/pulse\.atom\?kind=story&amp;section=economy&amp;language=de"/,
    )
  })

  it('is quiet when the last look is old', async () => {
    site.setNow(NOW + 8 * HOUR_MS)
    assert.deepEqual(await keysOf({}), [])
    assert.equal((await keysOf({ hours: 12 })).length, 25)
    site.setNow(NOW)
  })

  it('refuses what cannot be asked', async () => {
    for (const search of [
      'kind=song',
      'window=2',
      'window=1e0',
      'language=x',
      'after=9',
      'at=yesterday',
      'at=2031-01-01T00:00:00Z',
    ])
      assert.equal((await app.request(`/pulse?${search}`)).status, 400, search)
    assert.equal((await app.request('/explain/pulse/story/nobody')).status, 404)
    assert.equal((await app.request('/explain/pulse/song/s1')).status, 400)
    assert.equal((await app.request('/tag/tarn/history?days=5')).status, 400)
    assert.equal((await app.request('/tag/nobody/history')).status, 404)
  })

  it('says of the past that it is the past, and lets no search engine take it for now', async () => {
    const page = await (await app.request(`/pulse?kind=story&at=${new Date(NOW - HOUR_MS).toISOString()}`)).text()
    assert.match(page, /<meta name="robots" content="noindex">/)
    assert.match(
      page,
      /As it stood on <time[^>]*>10 Jun 2026 13:20<\/time> UTC\.<\/strong> <a href="\/pulse\?kind=story">Back to now/,
    )
    assert.match(page, /Nothing rises above its usual level/)
  })
})

describe('the past of a name', () => {
  it('holds every hour once, quiet ones too, and marks those in which it rose', async () => {
    const list = await historyList(site, { kind: 'tag', slug: 'tarn', days: 3 })
    assert.equal(list?.steps.length, 72)
    const ago = (hours: number) => list!.steps.find(({ startMs }) => startMs === TICK_MS - hours * HOUR_MS)!
    assert.deepEqual([ago(0).seen, ago(0).rose, ago(1).seen, ago(2).seen, ago(30).seen], [4, true, 0, 1, 2])
    assert.equal(list.steps.filter(({ rose }) => rose).length, 1)
    // Between two hours in which something was seen, what is usual is drawn on; before the first nothing is claimed.
    assert.ok(Math.abs(ago(16).expected - 1.16) < 1e-9)
    assert.equal(ago(31).expected, 0)
    assert.ok(list.steps.every(({ low, high, expected }) => low <= Math.ceil(expected) && high >= Math.floor(expected)))
  })

  it('adds hours up to days', async () => {
    const list = await historyList(site, { kind: 'tag', slug: 'tarn', days: 30 })
    assert.equal(list?.steps.length, 30)
    assert.deepEqual(
      list.steps.slice(-3).map(({ seen }) => seen),
      [0, 2, 5],
    )
    assert.equal(list.steps.at(-1)?.rose, true)
  })

  it('is told of stories and sections too, and of nothing else', async () => {
    assert.equal((await historyList(site, { kind: 'story', slug: 's1', days: 7 }))?.name, 'Story 1')
    assert.equal((await historyList(site, { kind: 'section', slug: 'society', days: 7 }))?.steps.length, 168)
    assert.equal(await historyList(site, { kind: 'section', slug: 'nothing', days: 7 }), null)
  })
})
