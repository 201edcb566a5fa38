import assert from 'node:assert/strict'
import { createServer as createPlainServer } from 'node:http'
import { createServer, type ServerOptions } from 'node:https'
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { createFetchClient } from '../../src/fetch/client.ts'
import { CERTIFICATES } from './certificates.ts'

const usual = getCACertificates('default')
const servers: Server[] = []
before(() => setDefaultCACertificates([CERTIFICATES.ca]))
after(() => {
  setDefaultCACertificates(usual)
  for (const server of servers) server.close()
})

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port // a TCP server's address is never a string
}

/** What a fetch of harbour.example gives, which leads to this port. */
async function fetched(port: number) {
  const client = createFetchClient({
    userAgent: 'Test/1.0',
    allowPrivate: [`harbour.example:${port}`],
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
    limits: { totalMs: 5_000 },
  })
  const got = await client.get(`https://harbour.example:${port}/feed`)
  const failures = [...client.failures()]
  await client.close()
  return { got, failures }
}

const secure = (cert: string, options: ServerOptions = {}) =>
  listening(
    createServer({ key: CERTIFICATES.key, cert, ...options }, (_request, response) =>
      response.writeHead(200, { connection: 'close' }).end('<rss/>'),
    ),
  )

describe('a secure connection', () => {
  it('is made where the certificate is good', async () => {
    const { got } = await fetched(await secure(CERTIFICATES.good))
    assert.ok(got.ok && got.value.status === 200)
  })

  const faults: Record<string, [port: () => Promise<number>, sentence: RegExp]> = {
    'has expired': [() => secure(CERTIFICATES.expired), /^The certificate of harbour\.example:\d+ has expired\./],
    'is not valid yet': [() => secure(CERTIFICATES.future), /is not valid yet/],
    'is for another name': [() => secure(CERTIFICATES.wrong), /is for another name/],
    'is signed by itself': [() => secure(CERTIFICATES.self), /signed by nobody but itself/],
    'is signed by nobody known': [() => secure(CERTIFICATES.unknown), /^Nobody known here has signed/],
    'comes with old TLS alone': [
      () => secure(CERTIFICATES.good, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
      /speaks only old versions of TLS/,
    ],
    'is none at all: the port speaks plain HTTP': [
      () => listening(createPlainServer((_request, response) => response.end('plain'))),
      /does not speak TLS at this port/,
    ],
  }
  for (const [name, [open, sentence]] of Object.entries(faults))
    it(`is refused with a sentence of its own where the certificate ${name}`, async () => {
      const { got, failures } = await fetched(await open())
      assert.ok(!got.ok)
      assert.equal(got.reason, 'tls', got.detail)
      assert.match(got.detail, sentence)
      assert.deepEqual(failures, [['tls', 1]])
    })

  it('ends with a reason where the server hangs up in the midst of the handshake', async () => {
    const { got } = await fetched(
      await listening(createSocketServer((socket) => socket.once('data', () => socket.end()))),
    )
    assert.ok(!got.ok && ['tls', 'connection'].includes(got.reason), JSON.stringify(got))
  })
})
