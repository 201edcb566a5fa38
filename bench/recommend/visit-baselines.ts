import { DAY_MS } from '../../src/model/time.ts'
import type { VisitEvent } from '../../src/rank/recommend.ts'

/** A plain method: scores of items for a visit so far; higher is better. */
export type Baseline = (items: readonly string[]) => ReadonlyMap<string, number>

type Visit = { items: string[]; distinct: ReadonlySet<string>; atMs: number }
type Counts = Map<string, Map<string, number>>

const POPULAR_HALF_LIFE_MS = DAY_MS / 2
/** Steps over which one item leads to another. */
const RULE_STEPS = 10
/** Neighbours that vote, and recent visits that they are chosen from, as the papers have them. */
const NEIGHBOURS = 100
const SAMPLE = 500

/**
 * What plain methods say, by name, learnt from visits of two items or more.
 * **Source:** Jannach & Ludewig, When recurrent neural networks meet the neighborhood (RecSys 2017), S-KNN; Ludewig & Jannach, Evaluation of
 * session-based recommendation algorithms (UMUAI 2018), association rules, sequential rules, V-SKNN.
 */
export function visitBaselines(events: readonly VisitEvent[]): Readonly<Record<string, Baseline>> {
  const visits = visitsOf(events)
  const { popular, recent } = popularity(visits)
  const { together, rules } = pairs(visits)
  const near = neighbours(visits)
  const lastOf = (counts: Counts, items: readonly string[]) => counts.get(items[items.length - 1] ?? '') ?? popular
  return {
    popularity: () => popular,
    'recent popularity': () => recent,
    'item co-occurrence': (items) => lastOf(together, items),
    'sequential rules': (items) => lastOf(rules, items),
    'S-KNN': (items) => near(items, false),
    'V-SKNN': (items) => near(items, true),
    'rules + V-SKNN': (items) => halves(near(items, true), rules.get(items[items.length - 1] ?? '') ?? new Map()),
  }
}

/** The best items of a score that a visit has not read; ties in the order in which items were met. */
export function bestOf(scores: ReadonlyMap<string, number>, read: readonly string[], limit: number): string[] {
  const seen = new Set(read)
  return [...scores]
    .filter(([item]) => !seen.has(item))
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([item]) => item)
}

function visitsOf(events: readonly VisitEvent[]): Visit[] {
  return [...Map.groupBy(events, ({ session }) => session).values()]
    .map((own) => {
      const items = own.map(({ item }) => item)
      return { items, distinct: new Set(items), atMs: own[own.length - 1]!.atMs } // a group is never empty
    })
    .filter(({ items }) => items.length > 1)
}

function popularity(visits: readonly Visit[]) {
  const newestMs = visits.reduce((newest, { atMs }) => Math.max(newest, atMs), 0)
  const [popular, recent] = [new Map<string, number>(), new Map<string, number>()]
  for (const { items, atMs } of visits)
    for (const item of items) {
      add(popular, item, 1)
      add(recent, item, 0.5 ** ((newestMs - atMs) / POPULAR_HALF_LIFE_MS))
    }
  return { popular, recent }
}

function pairs(visits: readonly Visit[]): { together: Counts; rules: Counts } {
  const [together, rules]: [Counts, Counts] = [new Map(), new Map()]
  for (const { items } of visits)
    for (let from = 0; from < items.length; from++)
      for (let to = from + 1; to < items.length; to++) {
        const [first, second] = [items[from]!, items[to]!]
        if (first === second) continue
        add(countsOf(together, first), second, 1)
        add(countsOf(together, second), first, 1)
        if (to - from <= RULE_STEPS) add(countsOf(rules, first), second, 1 / (to - from))
      }
  return { together, rules }
}

/** Votes of the visits most like this one: plain cosine, or with places in the visit and rarity (`vector`). */
function neighbours(visits: readonly Visit[]) {
  const holders = new Map<string, Visit[]>()
  for (const visit of visits)
    for (const item of visit.distinct) {
      const own = holders.get(item)
      if (own) own.push(visit)
      else holders.set(item, [visit])
    }
  for (const own of holders.values()) own.sort((a, b) => b.atMs - a.atMs)
  return (items: readonly string[], vector: boolean): Map<string, number> => {
    const weights = new Map(items.map((item, at) => [item, vector ? (at + 1) / items.length : 1]))
    const found = new Set([...new Set(items)].flatMap((item) => (holders.get(item) ?? []).slice(0, 2 * SAMPLE)))
    const nearest = [...found]
      .sort((a, b) => b.atMs - a.atMs)
      .slice(0, SAMPLE)
      .map((visit) => {
        const shared = [...visit.distinct].filter((item) => weights.has(item))
        const likeness = shared.reduce((sum, item) => sum + weights.get(item)!, 0) // shared: each has a weight
        const length = visit.distinct.size * (vector ? 1 : weights.size)
        const place = Math.max(...shared.map((item) => items.lastIndexOf(item)))
        return { visit, likeness: likeness / Math.sqrt(length), back: items.length - place }
      })
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, NEIGHBOURS)
    const scores = new Map<string, number>()
    for (const { visit, likeness, back } of nearest)
      for (const item of visit.distinct) {
        const rarity = Math.log(visits.length / holders.get(item)!.length)
        add(scores, item, vector ? (likeness / back) * rarity : likeness)
      }
    return scores
  }
}

/** Half of each, by shares of the best. */
function halves(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> {
  const sum = new Map<string, number>()
  for (const scores of [a, b]) {
    let best = 0
    for (const score of scores.values()) best = Math.max(best, score)
    for (const [item, score] of scores) add(sum, item, score / (2 * (best || 1)))
  }
  return sum
}

function countsOf(counts: Counts, item: string): Map<string, number> {
  const known = counts.get(item) ?? new Map<string, number>()
  counts.set(item, known)
  return known
}

function add(scores: Map<string, number>, item: string, score: number): void {
  scores.set(item, (scores.get(item) ?? 0) + score)
}
