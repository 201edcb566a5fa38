import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createFetchClient } from '../../src/fetch/client.ts'
import { createPictureCache } from '../../src/ingest/pictures/picture-cache.ts'
import { createPictureMaker } from '../../src/ingest/pictures/picture-maker.ts'
import { createPictures, type Pictures } from '../../src/ingest/pictures/pictures.ts'
import { DAY_MS, HOUR_MS } from '../../src/model/time.ts'
import { throwAwayFolder } from '../engines.ts'
import { type LoopbackServer, loopbackServer } from '../fetch/loopback-server.ts'
import { noise } from './sample-pictures.ts'

describe('foreign pictures', () => {
  const maker = createPictureMaker({ limits: { taskMs: 60_000 } })
  let photograph: Buffer
  let host: LoopbackServer
  let hidden: LoopbackServer
  let nowMs = Date.UTC(2026, 10, 29)

  before(async () => {
    photograph = await noise(900, 600).jpeg().toBuffer()
    hidden = await loopbackServer((_, response) => response.end(photograph))
    host = await loopbackServer((request, response) => {
      const path = request.url ?? ''
      if (path.startsWith('/away')) response.writeHead(302, { location: `${hidden.url}/inside.jpg` }).end()
      else if (path.startsWith('/slow'))
        response.writeHead(200, { 'content-type': 'image/jpeg' }).write(photograph.subarray(0, 100))
      else if (path.startsWith('/huge')) response.end(Buffer.alloc(11_000_000, 0xff))
      else if (path.startsWith('/gone')) response.writeHead(404).end()
      else if (path.startsWith('/wait')) response.writeHead(429, { 'retry-after': '60' }).end()
      else if (path.startsWith('/lie')) response.end('<svg xmlns="http://www.w3.org/2000/svg"/>')
      else response.writeHead(200, { 'content-type': 'text/html' }).end(photograph)
    })
  })
  after(async () => {
    maker.close()
    await Promise.all([host.close(), hidden.close()])
  })

  const open = (folder = throwAwayFolder(), maxBytes = 1e9): Pictures => {
    const fetch = createFetchClient({
      userAgent: 'a test',
      allowPrivate: [host.host],
      limits: { totalMs: 2_500, headersMs: 2_500 },
    })
    after(() => fetch.close())
    return createPictures({
      fetch,
      maker,
      cache: createPictureCache({ folder, maxBytes, now: () => nowMs }),
      log: () => {},
    })
  }
  const askedFor = (path: string) => host.hits.filter((hit) => hit === path).length

  it('are fetched once for all readers and forms, and known by their size from then on', async () => {
    const pictures = open()
    const url = `${host.url}/one.jpg`
    assert.equal(pictures.known(url), null)
    const got = await Promise.all(
      (['640.webp', '320.webp', '640.jpg', '1280.webp'] as const).map((form) => pictures.get(url, form)),
    )
    assert.deepEqual(
      got.map((one) => one.ok && [one.type, one.bytes.length > 500]),
      [
        ['image/webp', true],
        ['image/webp', true],
        ['image/jpeg', true],
        ['image/webp', true],
      ],
    )
    assert.equal(askedFor('/one.jpg'), 1)
    assert.deepEqual(pictures.known(url), { width: 900, height: 600 })
  })

  it('outlive a restart, and so does what was refused', async () => {
    const folder = throwAwayFolder()
    const first = open(folder)
    await first.get(`${host.url}/kept.jpg`, '640.webp')
    assert.deepEqual(await first.get(`${host.url}/lie.jpg`, '640.webp'), { ok: false, reason: 'svg' })
    const second = open(folder)
    assert.equal((await second.get(`${host.url}/kept.jpg`, '320.webp')).ok, true)
    assert.deepEqual(await second.get(`${host.url}/lie.jpg`, '640.webp'), { ok: false, reason: 'svg' })
    assert.deepEqual([askedFor('/kept.jpg'), askedFor('/lie.jpg')], [1, 1])
  })

  it('that failed are asked for again after a day, out of reach after an hour', async () => {
    const pictures = open()
    const ask = async (path: string) => {
      const got = await pictures.get(`${host.url}${path}`, '640.webp')
      return got.ok ? 'shown' : got.reason
    }
    assert.deepEqual([await ask('/lie-2'), await ask('/gone-2')], ['svg', 'unreachable'])
    nowMs += HOUR_MS + 1
    assert.deepEqual([await ask('/lie-2'), await ask('/gone-2')], ['svg', 'unreachable'])
    assert.deepEqual([askedFor('/lie-2'), askedFor('/gone-2')], [1, 2])
    nowMs += DAY_MS
    await ask('/lie-2')
    assert.equal(askedFor('/lie-2'), 2)
  })

  it('are not fetched from where they may not be: the redirect is refused, the address never asked', async () => {
    const pictures = open()
    assert.deepEqual(await pictures.get(`${host.url}/away.jpg`, '640.webp'), { ok: false, reason: 'unreachable' })
    assert.deepEqual(await pictures.get(`${hidden.url}/inside.jpg`, '640.webp'), { ok: false, reason: 'unreachable' })
    assert.deepEqual(await pictures.get('http://169.254.169.254/latest/meta-data', '640.webp'), {
      ok: false,
      reason: 'unreachable',
    })
    assert.deepEqual(hidden.hits, [])
  })

  it('that never end or are too large are given up', async () => {
    const pictures = open()
    assert.deepEqual(await pictures.get(`${host.url}/slow.jpg`, '640.webp'), { ok: false, reason: 'unreachable' })
    assert.deepEqual(await pictures.get(`${host.url}/huge.jpg`, '640.webp'), { ok: false, reason: 'too-large' })
  })

  it('of a host that asks for a pause are not held against it', async () => {
    const pictures = open()
    assert.deepEqual(await pictures.get(`${host.url}/wait.jpg`, '640.webp'), { ok: false, reason: 'busy' })
    assert.equal(pictures.known(`${host.url}/wait.jpg`), null)
  })

  it('of invented hosts are drawn, and nobody is asked', async () => {
    const got = await open().get('https://harbour-wire.example/pictures/4.jpg', '640.webp')
    assert.ok(got.ok && got.bytes.length > 1_000)
  })
})
