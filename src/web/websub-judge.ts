import { createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '../model/errors.ts'

/** Longest lease that is believed; a hub may grant less than was asked for. */
const MAX_LEASE_SECONDS = 10 * 86_400
const MAX_CHALLENGE_CHARS = 1_000

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

/** Bytes of what a hub sends along: as much as a feed may have. It is only signed over, never kept. */
const MAX_PING_BYTES = 16 * 1024 * 1024

/**
 * Whether content that a hub sent is signed by our secret (`X-Hub-Signature: METHOD=HEX`). It is read piece by piece and kept nowhere.
 * Unsigned or wrongly signed content must be dropped, yet answered with 2xx, so that nobody can probe for secrets.
 *
 * @throws AppError too_large past 16 MiB
 * **Source:** W3C WebSub (2018), 7.1.
 */
export async function isSignedBy(
  body: AsyncIterable<Uint8Array>,
  signature: string | null,
  secret: string,
): Promise<boolean> {
  const parts = /^([a-z0-9]+)=([0-9a-f]+)$/i.exec((signature ?? '').slice(0, 200))
  const method = parts?.[1]?.toLowerCase() ?? ''
  const hmac = createHmac(METHODS.has(method) ? method : 'sha256', secret)
  let bytes = 0
  for await (const piece of body) {
    bytes += piece.length
    if (bytes > MAX_PING_BYTES) throw new AppError('too_large', `a hub may send at most ${MAX_PING_BYTES} bytes`)
    hmac.update(piece)
  }
  const wanted = hmac.digest()
  const found = Buffer.from(parts?.[2] ?? '', 'hex')
  return METHODS.has(method) && found.length === wanted.length && timingSafeEqual(found, wanted)
}
