import assert from 'node:assert/strict'
import { type AddressInfo, connect } from 'node:net'
import { after, beforeEach, describe, it } from 'node:test'
import { Hono } from 'hono'
import { countsItsReaders, serverOver } from '../../src/web/front-door.ts'

const PAGE = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, max-age=0, s-maxage=2',
  vary: 'accept-encoding, accept-language, cookie',
  etag: 'W/"a-page"',
}

describe('the front door', async () => {
  let [made, version, now] = [0, 1, 0]
  const app = new Hono()
  app.all('/page', (c) => c.body(`page ${++made}`, 200, PAGE))
  app.get('/counted', (c) => {
    countsItsReaders(c)
    return c.body(`page ${++made}`, 200, PAGE)
  })
  app.get('/cookie', (c) => c.body(`page ${++made}`, 200, { ...PAGE, 'set-cookie': 'who=you' }))
  app.get('/private', (c) => c.body(`page ${++made}`, 200, { ...PAGE, 'cache-control': 'private, no-store' }))
  app.get('/other', (c) => c.body(`page ${++made}`, 200, { ...PAGE, vary: 'origin' }))
  app.get('/said', (c) => c.body(`${c.req.header('host')} ${c.req.header('accept-language')}`, 200, PAGE))
  app.get('/large/:nth', (c) => c.body(`${++made}`.padEnd(99_000), 200, PAGE))
  app.get('/gone', (c) => c.body(`page ${++made}`, 410, PAGE))
  const server = serverOver({ changed: () => version, now: () => now }, app.fetch)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens on a port, not a pipe
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  beforeEach(() => {
    version++
    made = 0
  })
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers })
    return { status: answer.status, text: await answer.text(), headers: answer.headers }
  }

  it('answers for a page that stands, with the same headers', async () => {
    const first = await ask('/page')
    const second = await ask('/page')
    assert.equal(second.text, first.text)
    assert.equal(made, 1)
    for (const name of Object.keys(PAGE)) assert.equal(second.headers.get(name), first.headers.get(name), name)
  })
  /** An answer to a request as it stands, which no client would send so. */
  const askRaw = async (...lines: string[]) => {
    const socket = connect(port, '127.0.0.1')
    socket.end(`${[...lines, 'connection: close', '', ''].join('\r\n')}`)
    let answer = ''
    for await (const bytes of socket) answer += String(bytes)
    return answer
  }

  it('keeps nothing under the name of one host that another was asked for: two in one request are refused', async () => {
    const two = await askRaw('GET /said HTTP/1.1', 'host: one.example', 'host: two.example')
    assert.match(two, /^HTTP\/1\.1 400 /)
    const posted = await askRaw('POST /page HTTP/1.1', 'host: one.example', 'Host: two.example', 'content-length: 0')
    assert.match(posted, /^HTTP\/1\.1 400 /)
    assert.match(await askRaw('GET /said HTTP/1.1', 'host: one.example'), /one\.example undefined$/)
  })
  it('takes no part of one header for a part of the next', async () => {
    const asked = ['GET /said HTTP/1.1', 'host: one.example']
    await askRaw(...asked, 'accept-encoding: gzip,', 'accept-language: br de')
    const answer = await askRaw(...asked, 'accept-encoding: gzip, br', 'accept-language: de')
    assert.match(answer, /one\.example de$/)
  })
  it('lets a page be made anew when its content has changed, or a shared cache may keep it no longer', async () => {
    await ask('/page')
    version++
    await ask('/page')
    assert.equal(made, 2)
    now += 1_999
    await ask('/page')
    assert.equal(made, 2)
    now += 1
    await ask('/page')
    assert.equal(made, 3)
  })
  it('lets everybody in who is known, and keeps nothing of it', async () => {
    await ask('/page', { cookie: 'session=x' })
    await ask('/page', { authorization: 'Bearer x' })
    await ask('/page')
    await ask('/page', { cookie: 'session=x' })
    assert.equal(made, 4)
  })
  it('keeps languages and encodings apart', async () => {
    await ask('/page', { 'accept-language': 'de' })
    await ask('/page', { 'accept-language': 'fr' })
    await ask('/page', { 'accept-language': 'de', 'accept-encoding': 'gzip' })
    await ask('/page', { 'accept-language': 'de' })
    assert.equal(made, 3)
  })
  it('keeps no page whose readers are counted, that sets a cookie, is for one reader, differs by more, or is none', async () => {
    for (const path of ['/counted', '/cookie', '/private', '/other', '/gone']) {
      made = 0
      await ask(path)
      await ask(path)
      assert.equal(made, 2, path)
    }
  })
  it('keeps no more than ten megabytes, whatever addresses are made up', async () => {
    for (let nth = 0; nth < 150; nth++) await ask(`/large/${nth}`)
    await ask('/large/149')
    assert.equal(made, 150)
    await ask('/large/0')
    assert.equal(made, 151)
  })
  it('forgets all when something is sent', async () => {
    await ask('/page')
    await ask('/page', {}, 'POST')
    await ask('/page')
    assert.equal(made, 3)
  })
  it('tells who knows the page that it stands', async () => {
    await ask('/page')
    const { status, text, headers } = await ask('/page', { 'if-none-match': '"other", W/"a-page"' })
    assert.deepEqual([status, text, headers.get('etag')], [304, '', PAGE.etag])
    assert.equal(made, 1)
  })
})
