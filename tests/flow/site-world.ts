import { createHash } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createRuleActs } from '../../src/ingest/rule-acts.ts'
import { createShaping } from '../../src/ingest/shaping.ts'
import type { ExtractedArticle } from '../../src/model/article.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import { lowestKey, type RankingWindow } from '../../src/rank/ranking.ts'
import { writePulseTick } from '../../src/store/bursts.ts'
import { notePoll } from '../../src/store/feed-polls.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { insertArticle, type Write, writeAlone } from '../../src/store/insert-article.ts'
import { setSetting } from '../../src/store/settings.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { insertStory, refreshStory } from '../../src/store/story-rows.ts'
import { offerHub } from '../../src/store/websub.ts'
import { alignTexts } from '../../src/story/align.ts'
import { tellStory } from '../../src/story/story-telling.ts'
import { createApp } from '../../src/web/app.ts'
import type { Site } from '../../src/web/site.ts'
import '../described-answers.ts'
import { newArticle, pageOf } from '../articles.ts'
import { HOSTILE, HOSTILE_URLS, hostilePage, hostileUrl } from './site-hostile.ts'

export const OWNER_KEY = 'the-key-of-the-tests'
/** The moment that the site takes for now. */
export const NOW = Date.UTC(2026, 5, 10, 14, 20)

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

/** Fills a small invented edition: a rising story with an original, a tampered copy and another text; a quiet one; one in Arabic; hostile ones. */
export async function fillSiteWorld(store: Store): Promise<void> {
  const { id: feedId } = await addFeed(
    store,
    { url: 'https://harbour.example/feed', kind: 'feed', title: 'Harbour Wire', siteUrl: 'https://harbour.example/' },
    NOW - HOUR_MS,
  )
  const poll = { entries: 12, newItems: 3 }
  await notePoll(store, feedId, { polledMs: hoursAgo(2), outcome: 'http-5xx', entries: 0, newItems: 0 })
  await notePoll(store, feedId, { polledMs: hoursAgo(1), outcome: 'read', ...poll })
  await offerHub(store, feedId, {
    hub: 'https://hub.example/',
    topic: 'https://harbour.example/feed',
    token: 't',
    secret: 's',
  })
  await writeAlone(store, async (write) => {
    await fillRisingStory(write, feedId)
    await fillQuietStories(write)
    await fillHostileStories(write)
  })
  for (const [at, payload] of HOSTILE.entries()) {
    const url = `https://bad${at}.example/${encodeURIComponent(payload)}`
    await addFeed(store, { url, kind: 'feed', title: payload, siteUrl: hostileUrl(at) }, NOW)
  }
  await fillPulse(store)
  await setSetting(store, 'demo', '1')
}

const hoursAgo = (hours: number) => NOW - hours * HOUR_MS

/** Keys of a story at the foot of what has news since a moment, and `more` half-lives above that. */
export function keysAbove(nowMs: number, more: number): { rankKey: number; rankHour: number; rankWeek: number } {
  const keyOf = (window: RankingWindow) => lowestKey(window, nowMs) + more
  return { rankKey: keyOf('day'), rankHour: keyOf('hour'), rankWeek: keyOf('week') }
}

type StoryOf = { key: string; title: string; section: string; language?: string; rankKey: number }

/** One story with its articles, the first of which leads it. */
async function tell(
  write: Write,
  { key, title, section, language = 'en', rankKey }: StoryOf,
  articles: (leadId: number) => readonly Parameters<typeof newArticle>[0][],
): Promise<void> {
  const storyId = await insertStory(write, { key, title, section, language, atMs: hoursAgo(9), demo: true })
  let leadArticleId = 0
  for (let at = 0; at < articles(0).length; at++) {
    const id = await insertArticle(write, newArticle({ section, language, ...articles(leadArticleId)[at]!, storyId }))
    if (at === 0) leadArticleId = id
  }
  const seen = { firstSeenMs: hoursAgo(8), lastSeenMs: hoursAgo(1) }
  await refreshStory(write, {
    id: storyId,
    title,
    leadArticleId,
    section,
    language,
    ...keysAbove(NOW, rankKey),
    ...seen,
  })
}

async function fillRisingStory(write: Write, feedId: number): Promise<void> {
  const story = { key: 'varga', title: 'Premier sails home after six days in Karelin', section: 'society', rankKey: 3 }
  await tell(write, story, (original) => [
    {
      key: 'first',
      title: 'Premier Varga sails home from Karelin',
      feedId,
      sourceTitle: 'Harbour Wire',
      publishedMs: hoursAgo(8),
      firstSeenMs: hoursAgo(8),
      page: pageOf({ text: CLEAN }),
      tagNames: ['Ilse Varga', 'Karelin'],
    },
    {
      key: 'tampered',
      title: 'Premier sails home after six days',
      owner: 'goldenpath.example',
      sourceTitle: 'GoldenPath Money',
      publishedMs: hoursAgo(2),
      firstSeenMs: hoursAgo(2),
      doubtful: true,
      page: TAMPERED,
      tagNames: ['Ilse Varga', 'Karelin'],
      copy: { copyOf: original, kind: 'near', containment: 0.96, family: original, redatedDays: 3, injectedCount: 1 },
    },
    {
      key: 'second',
      title: 'Ferry crews count the cost of a visit',
      owner: 'courier.example',
      sourceTitle: 'Tarn Courier',
      publishedMs: hoursAgo(1),
      firstSeenMs: hoursAgo(1),
      text: 'Crews in Tarn say the visit cost them four days.',
      tagNames: ['Karelin', 'Tarn'],
    },
  ])
}

async function fillQuietStories(write: Write): Promise<void> {
  const lake = { key: 'lake', title: 'Lake Mirrin falls below the 1911 mark', section: 'science', rankKey: 2 }
  await tell(write, lake, () => [
    {
      key: 'lake1',
      title: lake.title,
      owner: 'mirrin.example',
      sourceTitle: 'Mirrin Courier',
      publishedMs: hoursAgo(5),
      text: 'Three towns ration water from Friday on.',
      tagNames: ['Lake Mirrin'],
    },
  ])
  const title = 'السفينة تعود إلى الميناء بعد ستة أيام'
  await tell(write, { key: 'mina', title, section: 'society', language: 'ar', rankKey: 1 }, () => [
    {
      key: 'mina1',
      title,
      owner: 'mina.example',
      sourceTitle: 'صوت الميناء',
      publishedMs: hoursAgo(3),
      text: 'عادت السفينة يوم الأحد.',
    },
  ])
}

async function fillHostileStories(write: Write): Promise<void> {
  for (const [at, payload] of HOSTILE.entries()) {
    const url = hostileUrl(at)
    await tell(write, { key: `bad${at}`, title: `Bad ${payload}`, section: 'economy', rankKey: 0.5 }, () => [
      {
        key: `bad${at}`,
        title: `Bad ${payload}`,
        owner: `bad${at}.example`,
        sourceTitle: payload,
        url,
        summary: payload,
        publishedMs: hoursAgo(4),
        tagNames: [`Tag ${payload}`],
        page: hostilePage(payload, url),
      },
    ])
  }
}

async function fillPulse(store: Store): Promise<void> {
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
    shown: { shownMs: tickMs, isNow: true },
  })
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
    countsReading: true,
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
    shaping: createShaping(store, () => now),
    rules: createRuleActs(store, () => now),
    tellStory,
  }
}

/** A filled site on a free port of this machine. */
export async function startSite(parts: Partial<Site> = {}) {
  const store = await openStore({ path: ':memory:' })
  await fillSiteWorld(store)
  return serveStore(store, parts)
}

/** A site over any store on a free port of this machine; closing it closes the store. */
export async function serveStore(store: Store, parts: Partial<Site> = {}) {
  const site = Object.assign(siteOver(store), parts)
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
  '/widgets',
  '/',
  '/section/society',
  '/tag/karelin',
  '/story/varga',
  '/article/tampered',
  '/article/first',
  '/article/tampered/compare',
  '/pulse',
  '/pulse?kind=story&section=society&language=en&window=3',
  '/story/varga/history',
  '/tag/karelin/history?days=365',
  '/section/society/history?days=30',
  '/explain/pulse/story/varga',
  '/ranking',
  '/ranking?window=week',
  '/search?q=harbour',
  '/sources',
  '/source/1',
  '/explain/story/varga',
  '/explain/lists',
  '/about',
  '/owner',
  '/sign-in',
  '/profile',
  '/settings',
  '/offline',
  '/watch?kind=tag&target=karelin',
  '/watching',
  '/article/mina1',
  '/nothing/here',
]
