import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createPageCache, packPage } from './page-cache.ts'

const page = (body: string, keepMs = 1_000) => ({ status: 200, body, keepMs })
/** Makes pages and counts how often it was asked. */
const counting = (body = 'text') => {
  let made = 0
  return { make: async () => page(`${body} ${++made}`), made: () => made }
}
const bodyOf = (packed: { plain: Uint8Array }) => new TextDecoder().decode(packed.plain)

describe('createPageCache', () => {
  it('keeps a page until its time is over or the content version changes', async () => {
    const cache = createPageCache()
    const { make } = counting()
    assert.equal(bodyOf(await cache.get('/a', 1, 0, make)), 'text 1')
    assert.equal(bodyOf(await cache.get('/a', 1, 999, make)), 'text 1')
    assert.equal(bodyOf(await cache.get('/a', 1, 1_000, make)), 'text 2')
    assert.equal(bodyOf(await cache.get('/a', 2, 1_001, make)), 'text 3')
  })

  it('makes a page anew whose counts have moved, and no other', async () => {
    const cache = createPageCache({ isOld: (shows, madeMs) => madeMs === 0 && shows.includes('s1') })
    const { make } = counting()
    const shows = (name: string) => async () => ({ ...(await make()), shows: [name] })
    for (const name of ['s1', 's2']) await cache.get(name, 1, 0, shows(name))
    assert.equal(bodyOf(await cache.get('s2', 1, 5, shows('s2'))), 'text 2')
    assert.equal(bodyOf(await cache.get('s1', 1, 5, shows('s1'))), 'text 3')
    assert.equal(bodyOf(await cache.get('s1', 1, 6, shows('s1'))), 'text 3')
  })

  it('makes a page once for all who ask while it is made', async () => {
    const cache = createPageCache()
    const { make, made } = counting()
    await Promise.all(Array.from({ length: 20 }, () => cache.get('/a', 1, 0, make)))
    assert.equal(made(), 1)
  })

  it('keeps nothing of a page that was forgotten while it was made', async () => {
    const cache = createPageCache()
    const { make } = counting()
    const first = cache.get('/article/a', 1, 0, make)
    cache.forget('/article/a')
    await first
    assert.equal(bodyOf(await cache.get('/article/a', 1, 0, make)), 'text 2')
  })

  it('forgets the pages least recently read when it is full', async () => {
    const cache = createPageCache({ maxPages: 3 })
    const { make, made } = counting()
    await cache.get('/a', 1, 0, make)
    await cache.get('/b', 1, 0, make)
    await cache.get('/a', 1, 0, make)
    await cache.get('/c', 1, 0, make)
    assert.equal(cache.size(), 2)
    await cache.get('/a', 1, 0, make)
    assert.equal(made(), 3)
    await cache.get('/b', 1, 0, make)
    assert.equal(made(), 4)
  })

  it('loses no page to addresses that are made up, however many', async () => {
    const cache = createPageCache({ maxPages: 100 })
    const { make, made } = counting()
    await cache.get('/a', 1, 0, make)
    for (let at = 0; at < 500; at++) await cache.get(`/a?["${at}"]`, 1, 0, make)
    assert.equal(cache.size(), 26)
    await cache.get('/a?["499"]', 1, 0, make)
    await cache.get('/a', 1, 0, make)
    assert.equal(made(), 501)
  })

  it('never holds more bytes than it may', async () => {
    const cache = createPageCache({ maxBytes: 10_000 })
    for (let at = 0; at < 50; at++) await cache.get(`/${at}`, 1, 0, async () => page('x'.repeat(3_000)))
    assert.ok(cache.size() >= 1 && cache.size() <= 3)
  })

  it('keeps no failure', async () => {
    const cache = createPageCache()
    await assert.rejects(cache.get('/a', 1, 0, () => Promise.reject(new Error('broken'))))
    assert.equal(bodyOf(await cache.get('/a', 1, 0, counting().make)), 'text 1')
  })
})

describe('packPage', () => {
  it('says the same in every encoding, and names the content', () => {
    const packed = packPage(page('Tarn — طرن'))
    assert.equal(brotliDecompressSync(packed.br).toString(), 'Tarn — طرن')
    assert.equal(gunzipSync(packed.gzip).toString(), 'Tarn — طرن')
    assert.equal(packed.etag, packPage(page('Tarn — طرن')).etag)
    assert.notEqual(packed.etag, packPage(page('Tarn')).etag)
  })

  it('packs each encoding once', () => {
    const packed = packPage(page('Tarn'))
    assert.equal(packed.br, packed.br)
    assert.equal(packed.gzip, packed.gzip)
  })
})
