import { createHmac } from 'node:crypto'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../model/time.ts'
import { type HubSubscription, noteDistributed, noteFailed, removeHubSubscription } from '../../store/hub.ts'
import type { HubParts } from './own-hub.ts'

/** Pauses after each failed try, 42 hours in all; after the last of them whoever does not answer is told no more. */
const PAUSES_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 5 * HOUR_MS, 10 * HOUR_MS, DAY_MS]
/** A pause is longer by up to this share: callbacks of one host that was down are not called all at once. */
const SPREAD = 0.2
/** A callback that asks for a longer pause is called after this all the same. */
const MAX_RETRY_AFTER_MS = DAY_MS
/** Bytes of an answer that are read: it says nothing that matters. */
const MAX_ANSWER_BYTES = 64 * 1024

/**
 * Sends a feed as it is now to who listens to it, signed where a secret was given. A callback that is gone (410), or whose lease is over, is
 * told no more. **Source:** W3C WebSub (2018), section 7.
 */
export async function distribute(parts: HubParts, one: HubSubscription): Promise<void> {
  const { store, now } = parts
  if ((one.leaseEndMs ?? 0) <= now()) return removeHubSubscription(store, one.id)
  const list = await parts.read(one.topic)
  if (list === null) return noteDistributed(store, one, now())
  const answer = await parts.fetch.post(one.callback, {
    body: list.body,
    contentType: list.type,
    headers: {
      link: `<${parts.hubUrl(one.topic.base)}>; rel="hub", <${one.topic.topic}>; rel="self"`,
      ...(one.secret === null ? {} : { 'x-hub-signature': hubSignature(one.secret, list.body) }),
    },
    maxBytes: MAX_ANSWER_BYTES,
    followsSameMethod: true,
    signal: parts.stopping,
  })
  if (answer.ok) return noteDistributed(store, one, now())
  if (parts.stopping.aborted) return // it is taken again after the next start
  const pauseMs = PAUSES_MS[one.failures]
  const isFinal = answer.reason === 'gone' || pauseMs === undefined
  parts.log('hub-unheard', { subscription: one.id, failures: one.failures + 1, reason: answer.detail })
  if (isFinal) return removeHubSubscription(store, one.id)
  const waitMs = Math.max(
    Math.min(answer.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS),
    Math.round(pauseMs * (1 + SPREAD * parts.random())),
  )
  await noteFailed(store, one, { reason: answer.detail, failures: one.failures + 1, atMs: now() + waitMs })
}

/** The signature of what is sent. **Source:** W3C WebSub (2018), 7.1: METHOD=HEX of an HMAC over the body, its key the secret. */
export function hubSignature(secret: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}
