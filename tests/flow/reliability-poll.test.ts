import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { FetchClient, FetchResult } from '../../src/fetch/client.ts'
import { type FetchFailure, failed } from '../../src/fetch/fetch-failure.ts'
import { createLine } from '../../src/ingest/line.ts'
import { askedToWait, type Polling, pollFeed } from '../../src/ingest/poll.ts'
import { createPreparer } from '../../src/ingest/prepare.ts'
import { storeEntries } from '../../src/ingest/store-entries.ts'
import { DAY_MS, HOUR_MS } from '../../src/model/time.ts'
import { allArticles } from '../../src/store/articles.ts'
import { lastPolls } from '../../src/store/feed-polls.ts'
import { addFeed, dueFeeds, listFeeds, pollableFeed } from '../../src/store/feeds.ts'
import { recallFromFuture } from '../../src/store/move-feed.ts'
import { openStore } from '../../src/store/store.ts'
import { loadLanguageDetector } from '../../src/text/language.ts'
import { storeFaults } from '../store-faults.ts'

const NOW_MS = Date.UTC(2026, 4, 20, 12)
const FEED = 'https://tarn.example/feed'
const prepare = createPreparer(await loadLanguageDetector())
const sentence = (item: number) => `Boat ${item} of Tarn landed ${item * 7} crates of herring at pier ${item}. `
const itemOf = (item: number, { title = `Catch ${item} of Tarn`, text = sentence(item).repeat(40) } = {}) =>
  `<item><title>${title}</title><link>https://tarn.example/a/${item}</link><description>${text}</description></item>`
const feedOf = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Tarn</title>${items.join('')}</channel></rss>`

type Answer =
  | { body: string; type?: string; url?: string; permanentUrl?: string }
  | { reason: FetchFailure; waitMs?: number }

/** A poll over a network of the test's own: what each address answers, and the clock, may be changed between polls. */
async function world(answers: Record<string, Answer>) {
  const store = await openStore({ path: ':memory:' })
  after(() => store.close())
  const clock = { nowMs: NOW_MS }
  const get = async (url: string): Promise<FetchResult> => {
    const answer = answers[url]
    if (!answer) return failed('http-4xx', `${url} is not there.`)
    if ('reason' in answer)
      return { ...failed(answer.reason, `It is ${answer.reason}.`), retryAfterMs: answer.waitMs ?? null }
    const { body, type = 'application/rss+xml', permanentUrl = null } = answer
    const value = {
      url: answer.url ?? url,
      status: 200,
      notModified: false,
      bytes: new TextEncoder().encode(body),
      contentType: type,
      etag: null,
      lastModified: null,
      retryAfterMs: null,
      cacheControl: null,
      headers: {},
      redirects: [],
      permanentUrl,
    }
    return { ok: true, value }
  }
  const fetch = { get } as unknown as FetchClient // the rest of it is not asked for by a poll
  const pool = {
    run: async (task: Parameters<typeof prepare>[0]) => prepare(task),
    pending: () => 0,
    close: async () => {},
  }
  const polling: Polling = {
    store,
    fetch,
    pool,
    line: createLine(store),
    now: () => clock.nowMs,
    random: () => 0.5,
    log: () => {},
  }
  const { id } = await addFeed(store, { url: FEED, kind: 'feed', title: null, siteUrl: null }, NOW_MS)
  const feed = async () => (await pollableFeed(store, id))!
  const poll = async () => pollFeed(polling, await feed())
  const articles = async () => {
    const all: { title: string; text: string }[] = []
    for await (const article of allArticles(store, 100)) all.push({ title: article.title, text: article.page.text })
    return all
  }
  return { store, polling, clock, answers, feed, poll, articles }
}

describe('a poll', () => {
  it('takes over what a feed has changed in an article that came from it, and leaves the rest alone', async () => {
    const { answers, poll, articles, store } = await world({ [FEED]: { body: feedOf(itemOf(1), itemOf(2)) } })
    await poll()
    answers[FEED] = {
      body: feedOf(itemOf(1, { title: 'Catch 1, corrected', text: sentence(9).repeat(40) }), itemOf(2)),
    }
    const report = await poll()
    assert.deepEqual([report.stored, report.updated], [0, 1])
    const titles = (await articles()).map((article) => article.title)
    assert.deepEqual(titles.sort(), ['Catch 1, corrected', 'Catch 2 of Tarn'])
    assert.deepEqual(await storeFaults(store), [])
  })

  it('keeps the words of the feed where the page is a login or another page', async () => {
    const page = `<!doctype html><title>Welcome back</title><article><h1>Welcome back</h1><p>${'Please sign in with your account to go on reading. '.repeat(30)}</p></article>`
    const { poll, articles } = await world({
      [FEED]: { body: feedOf(itemOf(1, { text: sentence(1) })) },
      'https://tarn.example/a/1': { body: page, type: 'text/html' },
    })
    await poll()
    assert.deepEqual(await articles(), [{ title: 'Catch 1 of Tarn', text: sentence(1).trim() }])
  })

  it('keeps a bare headline whose page is refused for good, and tries again where the page is only slow', async () => {
    const { answers, poll, articles, feed } = await world({
      [FEED]: { body: feedOf(itemOf(1, { text: '' }), itemOf(2, { text: '' })) },
      'https://tarn.example/a/1': { reason: 'refused-by-robots' },
      'https://tarn.example/a/2': { reason: 'timeout' },
    })
    assert.equal((await poll()).stored, 1)
    assert.match((await feed()).reason ?? '', /1 of 2 entries .*a\/2/)
    answers['https://tarn.example/a/2'] = { reason: 'refused-by-robots' }
    assert.equal((await poll()).stored, 1)
    assert.equal((await feed()).reason, null)
    assert.equal((await articles()).length, 2)
  })

  it('pauses a feed that is gone, keeps the reason, and asks no more', async () => {
    const { answers, poll, feed, store } = await world({ [FEED]: { body: feedOf(itemOf(1)) } })
    await poll()
    answers[FEED] = { reason: 'gone' }
    assert.equal((await poll()).state, 'paused')
    assert.match((await feed()).reason ?? '', /gone/)
    assert.deepEqual(await dueFeeds(store, NOW_MS + 900 * DAY_MS, 10), [])
  })

  it('waits longer for a feed each time that it fails, and takes it up again when it answers', async () => {
    const { answers, poll, feed, store, clock, articles } = await world({ [FEED]: { reason: 'timeout' } })
    const waits: number[] = []
    for (let failures = 0; failures < 9; failures++) {
      await poll()
      const { state, problem, nextPollMs } = await feed()
      assert.deepEqual([state, problem], ['failing', 'timeout'])
      waits.push((nextPollMs - clock.nowMs) / (10 * 60_000))
      clock.nowMs = nextPollMs - 1
      assert.deepEqual(await dueFeeds(store, clock.nowMs, 10), [])
      clock.nowMs = nextPollMs
      assert.equal((await dueFeeds(store, clock.nowMs, 10)).length, 1)
    }
    assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 64, 128, 144]) // in ten minutes, up to a day
    answers[FEED] = { body: feedOf(itemOf(1)) }
    assert.equal((await poll()).stored, 1)
    const { state, reason, problem, failures, nextPollMs } = await feed()
    assert.deepEqual([state, reason, problem, failures], ['ok', null, null, 0])
    assert.ok(nextPollMs - clock.nowMs <= 1.2 * HOUR_MS, 'by its rhythm from before')
    assert.equal((await articles()).length, 1)
    assert.deepEqual(
      (await lastPolls(store, (await feed()).id)).map((one) => one.outcome),
      ['read', ...Array.from({ length: 9 }, () => 'timeout')],
    )
  })

  it('gives every kind of trouble its word and its sentence', async () => {
    const cases: [answer: Answer, problem: string][] = [
      [{ reason: 'dns' }, 'dns'],
      [{ body: '' }, 'no-answer-body'],
      [{ body: '<!doctype html><title>Sign in</title><p>Please sign in.', type: 'text/html' }, 'no-feed'],
      [{ body: '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>' }, 'no-entries'],
      [{ body: feedOf(itemOf(1, { text: '' })) }, 'unread-entries'],
    ]
    for (const [answer, problem] of cases) {
      const { poll, feed } = await world({ [FEED]: answer, 'https://tarn.example/a/1': { reason: 'timeout' } })
      await poll()
      const row = await feed()
      assert.equal(row.problem, problem)
      assert.match(row.reason ?? '', /\w \w/)
    }
  })

  it('counts neither a pause that is not over nor a full queue as failures', async () => {
    const { answers, poll, feed } = await world({ [FEED]: { reason: 'too-many-requests', waitMs: 2 * HOUR_MS } })
    await poll()
    const first = await feed()
    assert.equal(askedToWait(first, NOW_MS + HOUR_MS), true)
    assert.equal(askedToWait(first, first.nextPollMs), false)
    answers[FEED] = { reason: 'held-back', waitMs: HOUR_MS }
    await poll()
    assert.deepEqual([(await feed()).failures, (await feed()).nextPollMs], [1, NOW_MS + HOUR_MS])
    answers[FEED] = { reason: 'http-5xx' }
    await poll()
    assert.equal((await feed()).failures, 2)
    assert.equal(askedToWait(await feed(), NOW_MS + 1), false)
  })

  it('moves with a feed that has moved for good once the new place shows a known article, and doubles nothing', async () => {
    const moved = 'https://new.example/feed'
    const { answers, poll, feed, articles } = await world({
      [FEED]: { body: feedOf(itemOf(5)), permanentUrl: moved, url: moved },
    })
    await poll()
    assert.equal((await feed()).url, FEED) // a stranger so far
    answers[FEED] = { body: feedOf(itemOf(6), itemOf(5)), permanentUrl: moved, url: moved }
    await poll()
    assert.equal((await feed()).url, moved)
    answers[moved] = { body: feedOf(itemOf(7), itemOf(6), itemOf(5)) }
    assert.equal((await poll()).stored, 1)
    assert.equal((await articles()).length, 3)
  })

  it('reads the feed that a page names, and keeps its address', async () => {
    const named = 'https://tarn.example/rss'
    const body = `<!doctype html><title>Tarn</title><link rel="alternate" type="application/rss+xml" href="/rss"><p>Welcome.`
    const { poll, feed } = await world({ [FEED]: { body, type: 'text/html' }, [named]: { body: feedOf(itemOf(1)) } })
    assert.equal((await poll()).stored, 1)
    assert.equal((await feed()).url, named)
  })

  it('leaves what it has no time for to the next one, and loses nothing of a long feed', async () => {
    const { polling, articles } = await world({})
    const entries = Array.from({ length: 130 }, (_, item) => ({
      id: String(item),
      url: `https://tarn.example/a/${item}`,
      title: null,
      titleText: `Catch ${item} of Tarn`,
      summary: null,
      content: sentence(item).repeat(40),
      authors: [],
      published: null,
      updated: null,
      categories: [],
      enclosures: [],
      comments: null,
      language: null,
    }))
    const origin = { feedId: null, feedUrl: FEED, feedTitle: 'Tarn', language: null }
    const none = await storeEntries(polling, entries, origin, 0)
    assert.deepEqual([none.stored, none.left], [0, 130])
    assert.equal((await storeEntries(polling, entries, origin)).stored, 130)
    assert.equal((await articles()).length, 130)
  })

  it('is not put off for years by a clock that was wrong', async () => {
    const { clock, poll, store } = await world({ [FEED]: { body: feedOf(itemOf(1)) } })
    clock.nowMs = NOW_MS + 3_650 * DAY_MS
    await poll()
    clock.nowMs = NOW_MS
    assert.deepEqual(await dueFeeds(store, NOW_MS + DAY_MS, 10), [])
    assert.equal(await recallFromFuture(store, NOW_MS, HOUR_MS), 1)
    assert.equal((await dueFeeds(store, NOW_MS, 10)).length, 1)
    assert.equal((await listFeeds(store))[0]?.lastPolledMs, NOW_MS)
  })
})
