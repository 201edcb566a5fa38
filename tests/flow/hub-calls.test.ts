import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FetchClient, FetchResult, PostOptions } from '../../src/fetch/client.ts'
import { createOutsideHub } from '../../src/ingest/hub/outside-hub.ts'
import { createOwnHub } from '../../src/ingest/hub/own-hub.ts'
import { askHub, hubTopics } from '../../src/store/hub.ts'
import { openStore } from '../../src/store/store.ts'

const BASE = 'https://paper.example'
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A site whose one list can be changed, a network that answers as told, and a clock that is set by hand. */
function world() {
  const state = { nowMs: 1_000_000, version: 0, items: ['a'], outcome: 'ok' as 'ok' | 'connection' | 'gone' }
  const posted: { url: string; options: PostOptions }[] = []
  const failed = (reason: 'connection' | 'gone'): FetchResult => ({
    ok: false,
    reason,
    detail: `It is ${reason}.`,
    status: null,
    retryAfterMs: null,
  })
  const answer = (body: string) => ({ ok: true, value: { bytes: new TextEncoder().encode(body) } }) as FetchResult // all that is looked at
  const fetch: Pick<FetchClient, 'get' | 'post'> = {
    get: async (url) => answer(new URL(url).searchParams.get('hub.challenge') ?? ''),
    post: async (url, options) => {
      posted.push({ url, options })
      return state.outcome === 'ok' ? answer('') : failed(state.outcome)
    },
  }
  const news = (...items: string[]) => {
    state.items = items
    state.version++
  }
  const parts = {
    fetch: fetch as FetchClient, // nothing else of it is used
    read: async ({ topic }: { topic: string }) => {
      if (!/\/index\.(?:rss|json)/.test(topic)) return null
      const items = state.items.map((id) => ({ id, date_modified: '2026-03-06T08:00:00Z' }))
      return { body: JSON.stringify({ items }), type: 'application/rss+xml; charset=utf-8' }
    },
    changed: () => state.version,
    now: () => state.nowMs,
    random: () => 0,
    stopping: new AbortController().signal,
    log: () => {},
  }
  return { state, posted, news, parts }
}

/** The site's own hub with one listener. */
async function ownHub() {
  const { state, posted, news, parts } = world()
  const store = await openStore({ path: ':memory:' })
  const hub = createOwnHub({ ...parts, store, hubUrl: (base) => `${base}/hub` })
  const wish = { mode: 'subscribe', secret: null, leaseMs: 10 * DAY_MS } as const
  const callback = 'https://reader.example/a'
  await askHub(store, { topic: `${BASE}/index.rss`, base: BASE, callback, host: 'reader.example', wish }, state.nowMs)
  const tend = async (afterMs = 0) => {
    state.nowMs += afterMs
    await hub.tend()
    await hub.settle()
  }
  await tend()
  return { state, posted, news, store, tend }
}

describe('the site’s own hub', () => {
  it('tells of new and changed entries, not of another order, and of a list that changes all the time every five seconds', async () => {
    const { posted, news, tend, store } = await ownHub()
    await tend(10_000)
    assert.equal(posted.length, 0)
    news('b', 'a')
    await tend()
    assert.equal(posted.length, 1)
    assert.equal(posted[0]?.options.headers?.['x-hub-signature'], undefined, 'no secret was given')
    news('a', 'b')
    await tend(10_000)
    assert.equal(posted.length, 1, 'the same entries in another order')
    news('c', 'a', 'b')
    await tend()
    news('d', 'c', 'a', 'b')
    await tend(1_000)
    await tend(1_000)
    assert.equal(posted.length, 2, 'the last was told just now')
    await tend(4_000)
    assert.equal(posted.length, 3)
    await store.close()
  })

  it('tries again ever more seldom, forgets a listener after two days in vain, and one that is gone at once', async () => {
    const { state, posted, news, tend, store } = await ownHub()
    state.outcome = 'connection'
    news('b')
    await tend()
    assert.equal(posted.length, 1)
    await tend(MINUTE_MS - 1)
    assert.equal(posted.length, 1)
    await tend(1)
    assert.equal(posted.length, 2)
    for (let hours = 0; hours < 48; hours++) await tend(60 * MINUTE_MS)
    assert.equal(posted.length, 8)
    assert.deepEqual(await hubTopics(store), [])
    await store.close()

    const other = await ownHub()
    other.state.outcome = 'gone'
    other.news('b')
    await other.tend()
    assert.deepEqual(await hubTopics(other.store), [])
    await other.store.close()
  })
})

it('a hub elsewhere is told once of each change of what was read, not of what it was when first read, and again after a failure', async () => {
  const { state, posted, news, parts } = world()
  const hub = createOutsideHub({ ...parts, hub: 'https://hub.example/' })
  const topic = `${BASE}/index.rss`
  hub.note({ topic, base: BASE })
  hub.note({ topic: `${BASE}/story/gone.rss`, base: BASE })
  await hub.tend()
  assert.equal(posted.length, 0)
  news('b', 'a')
  await hub.tend()
  await hub.tend()
  assert.deepEqual(
    posted.map(({ url, options }) => [url, Object.fromEntries(new URLSearchParams(String(options.body)))]),
    [['https://hub.example/', { 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic }]],
  )
  state.nowMs += MINUTE_MS
  state.outcome = 'connection'
  news('c', 'b', 'a')
  await hub.tend()
  assert.equal(posted.length, 2)
  state.outcome = 'ok'
  await hub.tend()
  assert.equal(posted.length, 2, 'it waits')
  state.nowMs += 30 * MINUTE_MS
  await hub.tend()
  assert.equal(posted.length, 3)
})
