import { randomBytes } from 'node:crypto'
import type { FetchFailure } from '../../fetch/fetch-failure.ts'
import { MINUTE_MS, SECOND_MS } from '../../model/time.ts'
import {
  confirmSubscription,
  dropWish,
  type HubSubscription,
  type HubWish,
  noteDigest,
  noteFailed,
  removeHubSubscription,
} from '../../store/hub.ts'
import type { HubParts } from './own-hub.ts'
import { listDigest } from './told-list.ts'

/** Pauses after a callback that did not answer; then the wish is forgotten: whoever still has it asks again. */
const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS]
/** Random bytes of a challenge. */
const CHALLENGE_BYTES = 32
/** Bytes of an answer that are read: the challenge, and no more. */
const MAX_ANSWER_BYTES = 1_000

/**
 * Asks a callback whether it wants what was asked in its name, and does it when it says the challenge back; tells it where there is no such
 * feed. **Source:** W3C WebSub (2018), 5.2 and 5.3.
 */
export async function askBack(parts: HubParts, one: HubSubscription): Promise<void> {
  const { store, now } = parts
  const { wish, topic } = one
  if (wish === null) return
  if (wish.mode === 'subscribe') {
    const digest = await listDigest(parts.read, topic)
    if (digest === null) return deny(parts, one)
    if (topic.digest === null) await noteDigest(store, topic, { digest, isNews: false }, now())
  }
  const challenge = randomBytes(CHALLENGE_BYTES).toString('base64url')
  const answer = await call(parts, one, intent(wish, topic.topic, challenge))
  if (parts.stopping.aborted) return // it is taken again after the next start
  if (!answer.ok && !isRefusal(answer.reason)) return tryLater(parts, one, answer.detail)
  if (!answer.ok || new TextDecoder().decode(answer.value.bytes).trim() !== challenge)
    return dropWish(store, one, now())
  return wish.mode === 'subscribe' ? confirmSubscription(store, one, now()) : removeHubSubscription(store, one.id)
}

async function deny(parts: HubParts, one: HubSubscription): Promise<void> {
  await dropWish(parts.store, one, parts.now())
  await call(parts, one, {
    'hub.mode': 'denied',
    'hub.topic': one.topic.topic,
    'hub.reason': 'this site has no such feed',
  })
}

function intent(wish: HubWish, topic: string, challenge: string): Record<string, string> {
  const asked = { 'hub.mode': wish.mode, 'hub.topic': topic, 'hub.challenge': challenge }
  return wish.mode === 'subscribe' ? { ...asked, 'hub.lease_seconds': String(wish.leaseMs / SECOND_MS) } : asked
}

/** Calls a callback with a query added to its own. */
function call({ fetch, stopping }: HubParts, { callback }: HubSubscription, query: Readonly<Record<string, string>>) {
  const url = new URL(callback)
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value)
  return fetch.get(url.href, { accept: '*/*', maxBytes: MAX_ANSWER_BYTES, signal: stopping })
}

/** Failures that will not pass: the callback says no, or is no address that may be called. */
function isRefusal(reason: FetchFailure): boolean {
  return reason === 'http-4xx' || reason === 'gone' || reason === 'invalid-url' || reason.startsWith('refused-')
}

async function tryLater({ store, now }: HubParts, one: HubSubscription, reason: string): Promise<void> {
  const pauseMs = PAUSES_MS[one.failures]
  if (pauseMs === undefined) return dropWish(store, one, now())
  await noteFailed(store, one, { reason, failures: one.failures + 1, atMs: now() + pauseMs })
}
