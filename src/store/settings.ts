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
