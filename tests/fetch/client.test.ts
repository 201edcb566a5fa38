import assert from 'node:assert/strict'
import type { IncomingMessage, RequestListener } from 'node:http'
import { after, describe, it } from 'node:test'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { createFetchClient, type FetchClient, type FetchClientOptions } from '../../src/fetch/client.ts'
import { type LoopbackServer, loopbackServer } from './loopback-server.ts'

const closing: (() => Promise<void>)[] = []
after(async () => {
  for (const close of closing) await close()
})

async function serve(answer: RequestListener): Promise<LoopbackServer> {
  const server = await loopbackServer(answer)
  closing.push(server.close)
  return server
}

function clientFor(server: LoopbackServer, options: Partial<FetchClientOptions> = {}): FetchClient {
  const client = createFetchClient({ userAgent: 'Test/1.0', allowPrivate: [server.host], ...options })
  closing.push(() => client.close())
  return client
}

const FEED = '<rss version="2.0"><channel><title>News of Halvern</title></channel></rss>'
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('get', () => {
  it('brings a document with its validators, and the validators back', async () => {
    const asked: IncomingMessage['headers'][] = []
    const server = await serve((request, response) => {
      asked.push(request.headers)
      const same = request.headers['if-none-match'] === '"v1"'
      response.writeHead(same ? 304 : 200, {
        etag: '"v1"',
        'last-modified': 'Tue, 24 Nov 2026 10:00:00 GMT',
        'content-type': 'text/xml',
        'cache-control': 'max-age=60',
        'set-cookie': 'a=b',
      })
      response.end(same ? undefined : FEED)
    })
    const client = clientFor(server)
    const first = await client.get(`${server.url}/feed`)
    assert.ok(first.ok)
    assert.equal(textOf(first.value.bytes), FEED)
    assert.equal(first.value.cacheControl, 'max-age=60')
    assert.deepEqual([first.value.notModified, first.value.etag, first.value.contentType], [false, '"v1"', 'text/xml'])
    const second = await client.get(`${server.url}/feed`, {
      etag: first.value.etag!,
      lastModified: first.value.lastModified!,
    })
    assert.ok(second.ok && second.value.notModified && second.value.bytes.length === 0)
    assert.equal(asked[1]!['if-modified-since'], 'Tue, 24 Nov 2026 10:00:00 GMT')
    assert.equal(asked[1]!.cookie, undefined)
    assert.equal(asked[0]!['user-agent'], 'Test/1.0')
  })

  it('follows redirects by hand, and tells where it moved for good', async () => {
    const server = await serve((request, response) => {
      const next = { '/a': [301, '/b'], '/b': [308, 'c?x=1#frag'], '/c?x=1': [302, '/d'] }[request.url!] as
        | [number, string]
        | undefined
      if (next === undefined) response.end(FEED)
      else response.writeHead(next[0], { location: next[1] }).end()
    })
    const got = await clientFor(server).get(`${server.url}/a`)
    assert.ok(got.ok)
    assert.equal(got.value.url, `${server.url}/d`)
    assert.equal(got.value.permanentUrl, `${server.url}/c?x=1`)
    assert.deepEqual(
      got.value.redirects.map(({ status }) => status),
      [301, 308, 302],
    )
  })

  it('refuses loops, endless chains, missing and forbidden targets, with a reason each', async () => {
    const canary = await serve((_request, response) => response.end('secret'))
    const server = await serve((request, response) => {
      const target = {
        '/loop': '/loop',
        '/none': undefined,
        '/canary': canary.url,
        '/other': `http://127.0.0.2:${canary.port}/`,
        '/mapped': `http://[::ffff:127.0.0.1]:${canary.port}/`,
        '/file': 'file:///etc/passwd',
        '/user': `http://a:b@${canary.host}/`,
      }
      const location =
        request.url! in target ? target[request.url as keyof typeof target] : `/${request.url!.length}${request.url}`
      response.writeHead(302, location === undefined ? {} : { location }).end()
    })
    const client = clientFor(server)
    const reason = async (path: string): Promise<string> => {
      const got = await client.get(server.url + path)
      return got.ok ? 'ok' : got.reason
    }
    const expected = {
      '/loop': 'redirect-loop',
      '/none': 'redirect-without-location',
      '/more': 'too-many-redirects',
      '/canary': 'refused-address',
      '/other': 'refused-address',
      '/mapped': 'refused-address',
      '/file': 'refused-scheme',
      '/user': 'refused-user-info',
    }
    for (const [path, wanted] of Object.entries(expected)) assert.equal(await reason(path), wanted, path)
    assert.deepEqual(canary.hits, [])
  })

  it('unpacks every coding, two of them stacked, and what only says that it is packed', async () => {
    const bodies: Record<string, [string, Uint8Array]> = {
      '/gzip': ['gzip', gzipSync(FEED)],
      '/br': ['br', brotliCompressSync(FEED)],
      '/deflate': ['deflate', deflateSync(FEED)],
      '/raw': ['deflate', deflateRawSync(FEED)],
      '/zstd': ['zstd', zstdCompressSync(FEED)],
      '/two': ['gzip, br', brotliCompressSync(gzipSync(FEED))],
      '/lie': ['gzip', Buffer.from(FEED)],
    }
    const server = await serve((request, response) => {
      const [coding, body] = bodies[request.url!]!
      response.writeHead(200, { 'content-encoding': coding }).end(body)
    })
    for (const path of Object.keys(bodies)) {
      const got = await clientFor(server).get(server.url + path)
      assert.ok(got.ok, path)
      assert.equal(textOf(got.value.bytes), FEED, path)
    }
  })

  it('caps what is sent and what it unpacks to', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/three') response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end('x')
      else if (request.url === '/bomb')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(4_000_000)))
      else if (request.url === '/headers') response.writeHead(200, { 'x-long': 'a'.repeat(9_000) }).end()
      else {
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        }
        response.on('drain', more)
        more()
      }
    })
    const client = clientFor(server, { limits: { maxBytes: 1_000_000, maxHeaderBytes: 8_192 } })
    const wanted = { '/three': 'bad-encoding', '/bomb': 'too-large', '/headers': 'too-large', '/endless': 'too-large' }
    for (const [path, reason] of Object.entries(wanted)) {
      const got = await client.get(server.url + path)
      assert.equal(got.ok ? 'ok' : got.reason, reason, path)
    }
  })

  it('ends what is late, slow, silent or called off', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/silent') return
      response.writeHead(200).flushHeaders()
      const pace = request.url === '/drip' ? 20 : 5
      const timer = setInterval(() => response.write(request.url === '/drip' ? 'x' : 'x'.repeat(500)), pace)
      response.on('close', () => clearInterval(timer))
    })
    const reason = async (
      path: string,
      limits: FetchClientOptions['limits'],
      signal?: AbortSignal,
    ): Promise<string> => {
      const got = await clientFor(server, { limits: limits! }).get(
        server.url + path,
        signal === undefined ? {} : { signal },
      )
      return got.ok ? 'ok' : got.reason
    }
    const results = await Promise.all([
      reason('/silent', { totalMs: 150 }),
      reason('/drip', { slowAfterMs: 100, leastBytesPerSecond: 1_000 }),
      reason('/steady', { totalMs: 300, slowAfterMs: 50, leastBytesPerSecond: 1_000 }),
      reason('/silent', {}, AbortSignal.timeout(100)),
    ])
    assert.deepEqual(results, ['timeout', 'too-slow', 'timeout', 'aborted'])
  })

  it('names the reason of every refusing answer', async () => {
    const server = await serve((request, response) => {
      const status = Number(request.url!.slice(1))
      response.writeHead(status, status === 429 ? { 'retry-after': '3600' } : {}).end()
    })
    const client = clientFor(server)
    const wanted = {
      304: 'not-modified-without-validator',
      401: 'http-4xx',
      404: 'http-4xx',
      410: 'gone',
      429: 'too-many-requests',
      500: 'http-5xx',
      204: 'ok',
    }
    for (const [status, reason] of Object.entries(wanted)) {
      const got = await client.get(`${server.url}/${status}`)
      assert.equal(got.ok ? 'ok' : got.reason, reason, status)
      if (!got.ok && status === '429') assert.equal(got.retryAfterMs, 3_600_000)
      if (!got.ok) assert.match(got.detail, /^127\.0\.0\.1:\d+ .*\.$/)
    }
  })

  it('sends nothing while a server asked for a pause, and goes on afterwards', async () => {
    let nowMs = 1_000_000
    const server = await serve((_request, response) => response.writeHead(429, { 'retry-after': '60' }).end())
    const client = clientFor(server, { now: () => nowMs })
    await client.get(`${server.url}/feed`)
    const held = await client.get(`${server.url}/feed`)
    assert.ok(!held.ok && held.reason === 'held-back' && held.retryAfterMs === 60_000)
    assert.equal(server.hits.length, 1)
    nowMs += 60_000
    await client.get(`${server.url}/feed`)
    assert.equal(server.hits.length, 2)
  })

  it('fails with a sentence where nobody listens or no such name is', async () => {
    const server = await serve((_request, response) => response.end())
    const client = clientFor(server, {
      lookup: async () => {
        throw new Error('ENOTFOUND')
      },
    })
    await server.close()
    const refused = await client.get(server.url)
    const unknown = await client.get('http://nowhere.example/')
    assert.ok(!refused.ok && refused.reason === 'connection' && refused.detail.includes('refuses'))
    assert.ok(!unknown.ok && unknown.reason === 'dns')
  })

  it('asks robots.txt once a host where it is told to', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/robots.txt') response.end('user-agent: *\ndisallow: /private/')
      else response.end('page')
    })
    const client = clientFor(server)
    assert.ok((await client.get(`${server.url}/open`, { robots: true })).ok)
    const refused = await client.get(`${server.url}/private/x`, { robots: true })
    assert.ok(!refused.ok && refused.reason === 'refused-by-robots')
    assert.deepEqual(server.hits, ['/robots.txt', '/open'])
  })
})

describe('post', () => {
  it('sends a body and follows no redirect', async () => {
    const bodies: string[] = []
    const server = await serve((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        bodies.push(`${request.method} ${request.headers['content-type']} ${request.headers['x-sign']} ${body}`)
        response.writeHead(request.url === '/moved' ? 307 : 200, { location: '/hook' }).end()
      })
    })
    const client = clientFor(server)
    const options = { body: '{"a":1}', contentType: 'application/json', headers: { 'x-sign': 'abc' } }
    assert.ok((await client.post(`${server.url}/hook`, options)).ok)
    const moved = await client.post(`${server.url}/moved`, options)
    assert.ok(!moved.ok && moved.reason === 'http-unexpected')
    assert.deepEqual(server.hits, ['/hook', '/moved'])
    assert.equal(bodies[0], 'POST application/json abc {"a":1}')
  })

  it('goes the way of a 307 or 308 with the same words where that is asked for, and judges where it leads', async () => {
    const bodies: string[] = []
    const server = await serve((request, response) => {
      if (request.url === '/hub') return void response.writeHead(308, { location: '/hub/' }).end()
      if (request.url === '/away') return void response.writeHead(307, { location: 'http://127.0.0.2/' }).end()
      if (request.url === '/see') return void response.writeHead(303, { location: '/hub/' }).end()
      request.on('data', (chunk) => bodies.push(`${request.method} ${chunk}`))
      request.on('end', () => response.writeHead(202).end())
    })
    const client = clientFor(server)
    const options = { body: 'hub.mode=subscribe', contentType: 'text/plain', followsSameMethod: true }
    assert.ok((await client.post(`${server.url}/hub`, options)).ok)
    assert.deepEqual(bodies, ['POST hub.mode=subscribe'])
    const away = await client.post(`${server.url}/away`, options)
    assert.ok(!away.ok && away.reason === 'refused-address')
    const see = await client.post(`${server.url}/see`, options)
    assert.ok(!see.ok && see.reason === 'http-unexpected')
    assert.deepEqual(server.hits, ['/hub', '/hub/', '/away', '/see'])
  })
})
