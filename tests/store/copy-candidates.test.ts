import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createTextMemory } from '../../src/ingest/text-memory.ts'
import { packPage } from '../../src/store/articles.ts'
import { fingerprintMatches, storedRows } from '../../src/store/copy-candidates.ts'
import { insertArticle, updateArticle, writeAlone } from '../../src/store/insert-article.ts'
import { newArticle, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const shingles = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 })

onBothEngines((engine, open) => {
  describe(`${engine}: candidates for copies`, () => {
    it('are what a walk over all stored fingerprints finds', async () => {
      const store = await open()
      const held: { id: number; shingles: number[] }[] = []
      await writeAlone(store, async (write) => {
        for (const [index, some] of fc.sample(shingles, { numRuns: 40, seed: 5 }).entries()) {
          const article = newArticle({ key: `k${index}`, shingles: Uint32Array.from(some) })
          held.push({ id: await insertArticle(write, article), shingles: some })
        }
        for (const asked of fc.sample(shingles, { numRuns: 40, seed: 6 })) {
          const slow = held
            .map(({ id, shingles: some }) => ({
              articleId: id,
              shared: some.filter((one) => asked.includes(one)).length,
            }))
            .filter(({ shared }) => shared >= 3 && asked.length >= 3)
            .sort((a, b) => b.shared - a.shared || a.articleId - b.articleId)
            .slice(0, 7)
          const found = await fingerprintMatches(write, Uint32Array.from(asked), 3, 7)
          assert.deepEqual(
            found.map(({ articleId, shared }) => ({ articleId, shared: Number(shared) })),
            slow,
          )
        }
      })
      await store.close()
    })

    it('are remembered by their version: a text that changed is read anew', async () => {
      const store = await open()
      const memory = createTextMemory()
      await writeAlone(store, async (write) => {
        const id = await insertArticle(write, newArticle({ key: 'ferry', text: 'The ferry left.' }))
        const textNow = async () => (await memory.of(write, await storedRows(write, [id]))).get(id)?.text
        assert.equal(await textNow(), 'The ferry left.')
        const page = pageOf({ text: 'The ferry came back.' })
        await updateArticle(write, id, newArticle({ key: 'ferry', page, packed: packPage(page), contentHash: 'other' }))
        assert.equal(await textNow(), 'The ferry came back.')
      })
      await store.close()
    })
  })
})
