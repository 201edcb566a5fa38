import type { ListEntry, Reason } from '../model/list.ts'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import { ItemNames } from './item-names.ts'
import { NextItemRules } from './next-item-rules.ts'
import { VisitNeighbours } from './visit-neighbours.ts'

/** One reading of one item in one visit. */
export type VisitEvent = { session: string; item: string; atMs: EpochMs }

export type RecommendQuery = {
  /** What this visit has read, oldest first; only the last 20 count. */
  items: readonly string[]
  limit: number
  /** Leaves out what the visit has read. */
  novel?: boolean
  /** Moment of the query, for the weight of what is new; the latest event learnt, where absent. */
  nowMs?: EpochMs
}

/** Learns from visits what readers go on to, and says what one may want next. */
export interface Recommender {
  /** Adds events in order of time; events of a known visit continue it. */
  learn(events: readonly VisitEvent[]): void
  /** Pulse scores of items now: what is rising is preferred among what is otherwise alike. */
  setRising(scores: ReadonlyMap<string, number>): void
  /** Content neighbours of an item, best first: what is recommended where too few readers have been. */
  setSimilar(similar: (item: string) => readonly { id: string; score: number }[]): void
  /** Best first; falls back to what is popular now, so that the list is full whenever enough items are known. */
  recommend(query: RecommendQuery): ListEntry<string>[]
}

export type RecommenderOptions = {
  /** Visits held at most; the oldest go. */
  maxVisits?: number
  /** An item is recommended by co-reading only when this many visits hold the pair: 10 where readers are people of a site. */
  minVisits?: number
}

const QUERY_ITEMS = 20
/** How much each voice says, once each is scaled to a best of 1; tuned on the last day of the training visits (docs/decisions/recommendation.md). */
const MIX = { neighbours: 0.5, rules: 0.1, similar: 0.4, rising: 0.1, popular: 0.001 }
/** A visit counts half for what is popular now after this long. */
const POPULAR_HALF_LIFE_MS = DAY_MS / 2
const DEFAULT_MAX_VISITS = 500_000
/** A pulse score that counts as fully risen. */
const RISEN = 15

/** A recommender that has seen nobody. */
export function createRecommender({
  maxVisits = DEFAULT_MAX_VISITS,
  minVisits = 1,
}: RecommenderOptions = {}): Recommender {
  return new Engine(maxVisits, minVisits)
}

class Engine implements Recommender {
  readonly #names = new ItemNames()
  readonly #neighbours: VisitNeighbours
  readonly #rules: NextItemRules
  /** Forward-decayed readings by item, in powers of two since the first event. */
  #popular: number[] = []
  #firstMs: EpochMs | null = null
  #lastMs: EpochMs = 0
  #rising: ReadonlyMap<string, number> = new Map()
  #similar: (item: string) => readonly { id: string; score: number }[] = () => []

  constructor(maxVisits: number, minVisits: number) {
    this.#neighbours = new VisitNeighbours(maxVisits, minVisits)
    this.#rules = new NextItemRules(minVisits)
  }

  learn(events: readonly VisitEvent[]): void {
    for (const { session, item, atMs } of events) {
      const number = this.#names.numberOf(item)
      this.#firstMs ??= atMs
      this.#lastMs = Math.max(this.#lastMs, atMs)
      const before = this.#neighbours.append(session, number, atMs)
      this.#rules.learn(before, number, atMs)
      this.#popular[number] = addLog2(this.#popular[number] ?? -Infinity, (atMs - this.#firstMs) / POPULAR_HALF_LIFE_MS)
    }
  }

  setRising(scores: ReadonlyMap<string, number>): void {
    this.#rising = scores
  }

  setSimilar(similar: (item: string) => readonly { id: string; score: number }[]): void {
    this.#similar = similar
  }

  recommend({ items, limit, novel = false, nowMs = this.#lastMs }: RecommendQuery): ListEntry<string>[] {
    const recent = items.slice(-QUERY_ITEMS)
    const numbers = recent.flatMap((item) => this.#names.find(item) ?? [])
    const voices = {
      neighbours: this.#neighbours.score(numbers, nowMs),
      rules: this.#rules.score(numbers, nowMs),
      similar: this.#similarScores(recent),
    }
    const mixed = mix(voices)
    const read = new Set(items)
    const isOpen = (item: string): boolean => !(novel && read.has(item))
    for (const [number, score] of mixed) {
      const rising = Math.min(1, (this.#rising.get(this.#names.nameOf(number)) ?? 0) / RISEN)
      if (rising > 0) mixed.set(number, score + MIX.rising * rising)
    }
    const found = [...mixed]
      .map(([number, score]) => ({ id: this.#names.nameOf(number), score: score + this.#popularShare(number), number }))
      .filter(({ id }) => isOpen(id))
      .sort((a, b) => b.score - a.score || a.number - b.number)
      .slice(0, limit)
      .map(({ id, score, number }) => ({ id, score, reason: this.#reasonFor(id, number, voices, recent) }))
    return found.length < limit ? [...found, ...this.#fill(found, limit, isOpen)] : found
  }

  #similarScores(recent: readonly string[]): Map<number, number> {
    const scores = new Map<number, number>()
    recent.toReversed().forEach((item, back) => {
      for (const { id, score } of this.#similar(item)) {
        const number = this.#names.numberOf(id)
        scores.set(number, (scores.get(number) ?? 0) + score / (back + 1))
      }
    })
    return scores
  }

  #popularShare(number: number): number {
    const newest = this.#firstMs === null ? 0 : (this.#lastMs - this.#firstMs) / POPULAR_HALF_LIFE_MS
    return MIX.popular * 2 ** Math.min(0, (this.#popular[number] ?? -Infinity) - newest - 10)
  }

  #fill(found: readonly ListEntry<string>[], limit: number, isOpen: (item: string) => boolean): ListEntry<string>[] {
    const taken = new Set(found.map(({ id }) => id))
    const order = this.#popular
      .map((popular, number) => ({ popular, number, id: this.#names.nameOf(number) }))
      .filter(({ id }) => isOpen(id) && !taken.has(id))
      .sort((a, b) => b.popular - a.popular || a.number - b.number)
    const lowest = found[found.length - 1]?.score ?? 1
    return order.slice(0, limit - found.length).map(({ id }, at) => ({
      id,
      score: lowest / (at + 2),
      reason: (this.#rising.get(id) ?? 0) > 0 ? RISING : { code: 'popular', values: [], text: 'much read now' },
    }))
  }

  #reasonFor(id: string, number: number, voices: Voices, recent: readonly string[]): Reason {
    if ((this.#rising.get(id) ?? 0) >= RISEN) return RISING
    if ((voices.rules.get(number) ?? 0) > 0 || (voices.neighbours.get(number) ?? 0) > 0) {
      return { code: 'readers-went-on', values: recent.slice(-1), text: 'readers of this went on to it' }
    }
    return { code: 'similar-words', values: recent.slice(-1), text: 'like what you read' }
  }
}

type Voices = { neighbours: Map<number, number>; rules: Map<number, number>; similar: Map<number, number> }
const RISING: Reason = { code: 'rising', values: [], text: 'rising now' }

function mix(voices: Voices): Map<number, number> {
  const mixed = new Map<number, number>()
  for (const voice of ['neighbours', 'rules', 'similar'] as const) {
    const best = Math.max(0, ...voices[voice].values())
    if (best === 0) continue
    for (const [number, score] of voices[voice]) {
      mixed.set(number, (mixed.get(number) ?? 0) + (MIX[voice] * score) / best)
    }
  }
  return mixed
}

function addLog2(a: number, b: number): number {
  const high = Math.max(a, b)
  return high === -Infinity ? high : high + Math.log2(2 ** (a - high) + 2 ** (b - high))
}
