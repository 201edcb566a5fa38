import type { PulseSettings } from './settings.ts'
import type { StateReader, StateWriter } from './state-bytes.ts'
import { WEEK_SLOTS } from './week-shapes.ts'

/** Hits older than this many weeks no longer tell of a routine. */
const REMEMBERED_WEEKS = 4
/** Repeats that make a routine: one repeat. */
const HITS_FOR_ROUTINE = 2
/** Hits remembered at most, over all keys: 20 bytes each. */
const MAX_HITS = 500_000

/**
 * What comes every week at the same hour (a column, a match day, a jobs report): surprising three-tick sums are kept for
 * four weeks by key and hour of week; from one repeat on, the hour is expected.
 */
export class Routines {
  readonly #settings: PulseSettings
  /** By key * 168 + slot: pairs of hour since 1970 and excess an hour. */
  readonly #hits = new Map<number, number[]>()
  #count = 0

  constructor(settings: PulseSettings) {
    this.#settings = settings
  }

  /** Remembers that three ticks around an hour brought `excess` texts an hour more than usual. */
  add(key: number, hour: number, excessPerHour: number): void {
    const at = key * WEEK_SLOTS + (hour % WEEK_SLOTS)
    const hits = this.#hits.get(at)
    if (this.#count >= MAX_HITS && !hits) return
    const kept = hits ? keepRecent(hits, hour) : []
    this.#count += kept.length / 2 + 1 - (hits?.length ?? 0) / 2
    kept.push(hour, excessPerHour)
    this.#hits.set(at, kept)
  }

  /** Texts an hour that routine adds at this hour: 0 where there is none. */
  expectedPerHour(key: number, hour: number): number {
    let best = 0
    for (let shift = -1; shift <= 1; shift++) {
      const hits = this.#hits.get(key * WEEK_SLOTS + ((hour + shift + WEEK_SLOTS) % WEEK_SLOTS))
      if (hits) best = Math.max(best, routineOf(hits, hour + shift))
    }
    return best * this.#settings.routineLift
  }

  /** Drops what is older than four weeks before `hour`, and everything of the keys that `isGone` names. */
  sweep(hour: number, isGone: (key: number) => boolean): void {
    for (const [at, hits] of this.#hits) {
      const kept = isGone(Math.floor(at / WEEK_SLOTS)) ? [] : keepRecent(hits, hour)
      this.#count -= (hits.length - kept.length) / 2
      if (kept.length === 0) this.#hits.delete(at)
      else if (kept.length < hits.length) this.#hits.set(at, kept)
    }
  }

  write(writer: StateWriter): void {
    writer.text(JSON.stringify([...this.#hits]))
  }

  read(reader: StateReader): void {
    this.#count = 0
    for (const [at, hits] of JSON.parse(reader.text()) as [number, number[]][]) {
      // written by `write` alone
      this.#hits.set(at, hits)
      this.#count += hits.length / 2
    }
  }
}

function keepRecent(hits: readonly number[], hour: number): number[] {
  const kept: number[] = []
  for (let at = 0; at < hits.length; at += 2) {
    if (hour - hits[at]! <= REMEMBERED_WEEKS * WEEK_SLOTS + 1) kept.push(hits[at]!, hits[at + 1]!)
  }
  return kept
}

/** Mean excess of the hits in earlier weeks, or 0 where there are too few. */
function routineOf(hits: readonly number[], hour: number): number {
  let sum = 0
  let count = 0
  for (let at = 0; at < hits.length; at += 2) {
    const weeks = (hour - hits[at]!) / WEEK_SLOTS
    if (weeks < 0.5 || weeks > REMEMBERED_WEEKS + 0.5) continue
    sum += hits[at + 1]!
    count++
  }
  return count >= HITS_FOR_ROUTINE ? sum / count : 0
}
