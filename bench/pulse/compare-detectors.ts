import { HOUR_MS } from '../../src/model/time.ts'
import { createPulseDetector } from '../../src/pulse/detector.ts'
import { type BurstScore, fitThreshold, type HourlyScores, scoreBursts } from './burst-measures.ts'
import { foldedCounts } from './folded-counts.ts'
import type { PulseStream } from './invented-stream.ts'
import { spoilFamilies } from './spoil-families.ts'
import { stockScores } from './stock-detectors.ts'

/** Rates of false alarms, over all keys, that detectors are compared at. */
export const FALSE_A_DAY = [1, 5] as const

/** One detector's means over the streams asked, at each of `FALSE_A_DAY`. */
export type ComparedDetector = { name: string; at: BurstScore[] }

/** The name of this project's detector in a comparison. */
export const OURS = 'this'
/** The same where copies are taken for texts of their own or of others, at the thresholds of `OURS`. */
export const OURS_SPOILT = 'this, a tenth of the families wrong'

/**
 * This project's pulse and the stock detectors on the same streams by the same measure: the threshold for each rate of false alarms is the mean of
 * those that suit the streams of `fit`; what is given is measured on `ask`, where false alarms come as they come.
 */
export function compareDetectors(fit: readonly PulseStream[], ask: readonly PulseStream[]): ComparedDetector[] {
  // One stream at a time: scores of every hour are 50 MB a stream of 1,200 keys.
  const fitted = fit.map((stream) => {
    const fits = (scores: HourlyScores) => FALSE_A_DAY.map((perDay) => fitThreshold(stream, scores, perDay))
    return new Map([...allScores(stream)].map(([name, scores]) => [name, fits(scores)]))
  })
  const thresholdOf = (name: string, place: number) => mean(fitted.map((fits) => fits.get(name)![place]!))
  const asked = ask.map((stream) => {
    const at = (name: string, scores: HourlyScores) =>
      FALSE_A_DAY.map((_, place) => scoreBursts(stream, scores, thresholdOf(name, place)))
    const found = new Map([...allScores(stream)].map(([name, scores]) => [name, at(name, scores)]))
    return found.set(OURS_SPOILT, at(OURS, ourScores({ ...stream, events: spoilFamilies(stream.events) })))
  })
  return [...(asked[0]?.keys() ?? [])].map((name) => ({
    name,
    at: FALSE_A_DAY.map((_, place) => meanScore(asked.map((found) => found.get(name)![place]!))),
  }))
}

function allScores(stream: PulseStream): Map<string, HourlyScores> {
  return new Map([[OURS, ourScores(stream)], ...stockScores(foldedCounts(stream))])
}

/** The pulse's own scores, as a site would see them: an hour is closed before the next one's first vote is taken. */
function ourScores(stream: PulseStream): HourlyScores {
  const detector = createPulseDetector({ tickMs: HOUR_MS })
  const rows = new Map<string, Float32Array>()
  let next = 0
  for (let hour = 0; hour < stream.hours; hour++) {
    const openMs = stream.startMs + hour * HOUR_MS
    for (; next < stream.events.length && stream.events[next]!.atMs < openMs + HOUR_MS; next++)
      detector.observe(stream.events[next]!)
    for (const { key, score } of detector.closeTick(openMs)) {
      const row = rows.get(key) ?? new Float32Array(stream.hours)
      rows.set(key, row)
      row[hour] = score
    }
  }
  return rows
}

function meanScore(scores: readonly BurstScore[]): BurstScore {
  return {
    recall: mean(scores.map(({ recall }) => recall)),
    delayHours: mean(scores.map(({ delayHours }) => delayHours)),
    falseADay: mean(scores.map(({ falseADay }) => falseADay)),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
