import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createFetchClient } from '../../src/fetch/client.ts'
import { loopbackServer } from './loopback-server.ts'

const TRIES = 1_000

it(`never reaches the canary in ${TRIES} tries of a name that changes its address`, async () => {
  const server = await loopbackServer((_request, response) =>
    response.writeHead(200, { connection: 'close' }).end('ok'),
  )
  const canary = await loopbackServer((_request, response) => response.end('secret'), '127.0.0.2')
  let lookups = 0
  const client = createFetchClient({
    userAgent: 'Test/1.0',
    allowPrivate: [server.host],
    limits: { hostPauseMs: 0 },
    // Permitted and forbidden in turn, together, and forbidden in several spellings, at both ports.
    lookup: async () => {
      lookups += 1
      const forbidden = ['127.0.0.2', '::1', '::ffff:127.0.0.2', '10.0.0.1'][lookups % 4]!
      const permitted = { address: '127.0.0.1', family: 4 }
      const other = { address: forbidden, family: forbidden.includes(':') ? 6 : 4 }
      return [[permitted], [other], [other, permitted], [other, other]][Math.floor(lookups / 4) % 4]!
    },
  })
  let reached = 0
  for (let attempt = 0; attempt < TRIES; attempt++) {
    // Half of the tries aim at the canary's port, where even the permitted address is not listed.
    const port = attempt % 2 === 0 ? server.port : canary.port
    const got = await client.get(`http://changing${attempt % 50}.example:${port}/`)
    if (got.ok) reached += 1
    else assert.equal(got.reason, 'refused-address')
  }
  assert.deepEqual(canary.hits, [])
  assert.ok(reached > TRIES / 10 && reached === server.hits.length, `${reached} reached`)
  assert.ok(lookups >= TRIES * 0.9, 'a fresh lookup for every connection')
  await Promise.all([client.close(), server.close(), canary.close()])
})
