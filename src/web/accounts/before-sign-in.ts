import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Site } from '../site.ts'
import { rememberFormKey } from '../viewer.ts'
import { hostCookie, keepHostCookie } from './host-cookie.ts'

const COOKIE = 'trendpulse_form'
const BYTES = 18
const SECONDS = 3_600
const KEY = /^[\w-]{24}$/

/**
 * The site as the page of a form that signs in is made from: its token is bound to a cookie that this browser gets for an hour. So nobody can
 * make another's browser sign in to his own account.
 */
export function beforeSignIn(c: Context, site: Site): Site {
  const kept = hostCookie(c, site, COOKIE)
  const key = kept !== null && KEY.test(kept) ? kept : randomBytes(BYTES).toString('base64url')
  keepHostCookie(c, site, COOKIE, { value: key, seconds: SECONDS })
  return { ...site, formKey: formKey(key) }
}

/** Binds the check of a form that signs in to that cookie; one without it fits no token. */
export function bindBeforeSignIn(c: Context, site: Site): void {
  rememberFormKey(c, formKey(hostCookie(c, site, COOKIE) ?? randomBytes(BYTES).toString('base64url')))
}

function formKey(key: string): string {
  return `before:${key}`
}
