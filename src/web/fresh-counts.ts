import type { EpochMs } from '../model/time.ts'
import type { VotedOn } from './device-votes.ts'

/** Knows which finished pages show counts that have moved since. */
export interface FreshCounts {
  note(page: VotedOn, nowMs: EpochMs): void
  /** True where a count of `shows` moved since a page was made, and the page is old enough to be made anew for it. */
  isOld(shows: readonly string[], madeMs: EpochMs, nowMs: EpochMs): boolean
}

/** A page is made anew for its counts at most so often, however many votes come in. */
export const COUNTS_MS = 1_000
/** Counts that are remembered as moved, those that moved last: no page is kept so long that more would matter. */
const MAX_MOVED = 20_000

/** Counts of articles (`a7`) and stories (`s3`), by when they moved last. */
export function createFreshCounts(): FreshCounts {
  const moved = new Map<string, EpochMs>()
  const note = (name: string, nowMs: EpochMs) => {
    moved.delete(name)
    moved.set(name, nowMs)
    if (moved.size <= MAX_MOVED) return
    const oldest = moved.keys().next().value
    if (oldest !== undefined) moved.delete(oldest)
  }
  return {
    note: ({ articleId, storyId }, nowMs) => {
      note(`a${articleId}`, nowMs)
      if (storyId !== null) note(`s${storyId}`, nowMs)
    },
    isOld: (shows, madeMs, nowMs) =>
      nowMs - madeMs >= COUNTS_MS && shows.some((name) => (moved.get(name) ?? Number.NEGATIVE_INFINITY) >= madeMs),
  }
}

/** The counts that a page shows, by the marks `data-counts` in its text. */
export function countsShown(body: string): string[] {
  return [...new Set([...body.matchAll(/ data-counts="([as]\d{1,15})"/g)].map(([, name]) => name!))] // the group is not optional
}
