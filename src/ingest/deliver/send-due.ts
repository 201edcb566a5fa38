import type { FetchClient } from '../../fetch/client.ts'
import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS } from '../../model/time.ts'
import type { Watch, WatchMessage } from '../../model/watch.ts'
import type { Store } from '../../store/store.ts'
import {
  type DueMessage,
  eventsOfMessage,
  noteSent,
  noteUnsent,
  postponeMessage,
  takeDueMessages,
} from '../../store/watch-messages.ts'
import { type Delivered, type Letter, letterOf } from './letter.ts'
import type { Mailer } from './mail.ts'
import { type NtfyServer, publishNtfy } from './ntfy.ts'
import { isQuiet } from './quiet-hours.ts'
import { postWebhook } from './webhook.ts'

/** Pauses after each failed try; after the last of them there is one more try, and then it is given up. 42 hours in all. */
const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS, 10 * HOUR_MS, DAY_MS]
/** Tries of one message. */
export const MAX_TRIES = PAUSES_MS.length + 1
/** A pause is longer by up to this share: receivers that were down are not met by all at once. */
const SPREAD = 0.2
/** How long one try may take; a message whose sender is gone is sent again after it. Longer than any way's own bounds. */
export const LEASE_MS = 2 * MINUTE_MS
/** Messages sent at the same time. */
const AT_ONCE = 8
/** Messages of a watch whose quiet hours have begun are looked at again so often. */
const QUIET_LOOK_MS = 5 * MINUTE_MS
/** A receiver that asks for a longer pause is asked after this all the same. */
const MAX_RETRY_AFTER_MS = DAY_MS

/** What messages are sent with. `mail` and `ntfy` are null where the owner has set up none. */
export type Delivering = {
  store: Store
  fetch: FetchClient
  mail: Mailer | null
  ntfy: NtfyServer | null
  /** The site's address without a slash at the end, and its name. */
  base: string
  siteName: string
  now: () => EpochMs
  random: () => number
  stopping: AbortSignal | null
  log: (event: string, fields: Record<string, unknown>) => void
  /** Told how each try ended: `sent`, `retried`, or `given-up`, by its way. */
  count: (channel: Watch['channel'], outcome: 'sent' | 'retried' | 'given-up') => void
}

/** Sends what is due, each message at least once; gives how many were taken. What a stop cuts short is sent after the next start, by the same key. */
export async function sendDue(delivering: Delivering): Promise<number> {
  const taken = await takeDueMessages(delivering.store, delivering.now(), { leaseMs: LEASE_MS, limit: AT_ONCE })
  await Promise.all(taken.map((due) => sendOne(delivering, due)))
  return taken.length
}

async function sendOne(delivering: Delivering, { message, watch }: DueMessage): Promise<void> {
  const { store, now, stopping } = delivering
  // A confirmation is an answer to what somebody has just asked for.
  if (message.kind === 'news' && isQuiet(watch.quiet, now()))
    return postponeMessage(store, message, now() + QUIET_LOOK_MS)
  const letter = letterOf(message, watch, await eventsOfMessage(store, message.id), delivering)
  const delivered = await deliver(delivering, letter, watch)
  if (delivered.ok) {
    delivering.count(watch.channel, 'sent')
    return noteSent(store, message, now())
  }
  if (stopping?.aborted === true) return postponeMessage(store, message, now())
  const retryMs = retryAt(message, delivered, now(), delivering.random())
  delivering.count(watch.channel, retryMs === null ? 'given-up' : 'retried')
  delivering.log('delivery-failed', {
    watch: watch.id,
    message: message.id,
    tries: message.tries,
    reason: delivered.reason,
  })
  await noteUnsent(store, message, delivered.reason, retryMs)
}

function deliver(delivering: Delivering, letter: Letter, watch: Watch): Promise<Delivered> | Delivered {
  const posting = { fetch: delivering.fetch, nowMs: delivering.now(), signal: delivering.stopping }
  if (watch.channel === 'webhook') return postWebhook(letter, watch, posting)
  if (watch.channel === 'mail')
    return delivering.mail?.(letter, watch, delivering.stopping) ?? notSetUp('mail (TRENDPULSE_SMTP_URL)')
  if (watch.channel === 'ntfy')
    return delivering.ntfy === null
      ? notSetUp('an ntfy server (TRENDPULSE_NTFY_URL)')
      : publishNtfy(letter, watch, delivering.ntfy, posting)
  return { ok: true } // a feed is asked for
}

const notSetUp = (what: string): Delivered => ({
  ok: false,
  reason: `This site has no ${what} any more.`,
  isFinal: false,
  retryAfterMs: null,
})

/** When a message is sent again; null where it is given up. */
function retryAt(
  message: WatchMessage,
  failed: Extract<Delivered, { ok: false }>,
  nowMs: EpochMs,
  random: number,
): EpochMs | null {
  const pauseMs = PAUSES_MS[message.tries - 1]
  if (failed.isFinal || pauseMs === undefined) return null
  const asked = Math.min(failed.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS)
  return nowMs + Math.max(asked, Math.round(pauseMs * (1 + SPREAD * random)))
}
