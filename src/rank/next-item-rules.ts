import { DAY_MS, type EpochMs } from '../model/time.ts'

/** Steps of a visit over which one item is said to lead to another. */
const MAX_STEPS = 10
/** Successors kept an item; the weakest go. */
const MAX_SUCCESSORS = 200
/** A step counts half after this long. */
const HALF_LIFE_MS = 30 * DAY_MS
/** Weight of the items before the last: each step back counts this much less. */
const BACK = 0.3
const QUERY_ITEMS = 3
/** First steps that are followed by a second, and what is kept of where these lead, strongest first. */
const FIRST_STEPS = 30
const SECOND_STEPS = 200

/** `weight` sums 1 / steps; `direct` counts the visits that went there at once; both aged to `atMs`. */
type Successor = { weight: number; direct: number; visits: number; atMs: EpochMs }

/**
 * What readers went on to: item to item, nearer steps weigh more, older ones less.
 * **Source:** Ludewig & Jannach, Evaluation of session-based recommendation algorithms (UMUAI 2018), sequential rules.
 */
export class NextItemRules {
  readonly #minVisits: number
  readonly #next: (Map<number, Successor> | undefined)[] = []
  /** Items that have a rule to an item. */
  readonly #leaders: (Set<number> | undefined)[] = []

  constructor(minVisits: number) {
    this.#minVisits = minVisits
  }

  /** Adds an item to a visit that held `before`, oldest first. */
  learn(before: readonly number[], item: number, atMs: EpochMs): void {
    for (let back = 1; back <= Math.min(MAX_STEPS, before.length); back++) {
      const from = before[before.length - back]!
      if (from !== item) this.#strengthen(from, item, back, atMs)
    }
  }

  /** Successors of the last items of a visit, near and far. */
  score(items: readonly number[], nowMs: EpochMs): Map<number, number> {
    const scores = new Map<number, number>()
    const lastFirst = items.slice(-QUERY_ITEMS).toReversed()
    for (const [back, item] of lastFirst.entries()) {
      for (const [next, { weight, visits, atMs }] of this.#next[item] ?? []) {
        if (visits >= this.#minVisits) addTo(scores, next, weight * aged(nowMs, atMs) * BACK ** back)
      }
    }
    return scores
  }

  /** What was read right after an item. */
  rightAfter(item: number, nowMs: EpochMs): Map<number, number> {
    const scores = new Map<number, number>()
    for (const [next, { direct, visits, atMs }] of this.#next[item] ?? [])
      if (direct > 0 && visits >= this.#minVisits) scores.set(next, direct * aged(nowMs, atMs))
    return scores
  }

  /** What readers came to an item from: many go there and back. */
  leadersTo(item: number, nowMs: EpochMs): Map<number, number> {
    const scores = new Map<number, number>()
    for (const leader of this.#leaders[item] ?? []) {
      const rule = this.#next[leader]?.get(item)
      if (rule && rule.visits >= this.#minVisits) scores.set(leader, rule.weight * aged(nowMs, rule.atMs))
    }
    return scores
  }

  /** Where the successors of an item lead on to, as shares of a reader's way, 0 to 1. Never the item itself. */
  twoSteps(item: number): Map<number, number> {
    const scores = new Map<number, number>()
    const first = strongest(this.#sharesAfter(item), FIRST_STEPS)
    for (const [by, share] of first)
      for (const [to, next] of this.#sharesAfter(by)) if (to !== item) addTo(scores, to, share * next)
    return new Map(strongest(scores, SECOND_STEPS))
  }

  #sharesAfter(item: number): Map<number, number> {
    const shares = new Map<number, number>()
    let total = 0
    for (const [to, { weight, visits }] of this.#next[item] ?? []) {
      total += weight
      if (visits >= this.#minVisits) shares.set(to, weight)
    }
    for (const [to, weight] of shares) shares.set(to, weight / total)
    return shares
  }

  #strengthen(from: number, to: number, steps: number, atMs: EpochMs): void {
    const successors = (this.#next[from] ??= new Map())
    const direct = steps === 1 ? 1 : 0
    const known = successors.get(to)
    if (known) {
      const kept = aged(atMs, known.atMs)
      known.weight = known.weight * kept + 1 / steps
      known.direct = known.direct * kept + direct
      known.visits++
      known.atMs = Math.max(known.atMs, atMs)
      return
    }
    if (successors.size >= MAX_SUCCESSORS) {
      const gone = weakest(successors)
      successors.delete(gone)
      this.#leaders[gone]?.delete(from)
    }
    successors.set(to, { weight: 1 / steps, direct, visits: 1, atMs })
    ;(this.#leaders[to] ??= new Set()).add(from)
  }
}

const aged = (nowMs: EpochMs, atMs: EpochMs): number => 0.5 ** (Math.max(0, nowMs - atMs) / HALF_LIFE_MS)

/** The highest scores first; ties in order of item. */
function strongest(scores: ReadonlyMap<number, number>, limit: number): [number, number][] {
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit)
}

function addTo(scores: Map<number, number>, item: number, score: number): void {
  scores.set(item, (scores.get(item) ?? 0) + score)
}

function weakest(successors: ReadonlyMap<number, Successor>): number {
  let weakest = -1
  let least = Infinity
  for (const [to, { weight }] of successors) {
    if (weight < least) {
      least = weight
      weakest = to
    }
  }
  return weakest
}
