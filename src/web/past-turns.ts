import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '../model/errors.ts'
import type { Store } from '../store/store.ts'

/** Does work of the past in its turn. @throws AppError too_often where too many wait already */
export type PastTurns = <Value>(work: () => Promise<Value>) => Promise<Value>

/** Pages of the past that may wait for their turn: some seconds of waiting, more is no reading. */
const MAX_WAITING = 20
/** Longest rest after a turn in milliseconds: a machine that stood still must not make the next one wait for as long again. */
const MAX_REST_MS = 500

const TURNS = new WeakMap<Store, PastTurns>()

/** The turns in which the past of a store is looked at: one line for all doors that show it. */
export function pastTurnsOf(store: Store): PastTurns {
  const turns = TURNS.get(store) ?? createPastTurns()
  TURNS.set(store, turns)
  return turns
}

/**
 * Lets one page of the past be made at a time, and then others as much time as it took. Each looks through all stories of its moment (about
 * 0.1 s of CPU at 20,000 articles) and moments have no end: without turns, one stranger's addresses would hold up all readers of now.
 */
export function createPastTurns(maxWaiting = MAX_WAITING): PastTurns {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return (work) => {
    if (waiting >= maxWaiting)
      return Promise.reject(
        new AppError('too_often', 'too many pages of the past are asked for just now: try again in a minute'),
      )
    waiting++
    let tookMs = 0
    const turn = last.then(async () => {
      const sinceMs = performance.now()
      try {
        return await work()
      } finally {
        waiting--
        tookMs = performance.now() - sinceMs
      }
    })
    // Also where nobody waits: an embedded store answers without a pause, so that the next one is heard of only when this one is done.
    const rest = () => pause(Math.min(MAX_REST_MS, tookMs))
    last = turn.then(rest, rest)
    return turn
  }
}
