import assert from 'node:assert/strict'
import { it } from 'node:test'
import { DAY_MS, HOUR_MS } from '../../src/model/time.ts'
import { editFeed } from '../../src/store/feed-edits.ts'
import { feedHealth, HEALTH_DAYS } from '../../src/store/feed-health.ts'
import {
  FEED_ORDERS,
  type FeedCursor,
  type FeedsAsked,
  feedFolders,
  feedProgress,
  feedsInOrder,
} from '../../src/store/feed-lists.ts'
import { addFeed, listFeeds, pauseFeed, recordPoll } from '../../src/store/feeds.ts'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import type { Store } from '../../src/store/store.ts'
import { tableSizes } from '../../src/store/table-sizes.ts'
import { newArticle, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW = Date.UTC(2026, 5, 10, 12)
/** A page that claims a date. */
const DATED = pageOf({ text: 'The ferry left.', published: '2026-06-09' })

/** Sources of every state, some with equal names, keys and folders. */
async function fill(store: Store): Promise<void> {
  for (let nth = 0; nth < 23; nth++) {
    const url = `https://a${nth}.example/feed_${nth % 5}%`
    const folder = nth % 3 === 0 ? null : nth % 3 === 1 ? 'Far' : 'Far / Away'
    const title = nth % 4 === 0 ? null : `${nth % 2 === 0 ? 'Ähre' : 'post'} ${nth % 6}`
    const { id } = await addFeed(store, { url, kind: 'feed', title, siteUrl: null, folder }, NOW + (nth % 7))
    const state = nth % 5 === 0 ? 'failing' : 'ok'
    const reason = state === 'failing' || nth % 5 === 1 ? 'it broke' : null
    const poll = { failures: 0, intervalMs: 9, nextPollMs: NOW, polledMs: NOW + (nth % 4), newItems: nth % 3 }
    if (nth % 7 !== 0) await recordPoll(store, id, { state, reason, ...poll })
    if (nth % 6 === 0) await pauseFeed(store, id, true, NOW)
  }
}

async function allPages(store: Store, asked: Omit<FeedsAsked, 'limit' | 'after'>): Promise<number[]> {
  const ids: number[] = []
  for (let after: FeedCursor | undefined, pages = 0; pages < 20; pages++) {
    const { feeds, next } = await feedsInOrder(store, { ...asked, limit: 4, after })
    ids.push(...feeds.map(({ id }) => id))
    if (next === null) break
    after = next
  }
  return ids
}

onBothEngines((engine, open) => {
  it(`${engine}: sources are listed page by page without a gap or repeat, in every order and by every filter`, async () => {
    const store = await open()
    await fill(store)
    const all = await listFeeds(store)
    for (const order of FEED_ORDERS) {
      const whole = await feedsInOrder(store, { order, limit: 99 })
      assert.equal(whole.next, null)
      assert.deepEqual(
        await allPages(store, { order }),
        whole.feeds.map(({ id }) => id),
        order,
      )
      assert.equal(whole.feeds.length, all.length)
    }
    const isIn = (folder: string | null) => folder === 'Far' || folder?.startsWith('Far / ') === true
    const filters: [Omit<FeedsAsked, 'limit' | 'after' | 'order'>, (feed: (typeof all)[number]) => boolean][] = [
      [{ state: 'failing' }, (feed) => feed.state === 'failing'],
      [{ state: 'trouble' }, (feed) => feed.state === 'failing' || feed.reason !== null],
      [{ folder: 'Far' }, (feed) => isIn(feed.folder)],
      [{ folder: null }, (feed) => feed.folder === null],
      [{ query: 'POST 3' }, (feed) => feed.title === 'post 3'],
      [{ query: 'Ähre' }, (feed) => feed.title?.startsWith('Ähre') === true],
      [{ query: 'feed_1%' }, (feed) => feed.url.includes('feed_1%')],
      [{ query: '_', folder: 'Far / Away' }, (feed) => feed.folder === 'Far / Away'],
    ]
    for (const [filter, holds] of filters) {
      const wanted = all.filter(holds).map(({ id }) => id)
      assert.ok(wanted.length > 0, JSON.stringify(filter))
      const found = await allPages(store, { order: 'name', ...filter })
      assert.deepEqual(
        found.toSorted((a, b) => a - b),
        wanted.toSorted((a, b) => a - b),
        JSON.stringify(filter),
      )
    }
    const [first] = (await feedsInOrder(store, { order: 'trouble', limit: 1 })).feeds
    assert.equal(first?.state, 'failing')
    await editFeed(store, all[0]!.id, { title: 'ÿ last' })
    assert.equal((await feedsInOrder(store, { order: 'name', limit: 99 })).feeds.at(-1)?.id, all[0]!.id)
    assert.deepEqual(
      (await feedFolders(store)).map(({ folder }) => folder),
      ['Far', 'Far / Away'],
    )
    const progress = await feedProgress(store)
    const isSettled = (feed: (typeof all)[number]) => feed.lastPolledMs !== null || feed.state === 'paused' // nobody waits for those
    assert.deepEqual([progress.feeds, progress.read], [23, all.filter(isSettled).length])
    assert.equal(progress.failing, all.filter(({ state }) => state === 'failing').length)
    assert.deepEqual([progress.articles, progress.lastAddedMs], [0, NOW + 6])
    await store.close()
  })

  it(`${engine}: a source's health tells days, copies, doubts and delay of what it brought`, async () => {
    const store = await open()
    const { id } = await addFeed(
      store,
      { url: 'https://a.example/f', kind: 'feed', title: 'A', siteUrl: null },
      NOW - 20 * DAY_MS,
    )
    const other = await addFeed(
      store,
      { url: 'https://b.example/f', kind: 'feed', title: 'B', siteUrl: null },
      NOW - HOUR_MS / 2,
    )
    const came: { day: number; delayMs: number; copy?: true; doubtful?: true }[] = [
      { day: 0, delayMs: HOUR_MS },
      { day: 0, delayMs: 3 * HOUR_MS, copy: true },
      { day: 1, delayMs: 2 * HOUR_MS },
      { day: 13, delayMs: HOUR_MS, doubtful: true },
      { day: 14, delayMs: 0 },
    ]
    await writeAlone(store, async (write) => {
      let original = 0
      for (const [nth, { day, delayMs, copy, doubtful }] of came.entries()) {
        const firstSeenMs = NOW - day * DAY_MS
        const copied = copy
          ? {
              copyOf: original,
              kind: 'near' as const,
              containment: 1,
              family: original,
              redatedDays: null,
              injectedCount: 0,
            }
          : undefined
        const inserted = await insertArticle(
          write,
          newArticle({
            key: `k${nth}`,
            title: `T${nth}`,
            feedId: id,
            firstSeenMs,
            publishedMs: firstSeenMs - delayMs,
            doubtful: doubtful === true,
            page: DATED,
            ...(copied ? { copy: copied } : {}),
          }),
        )
        if (nth === 0) original = inserted
      }
      await insertArticle(
        write,
        newArticle({
          key: 'o',
          title: 'O',
          feedId: other.id,
          firstSeenMs: NOW,
          publishedMs: NOW - 9 * HOUR_MS,
          page: DATED,
        }),
      )
    })
    const health = await feedHealth(
      store,
      [
        { id, addedMs: NOW - 20 * DAY_MS },
        { id: other.id, addedMs: NOW - HOUR_MS / 2 },
        { id: 99, addedMs: NOW },
      ],
      NOW,
    )
    const a = health.get(id)!
    assert.equal(a.days.length, HEALTH_DAYS)
    assert.deepEqual([a.days[13], a.days[12], a.days[0], a.days.reduce((sum, n) => sum + n)], [2, 1, 1, 4])
    assert.deepEqual([a.copies, a.doubted, a.delayMs, a.lastNewMs], [1 / 4, 1 / 4, 2 * HOUR_MS, NOW])
    assert.equal(health.get(other.id)!.delayMs, null, 'what stood there when it was added says nothing of its speed')
    assert.deepEqual(health.get(99), {
      days: new Array(HEALTH_DAYS).fill(0),
      lastNewMs: null,
      copies: null,
      doubted: null,
      delayMs: null,
    })
    const sizes = await tableSizes(store)
    assert.ok(sizes.some(({ table }) => table === 'article') && sizes.every(({ rows }) => rows >= 0))
    if (engine === 'sqlite') assert.equal(sizes.find(({ table }) => table === 'article')?.rows, 6)
    await store.close()
  })
})
