import type { PulseScore } from '../model/pulse.ts'

/** One burst as a reader sees it: the key that names it best, and the keys that rise because of the same articles. */
export type JointBurst = { lead: PulseScore; with: PulseScore[] }

/** Share of the smaller key's articles that another key must hold to rise with it: below a half, most of its rise is its own. */
const SHARED_SHARE = 0.5
/** A story names a burst better than a tag, a tag better than a section, whatever the score. */
const KIND_ORDER: Readonly<Record<string, number>> = { story: 0, tag: 1, section: 2 }

/**
 * Folds keys that rise together into one burst each: one burst, story first, not five.
 *
 * @param scores scores of one tick; the order does not matter
 * @param membersOf ids of the recent articles (or families) of a key; empty where unknown, and such a key stands alone
 * @returns bursts, highest best score first (ties by key); every score is in exactly one; `with` is strongest first
 */
export function foldJointBursts(
  scores: readonly PulseScore[],
  membersOf: (key: string) => readonly string[],
): JointBurst[] {
  const order = scores.toSorted((a, b) => kindOf(a.key) - kindOf(b.key) || b.score - a.score || compare(a.key, b.key))
  const bursts: { lead: PulseScore; with: PulseScore[]; members: Set<string> }[] = []
  const byMember = new Map<string, number[]>()
  for (const score of order) {
    const members = new Set(membersOf(score.key))
    const at = mostShared(members, bursts, byMember)
    if (at !== null) bursts[at]!.with.push(score)
    else {
      for (const member of members) byMember.set(member, [...(byMember.get(member) ?? []), bursts.length])
      bursts.push({ lead: score, with: [], members })
    }
  }
  return bursts
    .map(({ lead, with: others }) => ({
      lead,
      with: others.sort((a, b) => b.score - a.score || compare(a.key, b.key)),
    }))
    .sort((a, b) => bestScore(b) - bestScore(a) || compare(a.lead.key, b.lead.key))
}

/** The earlier burst that shares most with these members, or null where none shares enough; ties go to the earlier. */
function mostShared(
  members: ReadonlySet<string>,
  bursts: readonly { members: ReadonlySet<string> }[],
  byMember: ReadonlyMap<string, readonly number[]>,
): number | null {
  const shared = new Map<number, number>()
  for (const member of members) {
    for (const at of byMember.get(member) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  }
  let best: number | null = null
  let bestShare = 0
  for (const [at, count] of shared) {
    const share = count / Math.min(members.size, bursts[at]!.members.size)
    if (share >= SHARED_SHARE && (share > bestShare || (share === bestShare && at < best!))) {
      best = at
      bestShare = share
    }
  }
  return best
}

function bestScore(burst: JointBurst): number {
  return burst.with.reduce((best, score) => Math.max(best, score.score), burst.lead.score)
}

function kindOf(key: string): number {
  return KIND_ORDER[key.slice(0, key.indexOf(':'))] ?? 1
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
