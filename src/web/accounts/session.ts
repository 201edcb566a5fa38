import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { DAY_MS } from '../../model/time.ts'
import type { Account } from '../../store/accounts.ts'
import { addSession, endSession, renewSession, type Session, sessionByHash } from '../../store/sessions.ts'
import type { Site } from '../site.ts'
import { dropHostCookie, hostCookie, keepHostCookie } from './host-cookie.ts'
import { hashOf } from './tokens.ts'

const COOKIE = 'trendpulse'
const SECRET_BYTES = 32
/** A browser that does not come back is signed out after so long. */
const IDLE_MS = 30 * DAY_MS
/** Every browser is, after so long: the cookie lives as long. */
const LONGEST_MS = 180 * DAY_MS
/** When a session was seen is kept no finer: one write an hour, and no record of anyone's habits. */
const SEEN_STEP_MS = 60 * 60_000
/** Of a browser's name: enough to tell one from another in a list. */
const MAX_AGENT = 120

/** A browser that is signed in, and whose it is. */
export type SignedIn = { session: Session; account: Account }

const known = new WeakMap<Context, SignedIn>()

/** Signs a browser in under a new secret: one that it had before is worth nothing. */
export async function beginSession(c: Context, site: Site, accountId: number): Promise<void> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const nowMs = site.now()
  const before = known.get(c)
  if (before) await endSession(site.store, before.account.id, before.session.hash)
  await addSession(site.store, accountId, {
    hash: hashOf(secret),
    agent: (c.req.header('user-agent') ?? '').slice(0, MAX_AGENT),
    madeMs: nowMs,
    seenMs: nowMs,
    expiresMs: nowMs + IDLE_MS,
  })
  keepHostCookie(c, site, COOKIE, { value: secret, seconds: LONGEST_MS / 1000 })
}

/** The session of the browser that asks; null where it is not signed in. Without a cookie no query, with one a single one. */
export async function resumeSession(c: Context, site: Site): Promise<SignedIn | null> {
  const secret = hostCookie(c, site, COOKIE)
  if (secret === null) return null
  const nowMs = site.now()
  const found = await sessionByHash(site.store, hashOf(secret), nowMs)
  if (!found) return null
  known.set(c, found)
  const { hash, seenMs, madeMs } = found.session
  if (nowMs - seenMs >= SEEN_STEP_MS) {
    const seen = { seenMs: nowMs, expiresMs: Math.min(nowMs + IDLE_MS, madeMs + LONGEST_MS) }
    void renewSession(site.store, hash, seen).catch((cause) =>
      site.log('session-not-renewed', { cause: String(cause) }),
    )
  }
  return found
}

/** Who is signed in in the browser that asks; null for nobody, and for programs. */
export function signedIn(c: Context): SignedIn | null {
  return known.get(c) ?? null
}

/** Signs the browser out. */
export async function leave(c: Context, site: Site): Promise<void> {
  const found = known.get(c)
  if (found) await endSession(site.store, found.account.id, found.session.hash)
  dropHostCookie(c, site, COOKIE)
}
