import type { ListEntry, Reason } from '../model/list.ts'
import type { EpochMs } from '../model/time.ts'
import { HALF_LIVES_MS, type RankingWindow } from './ranking.ts'

/** An article as a list over its publisher's own site knows it. */
export type OwnCandidate = {
  id: number
  publishedMs: EpochMs
  section: string
  storyId: number | null
  family: number | null
  /** Score of its story's pulse, 0 when quiet. */
  burst: number
  /** Owners that tell its story, its own among them; 0 where that is not known. */
  owners: number
  /** How often its publisher says that it was read; 0 where nobody says. */
  reads: number
}

/** Doublings that a burst adds, times log2(1 + score), and the score beyond which it is certain, not larger: as in the ranking of all sites. */
const BURST_WEIGHT = 0.25
const BURST_CAP = 63

/**
 * The order of one publisher's articles, best first, each story once before any comes again: the newest, each half-life older worth one doubling less, with what
 * makes an article matter on top. That an article is read as often as its site's articles are on the mean is worth one doubling, that
 * another owner tells the story too another. `score` is in half-lives against the best, which has 0.
 *
 * What is "popular" nobody can know where nobody counts: then it is freshness, others and bursts alone, and the reasons say so.
 * The weights are chosen, not tuned: there are no reads to tune them on.
 */
export function ownRanking(
  candidates: readonly OwnCandidate[],
  { window, limit }: { window: RankingWindow; limit: number },
): ListEntry<number>[] {
  const counted = candidates.filter(({ reads }) => reads > 0)
  const meanReads = counted.reduce((sum, { reads }) => sum + reads, 0) / Math.max(1, counted.length)
  const placed = candidates
    .map((one) => ({ one, ...valued(one, window, meanReads) }))
    .sort((a, b) => b.key - a.key || b.one.id - a.one.id)
  const best = placed[0]?.key ?? 0
  return storiesFirst(placed, ({ one }) => one)
    .slice(0, limit)
    .map(({ one, key, why }) => ({ id: one.id, score: key - best, reason: reasonOf(one, why, counted.length > 0) }))
}

type Why = 'reads' | 'burst' | 'owners' | 'newest'

function valued(one: OwnCandidate, window: RankingWindow, meanReads: number): { key: number; why: Why } {
  const terms = {
    reads: one.reads > 0 ? Math.log2(1 + one.reads / meanReads) : 0,
    burst: BURST_WEIGHT * Math.log2(1 + Math.min(BURST_CAP, Math.max(0, one.burst))),
    owners: Math.log2(Math.max(1, one.owners)),
  }
  const names = ['reads', 'burst', 'owners'] as const
  const why = names.reduce<Why>(
    (most, name) => (terms[name] > (most === 'newest' ? 0 : terms[most]) ? name : most),
    'newest',
  )
  const age = one.publishedMs / HALF_LIVES_MS[window]
  return { key: age + terms.reads + terms.burst + terms.owners, why }
}

function reasonOf({ reads, owners, burst }: OwnCandidate, why: Why, isCounted: boolean): Reason {
  if (why === 'reads') {
    const text = `reads lately, as its publisher counts: ${reads}`
    return { code: 'popular', values: [String(reads)], text, said: { is: 'own-reads', reads } }
  }
  if (why === 'newest') return isCounted ? OWN_NEW : OWN_UNCOUNTED
  const rising = why === 'burst' || burst > 0
  const told = Math.max(1, owners)
  const text = `${rising ? 'rising, ' : ''}told by ${told} ${told === 1 ? 'owner' : 'owners'}`
  const said = { is: 'ranked', rising, owners: told, lastHour: 0, copies: 0, liked: null } as const
  return { code: rising ? 'rising' : 'independent-sources', values: [String(told), '0'], text, said }
}

/** Why an article stands where nothing but its time speaks for it. */
export const OWN_NEW: Reason = { code: 'newest', values: [], text: 'among the newest here', said: { is: 'own-new' } }
const OWN_UNCOUNTED: Reason = {
  code: 'newest',
  values: [],
  text: 'new here; nobody counts what is read',
  said: { is: 'own-uncounted' },
}

/**
 * What a reader of one article may want next on the same site, of `ranked` (best first): by turns two of its own section, where there are,
 * and one of the rest. Nothing that is `shown` already, nor the article's own story.
 */
export function ownRecommendation(
  ranked: readonly ListEntry<number>[],
  candidates: ReadonlyMap<number, OwnCandidate>,
  { page, shown, limit }: { page: OwnCandidate | null; shown: ReadonlySet<number>; limit: number },
): ListEntry<number>[] {
  const open = ranked.filter(({ id }) => {
    const one = candidates.get(id)
    return one !== undefined && !shown.has(id) && !(page !== null && isSame(one, page))
  })
  if (page === null) return open.slice(0, limit)
  const near = open.filter(({ id }) => candidates.get(id)?.section === page.section)
  const far = open.filter((entry) => !near.includes(entry))
  const mixed: ListEntry<number>[] = []
  while (mixed.length < limit && near.length + far.length > 0) mixed.push(...near.splice(0, 2), ...far.splice(0, 1))
  return mixed.slice(0, limit)
}

function isSame(one: OwnCandidate, other: OwnCandidate): boolean {
  if (one.id === other.id) return true
  return (one.storyId !== null && one.storyId === other.storyId) || (one.family !== null && one.family === other.family)
}

/**
 * The same list with the first article of each story before all others, those in their order, and copies of one text but once: a small site
 * that tells few stories has a whole list, and a large one tells no story twice.
 */
export function storiesFirst<One>(
  list: readonly One[],
  nameOf: (one: One) => Pick<OwnCandidate, 'storyId' | 'family'>,
): One[] {
  const families = new Set<number>()
  const stories = new Set<number>()
  const [leads, others]: [One[], One[]] = [[], []]
  for (const one of list) {
    const { storyId, family } = nameOf(one)
    if (family !== null && families.has(family)) continue
    if (family !== null) families.add(family)
    const isLead = storyId === null || !stories.has(storyId)
    if (storyId !== null) stories.add(storyId)
    ;(isLead ? leads : others).push(one)
  }
  return [...leads, ...others]
}
