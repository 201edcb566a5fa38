import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../model/time.ts'
import { decimal, say } from './messages.ts'

/** A length of time as people say it: `50 minutes`, `6 hours`, `3 days`. */
export function lengthOfTime(ms: number): string {
  if (ms < 1.5 * HOUR_MS) return say('minutes', { n: Math.max(1, Math.round(ms / MINUTE_MS)) })
  return ms < 2 * DAY_MS ? say('hours', { n: Math.round(ms / HOUR_MS) }) : say('days', { n: Math.round(ms / DAY_MS) })
}

const KILO = 1_000
const UNITS = ['bytesK', 'bytesM', 'bytesG'] as const

/** A size of a file or disk in kilobytes, megabytes or gigabytes: `1.4 GB`. */
export function sizeText(bytes: number): string {
  const unit = bytes < KILO ** 2 ? 0 : bytes < KILO ** 3 ? 1 : 2
  const value = bytes / KILO ** (unit + 1)
  return say(UNITS[unit]!, { n: decimal(value, value < 10 && unit > 0 ? 1 : 0) })
}

/** A share from 0 to 1 as percent: `12 %`. */
export const percentText = (share: number): string => say('percent', { n: Math.round(share * 100) })
