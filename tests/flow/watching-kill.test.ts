import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { it } from 'node:test'
import { openStore } from '../../src/store/store.ts'
import { lastMessages } from '../../src/store/watch-messages.ts'
import { throwAwayFolder } from '../engines.ts'
import { loopback } from '../loopback.ts'
import { runVerb } from '../run-verb.ts'
import { type Served, startServe, until } from '../served.ts'

/** Watches are looked at every fifteen seconds; the rest is a slow machine. */
const WITHIN_MS = 60_000

const item = (name: string) =>
  `<item><guid>${name}</guid><title>${name} at the quay of Tarn</title><link>https://quay.example/${name}</link><pubDate>${new Date().toUTCString()}</pubDate><description>The ${name} lay at the quay of Tarn for an hour on its way to Karelin, said its crew.</description></item>`

it('a site that is killed between sending and noting sends again by the same id, and doctor tells of what does not arrive', async () => {
  const data = throwAwayFolder()
  const items = [item('Ferry')]
  const feed = await loopback((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    response.end(`<rss version="2.0"><channel><title>Quay News</title>${items.join('')}</channel></rss>`)
  })
  const ids: string[] = []
  let served: Served | null = null
  let isDown = false
  const hook = await loopback(async (request: IncomingMessage, response: ServerResponse) => {
    await text(request)
    ids.push(String(request.headers['webhook-id']))
    if (ids.length === 1) served?.child.kill('SIGKILL')
    else response.writeHead(isDown ? 500 : 204).end()
  })
  const env = { TRENDPULSE_ALLOW_PRIVATE: `${feed.host},${hook.host}`, TRENDPULSE_WORKERS: '1' }
  const verb = async (...args: string[]) => {
    const ran = await runVerb([...args, '--data', data], { env })
    assert.equal(ran.code, 0, ran.err)
    return ran.out.trim()
  }
  await verb('add', feed.url('/feed'))
  await verb('user', 'add', 'ada')
  const token = await verb('user', 'token', 'ada')

  served = await startServe(data, env)
  const watch = async (address: string) => {
    const body = JSON.stringify({ kind: 'source', target: '1', everyArticle: true, channel: 'webhook', address })
    const headers = { authorization: `Bearer ${token}` }
    const made = await fetch(`${served?.url}/api/v1/watches`, { method: 'POST', headers, body })
    assert.equal(made.status, 201, await made.text())
  }
  await watch(hook.url('/hook'))
  items.push(item('Dredger'))
  await verb('fetch', '--all')
  if (served.child.exitCode === null && served.child.signalCode === null) await once(served.child, 'exit')
  assert.equal(ids.length, 1)

  served = await startServe(data, env)
  await until(async () => ids.length >= 2, WITHIN_MS)
  assert.equal(ids[1], ids[0])
  isDown = true
  items.push(item('Barge'))
  await verb('fetch', '--all')
  await until(async () => ids.length >= 3, WITHIN_MS)
  assert.notEqual(ids[2], ids[0])
  await served.stop()

  const doctor = await runVerb(['doctor', '--json', '--data', data], { env })
  assert.equal(doctor.code, 1)
  const { findings } = JSON.parse(doctor.out) as { findings: { what: string; problem: string; reason: string }[] }
  const [finding] = findings.filter((one) => one.problem === 'delivery')
  assert.match(finding?.what ?? '', /^webhook of watch 1 \(“Quay News”, ada\)$/)
  assert.match(finding?.reason ?? '', /500/)
  const store = await openStore({ path: join(data, 'trendpulse.db') })
  const messages = (await lastMessages(store, [1], 9)).get(1) ?? []
  assert.deepEqual(
    messages.map(({ key, state, tries }) => [key, state, tries]),
    [
      [ids[2], 'queued', 1],
      [ids[0], 'sent', 2],
    ],
  )
  await store.close()
})
