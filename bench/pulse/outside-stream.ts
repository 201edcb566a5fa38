import { execFileSync } from 'node:child_process'
import type { PulseEvent } from '../../src/model/pulse.ts'
import { HOUR_MS } from '../../src/model/time.ts'
import type { PulseStream } from './invented-stream.ts'

/** A stream of seven weeks is about 12 MB. */
const MAX_OUTPUT_BYTES = 1 << 28

/** What a generator program prints for these arguments. @throws where it fails, or prints more than 256 MB. */
export function askGenerator(program: string, args: readonly string[]): string {
  return execFileSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: MAX_OUTPUT_BYTES })
}

/**
 * The stream that a generator program makes of a seed: `--emit SEED` prints `{t, key, feed, family}` a line, in order of time, `--truth SEED`
 * `{start, scoredFrom, end, bursts: [{key, from, to, mass}]}`, moments in ISO 8601.
 */
export function outsideStream(program: string, seed: number): PulseStream {
  const events = askGenerator(program, ['--emit', String(seed)])
    .trimEnd()
    .split('\n')
    .map((line): PulseEvent => {
      const { t, key, feed, family } = JSON.parse(line)
      return { atMs: t, key, feed, family }
    })
  const truth = JSON.parse(askGenerator(program, ['--truth', String(seed)])) as Truth // laid out as said above
  const startMs = Date.parse(truth.start)
  const hourOf = (moment: string) => Math.round((Date.parse(moment) - startMs) / HOUR_MS)
  return {
    startMs,
    hours: hourOf(truth.end),
    scoredFrom: hourOf(truth.scoredFrom),
    events,
    bursts: truth.bursts.map(({ key, from, to, mass }) => ({
      key,
      fromHour: hourOf(from),
      toHour: hourOf(to),
      texts: mass,
    })),
  }
}

type Truth = {
  start: string
  scoredFrom: string
  end: string
  bursts: { key: string; from: string; to: string; mass: number }[]
}
