import assert from 'node:assert/strict'
import { createServer, request as send } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, connect, type Server } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { createFetchClient } from '../../src/fetch/client.ts'
import { CERTIFICATES } from './certificates.ts'
import { loopbackServer } from './loopback-server.ts'

const usual = getCACertificates('default')
const closing: (() => unknown)[] = [() => setDefaultCACertificates(usual)]
before(() => setDefaultCACertificates([CERTIFICATES.ca]))
after(async () => {
  for (const close of closing.toReversed()) await close()
})

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return (server.address() as AddressInfo).port // a TCP server's address is never a string
}

/** A proxy as they are: http by whole address, https by CONNECT; every name is this machine to it. `answers` refuses with a status. */
async function proxy(ports: { http: number; https: number }, refusesWith: number | null = null) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (refusesWith !== null) return void response.writeHead(refusesWith).end()
    const { pathname } = new URL(request.url!)
    const onward = send({ port: ports.http, host: '127.0.0.1', path: pathname, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    })
    onward.end()
  })
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`)
    socket.on('error', () => {})
    if (refusesWith !== null) return void socket.end(`HTTP/1.1 ${refusesWith} No\r\n\r\n`)
    const onward = connect(ports.https, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    onward.on('error', () => socket.destroy())
    closing.push(() => onward.destroy())
  })
  return { url: `http://127.0.0.1:${await listening(server)}`, asked }
}

function clientThrough(proxyUrl: string, allowPrivate: string[] = []) {
  const client = createFetchClient({
    userAgent: 'Test/1.0',
    allowPrivate,
    proxy: proxyUrl,
    limits: { totalMs: 5_000, hostPauseMs: 0 },
    lookup: async () => {
      throw new Error('with a proxy no name is looked up here')
    },
  })
  closing.push(() => client.close())
  return client
}

async function world(refusesWith: number | null = null) {
  const http = await loopbackServer((request, response) => response.end(`plain ${request.headers['user-agent']}`))
  closing.push(() => http.close())
  const https = await listening(
    createSecureServer({ key: CERTIFICATES.key, cert: CERTIFICATES.good }, (_request, response) =>
      response.end('secret'),
    ),
  )
  return { http, ...(await proxy({ http: http.port, https }, refusesWith)) }
}

const textOf = (got: Awaited<ReturnType<ReturnType<typeof clientThrough>['get']>>): string =>
  got.ok ? new TextDecoder().decode(got.value.bytes) : `${got.reason}: ${got.detail}`

describe('a proxy', () => {
  it('is asked for http by whole address and for https in a tunnel that it cannot look into', async () => {
    const { url, asked } = await world()
    const client = clientThrough(url)
    assert.equal(textOf(await client.get('http://harbour.example/feed')), 'plain Test/1.0')
    assert.equal(textOf(await client.get('https://harbour.example/feed')), 'secret')
    assert.match(textOf(await client.get('https://courier.example/feed')), /^tls: .* is for another name/)
    assert.deepEqual(asked, [
      'GET http://harbour.example/feed',
      'CONNECT harbour.example:443',
      'CONNECT courier.example:443',
    ])
  })

  it('is not asked for what is no public address or name, and not for what the owner listed', async () => {
    const { url, asked, http } = await world()
    const client = clientThrough(url, [http.host])
    for (const address of [
      'http://127.0.0.2/',
      'http://[::1]/',
      'http://169.254.169.254/',
      'http://intranet/',
      'http://a.internal/',
    ])
      assert.match(textOf(await client.get(address)), /^refused-address/, address)
    assert.equal(textOf(await client.get(`${http.url}/feed`)), 'plain Test/1.0')
    assert.deepEqual(asked, [])
  })

  it('that refuses, wants a password or is not there is named as the reason, without its own password', async () => {
    const refusing = clientThrough((await world(403)).url)
    assert.match(
      textOf(await refusing.get('https://harbour.example/')),
      /^proxy: The proxy 127\.0\.0\.1:\d+ does not let harbour\.example through \(403\)/,
    )
    const asking = clientThrough((await world(407)).url.replace('//', '//name:wrong@'))
    for (const scheme of ['http', 'https']) {
      const text = textOf(await asking.get(`${scheme}://harbour.example/`))
      assert.match(text, /^proxy: The proxy 127\.0\.0\.1:\d+ asks for a name and password/)
      assert.doesNotMatch(text, /wrong/)
    }
    const absent = clientThrough('http://127.0.0.1:9')
    for (const scheme of ['http', 'https'])
      assert.match(
        textOf(await absent.get(`${scheme}://harbour.example/`)),
        /^proxy: The proxy 127\.0\.0\.1:9 is out of reach/,
      )
  })
})
