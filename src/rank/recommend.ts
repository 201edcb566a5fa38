import type { ListEntry, Reason } from '../model/list.ts'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import { ItemNames } from './item-names.ts'
import {
  fitMix,
  GIVEN_MIX,
  type Mix,
  type MixExample,
  mixScore,
  VOICES,
  type Voice,
  type VoiceScores,
} from './learnt-mix.ts'
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
  /**
   * As `learn`, and learns from the later part of the events how much each voice is to be trusted: what the earlier ones
   * would have said is held against what readers then did. Costs about 2 ms for each of at most 8,000 readings.
   */
  learnWithMix(events: readonly VisitEvent[]): void
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
/** What rises counts this much where it has fully risen, in units of the mix. */
const RISING_WEIGHT = 0.8
/** A visit counts half for what is popular now after this long. */
const POPULAR_HALF_LIFE_MS = DAY_MS / 2
const DEFAULT_MAX_VISITS = 500_000
/** A pulse score that counts as fully risen. */
const RISEN = 15
/** Readings just now, as a logarithm, that count as much read. */
const MUCH_READ_LOG = 8
/** Shares of the events after which the mix is learnt from what comes next, up to the following one. */
const MIX_FROM = [0.6, 0.8, 1] as const
/** Items of a visit that the mix learns from: a longer one is a robot or a kiosk. */
const MAX_READ = 50
/** Readings of one such part that are looked at, evenly spread, and candidates of each, best first. */
const MIX_EXAMPLES = 4_000
const MIX_CANDIDATES = 200

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
  #mix: Mix = GIVEN_MIX

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

  learnWithMix(events: readonly VisitEvent[]): void {
    const examples: MixExample[] = []
    let from = 0
    for (const share of MIX_FROM) {
      const until = Math.floor(share * events.length)
      const part = events.slice(from, until)
      if (from > 0) examples.push(...this.#examples(part))
      this.learn(part)
      from = until
    }
    this.#mix = fitMix(examples)
  }

  setRising(scores: ReadonlyMap<string, number>): void {
    this.#rising = scores
  }

  setSimilar(similar: (item: string) => readonly { id: string; score: number }[]): void {
    this.#similar = similar
  }

  recommend({ items, limit, novel = false, nowMs = this.#lastMs }: RecommendQuery): ListEntry<string>[] {
    const recent = items.slice(-QUERY_ITEMS)
    const single = new Set(recent).size === 1
    const read = new Set(items)
    const isOpen = (item: string): boolean => !(novel && read.has(item))
    const found = [...this.#voicesOf(recent, nowMs)]
      .map(([number, voices]) => ({ id: this.#names.nameOf(number), number, voices }))
      .filter(({ id }) => isOpen(id))
      .map((one) => ({ ...one, score: mixScore(this.#mix, one.voices, single) + this.#risingOf(one.id) }))
      .sort((a, b) => b.score - a.score || a.number - b.number)
      .slice(0, limit)
    const best = found[0]?.score ?? 0
    const entries = found.map(({ id, score, voices }) => ({
      id,
      score: Math.exp(score - best),
      reason: this.#reasonFor(id, voices, recent),
    }))
    return entries.length < limit ? [...entries, ...this.#fill(entries, limit, isOpen)] : entries
  }

  /** Visits that begin among these events, cut before each item that is new to them: what the voices say without having seen it. */
  #examples(events: readonly VisitEvent[]): MixExample[] {
    const readings = novelReadings(events)
    const every = Math.max(1, Math.ceil(readings.length / MIX_EXAMPLES))
    return readings.flatMap((reading, at) => (at % every === 0 ? (this.#example(reading) ?? []) : []))
  }

  #example({ items, next, atMs }: Reading): MixExample | null {
    const recent = items.slice(-QUERY_ITEMS)
    const single = new Set(recent).size === 1
    const target = this.#names.find(next)
    const read = new Set(items)
    const candidates = [...this.#voicesOf(recent, atMs)]
      .filter(([number]) => !read.has(this.#names.nameOf(number)))
      .map(([number, voices]) => ({ number, voices, score: mixScore(GIVEN_MIX, voices, single) }))
      .sort((a, b) => b.score - a.score || a.number - b.number)
      .filter(({ number }, at) => at < MIX_CANDIDATES || number === target)
    const chosen = candidates.findIndex(({ number }) => number === target)
    return chosen < 0 ? null : { candidates: candidates.map(({ voices }) => voices), chosen, single }
  }

  /** Every item that any voice names, with what each says of it. What is merely read much now is no candidate by that alone. */
  #voicesOf(recent: readonly string[], nowMs: EpochMs): Map<number, VoiceScores> {
    const numbers = recent.flatMap((item) => this.#names.find(item) ?? [])
    const last = numbers[numbers.length - 1]
    const found = new Map<number, VoiceScores>()
    const hear = (voice: Voice, scores: ReadonlyMap<number, number>): void => {
      const best = largest(scores.values())
      for (const [number, score] of scores) {
        let said = found.get(number)
        if (!said) found.set(number, (said = new Float64Array(VOICES.length)))
        said[VOICES.indexOf(voice)] = best > 0 ? score / best : 0
      }
    }
    hear('neighbours', this.#neighbours.score(numbers, nowMs))
    hear('rules', this.#rules.score(numbers, nowMs))
    hear('together', this.#neighbours.together(numbers))
    hear('similar', this.#similarScores(recent))
    if (last !== undefined) {
      hear('rightAfter', this.#rules.rightAfter(last, nowMs))
      hear('leaders', this.#rules.leadersTo(last, nowMs))
      hear('twoSteps', this.#rules.twoSteps(last))
    }
    for (const [number, said] of found) said[VOICES.indexOf('recent')] = this.#recentShare(number)
    return found
  }

  #risingOf(id: string): number {
    return RISING_WEIGHT * Math.min(1, (this.#rising.get(id) ?? 0) / RISEN)
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

  /** How much an item is read just now, 0 to 1, as a logarithm. */
  #recentShare(number: number): number {
    const newest = this.#firstMs === null ? 0 : (this.#lastMs - this.#firstMs) / POPULAR_HALF_LIFE_MS
    const readings = 2 ** ((this.#popular[number] ?? -Infinity) - newest)
    return Math.min(1, Math.log(1 + readings) / MUCH_READ_LOG)
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

  #reasonFor(id: string, voices: VoiceScores, recent: readonly string[]): Reason {
    if ((this.#rising.get(id) ?? 0) >= RISEN) return RISING
    const isRead = VOICES.some((voice, at) => voice !== 'similar' && voice !== 'recent' && voices[at]! > 0)
    return isRead
      ? { code: 'readers-went-on', values: recent.slice(-1), text: 'readers of this went on to it' }
      : { code: 'similar-words', values: recent.slice(-1), text: 'like what you read' }
  }
}

const RISING: Reason = { code: 'rising', values: [], text: 'rising now' }

type Reading = { items: readonly string[]; next: string; atMs: EpochMs }

/** Each item of each visit that its reader had not read before in it, with what had been read. */
function novelReadings(events: readonly VisitEvent[]): Reading[] {
  const visits = new Map<string, string[]>()
  const readings: Reading[] = []
  for (const { session, item, atMs } of events) {
    const before = visits.get(session) ?? []
    if (before.length > 0 && !before.includes(item)) readings.push({ items: before.slice(), next: item, atMs })
    if (before.length < MAX_READ) visits.set(session, [...before, item])
  }
  return readings
}

function largest(scores: Iterable<number>): number {
  let best = 0
  for (const score of scores) if (score > best) best = score
  return best
}

function addLog2(a: number, b: number): number {
  const high = Math.max(a, b)
  return high === -Infinity ? high : high + Math.log2(2 ** (a - high) + 2 ** (b - high))
}
