import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createTextMemory } from '../../src/ingest/text-memory.ts'
import { packPage } from '../../src/store/articles.ts'
import { storedRows } from '../../src/store/copy-candidates.ts'
import { fingerprintPostings, POSTINGS_CAP } from '../../src/store/fingerprints.ts'
import { insertArticle, updateArticle, writeAlone } from '../../src/store/insert-article.ts'
import { newArticle, pageOf } from '../articles.ts'
import { onBothEngines } from '../engines.ts'

const shingles = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 })

onBothEngines((engine, open) => {
  describe(`${engine}: candidates for copies`, () => {
    it('are the first articles that hold a fingerprint, as a walk over all of them finds', async () => {
      const store = await open()
      const held: { id: number; shingles: number[] }[] = []
      let full = 0
      await writeAlone(store, async (write) => {
        for (const [index, some] of fc.sample(shingles, { numRuns: 150, seed: 5 }).entries()) {
          const article = newArticle({ key: `k${index}`, shingles: Uint32Array.from(some) })
          held.push({ id: await insertArticle(write, article), shingles: some })
        }
        for (const asked of fc.sample(shingles, { numRuns: 40, seed: 6 })) {
          const slow = asked
            .map((one) => held.filter(({ shingles: some }) => some.includes(one)).map(({ id }) => id))
            .filter((ids) => ids.length > 0)
            .map((ids) => ids.slice(0, POSTINGS_CAP))
          const found = await fingerprintPostings(write, Uint32Array.from(asked))
          const sorted = (lists: number[][]) => lists.map(String).sort()
          assert.deepEqual(sorted(found), sorted(slow))
          full += slow.filter((ids) => ids.length === POSTINGS_CAP).length
        }
      })
      assert.ok(full > 0, 'some fingerprints are in more articles than are kept')
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
