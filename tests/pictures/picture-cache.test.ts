import assert from 'node:assert/strict'
import { readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { createPictureCache } from '../../src/ingest/pictures/picture-cache.ts'
import type { MadePicture } from '../../src/model/picture.ts'
import { throwAwayFolder } from '../engines.ts'

const KB = 1_024
/** Every picture takes this on the disk: its head and its bytes, in blocks. */
const ON_DISK = 8 * KB

function picture(seed: number): MadePicture {
  return { width: 64, height: 48, forms: [{ form: '320.webp', bytes: new Uint8Array(5_000).fill(seed) }] }
}

describe('the cache of pictures', () => {
  it('keeps what a list of the most recently used ones keeps, over restarts', async () => {
    const places = 3
    const act = fc.record({ address: fc.integer({ min: 0, max: 6 }), is: fc.constantFrom('keep', 'read', 'reopen') })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const folder = throwAwayFolder()
        let nowMs = 1_800_000_000_000
        const open = async () => {
          const opened = createPictureCache({ folder, maxBytes: places * ON_DISK, now: () => nowMs })
          await opened.ready
          return opened
        }
        let cache = await open()
        let recent: number[] = []
        for (const { address, is } of acts) {
          nowMs += 2 * 3_600_000 // uses of the same hour need not be told apart after a restart
          if (is === 'reopen') cache = await open()
          else if (is === 'keep') await cache.keep(String(address), picture(address))
          else {
            const read = await cache.read(String(address), '640.webp')
            assert.equal(read?.bytes[0], recent.includes(address) ? address : undefined)
          }
          if (is === 'keep' || (is === 'read' && recent.includes(address)))
            recent = [...recent.filter((one) => one !== address), address].slice(-places)
          await new Promise((resolve) => setTimeout(resolve, 2)) // the time of a use is written beside
        }
        assert.deepEqual(
          Array.from({ length: 7 }, (_, address) => cache.known(String(address)) !== null),
          Array.from({ length: 7 }, (_, address) => recent.includes(address)),
        )
        assert.equal(cache.bytes(), recent.length * ON_DISK)
        assert.equal(readdirSync(folder).length, recent.length)
      }),
      { numRuns: 60 },
    )
  })

  it('removes what a stop left half written, and leaves what is not its own', async () => {
    const folder = throwAwayFolder()
    const first = createPictureCache({ folder, maxBytes: 1e6, now: Date.now })
    await first.keep('a', picture(1))
    await first.keep('b', picture(2))
    const [one] = readdirSync(folder)
    truncateSync(join(folder, one!), 100)
    writeFileSync(join(folder, `${'0'.repeat(40)}.${crypto.randomUUID()}.part`), 'half')
    writeFileSync(join(folder, 'notes.txt'), 'the owner’s')
    const again = createPictureCache({ folder, maxBytes: 1e6, now: Date.now })
    await again.ready
    assert.equal([again.known('a'), again.known('b')].filter((known) => known !== null).length, 1)
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.includes('.')),
      ['notes.txt'],
    )
  })

  it('that was emptied by hand makes its pictures anew', async () => {
    const folder = throwAwayFolder()
    const cache = createPictureCache({ folder, maxBytes: 1e6, now: Date.now })
    await cache.keep('a', picture(1))
    truncateSync(join(folder, readdirSync(folder)[0]!), 0)
    assert.equal(await cache.read('a', '320.webp'), null)
    assert.equal(cache.known('a'), null)
    assert.equal(cache.bytes(), 0)
  })
})
