import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lastPolls, notePoll } from '../../src/store/feed-polls.ts'
import { addFeed, dueFeeds, feedStates, pauseFeed, recordPoll, removeFeed } from '../../src/store/feeds.ts'
import {
  changeSubscription,
  dueSubscriptions,
  offerHub,
  subscriptionByToken,
  subscriptionOf,
  takePing,
  troubledHubs,
} from '../../src/store/websub.ts'
import { onBothEngines } from '../engines.ts'

const feedOf = (url: string) => ({ url, kind: 'feed', title: null, siteUrl: null }) as const
const sound = { state: 'ok', reason: null, failures: 0, intervalMs: 1_000, newItems: 0 } as const
const offer = (name: string) => ({
  hub: 'https://hub.example/',
  topic: `https://${name}.example/`,
  token: name,
  secret: 's',
})

onBothEngines((name, open) => {
  describe(`a feed's life on ${name}`, () => {
    it('keeps the last twenty polls of each feed, newest first, and takes them along with it', async () => {
      const store = await open()
      const { id } = await addFeed(store, feedOf('https://a.example/'), 0)
      const { id: other } = await addFeed(store, feedOf('https://b.example/'), 0)
      await notePoll(store, other, { polledMs: 5, outcome: 'timeout', entries: 0, newItems: 0 })
      for (let polledMs = 1; polledMs <= 25; polledMs++)
        await notePoll(store, id, { polledMs, outcome: 'read', entries: polledMs, newItems: 1 })
      await notePoll(store, id, { polledMs: 25, outcome: 'unchanged', entries: 0, newItems: 0 })
      const polls = await lastPolls(store, id)
      assert.deepEqual(
        polls.map((poll) => poll.polledMs),
        Array.from({ length: 20 }, (_, at) => 25 - at),
      )
      assert.deepEqual({ ...polls[0] }, { polledMs: 25, outcome: 'unchanged', entries: 0, newItems: 0 })
      await removeFeed(store, id)
      await notePoll(store, id, { polledMs: 99, outcome: 'read', entries: 1, newItems: 0 })
      assert.deepEqual(await lastPolls(store, id), [])
      assert.equal((await lastPolls(store, other)).length, 1)
      await store.close()
    })

    it('counts feeds by state and trouble', async () => {
      const store = await open()
      for (const at of [1, 2, 3]) {
        const { id } = await addFeed(store, feedOf(`https://${at}.example/`), 0)
        const trouble = { state: 'failing', reason: 'It is slow.', problem: 'timeout', failures: 1 } as const
        await recordPoll(store, id, { ...sound, ...(at > 1 ? trouble : {}), polledMs: 1, nextPollMs: 2 })
      }
      assert.deepEqual(await feedStates(store), [
        { state: 'failing', problem: 'timeout', feeds: 2 },
        { state: 'ok', problem: null, feeds: 1 },
      ])
      await store.close()
    })

    it('makes a feed due by a ring, though not right after a poll, and never later than it was', async () => {
      const store = await open()
      const { id } = await addFeed(store, feedOf('https://a.example/'), 0)
      await offerHub(store, id, offer('a'))
      const hub = (await subscriptionOf(store, id))!
      await recordPoll(store, id, { ...sound, polledMs: 1_000, nextPollMs: 90_000 })
      await takePing(store, hub, 3_000, 5_000)
      assert.equal((await dueFeeds(store, 5_999, 9)).length, 0)
      assert.equal((await dueFeeds(store, 6_000, 9)).length, 1)
      await recordPoll(store, id, { ...sound, polledMs: 10_000, nextPollMs: 90_000 })
      await takePing(store, hub, 20_000, 5_000)
      assert.equal((await dueFeeds(store, 20_000, 9)).length, 1)
      await takePing(store, hub, 30_000, 5_000)
      assert.equal((await dueFeeds(store, 20_000, 9)).length, 1)
      assert.equal((await subscriptionOf(store, id))?.pingedMs, 30_000)
      await store.close()
    })

    it('lets subscriptions of paused feeds rest, and has hubs told of feeds that were removed or that name another', async () => {
      const store = await open()
      const [{ id: one }, { id: two }] = [
        await addFeed(store, feedOf('https://a.example/'), 0),
        await addFeed(store, feedOf('https://b.example/'), 0),
      ]
      await offerHub(store, one, offer('a'))
      await offerHub(store, two, offer('b'))
      const tokens = async () => (await dueSubscriptions(store, 1, 9)).map((due) => due.token)
      await pauseFeed(store, two, true, 0)
      assert.deepEqual(await tokens(), ['a'])
      const hub = (await subscriptionOf(store, one))!
      await changeSubscription(store, hub.id, { state: 'active', leaseEndMs: 900, actMs: 800 })
      assert.deepEqual(await tokens(), [])
      await changeSubscription(store, hub.id, { reason: 'It is down.', failures: 2 })
      const trouble = { url: 'https://a.example/', hub: hub.hub, reason: 'It is down.', failures: 2, actMs: 800 }
      assert.deepEqual(
        (await troubledHubs(store)).map((row) => ({ ...row })),
        [trouble],
      )
      await offerHub(store, one, offer('c'))
      assert.deepEqual((await tokens()).sort(), ['a', 'c'])
      assert.equal((await subscriptionByToken(store, 'a'))?.feedId, null)
      await removeFeed(store, one)
      await removeFeed(store, two)
      assert.deepEqual(await tokens(), ['a'], 'hubs that never heard of us need no word')
      await store.close()
    })
  })
})
