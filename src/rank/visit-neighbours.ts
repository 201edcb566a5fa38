import { DAY_MS, type EpochMs } from '../model/time.ts'

/** Items kept of one visit: a longer one is a robot or a kiosk. */
const MAX_VISIT_ITEMS = 100
/** Visits looked at for one query, newest first, and neighbours that vote, most alike first. */
const SAMPLED_VISITS = 1_000
const NEIGHBOURS = 300
/** Weight of an item of the query falls by e over this many steps back; of a neighbour's item, over this many steps from the match. */
const QUERY_STEPS = 1.5
const MATCH_STEPS = 20
/** Visits of one item that say what is read along with it, newest first, and how fast the items before the last lose weight. */
const TOGETHER_VISITS = 300
const TOGETHER_STEPS = 3
/** A visit is half as near after this long. */
const HALF_LIFE_MS = 20 * DAY_MS

type Visit = { items: number[]; atMs: EpochMs }

/**
 * Visits like this one, and what else they read.
 * **Source:** Ludewig & Jannach (UMUAI 2018), V-SKNN; Garg et al., STAN (SIGIR 2019) for the decays by position and age.
 */
export class VisitNeighbours {
  readonly #maxVisits: number
  readonly #minVisits: number
  readonly #visits = new Map<string, Visit>()
  /** Visits that hold an item, in order of their first reading of it. */
  readonly #holders: (Visit[] | undefined)[] = []

  constructor(maxVisits: number, minVisits: number) {
    this.#maxVisits = maxVisits
    this.#minVisits = minVisits
  }

  /** Continues a visit, and gives what it had read before. */
  append(session: string, item: number, atMs: EpochMs): readonly number[] {
    let visit = this.#visits.get(session)
    if (!visit) {
      visit = { items: [], atMs }
      this.#visits.set(session, visit)
      if (this.#visits.size > this.#maxVisits) this.#forgetOldest()
    }
    if (visit.items.length >= MAX_VISIT_ITEMS) return []
    const before = visit.items.slice()
    if (!visit.items.includes(item)) {
      const holders = (this.#holders[item] ??= [])
      holders.push(visit)
    }
    visit.items.push(item)
    visit.atMs = Math.max(visit.atMs, atMs)
    return before
  }

  /** Items of the visits most like `items`, by how much these visits speak for them. */
  score(items: readonly number[], nowMs: EpochMs): Map<number, number> {
    const weights = new Map<number, number>()
    for (const [at, item] of items.entries()) weights.set(item, Math.exp((at + 1 - items.length) / QUERY_STEPS))
    const neighbours = this.#sample(items)
      .map((visit) => ({ visit, likeness: this.#likeness(visit, weights, nowMs) }))
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, NEIGHBOURS)
    const votes = new Map<number, { score: number; visits: number }>()
    for (const { visit, likeness } of neighbours) this.#vote(votes, visit, likeness, weights)
    const scores = new Map<number, number>()
    for (const [item, { score, visits }] of votes) {
      if (visits >= this.#minVisits) scores.set(item, score * this.#rarity(item))
    }
    return scores
  }

  /**
   * What is read along with `items` in whichever order: cosine of co-occurrence, long visits and much-read items weighing less.
   * **Source:** Sarwar et al., Item-based collaborative filtering (WWW 2001).
   */
  together(items: readonly number[]): Map<number, number> {
    const weights = new Map<number, number>()
    for (const [at, item] of items.entries())
      weights.set(item, (weights.get(item) ?? 0) + Math.exp((at + 1 - items.length) / TOGETHER_STEPS))
    const scores = new Map<number, number>()
    for (const [item, weight] of weights) {
      const own = weight / Math.sqrt((this.#holders[item]?.length ?? 0) + 1)
      for (const [other, { score, visits }] of this.#readWith(item)) {
        if (visits < this.#minVisits) continue
        scores.set(other, (scores.get(other) ?? 0) + (own * score) / Math.sqrt(this.#holders[other]!.length))
      }
    }
    return scores
  }

  /** What visits with an item hold besides: how many of them, and their sum of one over the root of their lengths. */
  #readWith(item: number): Map<number, { score: number; visits: number }> {
    const votes = new Map<number, { score: number; visits: number }>()
    for (const visit of (this.#holders[item] ?? []).slice(-TOGETHER_VISITS)) {
      const distinct = new Set(visit.items)
      for (const other of distinct) if (other !== item) addVote(votes, other, 1 / Math.sqrt(distinct.size))
    }
    return votes
  }

  #sample(items: readonly number[]): Visit[] {
    const found = new Set<Visit>()
    for (const item of new Set(items.toReversed())) {
      const holders = this.#holders[item] ?? []
      for (let at = holders.length - 1; at >= Math.max(0, holders.length - SAMPLED_VISITS); at--)
        found.add(holders[at]!)
    }
    return [...found].sort((a, b) => b.atMs - a.atMs).slice(0, SAMPLED_VISITS)
  }

  #likeness(visit: Visit, weights: ReadonlyMap<number, number>, nowMs: EpochMs): number {
    let shared = 0
    for (const item of new Set(visit.items)) shared += (weights.get(item) ?? 0) * this.#rarity(item)
    const age = 0.5 ** (Math.max(0, nowMs - visit.atMs) / HALF_LIFE_MS)
    return (shared / Math.sqrt(visit.items.length)) * age
  }

  #vote(
    votes: Map<number, { score: number; visits: number }>,
    visit: Visit,
    likeness: number,
    weights: ReadonlyMap<number, number>,
  ): void {
    let match = -1
    let best = 0
    visit.items.forEach((item, at) => {
      const weight = weights.get(item) ?? 0
      if (weight >= best && weight > 0) {
        best = weight
        match = at
      }
    })
    const seen = new Set<number>()
    visit.items.forEach((item, at) => {
      if (seen.has(item)) return
      seen.add(item)
      addVote(votes, item, likeness * Math.exp(-Math.abs(at - match) / MATCH_STEPS))
    })
  }

  #rarity(item: number): number {
    return Math.log(1 + this.#visits.size / (this.#holders[item]?.length ?? 1))
  }

  #forgetOldest(): void {
    const [session, visit] = this.#visits.entries().next().value!
    this.#visits.delete(session)
    for (const item of new Set(visit.items)) {
      const holders = this.#holders[item]!
      const at = holders.indexOf(visit)
      if (at >= 0) holders.splice(at, 1)
    }
  }
}

function addVote(votes: Map<number, { score: number; visits: number }>, item: number, score: number): void {
  const known = votes.get(item)
  if (known) {
    known.score += score
    known.visits++
  } else votes.set(item, { score, visits: 1 })
}
