import assert from 'node:assert/strict'
import { join } from 'node:path'
import { it } from 'node:test'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { openStore } from '../../src/store/store.ts'
import { insertStory } from '../../src/store/story-rows.ts'
import { newArticle } from '../articles.ts'
import { startPostgres, throwAwayFolder } from '../engines.ts'
import { runVerb } from '../run-verb.ts'

/** Lines were given away while the store was still being emptied, and the verb waited for them for ever. */
it('restores a backup of the embedded store into PostgreSQL', { timeout: 120_000 }, async () => {
  const folder = throwAwayFolder()
  const file = join(folder, 'backup.zst')
  const databaseUrl = await (await startPostgres()).createDatabase('restored')
  const store = await openStore({ path: join(folder, 'trendpulse.db') })
  await writeAlone(store, async (write) => {
    const said = { title: 'Ferry stops', section: 'society', language: 'en', atMs: 1, demo: false }
    const storyId = await insertStory(write, { key: 'ferry', ...said })
    for (let at = 0; at < 40; at++) await insertArticle(write, newArticle({ key: `a${at}`, storyId }))
  })
  await store.close()
  const backup = await runVerb(['backup', file], { env: { TRENDPULSE_DATA: folder } })
  assert.equal(backup.code, 0, backup.err)
  const restore = await runVerb(['restore', file], { env: { DATABASE_URL: databaseUrl } })
  assert.equal(restore.code, 0, restore.err)
  const restored = await openStore({ databaseUrl })
  const { n } = await restored.read
    .selectFrom('article')
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  assert.equal(Number(n), 40)
  await restored.close()
})
