import { sql } from 'kysely'
import { AppError } from '../model/errors.ts'
import type { EpochMs } from '../model/time.ts'
import { type Write, writeAlone } from './insert-article.ts'
import type { AccountTable } from './schema-people.ts'
import type { Store } from './store.ts'

export const ROLES = ['owner', 'editor', 'reader'] as const
export type Role = (typeof ROLES)[number]
export type Account = { id: number; name: string; role: Role; passwordHash: string | null }

/** The name that the owner's key speaks for until an owner has an account that can sign in. */
export const KEY_ACCOUNT = 'owner'

/** An account as the list of people shows it. */
export type Person = Pick<Account, 'id' | 'name' | 'role'> & {
  createdMs: EpochMs
  hasPassword: boolean
  /** Names at sign-in services. */
  identities: number
  tokens: number
  /** When one of its browsers was last seen, to the hour; null for none that is signed in. */
  seenMs: EpochMs | null
}

/** People in one list: more are no household and no newsroom. */
const MAX_PEOPLE = 1_000

/**
 * Makes an account. The first owner who can sign in takes over what was kept under the key's name.
 * @throws AppError conflict when the name is taken
 */
export async function addAccount(store: Store, account: Omit<Account, 'id'>, nowMs: EpochMs): Promise<number> {
  return writeAlone(store, async (write) => {
    const id = await insertAccount(write, account, nowMs)
    await takeOverFromKey(write)
    return id
  })
}

/** @throws AppError conflict when the name is taken, in capitals or not */
export async function insertAccount(write: Write, account: Omit<Account, 'id'>, nowMs: EpochMs): Promise<number> {
  const { trx } = write
  const taken = new AppError('conflict', `there is an account named ${account.name} already`)
  if ((await takenNames(write)).has(account.name.toLowerCase())) throw taken
  const row = await trx
    .insertInto('account')
    .values({ name: account.name, role: account.role, password_hash: account.passwordHash, created_ms: nowMs })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw taken
  return row.id
}

/** Names of all accounts in small letters: two that differ by capitals alone would be taken for each other. */
export async function takenNames({ trx }: Write): Promise<ReadonlySet<string>> {
  const rows = await trx.selectFrom('account').select('name').execute()
  return new Set(rows.map((row) => row.name.toLowerCase()))
}

export async function accountByName(store: Store, name: string): Promise<Account | null> {
  const row = await store.read.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst()
  return row ? accountFrom(row) : null
}

export async function accountById(store: Store, id: number): Promise<Account | null> {
  const row = await store.read.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? accountFrom(row) : null
}

/** Everybody with an account, oldest first. One query. */
export async function people(store: Store): Promise<Person[]> {
  const rows = await store.read
    .selectFrom('account')
    .select((eb) => [
      'id',
      'name',
      'role',
      'created_ms',
      'password_hash',
      eb
        .selectFrom('account_identity')
        .select((of) => of.fn.countAll().as('n'))
        .whereRef('account_id', '=', 'account.id')
        .as('identities'),
      eb
        .selectFrom('token')
        .select((of) => of.fn.countAll().as('n'))
        .whereRef('account_id', '=', 'account.id')
        .as('tokens'),
      eb
        .selectFrom('session')
        .select((of) => of.fn.max('seen_ms').as('seen'))
        .whereRef('account_id', '=', 'account.id')
        .as('seen_ms'),
    ])
    .orderBy('id')
    .limit(MAX_PEOPLE)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    createdMs: row.created_ms,
    hasPassword: row.password_hash !== null,
    identities: Number(row.identities),
    tokens: Number(row.tokens),
    seenMs: row.seen_ms === null ? null : Number(row.seen_ms),
  }))
}

/** The oldest owner who can sign in, for whom the owner's key speaks; null while there is none, and the key alone owns the site. */
export async function firstOwner(store: Store): Promise<Account | null> {
  const row = await owners(store.read).selectAll().orderBy('id').limit(1).executeTakeFirst()
  return row ? accountFrom(row) : null
}

/** Owners who can sign in: by a password, or by a sign-in service. */
function owners(db: Store['read'] | Write['trx']) {
  return db
    .selectFrom('account')
    .where('role', '=', 'owner')
    .where((eb) =>
      eb.or([
        eb('password_hash', 'is not', null),
        eb.exists(
          eb
            .selectFrom('account_identity')
            .select('subject')
            .whereRef('account_identity.account_id', '=', 'account.id'),
        ),
      ]),
    )
}

/**
 * Gives an account another role.
 * @throws AppError not_found, conflict for the last owner
 */
export async function setRole(store: Store, id: number, role: Role): Promise<void> {
  await writeAlone(store, async (write) => {
    if (role !== 'owner') await mustNotBeLastOwner(write, id)
    const { numUpdatedRows } = await write.trx
      .updateTable('account')
      .set({ role })
      .where('id', '=', id)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new AppError('not_found', 'there is no such account')
    await takeOverFromKey(write)
  })
}

/** Keeps another password and ends every session of the account; the caller begins a new one. */
export async function setPassword(store: Store, id: number, passwordHash: string): Promise<void> {
  await writeAlone(store, async (write) => {
    await write.trx.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', id).execute()
    await write.trx.deleteFrom('session').where('account_id', '=', id).execute()
    await takeOverFromKey(write)
  })
}

/**
 * Removes an account with everything of it: sessions, tokens, choices, marks, watches, and what reader apps are known by.
 * @throws AppError not_found, conflict for the last owner
 */
export async function removeAccount(store: Store, id: number): Promise<void> {
  await writeAlone(store, async (write) => {
    await mustNotBeLastOwner(write, id)
    const { trx } = write
    const row = await trx.deleteFrom('account').where('id', '=', id).returning('name').executeTakeFirst()
    if (!row) throw new AppError('not_found', 'there is no such account')
    await trx.deleteFrom('watch').where('account', '=', row.name).execute()
    await trx.deleteFrom('reader_mark').where('user_name', '=', row.name).execute()
    await trx.deleteFrom('pending_mark').where('user_name', '=', row.name).execute()
    await trx.deleteFrom('reader_listed').where('user_name', '=', row.name).execute()
    await trx.deleteFrom('reader_list').where('user_name', '=', row.name).execute()
    await trx.deleteFrom('reader_choice').where('user_name', '=', row.name).execute()
    await trx
      .deleteFrom('setting')
      .where('key', 'like', 'fever-key:%')
      .where(sql<string>`substr(value, length(value) - ${row.name.length})`, '=', `\n${row.name}`)
      .execute()
  })
}

async function mustNotBeLastOwner({ trx }: Write, id: number): Promise<void> {
  const rows = await owners(trx).select('id').limit(2).execute()
  if (rows.length === 1 && rows[0]?.id === id)
    throw new AppError('conflict', 'this is the last owner: make somebody else an owner first')
}

/** What was kept under the key's name (marks, watches) becomes the first owner's, once there is one; the same again changes nothing. */
export async function takeOverFromKey({ trx }: Write): Promise<void> {
  const owner = await owners(trx).select('name').orderBy('id').limit(1).executeTakeFirst()
  if (!owner || owner.name === KEY_ACCOUNT) return
  const named = await trx.selectFrom('account').select('id').where('name', '=', KEY_ACCOUNT).executeTakeFirst()
  if (named) return
  await trx.updateTable('watch').set({ account: owner.name }).where('account', '=', KEY_ACCOUNT).execute()
  const kept = trx.selectFrom('reader_mark').select('item_id').where('user_name', '=', owner.name)
  await trx.deleteFrom('reader_mark').where('user_name', '=', KEY_ACCOUNT).where('item_id', 'in', kept).execute()
  await trx.updateTable('reader_mark').set({ user_name: owner.name }).where('user_name', '=', KEY_ACCOUNT).execute()
  for (const table of ['reader_choice', 'reader_list'] as const) {
    const own = await trx.selectFrom(table).select('user_name').where('user_name', '=', owner.name).limit(1).execute()
    if (own.length > 0) return // the owner has chosen: what was chosen and listed under the key is not mixed in
  }
  for (const table of ['reader_choice', 'reader_list', 'reader_listed'] as const)
    await trx.updateTable(table).set({ user_name: owner.name }).where('user_name', '=', KEY_ACCOUNT).execute()
}

/** An account as its row says. */
export function accountFrom(row: Pick<AccountTable, 'name' | 'role' | 'password_hash'> & { id: number }): Account {
  return { id: row.id, name: row.name, role: row.role, passwordHash: row.password_hash }
}
