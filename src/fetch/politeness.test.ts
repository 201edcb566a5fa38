import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../model/time.ts'
import { MAX_INTERVAL_MS, MIN_INTERVAL_MS, nextPollMs, type PollOutcomeFacts } from './politeness.ts'
import { MAX_RETRY_AFTER_MS } from './response-headers.ts'

const NOW_MS = Date.UTC(2026, 10, 24)
const quiet: PollOutcomeFacts = {
  nowMs: NOW_MS,
  intervalMs: HOUR_MS,
  newItems: 0,
  failures: 0,
  retryAfterMs: null,
  cacheControl: null,
  ttlMinutes: null,
  random: 0.5,
}
const waitMs = (facts: Partial<PollOutcomeFacts>): number => nextPollMs({ ...quiet, ...facts }).atMs - NOW_MS

/** Polls a feed that publishes every `gapMs` for `polls` polls; the learnt interval. */
function learn(gapMs: number, polls: number): number {
  let intervalMs = 0
  let nowMs = NOW_MS
  let lastMs = NOW_MS
  for (let poll = 0; poll < polls; poll++) {
    const newItems = Math.floor(nowMs / gapMs) - Math.floor(lastMs / gapMs)
    const next = nextPollMs({ ...quiet, nowMs, intervalMs, newItems })
    lastMs = nowMs
    nowMs = next.atMs
    intervalMs = next.intervalMs
  }
  return intervalMs
}

describe('nextPollMs', () => {
  it('learns the rhythm: a busy feed is asked often, a quiet one rarely, neither beyond its bounds', () => {
    assert.equal(learn(MINUTE_MS, 40), MIN_INTERVAL_MS)
    assert.ok(learn(30 * DAY_MS, 40) > 20 * HOUR_MS)
    const hourly = learn(HOUR_MS, 60)
    assert.ok(hourly > HOUR_MS / 2 && hourly < 4 * HOUR_MS, `${hourly / HOUR_MS} h`)
  })

  it('keeps to the rhythm that the owner wants, whatever was learnt or a hub tells, but not against what the server asks', () => {
    const wantedMs = 3 * HOUR_MS
    for (const facts of [{ newItems: 50 }, { newItems: 0, intervalMs: DAY_MS }, { isTold: true }])
      assert.equal(waitMs({ ...facts, wantedMs, random: 0.5 }), wantedMs)
    assert.ok(waitMs({ wantedMs, retryAfterMs: 5 * HOUR_MS }) >= 5 * HOUR_MS)
    assert.ok(waitMs({ wantedMs: 60_000, ttlMinutes: 90 }) >= 90 * 60_000)
    assert.ok(waitMs({ wantedMs, failures: 1, newItems: 0 }) < wantedMs)
  })

  it('looks after a hub that tells every six hours, and keeps the rhythm for when it stops', () => {
    assert.equal(waitMs({ isTold: true, newItems: 1 }), 6 * HOUR_MS)
    assert.equal(nextPollMs({ ...quiet, isTold: true }).intervalMs, HOUR_MS)
    assert.equal(waitMs({ isTold: true, intervalMs: 20 * HOUR_MS }), 20 * HOUR_MS)
    assert.equal(waitMs({ isTold: true, failures: 1 }), 10 * MINUTE_MS)
  })

  it('keeps Retry-After to the second, and ttl and max-age up to half a day', () => {
    assert.ok(waitMs({ failures: 1, retryAfterMs: 6 * HOUR_MS, random: 0 }) >= 6 * HOUR_MS)
    assert.ok(waitMs({ ttlMinutes: 180, random: 0 }) >= 3 * HOUR_MS)
    assert.ok(waitMs({ cacheControl: 'public, max-age=14400', random: 0 }) >= 4 * HOUR_MS)
    assert.ok(waitMs({ ttlMinutes: 525_600 }) < 14 * HOUR_MS)
  })

  it('backs off when it fails, keeps what it had learnt, and never gives up', () => {
    const waits = [1, 2, 3, 4, 12, 500].map((failures) => waitMs({ failures }))
    for (const [index, wait] of waits.entries()) assert.ok(index === 0 || wait >= waits[index - 1]!)
    assert.ok(waits[0]! < 15 * MINUTE_MS && waits[5]! <= MAX_INTERVAL_MS * 1.1)
    assert.equal(nextPollMs({ ...quiet, intervalMs: 3 * HOUR_MS, failures: 5 }).intervalMs, 3 * HOUR_MS)
  })

  it('is always ahead of now and within a bound, whatever it is told', () => {
    const count = fc.integer({ min: 0, max: 1e9 })
    fc.assert(
      fc.property(
        count,
        count,
        fc.integer({ min: 0, max: 2_000 }),
        fc.option(fc.integer({ min: 0, max: MAX_RETRY_AFTER_MS })),
        fc.option(fc.string()),
        fc.option(fc.double()),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (intervalMs, newItems, failures, retryAfterMs, cacheControl, ttlMinutes, random) => {
          const next = nextPollMs({
            nowMs: NOW_MS,
            intervalMs,
            newItems,
            failures,
            retryAfterMs,
            cacheControl,
            ttlMinutes,
            random,
          })
          assert.ok(
            next.atMs > NOW_MS && next.atMs <= NOW_MS + 1.1 * Math.max(MAX_RETRY_AFTER_MS, MAX_INTERVAL_MS),
            String(next.atMs - NOW_MS),
          )
          assert.ok(next.intervalMs > 0)
        },
      ),
    )
  })
})
