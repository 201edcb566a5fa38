import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { readWarc, type WarcPage } from './warc.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

function record(
  type: string,
  url: string,
  block: Uint8Array,
  contentType = 'application/http; msgtype=response',
): Uint8Array {
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2026-11-03T08:00:00Z\r\nContent-Type: ${contentType}\r\nContent-Length: ${block.length}\r\n\r\n`
  return Buffer.concat([bytesOf(head), block, bytesOf('\r\n\r\n')])
}

function answer(body: string | Uint8Array, fields = '', status = '200 OK'): Uint8Array {
  return Buffer.concat([
    bytesOf(`HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n${fields}\r\n`),
    typeof body === 'string' ? bytesOf(body) : body,
  ])
}

async function read(archive: Uint8Array, pieceBytes = 1 << 16): Promise<WarcPage[]> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < archive.length; at += pieceBytes) yield archive.subarray(at, at + pieceBytes)
  }
  const gunzip = (body: Uint8Array, encoding: string): Uint8Array | null =>
    encoding === 'gzip' && body[0] === 0x1f ? gunzipSync(body) : null
  const pages: WarcPage[] = []
  for await (const page of readWarc(pieces(), gunzip)) pages.push(page)
  return pages
}

const archive = Buffer.concat([
  record('warcinfo', '', bytesOf('software: none'), 'application/warc-fields'),
  record('request', 'http://a.example/', bytesOf('GET / HTTP/1.1\r\n\r\n')),
  record('response', 'http://a.example/1', answer('<p>One</p>')),
  record('response', 'http://a.example/gone', answer('no', '', '404 Not Found')),
  record('response', '<http://a.example/2>', answer(gzipSync('<p>Two</p>'), 'Content-Encoding: gzip\r\n')),
  record(
    'response',
    'http://a.example/3',
    answer('4\r\n<p>T\r\n8\r\nhree</p>\r\n0\r\n\r\n', 'Transfer-Encoding: chunked\r\n'),
  ),
  record('resource', 'http://a.example/4', bytesOf('four'), 'text/plain'),
  record('response', 'dns:a.example', answer('x')),
])

test('pages come with address, time, type and decoded body; other records do not', async () => {
  const pages = await read(archive)
  assert.deepEqual(
    pages.map(({ url, body, contentType }) => [url, Buffer.from(body).toString(), contentType]),
    [
      ['http://a.example/1', '<p>One</p>', 'text/html'],
      ['http://a.example/2', '<p>Two</p>', 'text/html'],
      ['http://a.example/3', '<p>Three</p>', 'text/html'],
      ['http://a.example/4', 'four', 'text/plain'],
    ],
  )
  assert.equal(pages[0]?.dateMs, Date.UTC(2026, 10, 3, 8))
})

test('the pieces an archive comes in make no difference', async () => {
  const whole = await read(archive)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (pieceBytes) =>
      assert.deepEqual(await read(archive, pieceBytes), whole),
    ),
    { numRuns: 30 },
  )
})

test('damage costs the records it hits, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(archive.length - 1),
      fc.integer({ min: 0, max: 255 }),
      fc.nat(archive.length),
      async (at, byte, end) => {
        const damaged = Buffer.from(archive.subarray(0, end))
        if (at < damaged.length) damaged[at] = byte
        assert.ok((await read(damaged)).length <= 5)
      },
    ),
    { numRuns: 100 },
  )
})

test('a record whose length is missing is skipped to the next', async () => {
  const broken = bytesOf('WARC/1.0\r\nWARC-Type: response\r\n\r\nnoise\r\n\r\n')
  assert.equal((await read(Buffer.concat([broken, archive]))).length, 4)
})
