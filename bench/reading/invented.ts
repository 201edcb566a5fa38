import { demoFeed } from '../../src/demo/feed-document.ts'
import { demoHtmlPage } from '../../src/demo/html-page.ts'
import { type DemoItem, demoArticles } from '../../src/demo/world.ts'
import { DIRTY_FEEDS } from '../../tests/golden/dirty/feeds.ts'
import { dirtyPages } from '../../tests/golden/dirty/templates.ts'
import { TEXTS } from '../../tests/golden/dirty/texts.ts'
import type { FeedExpectation } from './feed-measures.ts'
import type { PageGold } from './page-measures.ts'
import type { ReadJob } from './run-reader.ts'
import type { FeedSet, PageSet, Sets } from './samples.ts'

const END_MS = Date.UTC(2026, 10, 24)
const SEED = 20261124
/** The demo world's own chrome: none of it is text of an article. */
const CHROME = ['Get the morning edition by mail', 'All rights reserved']

/** What anybody can measure without data: the demo world's pages and feeds, whose truth is known, and the pages and feeds of tests/golden. */
export function inventedSets(most: number): Sets {
  const items = [...demoArticles({ articles: Math.min(most, 1_000), seed: SEED, endMs: END_MS })]
  return { pages: [demoPages(items), dirtyPageSet()], feeds: [demoFeeds(items), dirtyFeedSet()] }
}

/** Two long feeds of the demo world, to see how fast they are read. */
export function longFeeds(items: number): ReadJob[] {
  const world = [...demoArticles({ articles: items, seed: SEED, endMs: END_MS, days: 7 })]
  return (['rss', 'atom'] as const).map((format) => feedJob(`long.${format}`, demoFeed(world, format)))
}

function demoPages(items: readonly DemoItem[]): PageSet {
  const pages = items.map((item, index) => ({ id: String(index), url: item.article.url, text: demoHtmlPage(item) }))
  return { name: 'demo', pages, golds: new Map(items.map((item, index) => [String(index), goldOf(item)])) }
}

function goldOf({ article }: DemoItem): PageGold {
  const paragraphs = article.text.split('\n\n')
  const { related, ranking, recommendation } = article.lists
  return {
    url: article.url,
    type: 'article',
    title: article.title,
    author: article.byline,
    date: article.published,
    articleBody: article.text,
    with: [paragraphs[0]!, paragraphs.at(-1)!],
    without: [...CHROME, ...[...related, ...ranking, ...recommendation].map(({ title }) => title)],
  }
}

/** Pages built in the manner of real sites, with everything round and inside the text that such pages have. */
function dirtyPageSet(): PageSet {
  const pages = dirtyPages(TEXTS)
  const golds = pages.map(({ id, text, source }): [string, PageGold] => [
    id,
    { type: 'article', title: source.title, author: source.author, date: source.published, articleBody: text },
  ])
  return { name: 'dirty', pages: pages.map(({ id, url, html }) => ({ id, url, text: html })), golds: new Map(golds) }
}

function dirtyFeedSet(): FeedSet {
  const feeds = DIRTY_FEEDS.map(({ id, url, contentType, body }) => ({
    id,
    url,
    bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    headers: contentType ? { 'content-type': contentType } : {},
  }))
  const expectations = DIRTY_FEEDS.flatMap(({ id: file, expect }) =>
    Object.entries(expect).map(([path, expected]) => ({ file, group: 'rss', path, op: 'eq', expected })),
  )
  return { name: 'dirty', feeds, expectations }
}

function demoFeeds(items: readonly DemoItem[]): FeedSet {
  const feeds: ReadJob[] = []
  const expectations: FeedExpectation[] = []
  for (const [feedUrl, own] of Map.groupBy(items, (item) => item.feedUrl)) {
    // To the second: what lies under it is lost in some formats.
    const whole = own.map((item) => ({ ...item, firstSeenMs: Math.floor(item.firstSeenMs / 1_000) * 1_000 }))
    const newest = whole.sort((one, other) => other.firstSeenMs - one.firstSeenMs)
    for (const format of ['rss', 'atom'] as const) {
      const file = `${feedUrl}#${format}`
      feeds.push({ ...feedJob(file, demoFeed(newest, format)), url: feedUrl })
      expectations.push(...expectedOf(file, format, newest))
    }
  }
  return { name: 'demo', feeds, expectations }
}

function expectedOf(file: string, group: string, items: readonly DemoItem[]): FeedExpectation[] {
  const expect = (path: string, expected: unknown): FeedExpectation => ({ file, group, path, op: 'eq', expected })
  return [
    expect('feed.title', items[0]!.feedTitle),
    ...items.flatMap((item, index) => [
      expect(`entries[${index}].title`, item.article.title),
      expect(`entries[${index}].link`, item.article.url),
      expect(`entries[${index}].author`, item.article.byline.join(', ')),
      expect(
        `entries[${index}].${group === 'rss' ? 'published' : 'updated'}`,
        new Date(item.firstSeenMs).toISOString(),
      ),
    ]),
  ]
}

function feedJob(id: string, body: string): ReadJob {
  return { id, url: 'https://feeds.example/', bytes: new TextEncoder().encode(body), headers: {} }
}
