import { createHash, randomBytes } from 'node:crypto'
import { accountByToken, noteTokenUse, SCOPES, type Scope } from '../../store/account-tokens.ts'
import { type Account, firstOwner, KEY_ACCOUNT, type Role } from '../../store/accounts.ts'
import { dayOf } from '../owner.ts'
import type { Site } from '../site.ts'

const TOKEN_BYTES = 24

/** A new token; it is shown once, and its hash kept. */
export function makeToken(): { token: string; hash: string } {
  const token = `tp_${randomBytes(TOKEN_BYTES).toString('base64url')}`
  return { token, hash: hashOf(token) }
}

/** SHA-256 in hex, as secrets of many random bits are kept: no guess finds them, so nothing slower is needed. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** All scopes up to one: each holds those before it. */
export function scopesUpTo(highest: Scope): readonly Scope[] {
  return SCOPES.slice(0, SCOPES.indexOf(highest) + 1)
}

/** The most that an account of a role can give a token. */
const MOST_OF: Readonly<Record<Role, Scope>> = { owner: 'admin', editor: 'edit', reader: 'reader' }

/** True where an account of this role may have a token of this scope. */
export function mayMake(role: Role, scope: Scope): boolean {
  return scopesUpTo(MOST_OF[role]).includes(scope)
}

/** Whose token this is, as an account that may no more than the token, and its highest scope; null for an unknown one. Notes the day of its use. */
export async function bearerOf(
  site: Site,
  token: string,
): Promise<{ account: Account; scope: Scope; hash: string } | null> {
  const found = await accountByToken(site.store, hashOf(token))
  if (!found || (await isFalseOwner(site, found.account))) return null
  const { hash, scopes, usedDay } = found.token
  if (usedDay !== dayOf(site))
    void noteTokenUse(site.store, hash, dayOf(site)).catch((cause) =>
      site.log('token-use-not-kept', { cause: String(cause) }),
    )
  return { account: found.account, scope: scopes.at(-1) ?? 'read', hash }
}

/** True for an account that only bears the name under which the owner's key keeps things: such were made before that name was refused. */
export async function isFalseOwner(site: Site, { name, role }: Account): Promise<boolean> {
  return name === KEY_ACCOUNT && role !== 'owner' && (await firstOwner(site.store)) === null
}

/** Under which name the owner's key keeps marks and watches. One query. */
export async function nameOfKey(site: Site): Promise<string> {
  return (await firstOwner(site.store))?.name ?? KEY_ACCOUNT
}
