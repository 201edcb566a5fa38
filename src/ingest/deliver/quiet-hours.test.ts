import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { HOUR_MS, MINUTE_MS } from '../../model/time.ts'
import { isQuiet } from './quiet-hours.ts'

const night = (zone: string) => ({ fromMinute: 22 * 60, toMinute: 7 * 60, zone })
/** How long quiet hours last that hold a moment. */
function lengthAround(quiet: ReturnType<typeof night>, atMs: number): number {
  let [from, to] = [atMs, atMs]
  while (isQuiet(quiet, from - MINUTE_MS)) from -= MINUTE_MS
  while (isQuiet(quiet, to)) to += MINUTE_MS
  return to - from
}

it('quiet hours last from their first minute up to their last, across midnight', () => {
  const quiet = night('UTC')
  const at = (hour: number, minute: number) => isQuiet(quiet, Date.UTC(2026, 5, 10, hour, minute))
  assert.deepEqual(
    [at(21, 59), at(22, 0), at(23, 59), at(0, 0), at(6, 59), at(7, 0), at(12, 0)],
    [false, true, true, true, true, false, false],
  )
})

it('quiet hours within a day end on the same day', () => {
  const quiet = { fromMinute: 13 * 60, toMinute: 14 * 60 + 30, zone: 'Asia/Kolkata' }
  assert.equal(isQuiet(quiet, Date.UTC(2026, 5, 10, 7, 29)), false)
  assert.equal(isQuiet(quiet, Date.UTC(2026, 5, 10, 7, 30)), true, '13:00 in Kolkata')
  assert.equal(isQuiet(quiet, Date.UTC(2026, 5, 10, 9, 0)), false, '14:30 in Kolkata')
})

it('a night is an hour shorter where clocks go forward, and longer where they go back', () => {
  const quiet = night('Europe/Berlin')
  assert.equal(lengthAround(quiet, Date.UTC(2026, 2, 29, 1, 0)), 8 * HOUR_MS, 'forward on 29 March 2026')
  assert.equal(lengthAround(quiet, Date.UTC(2026, 9, 25, 1, 0)), 10 * HOUR_MS, 'back on 25 October 2026')
  assert.equal(lengthAround(quiet, Date.UTC(2026, 5, 10, 1, 0)), 9 * HOUR_MS)
  assert.equal(isQuiet(quiet, Date.UTC(2026, 2, 29, 5, 0)), false, '7:00 of summer time')
  assert.equal(isQuiet(quiet, Date.UTC(2026, 9, 25, 5, 59)), true, '6:59 of winter time')
})

it('no quiet hours are never quiet, and an unknown zone is read as UTC', () => {
  assert.equal(isQuiet(null, 0), false)
  assert.equal(isQuiet(night('Nowhere/At_All'), Date.UTC(2026, 0, 1, 23)), true)
})

it('in UTC, a moment is quiet exactly when its minute of the day lies between the two', () => {
  const minute = fc.integer({ min: 0, max: 1_439 })
  fc.assert(
    fc.property(minute, minute, fc.integer({ min: 0, max: 4e12 }), (fromMinute, toMinute, atMs) => {
      fc.pre(fromMinute !== toMinute)
      const quietMinutes = new Set<number>()
      for (let at = fromMinute; at !== toMinute; at = (at + 1) % 1_440) quietMinutes.add(at)
      const isIn = quietMinutes.has(Math.floor(atMs / MINUTE_MS) % 1_440)
      assert.equal(isQuiet({ fromMinute, toMinute, zone: 'UTC' }, atMs), isIn)
    }),
    { numRuns: 300 },
  )
})
