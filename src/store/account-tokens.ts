import { AppError } from '../model/errors.ts'
import type { EpochMs } from '../model/time.ts'
import { type Account, accountFrom } from './accounts.ts'
import { writeAlone } from './insert-article.ts'
import type { Store } from './store.ts'

/** What a token may be used for: reading as its account sees; marks, watches and reader apps; what editors do; what owners do. */
export const SCOPES = ['read', 'reader', 'edit', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/** A token as its account's page lists it: the token itself is kept nowhere. */
export type KeptToken = {
  hash: string
  name: string
  scopes: readonly Scope[]
  createdMs: EpochMs
  /** Days since 1970 when it was last used; null for never. */
  usedDay: number | null
}

/** Tokens of one account: one for each app and machine, and some forgotten ones. */
export const MAX_TOKENS = 50

/**
 * Keeps the hash of a new API token of an account.
 * @throws AppError conflict where it has too many
 */
export async function addToken(
  store: Store,
  accountId: number,
  token: { hash: string; name: string; scopes: readonly Scope[] },
  nowMs: EpochMs,
): Promise<void> {
  await writeAlone(store, async ({ trx }) => {
    const rows = await trx.selectFrom('token').select('hash').where('account_id', '=', accountId).execute()
    if (rows.length >= MAX_TOKENS)
      throw new AppError('conflict', `this account has ${MAX_TOKENS} tokens already: revoke one first`)
    const { hash, name, scopes } = token
    await trx
      .insertInto('token')
      .values({ hash, name, scopes: scopes.join(' '), account_id: accountId, created_ms: nowMs })
      .execute()
  })
}

/** Whose token this is and what it may do, by its hash; null for an unknown one. */
export async function accountByToken(
  store: Store,
  hash: string,
): Promise<{ account: Account; token: KeptToken } | null> {
  const row = await store.read
    .selectFrom('account')
    .innerJoin('token', 'token.account_id', 'account.id')
    .selectAll('account')
    .select(['hash', 'token.name as token_name', 'scopes', 'token.created_ms as made_ms', 'used_day'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row
    ? { account: accountFrom(row), token: tokenFrom({ ...row, name: row.token_name, created_ms: row.made_ms }) }
    : null
}

/** An account's tokens, newest first. */
export async function tokensOf(store: Store, accountId: number): Promise<KeptToken[]> {
  const rows = await store.read
    .selectFrom('token')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_ms', 'desc')
    .orderBy('hash')
    .limit(MAX_TOKENS)
    .execute()
  return rows.map(tokenFrom)
}

/** Forgets a token of an account; one that is another's stays. */
export async function revokeToken(store: Store, accountId: number, hash: string): Promise<void> {
  await store.write.deleteFrom('token').where('account_id', '=', accountId).where('hash', '=', hash).execute()
}

/** Keeps the day on which a token was used. */
export async function noteTokenUse(store: Store, hash: string, day: number): Promise<void> {
  await store.write.updateTable('token').set({ used_day: day }).where('hash', '=', hash).execute()
}

function tokenFrom(row: {
  hash: string
  name: string
  scopes: string
  created_ms: EpochMs
  used_day: number | null
}): KeptToken {
  const words = row.scopes.split(' ')
  return {
    hash: row.hash,
    name: row.name,
    scopes: SCOPES.filter((scope) => words.includes(scope)),
    createdMs: row.created_ms,
    usedDay: row.used_day,
  }
}
