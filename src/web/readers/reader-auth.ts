import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { type Account, accountByName, accountByToken, type Role } from '../../store/accounts.ts'
import { setSetting, setting } from '../../store/settings.ts'
import { isOwnerKey } from '../owner.ts'
import { verifyPassword } from '../password.ts'
import type { Site } from '../site.ts'

/** Who reads: a name that marks are kept under. The installation's owner is `owner`, with the owner's key as password. */
export type Reader = { name: string; role: Role; mayEdit: boolean }

const OWNER_NAME = 'owner'

/** Wrong passwords of one name in one minute before the next are refused unheard: a check costs 64 MiB and a tenth of a second. */
const MAX_WRONG_A_MINUTE = 10
const MINUTE_MS = 60_000
/** Right passwords remembered (by hash) for a while: Basic authentication sends them with every request. */
const MAX_REMEMBERED = 200
const REMEMBERED_MS = 600_000

type Attempts = {
  wrong: Map<string, { minute: number; count: number }>
  right: Map<string, { untilMs: number; proven: Proven }>
}
const attemptsOf = new WeakMap<object, Attempts>()

/** A reader, and what proved it: when that no longer holds, nor does what was derived from it. */
type Proven = { reader: Reader; proof: string }

/** Who has this name and password (owner's key, account's password, or an account's token as password); null for nobody. */
export async function readerByPassword(site: Site, name: string, password: string): Promise<Reader | null> {
  const proven = await provenReader(site, name, password)
  if (proven) await rememberFeverKey(site, { name, password, proof: proven.proof })
  return proven?.reader ?? null
}

async function provenReader(site: Site, name: string, password: string): Promise<Proven | null> {
  if (name === OWNER_NAME && isOwnerKey(site, password))
    return { reader: { name, role: 'owner', mayEdit: true }, proof: site.ownerKeyHash }
  const tokenHash = sha256(password)
  const byToken = await accountByToken(site.store, tokenHash)
  if (byToken) return byToken.name === name ? { reader: readerOf(byToken), proof: tokenHash } : null
  return accountByPassword(site, name, password)
}

function readerOf(account: Account): Reader {
  return { name: account.name, role: account.role, mayEdit: account.role !== 'reader' }
}

async function accountByPassword(site: Site, name: string, password: string): Promise<Proven | null> {
  const attempts = attemptsFor(site)
  const asked = sha256(`${name}\n${password}`)
  const account = await accountByName(site.store, name)
  const known = attempts.right.get(asked)
  if (known && known.untilMs > site.now() && known.proven.proof === account?.passwordHash) return known.proven
  const minute = Math.floor(site.now() / MINUTE_MS)
  const wrong = attempts.wrong.get(name)
  if (wrong?.minute === minute && wrong.count >= MAX_WRONG_A_MINUTE) return null
  if (account?.passwordHash && (await verifyPassword(password, account.passwordHash))) {
    const proven = { reader: readerOf(account), proof: account.passwordHash }
    if (attempts.right.size >= MAX_REMEMBERED) attempts.right.clear()
    attempts.right.set(asked, { untilMs: site.now() + REMEMBERED_MS, proven })
    return proven
  }
  if (attempts.wrong.size >= MAX_REMEMBERED) attempts.wrong.clear()
  attempts.wrong.set(name, { minute, count: (wrong?.minute === minute ? wrong.count : 0) + 1 })
  return null
}

function attemptsFor(site: Site): Attempts {
  const known = attemptsOf.get(site.store)
  if (known) return known
  const fresh: Attempts = { wrong: new Map(), right: new Map() }
  attemptsOf.set(site.store, fresh)
  return fresh
}

/** Who holds a token (or the owner's key) sent alone; null for nobody. */
export async function readerByToken(site: Site, token: string): Promise<Reader | null> {
  if (isOwnerKey(site, token)) return { name: OWNER_NAME, role: 'owner', mayEdit: true }
  const account = await accountByToken(site.store, sha256(token))
  return account ? readerOf(account) : null
}

/** Who sent `Authorization: Basic …`; null for nobody. **Source:** RFC 7617 */
export async function readerByBasic(site: Site, header: string): Promise<Reader | null> {
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]{1,1000})$/i.exec(header)?.[1]
  if (encoded === undefined) return null
  const [name, ...password] = Buffer.from(encoded, 'base64').toString().split(':')
  return readerByPassword(site, name ?? '', password.join(':'))
}

/** The `auth` that a Google Reader app sends back: worthless once the password (or the owner's key) is another. Null for an account that is gone. */
export async function readerTicket(site: Site, name: string): Promise<string | null> {
  const account = name === OWNER_NAME ? null : await accountByName(site.store, name)
  if (name !== OWNER_NAME && !account) return null
  const proof = account ? (account.passwordHash ?? '') : site.ownerKeyHash
  return `${name}/${createHmac('sha256', site.secret).update(`reader:${name}:${proof}`).digest('base64url')}`
}

/** Who a ticket was given to; null for one that this site did not give, or would not give now. */
export async function readerByTicket(site: Site, ticket: string): Promise<Reader | null> {
  const name = ticket.slice(0, Math.max(0, ticket.lastIndexOf('/')))
  const good = await readerTicket(site, name)
  if (good === null || !sameText(good, ticket)) return null
  if (name === OWNER_NAME) return { name, role: 'owner', mayEdit: true }
  const account = await accountByName(site.store, name)
  return account ? readerOf(account) : null
}

/**
 * Who has this Fever key, md5 of `NAME:PASSWORD`; null for nobody. The key is known once its owner has signed in anywhere, and
 * forgotten with the password, token or owner's key that it was made from.
 */
export async function readerByFeverKey(site: Site, feverKey: string): Promise<Reader | null> {
  if (!/^[0-9a-f]{32}$/i.test(feverKey)) return null
  const [proof = '', name = ''] = (await setting(site.store, feverSetting(feverKey)))?.split('\n') ?? []
  if (proof === '') return null
  if (name === OWNER_NAME) return proof === site.ownerKeyHash ? { name, role: 'owner', mayEdit: true } : null
  const byToken = await accountByToken(site.store, proof)
  const account = byToken ?? (await accountByName(site.store, name))
  const holds = account?.name === name && (byToken !== null || account.passwordHash === proof)
  return holds ? readerOf(account) : null
}

/** Keeps the hash of a name's Fever key: it cannot be made later from a hashed password. */
async function rememberFeverKey(site: Site, made: { name: string; password: string; proof: string }): Promise<void> {
  const key = feverSetting(createHash('md5').update(`${made.name}:${made.password}`).digest('hex'))
  const value = `${made.proof}\n${made.name}`
  if ((await setting(site.store, key)) !== value) await setSetting(site.store, key, value)
}

function feverSetting(feverKey: string): string {
  return `fever-key:${sha256(feverKey.toLowerCase())}`
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
