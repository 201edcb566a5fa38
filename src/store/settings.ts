import type { EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

/** Single values of an installation: the owner's key (hashed), secrets, whether the demo edition is shown. */
export async function setting(store: Store, key: string): Promise<string | null> {
  const row = await store.read.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? null
}

export async function setSetting(store: Store, key: string, value: string): Promise<void> {
  await store.write
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** The value of a key, made once by `make` when it is not there; safe against two processes starting at once. */
export async function settingOnce(store: Store, key: string, make: () => string): Promise<string> {
  await store.write
    .insertInto('setting')
    .values({ key, value: make() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const row = await store.write.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirstOrThrow()
  return row.value
}

export async function removeSetting(store: Store, key: string): Promise<void> {
  await store.write.deleteFrom('setting').where('key', '=', key).execute()
}

const LAST_BACKUP = 'last-backup-ms'

/** Notes that a whole backup was made. */
export async function noteBackup(store: Store, nowMs: EpochMs): Promise<void> {
  await setSetting(store, LAST_BACKUP, String(nowMs))
}

/** When the last whole backup was made, by the verb or the owner's page; null where none is known of. */
export async function lastBackup(store: Store): Promise<EpochMs | null> {
  const madeMs = Number((await setting(store, LAST_BACKUP)) ?? Number.NaN)
  return Number.isFinite(madeMs) ? madeMs : null
}
