import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  askHub,
  confirmSubscription,
  dropWish,
  forgetSubscriptions,
  type HubWish,
  hubTopics,
  noteDigest,
  noteDistributed,
  noteFailed,
  releaseSubscriptions,
  removeHubSubscription,
  takeDueSubscriptions,
} from '../../src/store/hub.ts'
import { onBothEngines } from '../engines.ts'

const BASE = 'https://paper.example'
const LEASE_MS = 100
const listen: HubWish = { mode: 'subscribe', secret: 's1', leaseMs: 10_000 }
const leave: HubWish = { mode: 'unsubscribe', secret: null, leaseMs: 0 }
const asked = (wish: HubWish, { list = 'index', reader = 'a', host = 'a.example' } = {}) => ({
  topic: `${BASE}/${list}.rss`,
  base: BASE,
  callback: `https://${host}/${reader}`,
  host,
  wish,
})
const taking = { leaseMs: LEASE_MS, limit: 50 }

onBothEngines((name, open) => {
  describe(`who listens to this site on ${name}`, () => {
    it('is asked about once, told of each newer version once, and not of what was there before', async () => {
      const store = await open()
      assert.equal(await askHub(store, asked(listen), 1_000), 'asked')
      assert.equal(await askHub(store, asked(listen), 1_000), 'asked', 'twice is once')
      const [one, ...more] = await takeDueSubscriptions(store, 1_000, taking)
      assert.equal(more.length, 0)
      assert.deepEqual(one?.wish, listen)
      assert.deepEqual(await takeDueSubscriptions(store, 1_050, taking), [], 'it is taken')
      await confirmSubscription(store, one!, 1_060)
      assert.deepEqual(await takeDueSubscriptions(store, 5_000, taking), [], 'nothing is new')

      const [topic] = await hubTopics(store)
      await noteDigest(store, topic!, { digest: 'd1', isNews: false }, 2_000)
      assert.deepEqual(await takeDueSubscriptions(store, 5_000, taking), [], 'a first look is no news')
      await noteDigest(store, topic!, { digest: 'd2', isNews: true }, 2_000)
      assert.deepEqual(await takeDueSubscriptions(store, 5_000, taking), [], 'another process had looked before')
      const [looked] = await hubTopics(store)
      await noteDigest(store, looked!, { digest: 'd2', isNews: true }, 2_000)
      const [due] = await takeDueSubscriptions(store, 2_000, taking)
      assert.deepEqual([due?.secret, due?.wish, due?.topic.version], ['s1', null, 2])
      const [again] = await hubTopics(store)
      await noteDigest(store, again!, { digest: 'd3', isNews: true }, 2_010) // while it is sent
      await noteDistributed(store, due!, 2_020)
      const [next] = await takeDueSubscriptions(store, 2_020, taking)
      assert.equal(next?.topic.version, 3)
      await noteDistributed(store, next!, 2_030)
      assert.deepEqual(await takeDueSubscriptions(store, 9_000, taking), [])
      await store.close()
    })

    it('keeps listening by the old secret until a new one is confirmed, and after a wish that was not', async () => {
      const store = await open()
      await askHub(store, asked(listen), 1_000)
      await confirmSubscription(store, (await takeDueSubscriptions(store, 1_000, taking))[0]!, 1_000)
      await askHub(store, asked({ ...listen, secret: 's2' }), 1_100)
      const [renewal] = await takeDueSubscriptions(store, 1_100, taking)
      assert.deepEqual([renewal?.secret, renewal?.wish?.secret], ['s1', 's2'])
      await askHub(store, asked(leave), 1_150) // while the first is being confirmed
      await confirmSubscription(store, renewal!, 1_160)
      const [leaving] = await takeDueSubscriptions(store, 1_160, taking)
      assert.deepEqual([leaving?.secret, leaving?.wish?.mode], ['s1', 'unsubscribe'], 'the later wish stands')
      await dropWish(store, leaving!, 1_170)
      assert.equal((await hubTopics(store)).length, 1)
      await askHub(store, asked({ ...listen, secret: 's3' }), 1_200)
      await confirmSubscription(store, (await takeDueSubscriptions(store, 1_200, taking))[0]!, 1_200)
      await noteDigest(store, (await hubTopics(store))[0]!, { digest: 'd', isNews: true }, 1_300)
      assert.equal((await takeDueSubscriptions(store, 1_300, taking))[0]?.secret, 's3')
      await store.close()
    })

    it('waits after a failure whatever comes, and is taken again where a process stopped in the midst', async () => {
      const store = await open()
      await askHub(store, asked(listen), 1_000)
      await confirmSubscription(store, (await takeDueSubscriptions(store, 1_000, taking))[0]!, 1_000)
      await noteDigest(store, (await hubTopics(store))[0]!, { digest: 'd1', isNews: true }, 1_100)
      const [due] = await takeDueSubscriptions(store, 1_100, taking)
      await releaseSubscriptions(store, 1_110, 1_110 + LEASE_MS)
      assert.equal((await takeDueSubscriptions(store, 1_110, taking)).length, 1)
      await noteFailed(store, due!, { reason: 'It was down.', failures: 1, atMs: 1_300 })
      await noteDigest(store, (await hubTopics(store))[0]!, { digest: 'd2', isNews: true }, 1_200)
      await releaseSubscriptions(store, 1_250, 1_250 + LEASE_MS)
      assert.deepEqual(await takeDueSubscriptions(store, 1_299, taking), [])
      const [later] = await takeDueSubscriptions(store, 1_300, taking)
      assert.deepEqual([later?.failures, later?.topic.version], [1, 3], 'the newest goes, not each')
      await store.close()
    })

    it('forgets whoever’s lease is over, who never confirmed, and feeds that nobody listens to', async () => {
      const store = await open()
      await askHub(store, asked(listen), 1_000)
      await askHub(store, asked(listen, { list: 'pulse' }), 1_000)
      const [first, second] = await takeDueSubscriptions(store, 1_000, taking)
      await confirmSubscription(store, first!, 1_000)
      await dropWish(store, second!, 1_000)
      assert.equal((await hubTopics(store)).length, 1)
      await forgetSubscriptions(store, 10_999)
      assert.equal((await hubTopics(store)).length, 1)
      await forgetSubscriptions(store, 11_000)
      assert.deepEqual(await hubTopics(store), [])
      assert.equal(await askHub(store, asked(leave), 12_000), 'unknown')
      await store.close()
    })

    it('are at most two hundred addresses of one host', async () => {
      const store = await open()
      for (let at = 0; at < 200; at++) await askHub(store, asked(listen, { reader: `r${at}` }), 1_000)
      assert.equal(await askHub(store, asked(listen, { reader: 'one-more' }), 1_000), 'full')
      assert.equal(await askHub(store, asked(listen, { reader: 'r7' }), 1_000), 'asked', 'who is known may ask again')
      assert.equal(await askHub(store, asked(listen, { host: 'b.example' }), 1_000), 'asked')
      const [one] = await takeDueSubscriptions(store, 1_000, taking)
      await removeHubSubscription(store, one!.id)
      assert.equal(await askHub(store, asked(listen, { reader: 'one-more' }), 1_000), 'asked')
      await store.close()
    })
  })
})
