import { createHmac } from 'node:crypto'
import type { FetchClient, FetchResult } from '../../fetch/client.ts'
import { type EpochMs, SECOND_MS } from '../../model/time.ts'
import type { Watch } from '../../model/watch.ts'
import type { Delivered, Letter } from './letter.ts'

/** Bytes of an answer that are read: it says nothing that matters. */
const MAX_ANSWER_BYTES = 64 * 1024
const SECRET_PREFIX = 'whsec_'

export type Posting = { fetch: FetchClient; nowMs: EpochMs; signal: AbortSignal | null }

/**
 * Posts a letter to the address of its watch, signed by the watch's secret. Addresses that are not public are refused, by the client.
 * **Source:** Standard Webhooks 1.0 (standardwebhooks.com): headers, signature, 410 for "no more".
 */
export async function postWebhook(letter: Letter, watch: Watch, posting: Posting): Promise<Delivered> {
  const body = JSON.stringify({
    type: `watch.${letter.kind}`,
    timestamp: new Date(letter.madeMs).toISOString(),
    data: {
      watch: { kind: watch.kind, target: watch.target, name: watch.name, url: letter.watchUrl },
      events: letter.events.map(({ kind, title, text, url, atMs }) => ({
        kind,
        title,
        text,
        url,
        at: new Date(atMs).toISOString(),
      })),
    },
  })
  const timestamp = Math.floor(posting.nowMs / SECOND_MS)
  const answer = await posting.fetch.post(watch.address, {
    body,
    contentType: 'application/json',
    headers: {
      'webhook-id': letter.key,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(watch.secret ?? '', letter.key, timestamp, body),
    },
    maxBytes: MAX_ANSWER_BYTES,
    ...(posting.signal ? { signal: posting.signal } : {}),
  })
  return deliveredBy(answer)
}

/**
 * The signature of a message: `v1,` and HMAC-SHA256 in base64 over `ID.TIMESTAMP.BODY`. The key is what the secret holds in base64 after its
 * prefix. **Source:** Standard Webhooks 1.0, "Signature scheme".
 */
export function signatureOf(secret: string, id: string, timestampSeconds: number, body: string): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`).digest('base64')}`
}

/** What an HTTP answer says of a delivery. Addresses that are refused or gone are not asked again. */
export function deliveredBy(answer: FetchResult): Delivered {
  if (answer.ok) return { ok: true }
  const isFinal = answer.reason.startsWith('refused-') || answer.reason === 'invalid-url' || answer.reason === 'gone'
  return { ok: false, reason: answer.detail, isFinal, retryAfterMs: answer.retryAfterMs }
}
