import { applyRules } from '../src/ingest/apply-rules.ts'
import { openStore, type StoreLocation } from '../src/store/store.ts'

// Applies the rules of a store a batch at a time, and tells of each: a test kills it in the midst.
const store = await openStore(JSON.parse(process.argv[2] ?? '') as StoreLocation)
while (await applyRules(store, 1)) process.stdout.write('a batch\n')
await store.close()
