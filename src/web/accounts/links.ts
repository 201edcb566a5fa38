import { randomBytes } from 'node:crypto'
import { DAY_MS } from '../../model/time.ts'
import { hashOf } from './tokens.ts'

/** How long an invitation waits: over a weekend and a holiday. */
export const INVITE_MS = 7 * DAY_MS
/** How long a link lets an account in: it is a password that somebody may read over a shoulder. */
export const SIGN_IN_LINK_MS = DAY_MS
const LINK_BYTES = 24

/** A new secret for a link, as its hash, and the path that it is opened by. */
export function makeLink(): { hash: string; path: string } {
  const secret = randomBytes(LINK_BYTES).toString('base64url')
  return { hash: hashOf(secret), path: `/enter/${secret}` }
}
