import type { EpochMs } from './time.ts'

/** One vote that reaches the pulse: an article about a key (`KIND:ID`, such as `story:3f2a`, `tag:ilse-varga`, `section:economy`), from a feed, belonging to a family of copies. */
export type PulseEvent = { atMs: EpochMs; key: string; feed: string; family: string | null }

/** How surprising one key is at one tick. */
export type PulseScore = {
  /** Start of the tick. */
  tickMs: EpochMs
  key: string
  /** Log-odds-like score, 0 at the usual rate; comparable between keys. */
  score: number
  /** Independent texts in the window that surprised most. */
  seen: number
  /** What was usual for that window. */
  expected: number
  /** Length of that window in hours. */
  windowHours: number
  /** False alarms a day over all keys at this score, from the system's own past; null before enough is known. */
  falseRate: number | null
}
