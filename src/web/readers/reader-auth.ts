import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { AppError } from '../../model/errors.ts'
import { accountByToken, type Scope, tokensOf } from '../../store/account-tokens.ts'
import { type Account, accountByName, KEY_ACCOUNT } from '../../store/accounts.ts'
import { setSetting, setting } from '../../store/settings.ts'
import { checkPassword } from '../accounts/check-password.ts'
import { bearerOf, hashOf, nameOfKey } from '../accounts/tokens.ts'
import { isOwnerKey } from '../owner.ts'
import { readerAddress } from '../reader-address.ts'
import type { Site } from '../site.ts'
import { may, viewerWith } from '../viewer.ts'

/** Who reads: a name that marks are kept under. The owner's key is `owner`'s password, and keeps them with the first owner's. */
export type Reader = { name: string; mayMark: boolean; mayEdit: boolean }

/** A name and what is given as its password: the owner's key, an account's password, or one of its tokens. */
type Given = { name: string; password: string }

/** A reader, and what proved it: when that no longer holds, nor does what was derived from it. */
type Proven = { reader: Reader; proof: string }

/** Who has this name and password; null for nobody. */
export async function readerByPassword(c: Context, site: Site, given: Given): Promise<Reader | null> {
  return (await proven(c, site, given))?.reader ?? null
}

async function proven(c: Context, site: Site, given: Given): Promise<Proven | null> {
  const found = await provenReader(c, site, given)
  if (found) await rememberFeverKey(site, { ...given, proof: found.proof })
  return found
}

async function provenReader(c: Context, site: Site, { name, password }: Given): Promise<Proven | null> {
  if (name === KEY_ACCOUNT && isOwnerKey(site, password))
    return { reader: await readerOfKey(site), proof: site.ownerKeyHash }
  const bearer = await bearerOf(site, password)
  if (bearer)
    return bearer.account.name === name ? { reader: readerOf(bearer.account, bearer.scope), proof: bearer.hash } : null
  const checked = await checkPassword(site, { name, address: readerAddress(c, site) }, password)
  if (checked === 'wrong' || 'waitMs' in checked) return null
  return { reader: readerOf(checked.account), proof: checked.account.passwordHash }
}

function readerOf(account: Account, scope: Scope = 'admin'): Reader {
  const viewer = viewerWith(account.name, account.role, scope)
  return { name: account.name, mayMark: may(viewer, 'reader'), mayEdit: viewer.mayEdit }
}

async function readerOfKey(site: Site): Promise<Reader> {
  return { name: await nameOfKey(site), mayMark: true, mayEdit: true }
}

/** Who holds a token (or the owner's key) sent alone; null for nobody. */
export async function readerByToken(site: Site, token: string): Promise<Reader | null> {
  if (isOwnerKey(site, token)) return readerOfKey(site)
  const bearer = await bearerOf(site, token)
  return bearer ? readerOf(bearer.account, bearer.scope) : null
}

/** @throws AppError forbidden for a token that may only read */
export function mustMark(reader: Reader): void {
  if (!reader.mayMark) throw new AppError('forbidden', 'this token may read, not mark')
}

/** @throws AppError forbidden for who may not change the sources */
export function mustEdit(reader: Reader): void {
  if (!reader.mayEdit) throw new AppError('forbidden', 'this account may read, not change the sources')
}

/** Who sent `Authorization: Basic …`; null for nobody. **Source:** RFC 7617 */
export async function readerByBasic(c: Context, site: Site): Promise<Reader | null> {
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]{1,1000})$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (encoded === undefined) return null
  const [name, ...password] = Buffer.from(encoded, 'base64').toString().split(':')
  return readerByPassword(c, site, { name: name ?? '', password: password.join(':') })
}

/**
 * The `auth` that a Google Reader app sends back, made from a name and password: worthless once the password, token or owner's key that was
 * given is another, and good for no more than that was. Null for nobody.
 */
export async function readerTicket(c: Context, site: Site, given: Given): Promise<string | null> {
  const found = await proven(c, site, given)
  return found && ticketOf(site, given.name, found.proof)
}

function ticketOf(site: Site, name: string, proof: string): string {
  return `${name}/${createHmac('sha256', site.secret).update(`reader:${name}:${proof}`).digest('base64url')}`
}

/** Who a ticket was given to; null for one that this site did not give, or would not give now. */
export async function readerByTicket(site: Site, ticket: string): Promise<Reader | null> {
  const name = ticket.slice(0, Math.max(0, ticket.lastIndexOf('/')))
  const isFrom = (proof: string) => sameText(ticketOf(site, name, proof), ticket)
  if (name === KEY_ACCOUNT && isFrom(site.ownerKeyHash)) return readerOfKey(site)
  const account = await accountByName(site.store, name)
  if (!account) return null
  if (account.passwordHash !== null && isFrom(account.passwordHash)) return readerOf(account)
  const token = (await tokensOf(site.store, account.id)).find((one) => isFrom(one.hash))
  return token ? readerOf(account, token.scopes.at(-1) ?? 'read') : null
}

/**
 * Who has this Fever key, md5 of `NAME:PASSWORD`; null for nobody. The key is known once its owner has signed in anywhere, and
 * forgotten with the password, token or owner's key that it was made from.
 */
export async function readerByFeverKey(site: Site, feverKey: string): Promise<Reader | null> {
  if (!/^[0-9a-f]{32}$/i.test(feverKey)) return null
  const [proof = '', name = ''] = (await setting(site.store, feverSetting(feverKey)))?.split('\n') ?? []
  if (proof === '') return null
  if (name === KEY_ACCOUNT && proof === site.ownerKeyHash) return readerOfKey(site)
  const byToken = await accountByToken(site.store, proof)
  if (byToken)
    return byToken.account.name === name ? readerOf(byToken.account, byToken.token.scopes.at(-1) ?? 'read') : null
  const account = await accountByName(site.store, name)
  return account?.passwordHash === proof ? readerOf(account) : null
}

/** Keeps the hash of a name's Fever key: it cannot be made later from a hashed password. */
async function rememberFeverKey(site: Site, made: Given & { proof: string }): Promise<void> {
  const key = feverSetting(createHash('md5').update(`${made.name}:${made.password}`).digest('hex'))
  const value = `${made.proof}\n${made.name}`
  if ((await setting(site.store, key)) !== value) await setSetting(site.store, key, value)
}

function feverSetting(feverKey: string): string {
  return `fever-key:${hashOf(feverKey.toLowerCase())}`
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
