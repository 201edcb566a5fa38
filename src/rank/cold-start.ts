import { diversify } from './diversify.ts'

/** A story that may stand in a section's own list. `burst`: score of the pulse, 0 when quiet. `owner`: whose it is where one alone tells it. */
export type ColdCandidate = { key: string; title: string; rankKey: number; burst: number; owner: string }

/** Far above any ranking key (half-lives of eight hours since 2020: 7,000 in 2026): what rises stands first. */
const RISING_LEAD = 1_000_000

/**
 * The list of a reader of whom nothing is known (or who reads without a script): what rises, then the ranking, varied by owner and by
 * the words of headlines. The same for any order of the candidates.
 */
export function coldStart<Candidate extends ColdCandidate>(
  candidates: readonly Candidate[],
  { rising, limit }: { rising: ReadonlySet<string>; limit: number },
): Candidate[] {
  const entries = candidates
    .map((candidate) => ({
      candidate,
      owner: candidate.owner,
      labels: labelsOf(candidate.title),
      key: rising.has(candidate.key) ? RISING_LEAD + Math.log2(1 + Math.max(0, candidate.burst)) : candidate.rankKey,
    }))
    .sort((a, b) => b.key - a.key || (a.candidate.key < b.candidate.key ? -1 : 1))
  return diversify(entries, limit).map(({ candidate }) => candidate)
}

/** Long words of a headline: enough to see two headlines on one thing. */
function labelsOf(title: string): string[] {
  return [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu) ?? [])].slice(0, 20)
}
