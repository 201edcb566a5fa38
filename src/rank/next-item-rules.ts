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

type Successor = { weight: number; visits: number; atMs: EpochMs }

/**
 * What readers went on to: item to item, nearer steps weigh more, older ones less.
 * **Source:** Ludewig & Jannach, Evaluation of session-based recommendation algorithms (UMUAI 2018), sequential rules.
 */
export class NextItemRules {
  readonly #minVisits: number
  readonly #next: (Map<number, Successor> | undefined)[] = []

  constructor(minVisits: number) {
    this.#minVisits = minVisits
  }

  /** Adds an item to a visit that held `before`, oldest first. */
  learn(before: readonly number[], item: number, atMs: EpochMs): void {
    for (let back = 1; back <= Math.min(MAX_STEPS, before.length); back++) {
      const from = before[before.length - back]!
      if (from !== item) this.#strengthen(from, item, 1 / back, atMs)
    }
  }

  /** Successors of the last items of a visit. */
  score(items: readonly number[], nowMs: EpochMs): Map<number, number> {
    const scores = new Map<number, number>()
    items
      .slice(-QUERY_ITEMS)
      .toReversed()
      .forEach((item, back) => {
        for (const [next, { weight, visits, atMs }] of this.#next[item] ?? []) {
          if (visits < this.#minVisits) continue
          const aged = weight * 0.5 ** (Math.max(0, nowMs - atMs) / HALF_LIFE_MS)
          scores.set(next, (scores.get(next) ?? 0) + aged * BACK ** back)
        }
      })
    return scores
  }

  #strengthen(from: number, to: number, step: number, atMs: EpochMs): void {
    const successors = (this.#next[from] ??= new Map())
    const known = successors.get(to)
    if (known) {
      known.weight = known.weight * 0.5 ** (Math.max(0, atMs - known.atMs) / HALF_LIFE_MS) + step
      known.visits++
      known.atMs = Math.max(known.atMs, atMs)
      return
    }
    if (successors.size >= MAX_SUCCESSORS) successors.delete(weakest(successors))
    successors.set(to, { weight: step, visits: 1, atMs })
  }
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
