import type { ExtractedArticle } from '../../src/model/article.ts'
import { packPage } from '../../src/store/articles.ts'
import { writePulseTick } from '../../src/store/bursts.ts'
import { addFeed } from '../../src/store/feeds.ts'
import { insertArticle, type NewArticle, writeAlone } from '../../src/store/insert-article.ts'
import { searchRow } from '../../src/store/search.ts'
import type { Store } from '../../src/store/store.ts'
import { insertStory, refreshStory } from '../../src/store/story-rows.ts'
import { keysAbove } from './site-world.ts'

/** The moment that every flow test of the doors takes for now. */
export const EDITION_NOW = Date.UTC(2026, 5, 10, 12)
const HOUR_MS = 3_600_000

/**
 * A small invented edition: two feeds; one story of three articles (the third a copy) that rises, one of a single
 * article, and a page without a feed. Article keys are a1 to a5, story keys s1 to s3, tags `port-selva` and `ada-quill`.
 */
export async function fillEdition(store: Store): Promise<void> {
  const feed = (name: string) => ({
    url: `https://${name}.example/feed.xml`,
    kind: 'feed' as const,
    title: `The ${name} post`,
    siteUrl: `https://${name}.example/`,
    folder: 'Papers',
  })
  const north = await addFeed(store, feed('north'), EDITION_NOW)
  const south = await addFeed(store, feed('south'), EDITION_NOW)
  await writeAlone(store, async (write) => {
    const stories: number[] = []
    for (const [index, title] of ['Harbour of Port Selva reopens', 'Choir wins a prize', 'A page by hand'].entries())
      stories.push(
        await insertStory(write, {
          key: `s${index + 1}`,
          title,
          section: 'economy',
          language: 'en',
          atMs: EDITION_NOW,
          demo: false,
        }),
      )
    const [harbour, choir, page] = stories as [number, number, number]
    const first = await insertArticle(
      write,
      article('a1', { title: 'Harbour of Port Selva reopens', feedId: north.id, storyId: harbour }),
    )
    await insertArticle(
      write,
      article('a2', { title: 'Ships <return> & cranes move in Port Selva', feedId: south.id, storyId: harbour }),
    )
    await insertArticle(write, {
      ...article('a3', { title: 'Harbour of Port Selva reopens again', feedId: south.id, storyId: harbour }),
      copy: { copyOf: first, kind: 'near', containment: 0.9, family: first, redatedDays: 3, injectedCount: 1 },
    })
    const alone = await insertArticle(
      write,
      article('a4', { title: 'Choir wins a prize', feedId: north.id, storyId: choir }),
    )
    const byHand = await insertArticle(write, article('a5', { title: 'A page by hand', feedId: null, storyId: page }))
    for (const [id, leadArticleId, title, rankKey] of [
      [harbour, first, 'Harbour of Port Selva reopens', 9],
      [choir, alone, 'Choir wins a prize', 5],
      [page, byHand, 'A page by hand', 2],
    ] as const)
      await refreshStory(write, {
        id,
        title,
        leadArticleId,
        section: 'economy',
        language: 'en',
        firstSeenMs: EDITION_NOW - 4 * HOUR_MS,
        lastSeenMs: EDITION_NOW - rankKey * 1_000,
        ...keysAbove(EDITION_NOW, rankKey),
      })
  })
  await writePulseTick(store, {
    tickMs: EDITION_NOW - HOUR_MS,
    hours: [{ key: 'story:s1', hourMs: EDITION_NOW - HOUR_MS, seen: 2, expected: 0.2, score: 6 }],
    bursts: [{ key: 'story:s1', score: 6, seen: 2, expected: 0.2, windowHours: 2, falseRate: 0.1 }],
    leads: new Map([['story:s1', ['tag:port-selva']]]),
    storyBursts: new Map([[1, 6]]),
    state: new Uint8Array(),
    stateTickMs: EDITION_NOW - HOUR_MS,
    shown: { shownMs: EDITION_NOW - HOUR_MS, isNow: true },
  })
}

/** Many stories of one article each, in the section of the others: enough that no list holds all of them. */
export async function addStories(store: Store, count: number): Promise<void> {
  await writeAlone(store, async (write) => {
    for (let index = 0; index < count; index++) {
      const title = `Notice ${index}`
      const about = { title, section: 'economy', language: 'en' }
      const id = await insertStory(write, { ...about, key: `notice-${index}`, atMs: EDITION_NOW, demo: false })
      const articleId = await insertArticle(write, article(`notice-${index}`, { title, feedId: 1, storyId: id }))
      const seen = { firstSeenMs: EDITION_NOW - 1, lastSeenMs: EDITION_NOW - 1 }
      await refreshStory(write, {
        ...about,
        ...seen,
        id,
        leadArticleId: articleId,
        ...keysAbove(EDITION_NOW, -index / 1_000),
      })
    }
  })
}

function article(key: string, what: { title: string; feedId: number | null; storyId: number }): NewArticle {
  const number = Number(/\d+$/.exec(key)?.[0] ?? 0)
  const text = `${what.title}. Ada Quill said on Monday that number ${number} was counted.\n\nMore is "expected" <soon>.`
  const page = pageWith(what.title, text)
  return {
    key,
    feedId: what.feedId,
    url: `https://north.example/news/${key}?a=1&b=2`,
    host: 'north.example',
    owner: what.feedId === null ? 'page.example' : `owner${what.feedId}.example`,
    sourceTitle: 'The Post',
    title: what.title,
    section: 'economy',
    language: 'en',
    publishedMs: EDITION_NOW - 3 * HOUR_MS + number * 60_000,
    doubtful: key === 'a3',
    firstSeenMs: EDITION_NOW - 2 * HOUR_MS + number * 60_000,
    summary: `${what.title}.`,
    wordCount: 20,
    contentHash: key,
    demo: false,
    page,
    packed: packPage(page),
    searchRow: searchRow(what.title, text, ['Port Selva', 'Ada Quill']),
    tags: [
      { slug: 'port-selva', name: 'Port Selva', kind: 'place', count: 2, salience: 0.8, spans: [] },
      { slug: 'ada-quill', name: 'Ada Quill', kind: 'person', count: 1, salience: 0.4, spans: [] },
    ],
    shingles: new Uint32Array(),
    features: new Uint8Array(),
    copy: { copyOf: null, kind: null, containment: 0, family: null, redatedDays: null, injectedCount: 0 },
    storyId: what.storyId,
  }
}

function pageWith(title: string, text: string): ExtractedArticle {
  return {
    url: null,
    kind: 'article',
    title,
    channel: null,
    siteName: null,
    byline: ['Ada Quill'],
    section: [],
    dates: [],
    published: '2026-06-10',
    modified: null,
    publishedFrom: 'time',
    doubts: [],
    language: 'en',
    text,
    blocks: text.split('\n\n').map((paragraph) => ({ kind: 'paragraph', inlines: [{ text: paragraph }] })),
    image: null,
    tags: [],
    reactions: [],
    lists: { related: [], ranking: [], recommendation: [] },
    repairs: [],
    views: null,
    agencies: [],
    confidence: 1,
  }
}
