import assert from 'node:assert/strict'
import { it } from 'node:test'
import { demoArticles } from '../../src/demo/world.ts'
import { createLine } from '../../src/ingest/line.ts'
import { createPulse } from '../../src/ingest/pulse-tick.ts'
import { HOUR_MS, MINUTE_MS } from '../../src/model/time.ts'
import { writePulseTick } from '../../src/store/bursts.ts'
import { burstsAsOf, type ShownBurst } from '../../src/store/pulse-shown.ts'
import type { Store } from '../../src/store/store.ts'
import { createArrivals } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const END_MS = Date.UTC(2026, 4, 20, 12, 30)
const arrive = await createArrivals()
const all = (store: Store, asOfMs: number) => burstsAsOf(store, asOfMs, { limit: 100 })

function show(store: Store, shown: { shownMs: number; isNow: boolean }, scores: Record<string, number>) {
  const bursts = Object.entries(scores).map(([key, score]) => ({
    key,
    score,
    seen: 9,
    expected: 2,
    windowHours: 3,
    falseRate: 0.2,
  }))
  const leads = new Map(bursts.map(({ key }) => [key, []]))
  const [hours, storyBursts, state] = [[], new Map<number, number>(), Uint8Array.of(1)]
  return writePulseTick(store, { tickMs: 0, hours, bursts, leads, storyBursts, state, stateTickMs: 0, shown })
}

onBothEngines((engine, open) => {
  it(`${engine}: "as of" gives what each look showed, however the same hour was scored later and however the past was counted anew`, async () => {
    const store = await open()
    const items = [...demoArticles({ articles: 80, seed: 2, endMs: END_MS })]
    const line = createLine(store)
    const pulse = createPulse(store)
    const firstLook = END_MS - 5 * HOUR_MS
    const looks: { atMs: number; shown: ShownBurst[] }[] = []
    let stored = 0
    for (let atMs = firstLook; atMs <= END_MS; atMs += 50 * MINUTE_MS) {
      const until = items.findIndex((item) => item.firstSeenMs > atMs)
      const due = items.slice(stored, until === -1 ? items.length : until)
      stored += due.length
      await line.store(due.map((item) => arrive(item.article, item.firstSeenMs)))
      await pulse.catchUp(atMs)
      looks.push({ atMs, shown: await all(store, atMs) })
    }
    await store.write.deleteFrom('pulse_state').execute()
    await createPulse(store).catchUp(END_MS + HOUR_MS)
    assert.ok(new Set(looks.map(({ shown }) => JSON.stringify(shown))).size > 2, 'the looks differ')
    for (const { atMs, shown } of looks) assert.deepEqual(await all(store, atMs), shown)
    await store.close()
  })

  it(`${engine}: nothing is shown before the first look and after all is quiet again; kinds are told apart`, async () => {
    const store = await open()
    await show(store, { shownMs: 100, isNow: true }, { 'story:s': 5, 'tag:t': 8 })
    await show(store, { shownMs: 200, isNow: true }, {})
    assert.deepEqual(await all(store, 99), [])
    assert.deepEqual(
      (await all(store, 150)).map(({ key }) => key),
      ['tag:t', 'story:s'],
    )
    assert.equal((await burstsAsOf(store, 150, { kind: 'story', limit: 9 }))[0]?.key, 'story:s')
    assert.equal((await burstsAsOf(store, 150, { limit: 1 })).length, 1)
    assert.deepEqual(await all(store, 999), [])
    await store.close()
  })

  it(`${engine}: hours caught up on add to the past but do not rewrite it, and looks of a clock that was ahead are dropped`, async () => {
    const store = await open()
    await show(store, { shownMs: 100, isNow: true }, { 'story:s': 5 })
    await show(store, { shownMs: 50, isNow: false }, { 'story:s': 6 })
    assert.deepEqual(await all(store, 60), [])
    await show(store, { shownMs: 900, isNow: true }, { 'story:s': 7 })
    await show(store, { shownMs: 200, isNow: true }, { 'story:s': 8 })
    assert.equal((await all(store, 950))[0]?.score, 8)
    await store.close()
  })
})
