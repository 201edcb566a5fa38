import { randomBytes } from 'node:crypto'
import { type EpochMs, HOUR_MS, SECOND_MS } from '../model/time.ts'
import { packMessage, releaseMessages, watchesToTell } from '../store/watch-messages.ts'
import { forgetWatches } from '../store/watches.ts'
import { isQuiet } from './deliver/quiet-hours.ts'
import { type Delivering, LEASE_MS, sendDue } from './deliver/send-due.ts'
import { tickWatches } from './watch-tick.ts'

/** How often watches are looked at: bursts are written every two minutes, articles when they come. */
const TICK_MS = 15 * SECOND_MS
/** How often watches that nobody needs are looked for. */
const FORGET_MS = HOUR_MS
/** Random bytes of a message's key. */
const KEY_BYTES = 18

/** Keeps watches: what is there to tell, and its way to readers. */
export type Watching = {
  /** Does what is due; called again and again, never beside itself. */
  tend: () => Promise<void>
  /** Tries so far, by way and end: `webhook-sent`, `mail-given-up`. */
  outcomes: () => ReadonlyMap<string, number>
}

export function createWatching(parts: Omit<Delivering, 'count'>): Watching {
  const outcomes = new Map<string, number>()
  const count: Delivering['count'] = (channel, outcome) => {
    const name = `${channel}-${outcome}`
    outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
  }
  const delivering = { ...parts, count }
  let isFirst = true
  const lastLook = { seen: '' }
  let [tickedMs, forgotMs]: [EpochMs, EpochMs] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  return {
    outcomes: () => outcomes,
    tend: async () => {
      const { store, stopping } = parts
      const nowMs = parts.now()
      // What the process before this one was sending when it stopped is sent now.
      if (isFirst) await releaseMessages(store, nowMs, nowMs + LEASE_MS)
      isFirst = false
      if (Math.abs(nowMs - forgotMs) >= FORGET_MS) {
        await forgetWatches(store, nowMs)
        forgotMs = nowMs
      }
      if (Math.abs(nowMs - tickedMs) >= TICK_MS) {
        await tickWatches(store, nowMs, lastLook)
        await packMessages(delivering, nowMs)
        tickedMs = nowMs
      }
      while (stopping?.aborted !== true && (await sendDue(delivering)) > 0) {
        // until nothing is due
      }
    },
  }
}

/** Makes a message for each watch that has something to tell and is not quiet: what came in quiet hours goes in one. */
async function packMessages({ store }: Delivering, nowMs: EpochMs): Promise<void> {
  for (let some = await watchesToTell(store); some.length > 0; some = await watchesToTell(store, some.at(-1)!.id)) {
    for (const watch of some) if (!isQuiet(watch.quiet, nowMs)) await packMessage(store, watch, messageKey(), nowMs)
  }
}

const messageKey = (): string => `msg_${randomBytes(KEY_BYTES).toString('base64url')}`
