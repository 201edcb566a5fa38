import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { apiRoutes } from '../../src/web/api/routes.ts'
import { freePort } from '../engines.ts'
import { runVerb } from '../run-verb.ts'
import { startDoors, type TestServer } from './api-server.ts'

let server: TestServer

describe('status of a running site', () => {
  before(async () => {
    server = await startDoors((site) => [apiRoutes(site)])
  })
  after(() => server.close())

  it('is asked of the site by its API', async () => {
    const ran = await runVerb(['status', '--json', '--site', server.url])
    assert.equal(ran.code, 0, ran.err)
    const { articles, sources } = JSON.parse(ran.out) as { articles: number; sources: { title: string }[] }
    assert.deepEqual([articles, sources.map(({ title }) => title)], [5, ['The north post', 'The south post']])
  })
  it('is refused for no address, and told where nobody answers', async () => {
    assert.equal((await runVerb(['status', '--site', 'ftp://a.example'])).code, 2)
    const silent = await runVerb(['status', '--site', `http://127.0.0.1:${await freePort()}`])
    assert.equal(silent.code, 3)
    assert.match(silent.err, /127\.0\.0\.1:\d+: does not answer/)
  })
})
