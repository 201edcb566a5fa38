import { z } from 'zod'
import { AppError } from '../../model/errors.ts'
import type { PulseScore } from '../../model/pulse.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../model/time.ts'
import { createPulseDetector } from '../../pulse/detector.ts'
import type { Filter, FilterOptions, FilterRun } from '../filter.ts'
import { momentOf, momentSchema } from './moment.ts'

const Row = z.object({
  t: momentSchema,
  key: z.string().min(1).max(500),
  feed: z.string().max(2_000),
  family: z.string().max(500).nullish(),
})

/** Scores shown without `--all` and `--min`: what is likelier a burst than not, over a few thousand keys. */
const DEFAULT_MIN = 5

/** `pulse`: votes in order of time in, what rises at each tick out. */
export const pulseFilter: Filter = {
  name: 'pulse',
  summary: 'what rises: votes {t, key, feed, family?} in order of time in, scores of each tick out',
  example: `echo '{"t":"2026-01-05T10:12:00Z","key":"tag:x","feed":"a"}' | ./trendpulse pulse --tick 1h --all`,
  options: {
    tick: { type: 'string', default: '1h', help: 'length of a tick: 15m, 1h, 6h, 1d' },
    from: {
      type: 'string',
      help: 'first time that is scored (RFC 3339 or epoch milliseconds); what comes before is only learnt from',
    },
    min: { type: 'string', help: `least score shown (default ${DEFAULT_MIN})` },
    all: { type: 'boolean', default: false, help: 'every score above 0' },
  },
  start: startPulse,
}

function startPulse(options: FilterOptions): FilterRun {
  const tickMs = readTick(String(options.tick ?? '1h'))
  const fromMs = options.from === undefined ? -Infinity : readFrom(String(options.from))
  const min = options.all ? 0 : readMin(options.min)
  const detector = createPulseDetector({ tickMs })
  let openMs: number | null = null
  const closeUntil = function* (untilMs: number): Generator<unknown> {
    if (openMs === null) return
    for (; openMs + tickMs <= untilMs; openMs += tickMs) {
      const scores = detector.closeTick(openMs)
      if (openMs >= fromMs) for (const score of scores) if (score.score > min) yield rowOf(score)
    }
  }
  return {
    row: (input) => {
      const { key, feed, family, ...row } = Row.parse(input)
      const t = momentOf(row.t)
      if (t === null) throw new AppError('invalid', `t: not a time: ${String(row.t).slice(0, 40)}`)
      openMs ??= Math.floor(t / tickMs) * tickMs
      const closed = [...closeUntil(t)]
      detector.observe({ atMs: t, key, feed, family: family ?? null })
      return closed
    },
    end: () => (openMs === null ? [] : closeUntil(openMs + tickMs)),
  }
}

function rowOf({ tickMs, key, score, seen, expected, windowHours, falseRate }: PulseScore): unknown {
  const round = (value: number): number => Math.round(value * 1e4) / 1e4
  return {
    t: new Date(tickMs).toISOString(),
    key,
    score: round(score),
    seen,
    expected: round(expected),
    windowHours,
    falseRate: falseRate === null ? null : Number(falseRate.toPrecision(4)),
  }
}

function readTick(text: string): number {
  const match = /^(\d{1,4})(m|h|d)$/.exec(text)
  const unit = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS }[match?.[2] ?? '']
  if (!match || unit === undefined)
    throw new AppError('invalid', `--tick: a length such as 15m or 1h, not ${text.slice(0, 40)}`)
  return Number(match[1]) * unit
}

function readFrom(text: string): number {
  const ms = momentOf(/^-?\d+$/.test(text) ? Number(text) : text)
  if (ms === null) throw new AppError('invalid', `--from: not a time: ${text.slice(0, 40)}`)
  return ms
}

function readMin(value: unknown): number {
  if (value === undefined) return DEFAULT_MIN
  const min = Number(value)
  if (!Number.isFinite(min)) throw new AppError('invalid', `--min: not a number: ${String(value).slice(0, 40)}`)
  return min
}
