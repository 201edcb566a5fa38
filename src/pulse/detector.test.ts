import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PulseEvent, PulseScore } from '../model/pulse.ts'
import { HOUR_MS } from '../model/time.ts'
import { createPulseDetector, type PulseDetector, restorePulseDetector } from './detector.ts'

const START_MS = Date.UTC(2026, 0, 5)

/** Small repeatable numbers, 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** An hour of quiet news: each of `keys` keys brings a text with chance `rate`. */
function quietHour(hour: number, keys: number, rate: number, random: () => number): PulseEvent[] {
  const events: PulseEvent[] = []
  for (let key = 0; key < keys; key++) {
    if (random() < rate)
      events.push(eventAt(hour, `tag:${key}`, `feed-${Math.floor(random() * 40)}`, `quiet-${hour}-${key}`))
  }
  return events
}

function eventAt(hour: number, key: string, feed: string, family: string | null): PulseEvent {
  return { atMs: START_MS + hour * HOUR_MS + 1_000, key, feed, family }
}

function runHours(detector: PulseDetector, from: number, to: number, extra: (hour: number) => PulseEvent[] = () => []) {
  const random = randomFrom(from + 1)
  let last: PulseScore[] = []
  for (let hour = from; hour < to; hour++) {
    for (const event of [...quietHour(hour, 60, 0.2, random), ...extra(hour)]) detector.observe(event)
    last = detector.closeTick(START_MS + hour * HOUR_MS)
  }
  return last
}

function warm(): PulseDetector {
  const detector = createPulseDetector({ tickMs: HOUR_MS })
  runHours(detector, 0, 15 * 24)
  return detector
}

const fromFeeds =
  (count: number, familyOf: (n: number) => string, feedOf = (n: number) => `other-${n}`) =>
  (hour: number) =>
    Array.from({ length: count }, (_, n) => eventAt(hour, 'tag:7', feedOf(n), familyOf(n)))

describe('createPulseDetector', () => {
  const scoreOf = (scores: PulseScore[], key: string) => scores.find((score) => score.key === key)?.score ?? 0

  it('scores independent texts far above a flood by one feed and above one text on many feeds', () => {
    const burst = scoreOf(
      runHours(
        warm(),
        360,
        361,
        fromFeeds(12, (n) => `new-${n}`),
      ),
      'tag:7',
    )
    const flood = scoreOf(
      runHours(
        warm(),
        360,
        361,
        fromFeeds(
          60,
          (n) => `new-${n}`,
          () => 'one',
        ),
      ),
      'tag:7',
    )
    const wave = scoreOf(
      runHours(
        warm(),
        360,
        361,
        fromFeeds(30, () => 'same'),
      ),
      'tag:7',
    )
    assert.ok(burst > 15, `burst ${burst}`)
    assert.ok(flood < 4, `flood ${flood}`)
    assert.ok(wave < burst / 2, `wave ${wave}`)
  })

  it('tells the evidence: texts seen, texts usual, and the window', () => {
    const scores = runHours(
      warm(),
      360,
      361,
      fromFeeds(12, (n) => `new-${n}`),
    )
    const top = scores[0]!
    assert.equal(top.key, 'tag:7')
    assert.ok(top.seen >= 12 && top.seen <= 16)
    assert.ok(top.expected < 3)
    assert.ok(top.windowHours >= 1)
  })

  it('expects a routine from its second repeat on', () => {
    const detector = createPulseDetector({ tickMs: HOUR_MS })
    const peaks: number[] = []
    for (let week = 0; week < 5; week++) {
      const hour = week * 168 + 60
      runHours(detector, week * 168, hour)
      peaks.push(
        scoreOf(
          runHours(
            detector,
            hour,
            hour + 1,
            fromFeeds(12, (n) => `w${week}-${n}`),
          ),
          'tag:7',
        ),
      )
      runHours(detector, hour + 1, (week + 1) * 168)
    }
    assert.ok(peaks[1]! > 8, `second time ${peaks[1]}`)
    assert.ok(peaks[4]! < peaks[1]! / 2, `fifth time ${peaks[4]} against ${peaks[1]}`)
  })

  it('does not call the backlog after an outage a burst', () => {
    const plain = createPulseDetector({ tickMs: HOUR_MS })
    const held: PulseEvent[] = []
    const random = randomFrom(9)
    let alarms = 0
    for (let hour = 0; hour < 380; hour++) {
      const events = quietHour(hour, 60, 0.4, random)
      if (hour >= 360 && hour < 366) held.push(...events)
      else for (const event of events) plain.observe(event)
      if (hour === 366) for (const event of held) plain.observe({ ...event, atMs: START_MS + hour * HOUR_MS })
      const scores = plain.closeTick(START_MS + hour * HOUR_MS)
      if (hour >= 360) alarms += scores.filter(({ score }) => score > 6).length
    }
    assert.equal(alarms, 0)
  })

  it('lets what stays high become usual', () => {
    const detector = warm()
    const more = (hour: number) =>
      fromFeeds(
        5,
        (n) => `more-${hour}-${n}`,
        (n) => `more-${hour % 6}-${n}`,
      )(hour)
    assert.ok(scoreOf(runHours(detector, 360, 366, more), 'tag:7') > 8)
    assert.ok(scoreOf(runHours(detector, 366, 360 + 14 * 24, more), 'tag:7') < 6)
  })

  it('counts late votes in the open tick, waits with early ones, and drops very late ones', () => {
    const detector = warm()
    const at = START_MS + 360 * HOUR_MS
    for (let n = 0; n < 6; n++) {
      detector.observe({ atMs: at - 2 * HOUR_MS, key: 'tag:late', feed: `a${n}`, family: null })
      detector.observe({ atMs: at - 9 * HOUR_MS, key: 'tag:too-late', feed: `a${n}`, family: null })
      detector.observe({ atMs: at + HOUR_MS, key: 'tag:early', feed: `a${n}`, family: null })
    }
    const first = detector.closeTick(at)
    const second = detector.closeTick(at + HOUR_MS)
    assert.ok(scoreOf(first, 'tag:late') > 5)
    assert.equal(scoreOf(first, 'tag:too-late') + scoreOf(first, 'tag:early'), 0)
    assert.ok(scoreOf(second, 'tag:early') > 5)
  })

  it('gives nothing for a tick that is closed, and refuses ticks it cannot count in', () => {
    const detector = warm()
    assert.deepEqual(detector.closeTick(START_MS), [])
    assert.throws(() => createPulseDetector({ tickMs: 1_000 }), /10 minutes/)
    assert.throws(() => createPulseDetector({ tickMs: Number.NaN }), /10 minutes/)
  })

  it('knows no false rate at first, and later one that falls with the score', () => {
    assert.equal(createPulseDetector({ tickMs: HOUR_MS }).falseRate(5), null)
    const detector = createPulseDetector({ tickMs: HOUR_MS })
    runHours(detector, 0, 30 * 24)
    const rates = [1, 4, 8].map((score) => detector.falseRate(score)!)
    assert.ok(rates[0]! > rates[1]! && rates[1]! > rates[2]!, rates.join())
    assert.ok(detector.isRising({ score: 40, lift: 40 }) && !detector.isRising({ score: 0.1, lift: 0.1 }))
  })

  it('shows no name as rising for being busy: its own texts must raise the odds', () => {
    const detector = createPulseDetector({ tickMs: HOUR_MS })
    const random = randomFrom(5)
    let shown = 0
    for (let hour = 0; hour < 40 * 24; hour++) {
      const brought = 20 + Math.floor(random() * 10)
      for (let n = 0; n < brought; n++) detector.observe(eventAt(hour, 'section:economy', `${hour}-${n}`, null))
      const scores = detector.closeTick(START_MS + hour * HOUR_MS)
      if (hour >= 20 * 24) shown += scores.filter((score) => detector.isRising(score)).length
    }
    assert.ok(shown <= 2, `shown in ${shown} of 480 hours`)
  })

  it('holds a key in 200 bytes', () => assert.ok(warm().stateBytes.perKey <= 200))
})

/** Past the first days and the hours that rare names learn late by. */
const LAST_HOUR = 170

describe('restorePulseDetector', () => {
  const events = fc.array(
    fc.record({ hour: fc.nat(LAST_HOUR), key: fc.nat(6), feed: fc.nat(4), family: fc.option(fc.nat(12)) }),
    { maxLength: 300 },
  )

  it('goes on exactly as the detector that was never stopped, wherever it is stopped', () => {
    fc.assert(
      fc.property(events, fc.nat(LAST_HOUR - 1), (rows, stopAt) => {
        const byHour = Map.groupBy(rows, ({ hour }) => hour)
        const whole = createPulseDetector({ tickMs: HOUR_MS })
        let parted: PulseDetector = createPulseDetector({ tickMs: HOUR_MS })
        for (let hour = 0; hour <= LAST_HOUR; hour++) {
          for (const { key, feed, family } of byHour.get(hour) ?? []) {
            const event = eventAt(
              hour + (feed === 3 ? 1 : 0),
              `tag:${key}`,
              `f${feed}`,
              family === null ? null : `t${family}`,
            )
            whole.observe(event)
            parted.observe(event)
          }
          if (hour === stopAt) parted = restorePulseDetector(parted.snapshot(), { tickMs: HOUR_MS })
          const tickMs = START_MS + hour * HOUR_MS
          assert.deepEqual(parted.closeTick(tickMs), whole.closeTick(tickMs))
        }
        assert.deepEqual(parted.snapshot(), whole.snapshot())
      }),
      { numRuns: 25 },
    )
  })

  it('refuses bytes that are cut short, of another version, or of another tick', () => {
    const bytes = warm().snapshot()
    assert.throws(() => restorePulseDetector(bytes.subarray(0, bytes.length - 9), { tickMs: HOUR_MS }), /ends at byte/)
    assert.throws(() => restorePulseDetector(new Uint8Array(64), { tickMs: HOUR_MS }), /version/)
    assert.throws(() => restorePulseDetector(bytes, { tickMs: 2 * HOUR_MS }), /ticks of 3600000/)
  })
})
