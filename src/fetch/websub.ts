import { createHmac, timingSafeEqual } from 'node:crypto'

/** A subscription to a feed's hub. `callback` must be an address of ours that nobody can guess. */
export type WebSubSubscription = {
  topic: string
  callback: string
  /** Shared with the hub, which signs what it sends by it; at most 200 bytes. */
  secret: string
  leaseSeconds: number
}

/** Longest lease asked for: the subscription is renewed before it ends, and a forgotten one dies. */
const MAX_LEASE_SECONDS = 10 * 86_400
const MAX_CHALLENGE_CHARS = 1_000
const MAX_SECRET_BYTES = 200

/**
 * The form to post to the hub to subscribe or unsubscribe.
 *
 * @throws RangeError for a secret that is empty or too long: a bug in the caller
 * **Source:** W3C WebSub (2018), 5.1.
 */
export function subscriptionForm(
  mode: 'subscribe' | 'unsubscribe',
  subscription: WebSubSubscription,
): { body: string; contentType: string } {
  const secretBytes = Buffer.byteLength(subscription.secret)
  if (secretBytes === 0 || secretBytes >= MAX_SECRET_BYTES)
    throw new RangeError(`subscriptionForm: a secret has 1 to ${MAX_SECRET_BYTES - 1} bytes, not ${secretBytes}`)
  const form = new URLSearchParams({
    'hub.mode': mode,
    'hub.topic': subscription.topic,
    'hub.callback': subscription.callback,
    'hub.secret': subscription.secret,
    'hub.lease_seconds': String(Math.min(MAX_LEASE_SECONDS, Math.max(60, Math.floor(subscription.leaseSeconds)))),
  })
  return { body: form.toString(), contentType: 'application/x-www-form-urlencoded' }
}

/** What a hub's verification request amounts to. */
export type WebSubIntent =
  | { ok: true; challenge: string; leaseSeconds: number | null }
  | { ok: false; reason: 'denied' | 'not-asked-for' | 'malformed' }

/**
 * Judges the hub's question whether we asked for this: the challenge is to be answered as it came, with 200, and only where
 * mode and topic are what we asked for; everything else is answered with 404. **Source:** W3C WebSub (2018), 5.2 and 5.3.
 */
export function judgeIntent(
  query: URLSearchParams,
  asked: { mode: 'subscribe' | 'unsubscribe'; topic: string },
): WebSubIntent {
  const mode = query.get('hub.mode')
  if (query.get('hub.topic') !== asked.topic) return { ok: false, reason: 'not-asked-for' }
  if (mode === 'denied') return { ok: false, reason: 'denied' }
  if (mode !== asked.mode) return { ok: false, reason: 'not-asked-for' }
  const challenge = query.get('hub.challenge')
  if (challenge === null || challenge === '' || challenge.length > MAX_CHALLENGE_CHARS)
    return { ok: false, reason: 'malformed' }
  const lease = query.get('hub.lease_seconds') ?? ''
  const leaseSeconds = /^\d{1,10}$/.test(lease) ? Math.min(MAX_LEASE_SECONDS, Number(lease)) : null
  return { ok: true, challenge, leaseSeconds }
}

const METHODS: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/**
 * Whether content that a hub sent is signed by our secret (`X-Hub-Signature: METHOD=HEX`). Unsigned or wrongly signed content
 * must be dropped, yet answered with 2xx, so that nobody can probe for secrets. **Source:** W3C WebSub (2018), 7.1.
 */
export function isSignedBy(body: Uint8Array, signature: string | null, secret: string): boolean {
  const parts = /^([a-z0-9]+)=([0-9a-f]+)$/i.exec((signature ?? '').slice(0, 200))
  const method = parts?.[1]?.toLowerCase() ?? ''
  if (!METHODS.has(method)) return false
  const wanted = createHmac(method, secret).update(body).digest()
  const found = Buffer.from(parts![2]!, 'hex')
  return found.length === wanted.length && timingSafeEqual(found, wanted)
}
