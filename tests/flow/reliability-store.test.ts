import assert from 'node:assert/strict'
import { copyFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { demoArticles } from '../../src/demo/world.ts'
import { openStore } from '../../src/store/store.ts'
import { throwAwayFolder } from '../engines.ts'
import { runVerb } from '../run-verb.ts'
import { startServe } from '../served.ts'
import { storeFaults } from '../store-faults.ts'

/** Addresses that were written to files so far. */
const urls = new Set<string>()

function linesFile(folder: string, articles: number, seed: number): string {
  const file = join(folder, `lines-${seed}.jsonl`)
  const items = [...demoArticles({ articles, seed, endMs: Date.UTC(2026, 4, 20, 12) })]
  const lines = items.map(({ article: { url, title, text, published } }) =>
    JSON.stringify({ url, title, text, published }),
  )
  for (const { article } of items) urls.add(article.url ?? '')
  writeFileSync(file, lines.join('\n'))
  return file
}

describe('the store', { concurrency: true }, () => {
  it('takes the writing of three processes at once, and counts right', async () => {
    const data = throwAwayFolder()
    const files = [3, 3, 4].map((seed) => linesFile(throwAwayFolder(), 120, seed))
    const addresses = urls.size
    const served = await startServe(data)
    const ran = await Promise.all(files.map((file) => runVerb(['import', file, '--json', '--data', data])))
    assert.deepEqual(
      ran.map(({ code, err }) => [code, err]),
      [0, 0, 0].map((code) => [code, '']),
    )
    assert.equal((await served.stop()).code, 0)
    const store = await openStore({ path: join(data, 'trendpulse.db') })
    const { n } = await store.read
      .selectFrom('article')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    assert.equal(n, addresses) // two brought the same and share it between them
    assert.deepEqual(await storeFaults(store), [])
    await store.close()
  })

  it('is made once by three processes that start at the same moment', async () => {
    const data = throwAwayFolder()
    const ran = await Promise.all([1, 2, 3].map(() => runVerb(['status', '--data', data])))
    assert.deepEqual(
      ran.map(({ code, err }) => [code, err]),
      [0, 0, 0].map((code) => [code, '']),
    )
  })

  it('says in one line that its file is torn or no database, and touches neither', async () => {
    const data = throwAwayFolder()
    await runVerb(['import', linesFile(data, 60, 5), '--data', data])
    const [torn, noise] = [throwAwayFolder(), throwAwayFolder()]
    copyFileSync(join(data, 'trendpulse.db'), join(torn, 'trendpulse.db'))
    truncateSync(join(torn, 'trendpulse.db'), 300_000)
    writeFileSync(join(noise, 'trendpulse.db'), 'Crates of herring. '.repeat(9_000))
    for (const folder of [torn, noise]) {
      const ran = await runVerb(['serve', '--data', folder, '--listen', '127.0.0.1:1'])
      assert.equal(ran.code, 3)
      assert.match(ran.err, /^trendpulse: .*trendpulse\.db: .*(malformed|not a database)\n$/)
    }
  })

  it('says that the disk is full, keeps what was stored before, and goes on when there is room', async () => {
    const store = await openStore({ path: ':memory:' })
    const fill = async (bytes: number) =>
      store.write.transaction().execute(async (trx) => {
        const data = Buffer.alloc(bytes)
        await trx.insertInto('pulse_state').values({ id: bytes, tick_ms: 0, data }).execute()
      })
    await fill(1_000)
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(store.write)
    await sql.raw(`pragma max_page_count = ${rows[0]!.page_count + 4}`).execute(store.write)
    await assert.rejects(fill(1_000_000), /full/) // and not that there is nothing to roll back
    await sql.raw('pragma max_page_count = 100000').execute(store.write)
    await fill(1_000_001)
    const ids = await store.write.selectFrom('pulse_state').select('id').orderBy('id').execute()
    assert.deepEqual(
      ids.map(({ id }) => id),
      [1_000, 1_000_001],
    )
    await store.close()
  })
})
