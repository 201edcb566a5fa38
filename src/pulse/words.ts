import type { PulseScore } from '../model/pulse.ts'

/**
 * The evidence of a burst in one sentence, without its full stop:
 * "14 independent articles in 3 hours where 2 are usual; by chance less than once in 40 days".
 * The last part is left out before the false rate is known, or where chance alone does it more than once a day.
 */
export function burstSentence(score: PulseScore): string {
  const seen = Math.round(score.seen)
  const evidence = `${seen} independent ${seen === 1 ? 'article' : 'articles'} in ${hoursText(score.windowHours)} where ${usualText(score.expected)}`
  const chance = chanceText(score.falseRate)
  return chance === null ? evidence : `${evidence}; by chance ${chance}`
}

function hoursText(hours: number): string {
  if (hours < 1) return `${Math.round(hours * 60)} minutes`
  if (hours === 1) return 'one hour'
  if (hours >= 48) return `${Math.round(hours / 24)} days`
  return `${Math.round(hours)} hours`
}

function usualText(expected: number): string {
  if (expected < 0.5) return 'hardly any are usual'
  if (expected < 1.5) return 'one is usual'
  return `${Math.round(expected)} are usual`
}

/** Rates are told no finer than a week of days, nor surer than a year: the own past is not longer. */
function chanceText(falseRate: number | null): string | null {
  if (falseRate === null || falseRate > 1) return null
  const days = 1 / Math.max(falseRate, 1 / 365)
  if (days < 1.5) return 'about once a day'
  if (days >= 365) return 'less than once a year'
  return `less than once in ${Math.floor(days)} days`
}
