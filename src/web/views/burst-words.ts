import type { PulseScore } from '../../model/pulse.ts'
import { say } from './messages.ts'

/** From so many hours on a window is told in days. */
const DAYS_FROM_HOURS = 48
/** A rate of false alarms is told no surer than a year: the own past is not longer. */
const YEAR_DAYS = 365

/**
 * The evidence of a burst as a sentence without its end, in the language of the page. In English it is what `burstSentence` tells programs
 * (held by a test). Chance is left out before its rate is known, or where it alone does it more than once a day.
 */
export function burstWords({
  seen,
  windowHours,
  expected,
  falseRate,
}: Pick<PulseScore, 'seen' | 'windowHours' | 'expected' | 'falseRate'>): string {
  const evidence = {
    seen: say('burstSeenTexts', { n: Math.round(seen) }),
    within: withinText(windowHours),
    usual: expected < 0.5 ? say('burstUsualNone') : say('burstUsualCount', { n: Math.round(expected) }),
  }
  const chance = chanceText(falseRate)
  return chance === null ? say('burstEvidence', evidence) : say('burstEvidenceChance', { ...evidence, chance })
}

function withinText(hours: number): string {
  if (hours < 1) return say('withinMinutes', { n: Math.round(hours * 60) })
  return hours >= DAYS_FROM_HOURS
    ? say('withinDays', { n: Math.round(hours / 24) })
    : say('withinHours', { n: Math.round(hours) })
}

function chanceText(falseRate: number | null): string | null {
  if (falseRate === null || falseRate > 1) return null
  const days = 1 / Math.max(falseRate, 1 / YEAR_DAYS)
  if (days < 1.5) return say('chanceDaily')
  return days >= YEAR_DAYS ? say('chanceYearly') : say('chanceDays', { n: Math.floor(days) })
}
