import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { ExtractedArticle } from '../../src/model/article.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import { writePulseTick } from '../../src/store/bursts.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { setSetting } from '../../src/store/settings.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { insertStory, refreshStory } from '../../src/store/story-rows.ts'
import { alignTexts } from '../../src/story/align.ts'
import { createApp } from '../../src/web/app.ts'
import type { Site } from '../../src/web/site.ts'
import { newArticle, pageOf } from '../articles.ts'

export const OWNER_KEY = 'the-key-of-the-tests'
/** The moment that the site takes for now. */
export const NOW = Date.UTC(2026, 5, 10, 14, 20)

/** Text that tries to run wherever it is printed: in text, in an attribute, in a link, in data for machines. */
export const HOSTILE = [
  `<script>window.ran=1</script>`,
  `"><img src=x onerror="window.ran=1">`,
  `'-window.ran=1-'`,
  `</title></head><svg onload=window.ran=1>`,
  `</script><script>window.ran=1</script>`,
  `<!--><iframe src="javascript:parent.ran=1">`,
  `\u202e<a href=javascript:window.ran=1>`,
  `{{constructor.constructor('window.ran=1')()}}\${window.ran=1}`,
]
/** Addresses that must never become links. */
export const HOSTILE_URLS = [
  'javascript:window.ran=1',
  ' JaVaScRiPt:window.ran=1',
  'data:text/html,<script>opener.ran=1</script>',
  'vbscript:x',
  'file:///etc/passwd',
]

const CLEAN =
  'Premier Ilse Varga is on her way home Sunday from Karelin, ending a visit of six days.\n\nHer ship left to the sound of a harbour band.\n\nNothing was signed that was not said aloud, Varga told Harbour Wire.'

/** A page in the manner of those that re-date agency texts and push their name into them. */
const TAMPERED: ExtractedArticle = pageOf({
  text: CLEAN,
  title: 'Premier sails home after six days',
  channel: 'GoldenPath',
  siteName: 'GoldenPath Money',
  byline: ['Brightwell Insight Desk'],
  section: ['Home', 'Bargains'],
  dates: [
    {
      role: 'published',
      found: '2026-04-10 04:23:55',
      from: 'text',
      iso: '2026-04-10T04:23:55Z',
      atMs: Date.UTC(2026, 3, 10, 4, 23, 55),
      precision: 'second',
    },
  ],
  published: '2026-04-10T04:23:55Z',
  publishedFrom: 'text',
  doubts: [{ reason: 'weekday', detail: 'the text calls its own day a Sunday, 10 April 2026 was a Friday' }],
  repairs: [
    {
      kind: 'injected-word',
      field: 'text',
      found: 'GoldenPathon',
      at: CLEAN.indexOf('on her way'),
      mended: 'on',
      brand: 'GoldenPath',
    },
  ],
  reactions: [{ label: 'veryGood!', count: 79 }],
  lists: {
    related: [{ title: 'Ten lamps that sell', url: 'https://goldenpath.example/lamps' }],
    ranking: [{ title: 'A lottery of last week', url: HOSTILE_URLS[0]! }],
    recommendation: [{ title: 'A star and her dog', url: null }],
  },
  views: 1204,
  agencies: ['Harbour Wire'],
})

/** Fills a small invented edition: a rising story with an original, a tampered copy and two more texts; a quiet one; one in Arabic; hostile ones. */
export async function fillSiteWorld(store: Store): Promise<void> {
  const feed = await addFeed(
    store,
    { url: 'https://harbour.example/feed', kind: 'feed', title: 'Harbour Wire', siteUrl: 'https://harbour.example/' },
    NOW - HOUR_MS,
  )
  await writeAlone(store, async (write) => {
    const story = async (key: string, title: string, section: string, language = 'en') =>
      insertStory(write, { key, title, section, language, atMs: NOW - 9 * HOUR_MS, demo: true })
    const rising = await story('varga', 'Premier sails home after six days in Karelin', 'society')
    const quiet = await story('lake', 'Lake Mirrin falls below the 1911 mark', 'science')
    const arabic = await story('mina', 'السفينة تعود إلى الميناء بعد ستة أيام', 'society', 'ar')
    const hours = (n: number) => NOW - n * HOUR_MS
    const original = await insertArticle(
      write,
      newArticle({
        key: 'first',
        title: 'Premier Varga sails home from Karelin',
        storyId: rising,
        feedId: feed.id,
        sourceTitle: 'Harbour Wire',
        publishedMs: hours(8),
        firstSeenMs: hours(8),
        page: pageOf({ text: CLEAN }),
        tagNames: ['Ilse Varga', 'Karelin'],
      }),
    )
    await insertArticle(
      write,
      newArticle({
        key: 'tampered',
        title: 'Premier sails home after six days',
        storyId: rising,
        owner: 'goldenpath.example',
        sourceTitle: 'GoldenPath Money',
        publishedMs: hours(2),
        firstSeenMs: hours(2),
        doubtful: true,
        page: TAMPERED,
        tagNames: ['Ilse Varga', 'Karelin'],
        copy: { copyOf: original, kind: 'near', containment: 0.96, family: original, redatedDays: 3, injectedCount: 1 },
      }),
    )
    await insertArticle(
      write,
      newArticle({
        key: 'second',
        title: 'Ferry crews count the cost of a visit',
        storyId: rising,
        owner: 'courier.example',
        sourceTitle: 'Tarn Courier',
        publishedMs: hours(1),
        text: 'Crews in Tarn say the visit cost them four days.',
        tagNames: ['Karelin', 'Tarn'],
      }),
    )
    await insertArticle(
      write,
      newArticle({
        key: 'lake1',
        title: 'Lake Mirrin falls below the 1911 mark',
        storyId: quiet,
        owner: 'mirrin.example',
        sourceTitle: 'Mirrin Courier',
        section: 'science',
        publishedMs: hours(5),
        text: 'Three towns ration water from Friday on.',
        tagNames: ['Lake Mirrin'],
      }),
    )
    await insertArticle(
      write,
      newArticle({
        key: 'mina1',
        title: 'السفينة تعود إلى الميناء بعد ستة أيام',
        storyId: arabic,
        owner: 'mina.example',
        sourceTitle: 'صوت الميناء',
        language: 'ar',
        publishedMs: hours(3),
        text: 'عادت السفينة يوم الأحد.',
        tagNames: [],
      }),
    )
    const toRefresh: [number, string, string, number, number, string][] = [
      [rising, 'Premier sails home after six days in Karelin', 'society', original, 3, 'en'],
      [quiet, 'Lake Mirrin falls below the 1911 mark', 'science', original, 2, 'en'],
      [arabic, 'السفينة تعود إلى الميناء بعد ستة أيام', 'society', original, 1, 'ar'],
    ]
    for (const [at, payload] of HOSTILE.entries()) {
      const id = await story(`bad${at}`, `Bad ${payload}`, 'economy')
      const url = HOSTILE_URLS[at % HOSTILE_URLS.length]!
      await insertArticle(
        write,
        newArticle({
          key: `bad${at}`,
          title: `Bad ${payload}`,
          storyId: id,
          owner: `bad${at}.example`,
          sourceTitle: payload,
          url,
          summary: payload,
          section: 'economy',
          publishedMs: hours(4),
          tagNames: [`Tag ${payload}`],
          page: pageOf({
            text: `${payload} harbour`,
            title: payload,
            channel: payload,
            siteName: `${payload}x`,
            byline: [payload],
            section: [payload],
            published: payload,
            agencies: [payload],
            doubts: [{ reason: 'future', detail: payload }],
            reactions: [{ label: payload, count: 3 }],
            lists: { related: [{ title: payload, url }], ranking: [], recommendation: [] },
            repairs: [
              {
                kind: 'injected-word',
                field: 'text',
                found: payload,
                at: 0,
                mended: payload.slice(0, 4),
                brand: payload,
              },
            ],
            blocks: [
              { kind: 'paragraph', inlines: [{ text: `${payload} harbour`, href: url }] },
              { kind: 'image', url, alt: payload, caption: payload },
              { kind: 'embed', url, title: payload },
              { kind: 'code', text: payload },
              { kind: 'heading', level: 2, inlines: [{ text: payload }] },
              { kind: 'table', rows: [{ header: true, cells: [[{ text: payload }]] }] },
              { kind: 'quote', paragraphs: [[{ text: payload, em: true, strong: true }]] },
              { kind: 'list', ordered: false, items: [[{ text: payload, code: true }]] },
            ],
          }),
        }),
      )
      toRefresh.push([id, `Bad ${payload}`, 'economy', original, 0.5, 'en'])
    }
    for (const [id, title, section, leadArticleId, rankKey, language] of toRefresh)
      await refreshStory(write, {
        id,
        title,
        leadArticleId,
        section,
        language,
        firstSeenMs: NOW - 8 * HOUR_MS,
        lastSeenMs: NOW - HOUR_MS,
        rankKey,
      })
  })
  for (const [at, payload] of HOSTILE.entries())
    await addFeed(
      store,
      {
        url: `https://bad${at}.example/${encodeURIComponent(payload)}`,
        kind: 'feed',
        title: payload,
        siteUrl: HOSTILE_URLS[at % HOSTILE_URLS.length]!,
      },
      NOW,
    )
  const tickMs = Math.floor(NOW / HOUR_MS) * HOUR_MS
  const hour = (key: string, ago: number, seen: number) => ({
    key,
    hourMs: tickMs - ago * HOUR_MS,
    seen,
    expected: 0.7,
    score: seen,
  })
  await writePulseTick(store, {
    tickMs,
    hours: [8, 6, 3, 2, 1, 0].flatMap((ago) => [
      hour('story:varga', ago, 9 - ago),
      hour('section:society', ago, 10 - ago),
      hour('tag:karelin', ago, 4),
    ]),
    bursts: [
      { key: 'story:varga', score: 9.2, seen: 14, expected: 2, windowHours: 3, falseRate: 1 / 40 },
      { key: 'tag:karelin', score: 7.1, seen: 12, expected: 2.2, windowHours: 3, falseRate: 1 / 9 },
    ],
    leads: new Map([['story:varga', ['tag:karelin']]]),
    storyBursts: new Map([[1, 9.2]]),
    state: new Uint8Array([1]),
    stateTickMs: tickMs,
  })
  await setSetting(store, 'demo', '1')
}

/** A site over a store, with a clock and a content version that tests move. */
export function siteOver(
  store: Store,
): Site & { setNow: (ms: number) => void; events: { event: string; fields: unknown }[] } {
  let [version, now] = [1, NOW]
  const events: { event: string; fields: unknown }[] = []
  return {
    store,
    now: () => now,
    setNow: (ms) => {
      now = ms
    },
    brand: { name: 'TrendPulse', tagline: 'What rises, who said it first, and how many really did', baseUrl: null },
    reactions: ['veryGood!', 'doubtful'],
    secret: 'a secret of the tests',
    ownerKeyHash: createHash('sha256').update(OWNER_KEY).digest('hex'),
    lists: {
      related: (id) =>
        id === 2
          ? [{ id: 3, score: 0.7, reason: { code: 'follow-up', values: [], text: 'same story, an hour later' } }]
          : [],
    },
    log: (event, fields) => events.push({ event, fields }),
    events,
    metrics: () => '',
    changed: () => version,
    touch: () => {
      version++
    },
    compare: alignTexts,
  }
}

/** A filled site on a free port of this machine. */
export async function startSite() {
  const store = await openStore({ path: ':memory:' })
  await fillSiteWorld(store)
  const site = siteOver(store)
  const server = serve({ fetch: createApp(site).fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port, not a pipe
  return {
    site,
    store,
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
    },
  }
}

/** One address of every page. */
export const PAGES = [
  '/',
  '/section/society',
  '/tag/karelin',
  '/story/varga',
  '/article/tampered',
  '/article/first',
  '/article/tampered/compare',
  '/pulse',
  '/ranking',
  '/ranking?window=week',
  '/search?q=harbour',
  '/sources',
  '/explain/story/varga',
  '/about',
  '/owner',
  '/article/mina1',
  '/nothing/here',
]
