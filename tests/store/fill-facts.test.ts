import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fillFacts } from '../../src/ingest/fill-facts.ts'
import { createPreparer } from '../../src/ingest/prepare.ts'
import { unpackFacts } from '../../src/store/article-facts.ts'
import { factsProgress } from '../../src/store/facts-work.ts'
import { insertArticle, updateArticle, writeAlone } from '../../src/store/insert-article.ts'
import type { Store } from '../../src/store/store.ts'
import { loadLanguageDetector } from '../../src/text/language.ts'
import { newArticle } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const prepare = createPreparer(await loadLanguageDetector())
const TEXTS = 45
const noRest = async () => {}

async function fill(store: Store): Promise<void> {
  await writeAlone(store, async (write) => {
    for (let at = 0; at < TEXTS; at++) {
      const key = `t${at}`
      const id = await insertArticle(
        write,
        newArticle({ key, text: `On Sunday the old dyke of Tarn gave way in ${at} places, said the council.` }),
      )
      const copy = { kind: 'near' as const, containment: 1, family: id, redatedDays: null, injectedCount: 0 }
      await insertArticle(write, newArticle({ key: `c${at}`, copy: { copyOf: id, ...copy } }))
    }
  })
}

const stored = async (store: Store) => {
  const rows = await store.read.selectFrom('article_facts').selectAll().orderBy('article_id').execute()
  return rows.map((row) => unpackFacts(row.data))
}

onBothEngines((name, open) => {
  describe(`facts of texts that were stored before, on ${name}`, () => {
    it('are made for every original, newest first, and for none twice, over a stop and a start', async () => {
      const store = await open()
      await fill(store)
      const stop = new AbortController()
      let asked = 0
      const pool = {
        pending: () => 0,
        run: async (task: Parameters<typeof prepare>[0]) => {
          asked++
          return prepare(task)
        },
      }
      const first = await fillFacts({ store, pool, stopping: stop.signal }, async () => stop.abort())
      const halfway = await factsProgress(store)
      assert.equal((await stored(store)).length, first)
      assert.equal(halfway?.left, TEXTS - first)
      const second = await fillFacts({ store, pool, stopping: new AbortController().signal }, noRest)
      assert.equal(first + second, TEXTS)
      assert.equal(asked, TEXTS)
      const facts = await stored(store)
      assert.equal(facts.length, TEXTS)
      assert.ok(facts.every(({ days }) => days.length === 1))
      assert.equal((await factsProgress(store))?.left, 0)
      assert.equal(await fillFacts({ store, pool, stopping: new AbortController().signal }, noRest), 0)
      await store.close()
    })

    it('wait while the threads have pages to read, and leave alone a text that changed meanwhile', async () => {
      const store = await open()
      const text = 'On Sunday the old dyke of Tarn gave way and the harbour flooded.'
      const id = await writeAlone(store, (write) => insertArticle(write, newArticle({ key: 'a', text })))
      let pending = 3
      const pool = {
        pending: () => pending,
        run: async (task: Parameters<typeof prepare>[0]) => {
          await writeAlone(store, (write) => updateArticle(write, id, newArticle({ key: 'a', text: 'Nothing.' })))
          return prepare(task)
        },
      }
      let rests = 0
      const rest = async () => {
        rests++
        pending = Math.max(0, pending - 1)
      }
      await fillFacts({ store, pool, stopping: new AbortController().signal }, rest)
      assert.ok(rests >= 3)
      assert.deepEqual(await stored(store), [])
      await store.close()
    })
  })
})
