import { randomBytes } from 'node:crypto'
import type { FetchedDocument } from '../fetch/client.ts'
import { backoffMs } from '../fetch/politeness.ts'
import { hubLinks, subscriptionForm, webUrl } from '../fetch/websub.ts'
import type { FeedMeta } from '../model/entry.ts'
import { DAY_MS, type EpochMs, HOUR_MS, MINUTE_MS, SECOND_MS } from '../model/time.ts'
import { type PollableFeed, pollSoon } from '../store/feeds.ts'
import {
  changeSubscription,
  dueSubscriptions,
  leaveHub,
  offerHub,
  removeSubscription,
  type Subscription,
  subscriptionOf,
} from '../store/websub.ts'
import type { Polling } from './poll.ts'
import { isStopping } from './read-entry.ts'

/** Lease that hubs are asked for; they may grant less. */
const LEASE_MS = 7 * DAY_MS
/** How long a hub has to ask back. */
const ASK_BACK_MS = 10 * MINUTE_MS
/** How long a hub has to ask back about a feed that was removed; then the lease ends by itself. */
const LEAVE_MS = HOUR_MS
/** Subscriptions tended at once: most feeds share a few hubs, which are asked one after another. */
const AT_ONCE = 16
/** Random bytes of a callback's address and of a secret: nobody guesses 256 bits. */
const TOKEN_BYTES = 32
/** Bytes of a hub's answer that are read: it says nothing that matters. */
const MAX_ANSWER_BYTES = 64 * 1024
/** Pause before a poll for what a hub told while another poll ran. */
const AGAIN_MS = 5 * SECOND_MS

/**
 * Takes note of the hub that a feed names, by its headers or by itself; a feed that names none any more leaves its hub.
 * The topic is the address that the feed gives itself, else the one that it was found at.
 */
export async function noteHub(
  polling: Polling,
  feedId: number,
  document: FetchedDocument,
  meta: FeedMeta,
): Promise<void> {
  const links = hubLinks(document.headers.link, document.url)
  const hub = links.hub ?? (meta.hub === null ? null : webUrl(meta.hub, document.url))
  const topic = links.self ?? (meta.self === null ? null : webUrl(meta.self, document.url)) ?? document.url
  const known = await subscriptionOf(polling.store, feedId)
  if (hub === null) return known ? leaveHub(polling.store, feedId) : undefined
  if (known?.hub === hub && known.topic === topic) return
  const [token, secret] = [
    randomBytes(TOKEN_BYTES).toString('base64url'),
    randomBytes(TOKEN_BYTES).toString('base64url'),
  ]
  await offerHub(polling.store, feedId, { hub, topic, token, secret })
}

/**
 * Whether a hub tells so well of a feed that polls only look after it: the lease runs, and since a poll last found
 * what it had not told it has rung.
 */
export function tellsWell(hub: Subscription | null, nowMs: EpochMs): boolean {
  if (hub?.state !== 'active' || (hub.leaseEndMs ?? 0) <= nowMs) return false
  return (hub.pingedMs ?? 0) > (hub.missedMs ?? 0)
}

/** After a poll: notes what the hub had not told, and has the feed polled again where the hub rang meanwhile. */
export async function settleWithHub(
  polling: Polling,
  feed: PollableFeed,
  poll: { startedMs: EpochMs; newItems: number },
): Promise<void> {
  const hub = await subscriptionOf(polling.store, feed.id)
  if (hub === null) return
  const pingedMs = hub.pingedMs ?? 0
  if (pingedMs >= poll.startedMs) return pollSoon(polling.store, feed.id, polling.now() + AGAIN_MS)
  const isUntold = poll.newItems > 0 && feed.lastPolledMs !== null && pingedMs <= feed.lastPolledMs
  if (hub.state === 'active' && isUntold) await changeSubscription(polling.store, hub.id, { missedMs: poll.startedMs })
}

/**
 * Asks hubs whatever is due: to tell of a feed, to go on telling before a lease ends, to leave off where a feed was removed.
 * Does nothing without a public address, at which hubs could call.
 */
export async function tendSubscriptions(polling: Polling): Promise<void> {
  const { publicUrl = null, store } = polling
  if (publicUrl === null) return
  const due = await dueSubscriptions(store, polling.now(), AT_ONCE)
  await Promise.all(due.map((one) => (isStopping(polling) ? null : tend(polling, one, publicUrl))))
}

async function tend(polling: Polling, one: Subscription, publicUrl: string): Promise<void> {
  const isLeft = one.feedId === null
  const wasAsked = one.askedMs !== null
  // A hub that never heard of us, or that does not ask back about a feed that is gone, needs no word.
  if (isLeft && (one.state === 'offered' || one.state === 'refused' || one.state === 'leaving'))
    return removeSubscription(polling.store, one.id)
  if (!isLeft && wasAsked) return fail(polling, one, 'The hub was asked, but did not ask back in time.')
  const nowMs = polling.now()
  // Written down first: a hub may ask back before it has answered.
  await changeSubscription(polling.store, one.id, {
    ...(isLeft ? { state: 'leaving' } : one.state === 'active' ? {} : { state: 'asked' }),
    askedMs: nowMs,
    actMs: nowMs + (isLeft ? LEAVE_MS : ASK_BACK_MS),
  })
  const form = subscriptionForm(isLeft ? 'unsubscribe' : 'subscribe', {
    topic: one.topic,
    callback: `${publicUrl}/websub/${one.token}`,
    secret: one.secret,
    leaseSeconds: LEASE_MS / SECOND_MS,
  })
  const answer = await polling.fetch.post(one.hub, {
    ...form,
    maxBytes: MAX_ANSWER_BYTES,
    followsSameMethod: true,
    ...(polling.stopping ? { signal: polling.stopping } : {}),
  })
  if (!answer.ok && !isLeft) await fail(polling, one, answer.detail)
}

/** Asks again later: after ten minutes, then twice as long each time, up to a day. */
async function fail(polling: Polling, one: Subscription, reason: string): Promise<void> {
  const failures = one.failures + 1
  const nowMs = polling.now()
  const isOver = (one.leaseEndMs ?? 0) <= nowMs
  polling.log('websub-failed', { subscription: one.id, failures, reason })
  await changeSubscription(polling.store, one.id, {
    ...(isOver ? { state: 'offered' } : {}),
    reason,
    failures,
    askedMs: null,
    actMs: nowMs + backoffMs(failures),
  })
}
