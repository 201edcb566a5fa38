import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS } from '../model/time.ts'
import { cacheMaxAgeMs } from './response-headers.ts'

/** What one poll of a feed showed. */
export type PollOutcomeFacts = {
  nowMs: EpochMs
  /** The interval learnt so far; 0 for a feed never polled. */
  intervalMs: number
  /** Entries that the poll brought for the first time. */
  newItems: number
  /** Failures in a row, this one included; 0 after a success. */
  failures: number
  /** Pause that the server asked for; null where it did not. */
  retryAfterMs: number | null
  /** Cache-Control as sent. */
  cacheControl: string | null
  /** Pause that the feed itself asks for. */
  ttlMinutes: number | null
  /** Pause between sound polls that the owner wants; null or absent where it is to be learnt. */
  wantedMs?: number | null
  /** A hub that has proved itself tells of new entries: polls only make sure that it still does. */
  isTold?: boolean
  /** 0 up to 1: spreads polls, handed in so that a run can be replayed. */
  random: number
}

/** When to poll again, and the interval to remember for the feed. */
export type NextPoll = { atMs: EpochMs; intervalMs: number }

/** Never sooner: a reader a quarter of an hour behind has lost nothing. */
export const MIN_INTERVAL_MS = 10 * MINUTE_MS
/** Never later without being told: a feed quiet for a year still speaks within the day. */
export const MAX_INTERVAL_MS = DAY_MS
const FIRST_INTERVAL_MS = HOUR_MS
/** Pause between polls of a feed whose hub tells: what a hub forgets is found on the same day. */
const TOLD_INTERVAL_MS = 6 * HOUR_MS
/** New entries that a poll should find: fewer, and it comes for nothing; more, and it comes late. */
const WANTED_NEW_ITEMS = 2
// One poll changes the interval by these factors at most, so that one odd hour does not unlearn a year.
const LEAST_FACTOR = 0.5
const EMPTY_FACTOR = 1.4
const FIRST_BACKOFF_MS = 10 * MINUTE_MS
// ttl and max-age ask for patience; beyond half a day it is a misunderstanding.
const MAX_ASKED_MS = 12 * HOUR_MS
/** Share of the interval by which a poll may come early or late, so that feeds met together drift apart. */
const JITTER = 0.1

/**
 * When to poll a feed again. After a success the interval moves towards the feed's own rhythm (about two new entries a poll);
 * after a failure it doubles from ten minutes up to a day and keeps trying, while the learnt interval stays as it was.
 * Where a hub tells of new entries, the wait is six hours at least; what the owner wants goes before both. Retry-After is kept to the second, ttl and max-age up to half a day.
 */
export function nextPollMs(facts: PollOutcomeFacts): NextPoll {
  const isTold = facts.isTold === true
  // Polls that a hub calls for say nothing of the rhythm that polling needs.
  const intervalMs = facts.failures > 0 || isTold ? facts.intervalMs || FIRST_INTERVAL_MS : learntIntervalMs(facts)
  const ownMs = isTold ? Math.max(intervalMs, TOLD_INTERVAL_MS) : intervalMs
  const soundMs = facts.wantedMs ?? ownMs
  const usualMs = facts.failures > 0 ? backoffMs(facts.failures) : soundMs
  const askedMs = Math.min(
    MAX_ASKED_MS,
    Math.max((facts.ttlMinutes ?? 0) * MINUTE_MS || 0, cacheMaxAgeMs(facts.cacheControl) ?? 0),
  )
  const spread = 1 - JITTER + 2 * JITTER * facts.random
  const waitMs = Math.max(usualMs * spread, askedMs * (1 + JITTER * facts.random))
  // A hard word of the server: never before it, with a little after it so that not all come at the same second.
  const toldMs = (facts.retryAfterMs ?? 0) * (1 + (JITTER / 2) * facts.random)
  return { atMs: Math.ceil(facts.nowMs + Math.max(waitMs, toldMs)), intervalMs: Math.round(intervalMs) }
}

function learntIntervalMs({ intervalMs, newItems }: PollOutcomeFacts): number {
  if (intervalMs <= 0) return FIRST_INTERVAL_MS
  const factor = newItems === 0 ? EMPTY_FACTOR : Math.max(LEAST_FACTOR, Math.min(1.2, WANTED_NEW_ITEMS / newItems))
  return Math.min(MAX_INTERVAL_MS, Math.max(MIN_INTERVAL_MS, intervalMs * factor))
}

/** How long we wait after so many failures in a row, before any spread. */
export const backoffMs = (failures: number): number =>
  Math.min(MAX_INTERVAL_MS, FIRST_BACKOFF_MS * 2 ** Math.min(20, failures - 1))
