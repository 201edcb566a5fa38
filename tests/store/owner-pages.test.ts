import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DAY_MS, HOUR_MS } from '../../src/model/time.ts'
import { editFeed } from '../../src/store/feed-edits.ts'
import { addFeed, feedById, recordPoll } from '../../src/store/feeds.ts'
import {
  claimJob,
  enqueue,
  finishJob,
  forgetJob,
  forgetOldJobs,
  jobById,
  jobCounts,
  jobData,
  jobsIn,
  keepJobData,
  retryJob,
} from '../../src/store/jobs.ts'
import { onBothEngines } from '../engines.ts'

const NOW = Date.UTC(2026, 5, 10)

onBothEngines((engine, open) => {
  describe(`${engine}: jobs`, () => {
    it('are counted by state, listed in pages, asked for again where they failed, and forgotten when over', async () => {
      const store = await open()
      const ids: number[] = []
      for (let nth = 0; nth < 5; nth++) ids.push(await enqueue(store, 'add-url', { url: `${nth}` }, NOW + nth))
      const first = await claimJob(store, NOW + 9)
      await finishJob(store, first!.id, 'failed', 'no such host')
      assert.deepEqual(await jobCounts(store), { queued: 4, running: 0, done: 0, failed: 1 })
      const page = await jobsIn(store, { states: ['queued'], limit: 2 })
      assert.deepEqual(
        page.map(({ id }) => id),
        [ids[4], ids[3]],
      )
      const next = await jobsIn(store, { states: ['queued'], beforeId: page[1]!.id, limit: 9 })
      assert.deepEqual(
        next.map(({ id }) => id),
        [ids[2], ids[1]],
      )
      assert.equal(await retryJob(store, ids[1]!, NOW), false, 'one that waits is not asked for again')
      assert.equal(await forgetJob(store, ids[1]!), false)
      assert.equal(await retryJob(store, ids[0]!, NOW), true)
      assert.deepEqual((await claimJob(store, NOW + 9))?.tries, 2)
      await finishJob(store, ids[0]!, 'done', null)
      assert.equal(await forgetJob(store, ids[0]!), true)
      assert.equal(await jobById(store, ids[0]!), null)
      await store.close()
    })

    it('wait in a bounded number', async () => {
      const store = await open()
      for (let nth = 0; nth < 500; nth++) await enqueue(store, 'preview', { url: `${nth}` }, NOW)
      await assert.rejects(enqueue(store, 'preview', { url: 'x' }, NOW), { code: 'too_often' })
      assert.ok((await enqueue(store, 'shape-tags', {}, NOW)) > 0, 'what the site owes itself')
      for (let nth = 0; nth < 2; nth++) await claimJob(store, NOW)
      assert.ok((await enqueue(store, 'preview', { url: 'x' }, NOW)) > 0)
      await store.close()
    })

    it('keep what they were given until they found something out, and take it with them', async () => {
      const store = await open()
      const id = await enqueue(store, 'import-feeds', { name: 'mine.opml' }, NOW, { bytes: 'PG9wbWw+' })
      assert.deepEqual(await jobData(store, id), { bytes: 'PG9wbWw+' })
      await keepJobData(store, id, { added: 3 }, NOW)
      assert.deepEqual(await jobData(store, id), { added: 3 })
      await keepJobData(store, id + 1, {}, NOW) // of no job: nothing to keep
      await claimJob(store, NOW)
      await finishJob(store, id, 'done', null)
      await forgetJob(store, id)
      assert.equal(await jobData(store, id), null)
      await store.close()
    })

    it('that take long are given apart: what somebody waits for does not stand behind them', async () => {
      const store = await open()
      const backup = await enqueue(store, 'backup', {}, NOW)
      const rules = await enqueue(store, 'apply-rules', {}, NOW)
      const look = await enqueue(store, 'preview', { url: 'a' }, NOW + 1)
      const given = [await claimJob(store, NOW + 1, 'quick'), await claimJob(store, NOW + 1, 'quick')]
      assert.deepEqual([given[0]?.id, given[1]], [look, null])
      const long = [await claimJob(store, NOW + 1, 'long'), await claimJob(store, NOW + 1, 'long')]
      assert.deepEqual(
        long.map((job) => job?.id),
        [backup, rules],
      )
      await store.close()
    })

    it('that are previews are forgotten after a day, and above fifty', async () => {
      const store = await open()
      const old = await enqueue(store, 'preview', { url: 'a' }, NOW - DAY_MS - 1)
      const kept = await enqueue(store, 'add-url', { url: 'a' }, NOW - DAY_MS - 1)
      for (let nth = 0; nth < 55; nth++) await enqueue(store, 'preview', { url: `${nth}` }, NOW)
      assert.equal(await forgetOldJobs(store, NOW), 6)
      assert.equal(await jobById(store, old), null)
      assert.notEqual(await jobById(store, kept), null)
      assert.equal((await jobsIn(store, { states: ['queued'], limit: 99 })).length, 51)
      assert.equal(await forgetOldJobs(store, NOW), 0)
      await store.close()
    })
  })

  it(`${engine}: an owner's name, folder and rhythm for a source outlast its polls, and can be taken back`, async () => {
    const store = await open()
    const { id } = await addFeed(store, { url: 'https://a.example/feed', kind: 'feed', title: 'A', siteUrl: null }, NOW)
    await editFeed(store, id, { title: 'Mine', folder: 'Far / Away', intervalMs: HOUR_MS })
    const next = { intervalMs: 2, nextPollMs: NOW + 1, polledMs: NOW, newItems: 0 }
    await recordPoll(store, id, { state: 'ok', reason: null, failures: 0, ...next, title: 'Calls itself B' })
    const feed = await feedById(store, id)
    assert.deepEqual([feed?.title, feed?.folder, feed?.givenIntervalMs], ['Mine', 'Far / Away', HOUR_MS])
    await editFeed(store, id, { title: null, folder: null, intervalMs: null })
    const back = await feedById(store, id)
    assert.deepEqual([back?.title, back?.folder, back?.givenIntervalMs], ['Calls itself B', null, null])
    await editFeed(store, id, {})
    assert.deepEqual(await feedById(store, id), back)
    await store.close()
  })
})
