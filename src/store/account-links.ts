import { AppError } from '../model/errors.ts'
import type { EpochMs } from '../model/time.ts'
import { freeName } from './account-identities.ts'
import { type Account, accountFrom, insertAccount, type Role, takeOverFromKey } from './accounts.ts'
import { type Write, writeAlone } from './insert-article.ts'
import type { Store } from './store.ts'

/** A link that works once: it invites somebody with a role, or lets an account in without its password. */
export type AccountLink = {
  hash: string
  for: { kind: 'invite'; role: Role } | { kind: 'sign_in'; account: Account }
  expiresMs: EpochMs
}

/** Invitations that wait to be taken: more are no invitations. */
const MAX_LINKS = 500

/**
 * Keeps the hash of a link, and forgets those that are over.
 * @throws AppError conflict where too many wait
 */
export async function addLink(
  store: Store,
  link: { hash: string; madeMs: EpochMs; expiresMs: EpochMs } & ({ role: Role } | { accountId: number }),
): Promise<void> {
  await writeAlone(store, async ({ trx }) => {
    await trx.deleteFrom('account_link').where('expires_ms', '<=', link.madeMs).execute()
    const waiting = await trx.selectFrom('account_link').select('hash').limit(MAX_LINKS).execute()
    if (waiting.length >= MAX_LINKS)
      throw new AppError('conflict', `${MAX_LINKS} links wait to be opened already: take some back first`)
    const whom = 'role' in link ? { role: link.role, account_id: null } : { role: null, account_id: link.accountId }
    await trx
      .insertInto('account_link')
      .values({ hash: link.hash, ...whom, made_ms: link.madeMs, expires_ms: link.expiresMs })
      .execute()
  })
}

/** The link with this hash; null for one that is spent, over or unknown. */
export async function linkByHash(store: Store, hash: string, nowMs: EpochMs): Promise<AccountLink | null> {
  const row = await linkRow(store.read, hash, nowMs)
  return row ? linkFrom(row) : null
}

/** Invitations that nobody has taken yet, the one that ends first before the others. */
export async function openInvites(
  store: Store,
  nowMs: EpochMs,
): Promise<{ hash: string; role: Role; expiresMs: EpochMs }[]> {
  const rows = await store.read
    .selectFrom('account_link')
    .select(['hash', 'role', 'expires_ms'])
    .where('account_id', 'is', null)
    .where('expires_ms', '>', nowMs)
    .orderBy('expires_ms')
    .orderBy('hash')
    .limit(MAX_LINKS)
    .execute()
  return rows.map((row) => ({ hash: row.hash, role: row.role as Role, expiresMs: row.expires_ms })) // an invitation has a role
}

/** Takes a link back. */
export async function removeLink(store: Store, hash: string): Promise<void> {
  await store.write.deleteFrom('account_link').where('hash', '=', hash).execute()
}

/**
 * Spends a link and gives the account that it leads to; an invitation makes it, with a password or a name at a sign-in service.
 * @throws AppError forbidden for a link that is spent or over, conflict for a name that is taken: then the link stays good. Who comes by an identity gets the next free name
 */
export async function spendLink(
  store: Store,
  hash: string,
  newcomer: { name: string; passwordHash: string | null; identity?: { issuer: string; subject: string } } | null,
  nowMs: EpochMs,
): Promise<number> {
  return writeAlone(store, async (write) => {
    const row = await linkRow(write.trx, hash, nowMs)
    const { numDeletedRows } = await write.trx.deleteFrom('account_link').where('hash', '=', hash).executeTakeFirst()
    if (!row || numDeletedRows === 0n) throw spent()
    if (row.account_id !== null) return row.account_id
    if (newcomer === null) throw spent()
    const { passwordHash, identity } = newcomer
    const name = identity ? await freeName(write, newcomer.name) : newcomer.name
    const id = await insertAccount(write, { name, role: row.role as Role, passwordHash }, nowMs) // an invitation has a role
    if (identity)
      await write.trx
        .insertInto('account_identity')
        .values({ ...identity, account_id: id })
        .execute()
    await takeOverFromKey(write)
    return id
  })
}

function spent(): AppError {
  return new AppError('forbidden', 'this link was used already, or is too old: ask for a new one')
}

function linkRow(db: Store['read'] | Write['trx'], hash: string, nowMs: EpochMs) {
  return db
    .selectFrom('account_link')
    .leftJoin('account', 'account.id', 'account_link.account_id')
    .select(['hash', 'account_link.account_id', 'account_link.role', 'expires_ms'])
    .select(['account.name', 'account.role as account_role', 'password_hash'])
    .where('hash', '=', hash)
    .where('expires_ms', '>', nowMs)
    .executeTakeFirst()
}

function linkFrom(row: NonNullable<Awaited<ReturnType<typeof linkRow>>>): AccountLink | null {
  const { hash, account_id: id, role, name, account_role: ofAccount, password_hash } = row
  if (id === null) return role === null ? null : { hash, for: { kind: 'invite', role }, expiresMs: row.expires_ms }
  if (name === null || ofAccount === null) return null
  const account = accountFrom({ id, name, role: ofAccount, password_hash })
  return { hash, for: { kind: 'sign_in', account }, expiresMs: row.expires_ms }
}
