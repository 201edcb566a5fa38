import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, describe, it } from 'node:test'
import type { FetchClient, FetchedDocument, FetchResult } from '../../src/fetch/client.ts'
import { failed } from '../../src/fetch/fetch-failure.ts'
import type { Polling } from '../../src/ingest/poll.ts'
import { noteHub, settleWithHub, tellsWell, tendSubscriptions } from '../../src/ingest/subscriptions.ts'
import type { FeedMeta } from '../../src/model/entry.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/model/time.ts'
import { addFeed, pollableFeed, recordPoll } from '../../src/store/feeds.ts'
import { openStore } from '../../src/store/store.ts'
import { subscriptionOf } from '../../src/store/websub.ts'
import { websubRoutes } from '../../src/web/websub.ts'
import { NOW, siteOver } from './site-world.ts'

const TOPIC = 'https://harbour.example/feed'
const HUB = 'https://hub.example/'

/** A subscriber over a hub of the test's own: what it was asked, and how it answers; the clock is moved between steps. */
async function world() {
  const store = await openStore({ path: ':memory:' })
  after(() => store.close())
  const site = siteOver(store)
  const routes = websubRoutes(site)
  const asked: URLSearchParams[] = []
  const hub = { answer: 'ok' as 'ok' | 'broken' }
  const post = async (_url: string, { body }: { body: string }): Promise<FetchResult> => {
    asked.push(new URLSearchParams(body))
    if (hub.answer === 'broken') return failed('http-5xx', 'hub.example has a fault of its own (503).')
    return { ok: true, value: {} as FetchedDocument } // nothing of a hub's answer is read
  }
  const polling = {
    store,
    fetch: { post } as unknown as FetchClient,
    now: () => site.now(),
    log: () => {},
    publicUrl: 'https://us.example',
  } as unknown as Polling // nothing else of it is asked for
  const { id } = await addFeed(store, { url: TOPIC, kind: 'feed', title: null, siteUrl: null }, NOW)
  const meta = { hub: HUB, self: TOPIC } as FeedMeta // nothing else of it is looked at
  const document = { url: TOPIC, headers: {} } as unknown as FetchedDocument // nor of this
  const ask = (fields: Record<string, string>) => {
    const path = new URL(asked.at(-1)!.get('hub.callback')!).pathname
    return routes.request(`${path}?${new URLSearchParams({ 'hub.topic': TOPIC, ...fields })}`)
  }
  const verify = (mode: string, leaseSeconds = 86_400) =>
    ask({ 'hub.mode': mode, 'hub.challenge': 'c', 'hub.lease_seconds': String(leaseSeconds) })
  const ring = async () => {
    const { token, secret } = (await subscriptionOf(store, id))!
    const headers = { 'x-hub-signature': `sha256=${createHmac('sha256', secret).update('<feed/>').digest('hex')}` }
    return (await routes.request(`/websub/${token}`, { method: 'POST', body: '<feed/>', headers })).status
  }
  return {
    store,
    site,
    asked,
    hub,
    id,
    verify,
    ask,
    ring,
    polling,
    name: (change: Partial<FeedMeta> = {}) => noteHub(polling, id, document, { ...meta, ...change }),
    tend: () => tendSubscriptions(polling),
    known: async () => (await subscriptionOf(store, id))!,
    /** A poll that ended now, as the line tells of it. */
    polled: async (newItems: number) => {
      const feed = (await pollableFeed(store, id))!
      const nowMs = site.now()
      const sound = { state: 'ok', reason: null, failures: 0, intervalMs: HOUR_MS, newItems } as const
      await recordPoll(store, id, { ...sound, polledMs: nowMs, nextPollMs: nowMs + 6 * HOUR_MS })
      await settleWithHub(polling, feed, { startedMs: nowMs, newItems })
    },
  }
}

describe('a subscription', () => {
  it('is asked for once, granted when the hub asks back, and renewed before its lease ends', async () => {
    const { name, tend, asked, verify, known, site } = await world()
    await name()
    await tend()
    await tend()
    assert.equal(asked.length, 1)
    assert.equal(asked[0]!.get('hub.topic'), TOPIC)
    assert.ok(asked[0]!.get('hub.callback')!.startsWith('https://us.example/websub/'))
    const answer = await verify('subscribe')
    assert.deepEqual([answer.status, await answer.text()], [200, 'c'])
    assert.deepEqual([(await known()).state, (await known()).leaseEndMs], ['active', NOW + DAY_MS])
    assert.equal((await verify('subscribe')).status, 404, 'the same question again was not asked for')
    site.setNow(NOW + 19 * HOUR_MS)
    await tend()
    assert.equal(asked.length, 1)
    site.setNow(NOW + 20 * HOUR_MS)
    await tend()
    assert.equal(asked.length, 2)
    assert.equal((await known()).state, 'active', 'it goes on while it is renewed')
    assert.equal((await verify('subscribe')).status, 200)
    assert.equal((await known()).leaseEndMs, NOW + 44 * HOUR_MS)
  })

  it('is not asked for without a public address, and taken up as soon as there is one', async () => {
    const { name, polling, asked, tend } = await world()
    await name()
    await tendSubscriptions({ ...polling, publicUrl: null })
    assert.equal(asked.length, 0)
    await tend()
    assert.equal(asked.length, 1)
  })

  it('waits longer for a hub each time that it fails or does not ask back, and comes back', async () => {
    const { name, tend, hub, asked, known, site, verify } = await world()
    hub.answer = 'broken'
    await name()
    await tend()
    assert.match((await known()).reason ?? '', /503/)
    const waits: number[] = []
    for (let at = NOW; waits.length < 3; at += MINUTE_MS) {
      site.setNow(at)
      const before = asked.length
      await tend()
      if (asked.length > before) waits.push((at - NOW) / MINUTE_MS)
    }
    assert.deepEqual(waits, [10, 30, 70])
    hub.answer = 'ok'
    site.setNow(NOW + DAY_MS)
    await tend()
    site.setNow(NOW + DAY_MS + 10 * MINUTE_MS)
    await tend()
    assert.match((await known()).reason ?? '', /did not ask back/)
    site.setNow(NOW + 3 * DAY_MS)
    await tend()
    assert.equal((await verify('subscribe')).status, 200)
    assert.deepEqual([(await known()).state, (await known()).reason, (await known()).failures], ['active', null, 0])
  })

  it('rests for a week where the hub refuses', async () => {
    const { name, tend, ask, asked, known, site } = await world()
    await name()
    await tend()
    assert.equal((await ask({ 'hub.mode': 'denied', 'hub.topic': 'https://other.example/' })).status, 404)
    assert.equal((await ask({ 'hub.mode': 'denied' })).status, 200)
    assert.equal((await known()).state, 'refused')
    site.setNow(NOW + 6 * DAY_MS)
    await tend()
    assert.equal(asked.length, 1)
    site.setNow(NOW + 8 * DAY_MS)
    await tend()
    assert.equal(asked.length, 2)
  })

  it('is left where the feed names no hub any more, and goes anew where it names another', async () => {
    const { name, tend, asked, verify, known, store, id, ring } = await world()
    await name()
    await tend()
    await verify('subscribe')
    const { token } = await known()
    await name({ hub: 'https://other.example/' })
    assert.notEqual((await known()).token, token)
    await tend()
    assert.deepEqual(asked.map((form) => form.get('hub.mode')).sort(), ['subscribe', 'subscribe', 'unsubscribe'])
    await name({ hub: null })
    assert.equal(await subscriptionOf(store, id), null)
    await name()
    assert.equal(await ring(), 202)
  })
})

describe('a hub that tells', () => {
  it('is believed once it has rung, and no longer when a poll finds what it has not told', async () => {
    const { name, tend, verify, known, ring, polled, site } = await world()
    await name()
    await tend()
    await verify('subscribe', 5 * 86_400)
    const well = async () => tellsWell(await known(), site.now())
    const later = (ms: number) => site.setNow(site.now() + ms)
    await polled(3)
    assert.equal(await well(), false)
    later(HOUR_MS)
    assert.equal(await ring(), 202)
    later(1_000)
    await polled(1)
    assert.equal(await well(), true)
    later(6 * HOUR_MS)
    await polled(0)
    assert.equal(await well(), true)
    later(6 * HOUR_MS)
    await polled(2)
    assert.equal(await well(), false, 'two articles came without a ring')
    later(HOUR_MS)
    await ring()
    assert.equal(await well(), true)
    later(5 * DAY_MS)
    assert.equal(await well(), false, 'the lease is over')
  })

  it('is heard while a poll runs: the feed is polled once more', async () => {
    const { name, tend, verify, ring, store, id, site, polling } = await world()
    await name()
    await tend()
    await verify('subscribe')
    const startedMs = site.now()
    const feed = (await pollableFeed(store, id))!
    site.setNow(startedMs + 2_000)
    await ring()
    const sound = { state: 'ok', reason: null, failures: 0, intervalMs: HOUR_MS, newItems: 0 } as const
    await recordPoll(store, id, { ...sound, polledMs: site.now(), nextPollMs: site.now() + 6 * HOUR_MS })
    await settleWithHub(polling, feed, { startedMs, newItems: 0 })
    assert.ok((await pollableFeed(store, id))!.nextPollMs <= site.now() + 10_000)
  })
})
