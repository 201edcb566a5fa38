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
})
