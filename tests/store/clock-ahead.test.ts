import assert from 'node:assert/strict'
import { it } from 'node:test'
import { demoArticles } from '../../src/demo/world.ts'
import { createLine } from '../../src/ingest/line.ts'
import { mendClock } from '../../src/ingest/mend-clock.ts'
import { createPulse } from '../../src/ingest/pulse-tick.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/model/time.ts'
import { pulseState } from '../../src/store/bursts.ts'
import type { Store } from '../../src/store/store.ts'
import { createArrivals } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const END_MS = Date.UTC(2026, 4, 20, 12, 30)
/** The clock went ahead by a day some hours before the end, and is right again at it. */
const WRONG_MS = END_MS - 4 * HOUR_MS
const arrive = await createArrivals()
const ITEMS = [...demoArticles({ articles: 120, seed: 4, endMs: END_MS })].sort((a, b) => a.firstSeenMs - b.firstSeenMs)

/** Stores what came, as a clock saw it that was ahead by `aheadMs` in the last hours. */
async function stored(store: Store, aheadMs: number): Promise<void> {
  const arrivals = ITEMS.map(({ article, firstSeenMs }) =>
    arrive(article, firstSeenMs > WRONG_MS ? firstSeenMs + aheadMs : firstSeenMs),
  )
  const line = createLine(store)
  const cut = ITEMS.findIndex(({ firstSeenMs }) => firstSeenMs > WRONG_MS)
  await line.store(arrivals.slice(0, cut))
  await createPulse(store).catchUp(WRONG_MS)
  for (const arrival of arrivals.slice(cut)) await line.store([arrival])
}

const times = (store: Store) =>
  store.read.selectFrom('article').select(['key', 'first_seen_ms', 'published_ms']).orderBy('id').execute()
const latest = (moments: readonly { ms: number }[]) => Math.max(...moments.map(({ ms }) => ms))

onBothEngines((engine, open) => {
  it(`${engine}: what came under a clock that was a day ahead is of now when it is right again`, async () => {
    const store = await open()
    await stored(store, DAY_MS)
    await createPulse(store).catchUp(END_MS + DAY_MS)
    assert.ok((await pulseState(store))!.tickMs > END_MS, 'the pulse has gone ahead too')
    const before = await times(store)
    const ahead = before.filter((row) => row.first_seen_ms > END_MS)
    assert.ok(ahead.length > 2, 'some came under the wrong clock')

    assert.equal(await mendClock(store, END_MS), ahead.length)
    const after = await times(store)
    const shiftMs = Math.max(...before.map((row) => row.first_seen_ms)) - END_MS
    for (const [at, row] of before.entries()) {
      const seenMs = row.first_seen_ms > END_MS ? row.first_seen_ms - shiftMs : row.first_seen_ms
      const publishedMs = Math.min(row.published_ms, seenMs)
      assert.deepEqual({ ...after[at] }, { key: row.key, first_seen_ms: seenMs, published_ms: publishedMs })
    }
    assert.ok(shiftMs > DAY_MS - 4 * HOUR_MS && shiftMs <= DAY_MS)
    const storyTimes = await store.read.selectFrom('story').select('last_seen_ms as ms').execute()
    const tagTimes = await store.read.selectFrom('article_tag').select('published_ms as ms').execute()
    const storyPast = await store.read.selectFrom('story_past').select('until_ms as ms').execute()
    const articlePast = await store.read.selectFrom('article_past').select('until_ms as ms').execute()
    for (const moments of [storyTimes, tagTimes, storyPast, articlePast]) assert.ok(latest(moments) <= END_MS)
    assert.equal(await mendClock(store, END_MS + 2 * MINUTE_MS), 0, 'once')

    await createPulse(store).catchUp(END_MS)
    const openMs = Math.floor(END_MS / HOUR_MS) * HOUR_MS
    assert.equal((await pulseState(store))?.tickMs, openMs - HOUR_MS, 'the pulse counts the hour of now')
    const hours = await store.read.selectFrom('pulse_hour').select('hour_ms as ms').execute()
    assert.equal(latest(hours), openMs)
    await store.close()
  })

  it(`${engine}: nothing is moved where the clock of now is the one that is wrong`, async () => {
    const store = await open()
    await stored(store, 0)
    const before = await times(store)
    assert.equal(await mendClock(store, END_MS - DAY_MS), 0)
    assert.equal(await mendClock(store, END_MS - 20 * DAY_MS), 0)
    assert.deepEqual(await times(store), before)
    await store.close()
  })

  it(`${engine}: a pulse whose clock was some hours ahead counts on, though no article came`, async () => {
    const store = await open()
    await stored(store, 0)
    await createPulse(store).catchUp(END_MS + 8 * HOUR_MS)
    await createPulse(store).catchUp(END_MS)
    assert.equal((await pulseState(store))?.tickMs, Math.floor(END_MS / HOUR_MS) * HOUR_MS - HOUR_MS)
    await store.close()
  })
})
