import { AppError } from '../model/errors.ts'
import type { EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

export const ROLES = ['owner', 'editor', 'reader'] as const
export type Role = (typeof ROLES)[number]
export type Account = { id: number; name: string; role: Role; passwordHash: string | null }

/** @throws AppError conflict when the name is taken */
export async function addAccount(store: Store, account: Omit<Account, 'id'>, nowMs: EpochMs): Promise<number> {
  const row = await store.write
    .insertInto('account')
    .values({ name: account.name, role: account.role, password_hash: account.passwordHash, created_ms: nowMs })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new AppError('conflict', `there is an account named ${account.name} already`)
  return row.id
}

export async function accountByName(store: Store, name: string): Promise<Account | null> {
  const row = await store.read.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst()
  return row ? { id: row.id, name: row.name, role: row.role, passwordHash: row.password_hash } : null
}

/** Keeps the hash of a new API token of an account. */
export async function addToken(
  store: Store,
  accountId: number,
  token: { hash: string; name: string },
  nowMs: EpochMs,
): Promise<void> {
  await store.write
    .insertInto('token')
    .values({ ...token, account_id: accountId, created_ms: nowMs })
    .execute()
}

/** Whose token this is, by its hash; null for an unknown one. */
export async function accountByToken(store: Store, hash: string): Promise<Account | null> {
  const row = await store.read
    .selectFrom('account')
    .innerJoin('token', 'token.account_id', 'account.id')
    .selectAll('account')
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row ? { id: row.id, name: row.name, role: row.role, passwordHash: row.password_hash } : null
}
