import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { dumpedTables } from '../../src/store/dump.ts'
import { onBothEngines } from '../engines.ts'

/** Tables that a backup leaves out for a reason: made anew, thrown away each day, or the engine's own. */
const MADE_ANEW = /^(search(_.*)?|edition(_.*)?|vote_key|session|account_link|kysely_.*|sqlite_.*)$/

onBothEngines((engine, open) => {
  it(`${engine}: a backup holds every table of the store`, async () => {
    const store = await open()
    const names =
      engine === 'sqlite'
        ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
        : sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public'`
    const { rows } = await names.execute(store.read)
    await store.close()
    const kept = rows.map((row) => row.name).filter((name) => !MADE_ANEW.test(name))
    assert.deepEqual(kept.sort(), [...dumpedTables].sort())
  })
})
