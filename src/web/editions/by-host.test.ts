import assert from 'node:assert/strict'
import { it } from 'node:test'
import { AppError } from '../../model/errors.ts'
import { type Answering, byHost, hostName, refuseSharedHosts } from './by-host.ts'

const app = (name: string): Answering => ({ fetch: () => new Response(name) })

it('a host is compared without its port, the point at its end and its case', () => {
  const cases: [string, string | null][] = [
    ['News.Example', 'news.example'],
    ['news.example:8080', 'news.example'],
    ['news.example.', 'news.example'],
    ['news.example.:443', 'news.example'],
    ['[::1]:8080', '[::1]'],
    ['127.0.0.1', '127.0.0.1'],
    ['news example', null],
    ['news.example/path', null],
    ['user@news.example', null],
    ['', null],
  ]
  for (const [given, wanted] of cases) assert.equal(hostName(given), wanted, given)
})

it('a request is answered by the edition of its Host header, whatever its address says', async () => {
  const sites = byHost(
    [
      { hosts: ['one.test'], app: app('one') },
      { hosts: ['two.test', 'zwei.test'], app: app('two') },
    ],
    app('whole'),
    app('whole'),
  )
  const asked = async (url: string, host?: string) =>
    (await sites.fetch(new Request(url, host === undefined ? {} : { headers: { host } }))).text()
  assert.equal(await asked('http://one.test/'), 'one')
  assert.equal(await asked('http://ZWEI.test:81/'), 'two')
  assert.equal(await asked('http://one.test/', 'two.test'), 'two')
  assert.equal(await asked('http://three.test/'), 'whole')
  assert.equal(await asked('http://one.test/', 'one.test, two.test'), 'whole')
})

it('a host that nobody named is refused where the owner says so, but for what machines ask', async () => {
  const sites = byHost([{ hosts: ['one.test'], app: app('one') }], null, app('whole'))
  const refused = await sites.fetch(new Request('http://three.test/'))
  assert.equal(refused.status, 421)
  assert.doesNotMatch(await refused.text(), /three/)
  assert.equal(await (await sites.fetch(new Request('http://three.test/healthz'))).text(), 'whole')
})

it('one host is one edition’s', () => {
  const named = (key: string, ...hosts: string[]) => ({ key, hosts })
  refuseSharedHosts([named('a', 'one.test'), named('b', 'two.test')])
  assert.throws(
    () => refuseSharedHosts([named('a', 'one.test'), named('b', 'one.test')]),
    (error) => error instanceof AppError && /one\.test.*a and b/.test(error.message),
  )
})
