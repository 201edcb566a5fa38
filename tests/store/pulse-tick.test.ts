import assert from 'node:assert/strict'
import { it } from 'node:test'
import { demoArticles } from '../../src/demo/world.ts'
import { createLine } from '../../src/ingest/line.ts'
import { createPulse } from '../../src/ingest/pulse-tick.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import { pulseState } from '../../src/store/bursts.ts'
import { createArrivals } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const NOW_MS = Date.UTC(2026, 4, 20, 12, 30)
const OPEN_MS = Date.UTC(2026, 4, 20, 12)
const TEN_YEARS_MS = 10 * 365 * 24 * HOUR_MS
const arrive = await createArrivals()

onBothEngines((engine, open) => {
  it(`${engine}: the pulse gets over a clock that jumps ahead by ten years and back`, async () => {
    const store = await open()
    const items = [...demoArticles({ articles: 60, seed: 2, endMs: NOW_MS })]
    await createLine(store).store(items.map((item) => arrive(item.article, item.firstSeenMs)))
    const pulse = createPulse(store)
    await pulse.catchUp(NOW_MS)
    assert.equal((await pulseState(store))?.tickMs, OPEN_MS - HOUR_MS)
    const hours = await store.read.selectFrom('pulse_hour').selectAll().orderBy('key').orderBy('hour_ms').execute()
    assert.ok(hours.length > 60)

    const before = store.queryCount()
    await pulse.catchUp(NOW_MS + TEN_YEARS_MS)
    assert.ok(store.queryCount() - before < 50, 'ten years are not counted hour by hour')
    await pulse.catchUp(NOW_MS)
    assert.equal((await pulseState(store))?.tickMs, OPEN_MS - HOUR_MS)
    assert.deepEqual(
      await store.read.selectFrom('pulse_hour').selectAll().orderBy('key').orderBy('hour_ms').execute(),
      hours,
    )
    await store.close()
  })

  it(`${engine}: the pulse counts stories, people, places, organisations, topics and sections, and names a burst by its story`, async () => {
    const store = await open()
    const items = [...demoArticles({ articles: 150, seed: 2, endMs: NOW_MS })]
    await createLine(store).store(items.map((item) => arrive(item.article, item.firstSeenMs)))
    await createPulse(store).catchUp(NOW_MS)
    const keys = await store.read.selectFrom('pulse_hour').select('key').distinct().execute()
    const tags = await store.read.selectFrom('tag').select(['slug', 'kind']).execute()
    const kindOf = new Map(tags.map(({ slug, kind }) => [`tag:${slug}`, kind]))
    const kinds = new Set<string>(keys.map(({ key }) => kindOf.get(key) ?? key.slice(0, key.indexOf(':'))))
    for (const kind of ['story', 'person', 'place', 'organisation', 'topic', 'section'])
      assert.ok(kinds.has(kind), kind)

    const bursts = await store.read.selectFrom('burst').select(['tick_ms', 'key', 'rises_with']).execute()
    const along = bursts.flatMap(({ key, rises_with }) =>
      (JSON.parse(rises_with ?? '[]') as string[]).map((other) => ({ key, other })),
    )
    assert.ok(along.length > 0, 'some rise together')
    assert.ok(along.every(({ key, other }) => key.startsWith('story:') || !other.startsWith('story:')))
    const listed = bursts.flatMap(({ tick_ms, rises_with }) =>
      (JSON.parse(rises_with ?? '[]') as string[]).map((other) => `${tick_ms} ${other}`),
    )
    const followers = bursts
      .filter(({ rises_with }) => rises_with === null)
      .map(({ tick_ms, key }) => `${tick_ms} ${key}`)
    assert.deepEqual(listed.toSorted(), followers.toSorted(), 'each that does not lead is named once, by its leader')
    await store.close()
  })
})
