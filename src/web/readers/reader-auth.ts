import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { accountByName, accountByToken } from '../../store/accounts.ts'
import { setSetting, setting } from '../../store/settings.ts'
import { isOwnerKey } from '../owner.ts'
import { verifyPassword } from '../password.ts'
import type { Site } from '../site.ts'

/** Who reads: a name that marks are kept under. The installation's owner is `owner`, with the owner's key as password. */
export type Reader = { name: string; mayEdit: boolean }

const OWNER_NAME = 'owner'

/** Wrong passwords of one name in one minute before the next are refused unheard: a check costs 64 MiB and a tenth of a second. */
const MAX_WRONG_A_MINUTE = 10
const MINUTE_MS = 60_000
/** Right passwords remembered (by hash) for a while: Basic authentication sends them with every request. */
const MAX_REMEMBERED = 200
const REMEMBERED_MS = 600_000

type Attempts = {
  wrong: Map<string, { minute: number; count: number }>
  right: Map<string, { untilMs: number; reader: Reader }>
}
const attemptsOf = new WeakMap<object, Attempts>()

/** Who has this name and password (owner's key, account's password, or an account's token as password); null for nobody. */
export async function readerByPassword(site: Site, name: string, password: string): Promise<Reader | null> {
  const reader = await checkedReader(site, name, password)
  if (reader) await rememberFeverKey(site, name, password)
  return reader
}

async function checkedReader(site: Site, name: string, password: string): Promise<Reader | null> {
  if (name === OWNER_NAME && isOwnerKey(site, password)) return { name: OWNER_NAME, mayEdit: true }
  const byToken = await accountByToken(site.store, sha256(password))
  if (byToken) return byToken.name === name ? { name, mayEdit: byToken.role !== 'reader' } : null
  return accountByPassword(site, name, password)
}

async function accountByPassword(site: Site, name: string, password: string): Promise<Reader | null> {
  const attempts = attemptsFor(site)
  const proof = sha256(`${name}\n${password}`)
  const known = attempts.right.get(proof)
  if (known && known.untilMs > site.now()) return known.reader
  const minute = Math.floor(site.now() / MINUTE_MS)
  const wrong = attempts.wrong.get(name)
  if (wrong?.minute === minute && wrong.count >= MAX_WRONG_A_MINUTE) return null
  const account = await accountByName(site.store, name)
  if (account?.passwordHash && (await verifyPassword(password, account.passwordHash))) {
    const reader = { name, mayEdit: account.role !== 'reader' }
    if (attempts.right.size >= MAX_REMEMBERED) attempts.right.clear()
    attempts.right.set(proof, { untilMs: site.now() + REMEMBERED_MS, reader })
    return reader
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
  if (isOwnerKey(site, token)) return { name: OWNER_NAME, mayEdit: true }
  const account = await accountByToken(site.store, sha256(token))
  return account ? { name: account.name, mayEdit: account.role !== 'reader' } : null
}

/** Who sent `Authorization: Basic …`; null for nobody. **Source:** RFC 7617 */
export async function readerByBasic(site: Site, header: string): Promise<Reader | null> {
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]{1,1000})$/i.exec(header)?.[1]
  if (encoded === undefined) return null
  const [name, ...password] = Buffer.from(encoded, 'base64').toString().split(':')
  return readerByPassword(site, name ?? '', password.join(':'))
}

/** The `auth` that a Google Reader app sends back: bound to this site's secret, so that no password is sent again. */
export function readerTicket(site: Site, reader: Reader): string {
  const rights = reader.mayEdit ? 'edit' : 'read'
  const seal = createHmac('sha256', site.secret).update(`reader:${rights}:${reader.name}:${site.ownerKeyHash}`)
  return `${reader.name}/${rights}.${seal.digest('base64url')}`
}

/** Who a ticket was given to; null for one that this site did not give. */
export function readerByTicket(site: Site, ticket: string): Reader | null {
  const cut = ticket.lastIndexOf('/')
  if (cut < 1) return null
  const reader = { name: ticket.slice(0, cut), mayEdit: ticket.slice(cut + 1).startsWith('edit.') }
  return sameText(readerTicket(site, reader), ticket) ? reader : null
}

/** Who has this Fever key, md5 of `NAME:PASSWORD`; null for nobody. The key is known once its owner has signed in anywhere. */
export async function readerByFeverKey(site: Site, feverKey: string): Promise<Reader | null> {
  if (!/^[0-9a-f]{32}$/i.test(feverKey)) return null
  const name = await setting(site.store, feverSetting(feverKey))
  if (name === null) return null
  if (name === OWNER_NAME) return { name, mayEdit: true }
  const account = await accountByName(site.store, name)
  return account ? { name, mayEdit: account.role !== 'reader' } : null
}

/** Keeps the hash of a name's Fever key: it cannot be made later from a hashed password. */
async function rememberFeverKey(site: Pick<Site, 'store'>, name: string, password: string): Promise<void> {
  const key = feverSetting(createHash('md5').update(`${name}:${password}`).digest('hex'))
  if ((await setting(site.store, key)) === null) await setSetting(site.store, key, name)
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
