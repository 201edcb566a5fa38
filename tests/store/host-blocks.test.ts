import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { forgetBlocks, MAX_BLOCKS_A_HOST, rememberBlocks, repeatedBlocks } from '../../src/store/host-blocks.ts'
import { writeAlone } from '../../src/store/insert-article.ts'
import { onBothEngines } from '../engines.ts'

const DAY_MS = 86_400_000

onBothEngines((engine, open) => {
  it(`${engine}: a host's repeated blocks are those that at least two of its pages had, most common first`, async () => {
    const pages = fc.array(
      fc.record({
        host: fc.constantFrom('harbour.example', 'quay.example', "o'brien.example"),
        hashes: fc.uniqueArray(fc.constantFrom(0, 1, 7, 2 ** 31, 2 ** 32 - 1), { maxLength: 5 }),
      }),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pages, { maxLength: 3 }), async (batches) => {
        const store = await open()
        try {
          for (const batch of batches)
            await writeAlone(store, (write) =>
              rememberBlocks(
                write,
                batch.map(({ host, hashes }) => ({ host, hashes: Uint32Array.from(hashes) })),
                1,
              ),
            )
          for (const host of ['harbour.example', 'quay.example', "o'brien.example"]) {
            const counts = new Map<number, number>()
            for (const page of batches.flat())
              if (page.host === host) for (const hash of page.hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
            const expected = [...counts].filter(([, count]) => count >= 2).sort((a, b) => b[1] - a[1] || a[0] - b[0])
            assert.deepEqual(
              [...(await repeatedBlocks(store, host))],
              expected.map(([hash]) => hash),
            )
          }
        } finally {
          await store.close()
        }
      }),
      { numRuns: engine === 'sqlite' ? 25 : 6 },
    )
  })

  it(`${engine}: forgets what one page had long ago, and beyond the limit what is rarest and oldest`, async () => {
    const store = await open()
    const nowMs = 100 * DAY_MS
    const host = 'harbour.example'
    const one = (hash: number) => [{ host, hashes: Uint32Array.of(hash) }]
    const many = Uint32Array.from({ length: MAX_BLOCKS_A_HOST + 5 }, (_, index) => index + 100)
    await writeAlone(store, async (write) => {
      await rememberBlocks(write, one(1), nowMs - 40 * DAY_MS)
      await rememberBlocks(write, [...one(2), ...one(2)], nowMs - 40 * DAY_MS)
      await forgetBlocks(write, [host], nowMs)
    })
    const hashes = async () =>
      (await store.read.selectFrom('host_block').select('hash').orderBy('hash').execute()).map((row) => row.hash)
    assert.deepEqual(await hashes(), [2])
    await writeAlone(store, async (write) => {
      await rememberBlocks(
        write,
        [
          { host, hashes: many },
          { host: 'quay.example', hashes: Uint32Array.of(3) },
        ],
        nowMs,
      )
      await forgetBlocks(write, [host], nowMs)
    })
    const kept = await hashes()
    assert.equal(kept.length, MAX_BLOCKS_A_HOST + 1)
    assert.deepEqual(kept.slice(0, 3), [2, 3, 100])
    await store.close()
  })
})
