import { AppError } from '../model/errors.ts'
import type { EpochMs } from '../model/time.ts'
import { writeAlone } from './insert-article.ts'
import type { Store } from './store.ts'

/** A reader's choices as a browser gave them, in JSON, and when. */
export type AccountChoices = { data: string; changedMs: EpochMs }

/** What an account has chosen; null for nothing yet. */
export async function accountChoices(store: Store, accountId: number): Promise<AccountChoices | null> {
  const row = await store.read
    .selectFrom('account_choice')
    .selectAll()
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row ? { data: row.data, changedMs: row.changed_ms } : null
}

/**
 * Keeps an account's choices and gives the moment they are kept under, which rises with every change. With `expectedMs` only where they are
 * still as of that moment (0: none are kept yet).
 * @throws AppError conflict where another browser has changed them since
 */
export async function setAccountChoices(
  store: Store,
  accountId: number,
  { data, changedMs }: AccountChoices,
  expectedMs: EpochMs | null,
): Promise<EpochMs> {
  return writeAlone(store, async ({ trx }) => {
    const row = await trx
      .selectFrom('account_choice')
      .select('changed_ms')
      .where('account_id', '=', accountId)
      .executeTakeFirst()
    if (expectedMs !== null && (row?.changed_ms ?? 0) !== expectedMs)
      throw new AppError('conflict', 'another browser has changed these choices: read them again')
    const now = Math.max(changedMs, (row?.changed_ms ?? 0) + 1)
    const values = { data, changed_ms: now }
    await trx
      .insertInto('account_choice')
      .values({ account_id: accountId, ...values })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(values))
      .execute()
    return now
  })
}
