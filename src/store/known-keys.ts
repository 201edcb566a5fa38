import type { Store } from './store.ts'

/** Keys a statement may ask for at once. */
const KEYS_A_STATEMENT = 500

/** Which of these articles the store holds already, be it under another address. Two queries for each 500 keys. */
export async function knownKeys(store: Store, keys: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let start = 0; start < keys.length; start += KEYS_A_STATEMENT) {
    const some = keys.slice(start, start + KEYS_A_STATEMENT)
    const rows = await store.write.selectFrom('article').select('key').where('key', 'in', some).execute()
    const aliases = await store.write.selectFrom('article_alias').select('key').where('key', 'in', some).execute()
    for (const row of [...rows, ...aliases]) known.add(row.key)
  }
  return known
}
