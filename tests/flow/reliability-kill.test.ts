import assert from 'node:assert/strict'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { demoArticles } from '../../src/demo/world.ts'
import { allArticles } from '../../src/store/articles.ts'
import { openStore, type Store, type StoreLocation } from '../../src/store/store.ts'
import { startPostgres, throwAwayFolder } from '../engines.ts'
import { type Ran, runVerb, startVerb } from '../run-verb.ts'
import { storeFaults } from '../store-faults.ts'

const ARTICLES = 400
/** How many articles stand when the blow falls: between batches and inside them, at the beginning and near the end. */
const MOMENTS = [1, 130, 270]
const file = join(throwAwayFolder(), 'articles.jsonl')
const texts = new Map<string, string>()
const lines: string[] = []
for (const { article } of demoArticles({ articles: ARTICLES, seed: 7, endMs: Date.UTC(2026, 4, 20, 12) })) {
  const { url, title, text, published, siteName } = article
  texts.set(url ?? '', inOneLine(text))
  lines.push(JSON.stringify({ url, title, text, published, site: siteName }))
}
writeFileSync(file, lines.join('\n'))

/** Line breaks inside a paragraph are not kept. */
function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** Imports and kills as soon as so many articles stand; gives what a reader saw at that moment. */
async function importUntil(store: Store, args: string[], env: Record<string, string>, atLeast: number) {
  const child = startVerb(args, env)
  child.stdout.resume()
  child.stderr.resume()
  let seen: string[] = []
  while (child.exitCode === null) {
    const rows = await store.read.selectFrom('article').select('key').execute()
    seen = rows.map((row) => row.key)
    if (seen.length >= atLeast) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const isCut = child.exitCode === null
  child.kill('SIGKILL')
  if (isCut) await once(child, 'exit')
  return { seen, isCut }
}

async function survivesKills(location: StoreLocation, args: string[], moments: readonly number[]): Promise<void> {
  const env: Record<string, string> = 'path' in location ? {} : { DATABASE_URL: location.databaseUrl }
  const store = await openStore(location)
  try {
    let held = 0
    for (const atLeast of moments) {
      const { seen, isCut } = await importUntil(store, args, env, atLeast)
      assert.equal(isCut, true, 'the import was over before the blow')
      const keys = new Set((await store.write.selectFrom('article').select('key').execute()).map((row) => row.key))
      assert.deepEqual(
        seen.filter((key) => !keys.has(key)),
        [],
        'what a reader had seen is gone',
      )
      assert.ok(keys.size >= held, 'a later start lost what an earlier one had stored')
      assert.deepEqual(await storeFaults(store), [])
      held = keys.size
    }
    const ran: Ran = await runVerb(args, { env })
    assert.equal(ran.code, 0, ran.err)
    const report = JSON.parse(ran.out) as { stored: number; known: number; failed: unknown[] }
    assert.equal(report.known, held)
    assert.equal(report.stored + report.known, ARTICLES)
    assert.deepEqual(await storeFaults(store), [])
    let count = 0
    for await (const article of allArticles(store, 100)) {
      count++
      assert.equal(inOneLine(article.page.text), texts.get(article.url ?? ''))
    }
    assert.equal(count, ARTICLES)
  } finally {
    await store.close()
  }
}

describe('import that is killed again and again', () => {
  it('loses nothing, doubles nothing, leaves nothing half-written, and is completed by starting again (SQLite)', async () => {
    const data = throwAwayFolder()
    await survivesKills({ path: join(data, 'trendpulse.db') }, ['import', file, '--json', '--data', data], MOMENTS)
  })

  it('does so on PostgreSQL', async () => {
    const databaseUrl = await (await startPostgres()).createDatabase('killed')
    await survivesKills({ databaseUrl }, ['import', file, '--json'], MOMENTS.slice(1, 2))
  })
})
