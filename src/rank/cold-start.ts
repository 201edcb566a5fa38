import type { ListEntry, Reason } from '../model/list.ts'
import { type EpochMs, HOUR_MS } from '../model/time.ts'
import { diversify } from './diversify.ts'

/** An article that may stand in a section's own list. `risingScore`: pulse score of its story, 0 when quiet. */
export type ColdCandidate = {
  id: string
  title: string
  section: string
  risingScore: number
  publishedMs: EpochMs
  owner: string
}

/** Score from which a story is called rising. */
const RISING = 6
/** Half-life of an article in a section's own list. */
const HALF_LIFE_MS = 12 * HOUR_MS
/** Doublings that a burst adds, times log2(1 + score). */
const RISING_WEIGHT = 0.5

/**
 * The section's own list, for a reader of whom nothing is known (or who reads without JavaScript): rising, varied, newest.
 * Candidates of the section come first; others fill the list when the section has too few.
 */
export function coldStart(section: string, candidates: readonly ColdCandidate[], limit: number): ListEntry<string>[] {
  const own = candidates.filter((candidate) => candidate.section === section)
  const other = candidates.filter((candidate) => candidate.section !== section)
  const chosen = [...pick(own, limit), ...pick(other, limit)].slice(0, limit)
  return chosen.map(({ candidate, key }) => ({ id: candidate.id, score: key, reason: reasonFor(candidate, section) }))
}

function pick(candidates: readonly ColdCandidate[], limit: number) {
  const newest = Math.max(...candidates.map(({ publishedMs }) => publishedMs))
  const entries = candidates
    .map((candidate) => ({
      candidate,
      owner: candidate.owner,
      labels: labelsOf(candidate.title),
      key:
        (candidate.publishedMs - newest) / HALF_LIFE_MS +
        RISING_WEIGHT * Math.log2(1 + Math.max(0, candidate.risingScore)),
    }))
    .sort((a, b) => b.key - a.key || (a.candidate.id < b.candidate.id ? -1 : 1))
  return diversify(entries, limit)
}

/** Long words of a headline: enough to see two headlines on one thing. */
function labelsOf(title: string): string[] {
  return [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu) ?? [])].slice(0, 20)
}

function reasonFor({ risingScore, section }: ColdCandidate, wanted: string): Reason {
  if (risingScore >= RISING) return { code: 'rising', values: [], text: 'rising now' }
  if (section === wanted) return { code: 'section-new', values: [section], text: `new in ${section}` }
  return { code: 'newest', values: [section], text: `newest in ${section}` }
}
