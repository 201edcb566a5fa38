import { HOUR_MS } from '../../src/model/time.ts'
import { type Attack, asOf, END_MS } from './edition.ts'
import type { Ranker, RatedStory } from './rankers.ts'

/** Places that attacked stories rise: the worst, the mean, and the share that rise by more than one. */
export type Rises = { worst: number; mean: number; share: number }

/** Attacks every story of an edition alone, one after the other. */
export function risesUnder(attack: Attack, ranker: Ranker, edition: readonly RatedStory[]): Rises {
  const keys = edition.map((story) => ranker(story, END_MS))
  const rises = edition.map((story, at) => {
    const key = ranker(attack(story), END_MS)
    const others = keys.filter((_, other) => other !== at)
    return placeOf(keys[at]!, others) - placeOf(key, others)
  })
  const all = rises.reduce((sum, rise) => sum + rise, 0)
  return {
    worst: Math.max(...rises),
    mean: all / rises.length,
    share: rises.filter((rise) => rise > 1).length / rises.length,
  }
}

/** Share of pairs among the first 25 that change their order in eight hours in which nothing happens: age alone should tell nothing new. */
export function turnedByAge(ranker: Ranker, edition: readonly RatedStory[]): number {
  const top = [...edition].sort((a, b) => ranker(b, END_MS) - ranker(a, END_MS)).slice(0, TOP)
  let [turned, pairs] = [0, 0]
  for (const [at, above] of top.entries()) {
    for (const below of top.slice(at + 1)) {
      pairs++
      if (ranker(above, END_MS + AGE_MS) < ranker(below, END_MS + AGE_MS)) turned++
    }
  }
  return turned / pairs
}

/** Share of the first ten that are there an hour later, over the last day of an edition that goes on. */
export function keptHourly(ranker: Ranker, edition: readonly RatedStory[]): number {
  const topAt = (atMs: number) =>
    edition
      .flatMap((story) => asOf(story, atMs) ?? [])
      .map((story) => ({ name: story.votes[0]!, key: ranker(story, atMs) }))
      .sort((a, b) => b.key - a.key)
      .slice(0, FIRST)
      .map(({ name }) => name)
  let kept = 0
  for (let hour = 0; hour < DAY_HOURS; hour++) {
    const [then, now] = [hour + 1, hour].map((ago) => topAt(END_MS - ago * HOUR_MS))
    kept += then!.filter((name) => now!.includes(name)).length / FIRST
  }
  return kept / DAY_HOURS
}

const TOP = 25
const FIRST = 10
const DAY_HOURS = 24
const AGE_MS = 8 * HOUR_MS

function placeOf(key: number, others: readonly number[]): number {
  return others.filter((other) => other > key).length
}
