import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createFetchClient } from '../../src/fetch/client.ts'
import { HostLanes } from '../../src/fetch/host-lanes.ts'
import { loopbackServer } from './loopback-server.ts'

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

it('keeps one connection and a pause for a host, while other hosts go on', async () => {
  const lanes = new HostLanes(() => performance.now())
  const manners = { connections: 1, pauseMs: 40, maxQueued: 100 }
  const spans: { host: string; startMs: number; endMs: number }[] = []
  const task = (host: string) =>
    lanes.run(host, manners, false, async () => {
      const startMs = performance.now()
      await sleep(10)
      spans.push({ host, startMs, endMs: performance.now() })
    })
  const startedMs = performance.now()
  await Promise.all(['a', 'b', 'a', 'c', 'a', 'b'].map(task))
  assert.ok(performance.now() - startedMs < 400)
  for (const host of ['a', 'b']) {
    const own = spans.filter((span) => span.host === host)
    for (let index = 1; index < own.length; index++) assert.ok(own[index]!.startMs - own[index - 1]!.endMs >= 39)
  }
  await sleep(60)
  assert.equal(lanes.size, 0)
})

it('lets a hop go first, survives failing tasks, and turns away what is too much', async () => {
  const lanes = new HostLanes(() => performance.now())
  const manners = { connections: 1, pauseMs: 5, maxQueued: 3 }
  const order: string[] = []
  const run = (name: string, hop = false) =>
    lanes.run('a', manners, hop, async () => {
      await sleep(5)
      order.push(name)
      if (name === 'bad') throw new Error('bad')
      return name
    })
  const all = await Promise.allSettled([run('bad'), run('one'), run('two'), run('hop', true), run('over')])
  assert.deepEqual(order, ['bad', 'hop', 'one', 'two'])
  assert.equal(all[0]!.status, 'rejected')
  assert.deepEqual(all[4], { status: 'fulfilled', value: null })
})

it('opens one connection at a time to a public host', async () => {
  let open = 0
  let most = 0
  const server = await loopbackServer((_request, response) => {
    open += 1
    most = Math.max(most, open)
    setTimeout(() => {
      open -= 1
      response.end('ok')
    }, 10)
  })
  // The name is public, its address is let through for the test: the lane is the public one.
  const client = createFetchClient({
    userAgent: 'Test/1.0',
    allowPrivate: [server.host],
    limits: { hostPauseMs: 0 },
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  })
  const got = await Promise.all(
    Array.from({ length: 8 }, (_, index) => client.get(`http://paper.example:${server.port}/${index}`)),
  )
  assert.ok(got.every(({ ok }) => ok))
  assert.equal(most, 1)
  await Promise.all([client.close(), server.close()])
})
