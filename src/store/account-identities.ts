import { AppError } from '../model/errors.ts'
import type { EpochMs } from '../model/time.ts'
import { type Account, accountFrom, insertAccount, type Role, takenNames, takeOverFromKey } from './accounts.ts'
import { type Write, writeAlone } from './insert-article.ts'
import type { Store } from './store.ts'

/** Who somebody is at a sign-in service: `subject` is theirs for good at that issuer. **Source:** OpenID Connect Core 1.0, section 5.7 */
export type Identity = { issuer: string; subject: string }

/** Whose identity this is; null for nobody's. */
export async function accountByIdentity(store: Store, identity: Identity): Promise<Account | null> {
  const row = await store.read
    .selectFrom('account_identity')
    .innerJoin('account', 'account.id', 'account_identity.account_id')
    .selectAll('account')
    .where('issuer', '=', identity.issuer)
    .where('subject', '=', identity.subject)
    .executeTakeFirst()
  return row ? accountFrom(row) : null
}

/** Identities of an account. */
export async function identitiesOf(store: Store, accountId: number): Promise<Identity[]> {
  return store.read
    .selectFrom('account_identity')
    .select(['issuer', 'subject'])
    .where('account_id', '=', accountId)
    .orderBy('issuer')
    .orderBy('subject')
    .execute()
}

/**
 * Lets an account in by an identity from now on.
 * @throws AppError conflict where it is another account's
 */
export async function addIdentity(store: Store, accountId: number, identity: Identity): Promise<void> {
  await writeAlone(store, async (write) => {
    await insertIdentity(write, accountId, identity)
    await takeOverFromKey(write)
  })
}

/**
 * Makes an account for somebody whom a sign-in service knows, under the first name that is free: `ada`, `ada-2`, … `ada-99`.
 * @throws AppError conflict where none is
 */
export async function addAccountOfIdentity(
  store: Store,
  newcomer: { name: string; role: Role; identity: Identity },
  nowMs: EpochMs,
): Promise<number> {
  return writeAlone(store, async (write) => {
    const name = await freeName(write, newcomer.name)
    const id = await insertAccount(write, { name, role: newcomer.role, passwordHash: null }, nowMs)
    await insertIdentity(write, id, newcomer.identity)
    await takeOverFromKey(write)
    return id
  })
}

/** Names are tried with a number behind them up to this one. */
const MAX_NAMESAKES = 99

/**
 * The first of a name and the name with a number behind it that nobody has.
 * @throws AppError conflict where all are taken
 */
export async function freeName(write: Write, name: string): Promise<string> {
  const taken = await takenNames(write)
  const names = [name, ...Array.from({ length: MAX_NAMESAKES - 1 }, (_, index) => `${name}-${index + 2}`)]
  const free = names.find((one) => !taken.has(one.toLowerCase()))
  if (free === undefined) throw new AppError('conflict', `there are too many accounts named ${name}`)
  return free
}

async function insertIdentity({ trx }: Write, accountId: number, identity: Identity): Promise<void> {
  const row = await trx
    .insertInto('account_identity')
    .values({ ...identity, account_id: accountId })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .returning('account_id')
    .executeTakeFirst()
  if (!row) throw new AppError('conflict', 'this sign-in is another account’s')
}
