import type { EpochMs } from '../../model/time.ts'
import { addressBlocks } from '../address-blocks.ts'

/** Who tries: the name that is meant, and the address that asks (null where a contract does not tell). */
export type Attempt = {
  name: string
  address: string | null
  /** Counted under this in the place of the name. */
  countedAs?: string
}

/** Tries that may go wrong before the next has to wait: of a name, a line (an IPv4 address, an IPv6 /64), and the block around it. */
const FREE = { name: 5, line: 10, near: 50 } as const
/** The first wait; each further failure doubles it. */
const FIRST_WAIT_MS = 1_000
/** The longest: who mistyped comes back after a cup of coffee, a guesser gets four tries in an hour. */
const LONGEST_WAIT_MS = 15 * 60_000
/** Failures are forgotten so long after the last one. */
const FORGET_MS = 2 * 60 * 60_000
/** Names and blocks that are remembered, some 2 MB; the one that failed longest ago goes first. */
const MAX_KEYS = 10_000

type Count = { failures: number; lastMs: EpochMs }

/** Failed sign-ins, in memory alone. */
export interface SignInLimits {
  /** Milliseconds until this may be tried; 0 for now. */
  waitMs(attempt: Attempt): number
  /** Counts a try as failed before it is looked at, so that many at once count too. */
  begin(attempt: Attempt): void
  /** The try was right: its name is clear again, its address has one failure less. */
  succeed(attempt: Attempt): void
}

/** Counts that wait ever longer: 1 s, 2 s, 4 s … for each failure beyond the free ones of a name or of an address block. */
export function createSignInLimits(now: () => EpochMs): SignInLimits {
  const counts = new Map<string, Count>()
  const known = (key: string): Count | null => {
    const count = counts.get(key)
    if (!count) return null
    if (now() - count.lastMs < FORGET_MS) return count
    counts.delete(key)
    return null
  }
  const change = (key: string, by: 1 | -1) => {
    const before = known(key)
    counts.delete(key) // set anew: a Map keeps the order of first insertion, and the oldest is forgotten first
    const failures = (before?.failures ?? 0) + by
    if (failures <= 0) return
    const [oldest] = counts.size >= MAX_KEYS ? counts.keys() : []
    if (oldest !== undefined) counts.delete(oldest)
    counts.set(key, { failures, lastMs: by === 1 ? now() : (before?.lastMs ?? now()) })
  }
  return {
    waitMs: (attempt) =>
      Math.max(
        ...keysOf(attempt).map(({ key, free }) => {
          const count = known(key)
          if (!count || count.failures < free) return 0
          const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count.failures - free))
          return Math.max(0, count.lastMs + wait - now())
        }),
      ),
    begin: (attempt) => {
      for (const { key } of keysOf(attempt)) change(key, 1)
    },
    succeed: (attempt) => {
      for (const { key, isName } of keysOf(attempt)) {
        if (isName) counts.delete(key)
        else change(key, -1)
      }
    },
  }
}

/** Behind a proxy that is not trusted everybody comes from this machine: its address tells nobody apart. */
const LOOPBACK = /^(?:127\.|0:0:0:0)/

function keysOf({ name, address, countedAs }: Attempt): { key: string; free: number; isName: boolean }[] {
  const ofName = { key: countedAs ?? `name ${name.slice(0, 100)}`, free: FREE.name, isName: true }
  const { line, near } = addressBlocks(address ?? '')
  if (line === '' || LOOPBACK.test(line)) return [ofName]
  return [
    ofName,
    { key: `line ${line}`, free: FREE.line, isName: false },
    { key: `near ${near}`, free: FREE.near, isName: false },
  ]
}
