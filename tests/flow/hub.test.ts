import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { addFeed } from '../../src/store/feeds.ts'
import { openStore } from '../../src/store/store.ts'
import { subscriptionOf } from '../../src/store/websub.ts'
import { freePort, throwAwayFolder } from '../engines.ts'
import { runVerb } from '../run-verb.ts'
import { type Served, startServe, until } from '../served.ts'
import { hubListener, signed } from './hub-listener.ts'

/** Time for what a busy machine does slowly. */
const WITHIN_MS = 60_000
/** A ring so soon after a poll waits. */
const PING_PAUSE_MS = 5_000

/** Two notes that make two stories. */
const FERRY = [
  'Ferry one',
  'The ferry lay at the quay of Tarn until noon, its crew said, with forty goats aboard.',
] as const
const CHOIR = [
  'Choir two',
  'A choir from Karelin won the singing prize of the northern valleys with an old miner’s hymn.',
] as const

/** A site that publishes, and how somebody writes a note there. */
async function publisher(
  data: string,
  allowed: string,
  { address, name = 'ada' }: { address?: string; name?: string } = {},
) {
  const env = (url: string) => ({
    TRENDPULSE_BASE_URL: url,
    TRENDPULSE_ALLOW_PRIVATE: allowed,
    TRENDPULSE_WORKERS: '1',
  })
  const verb = async (...args: string[]) => {
    const ran = await runVerb([...args, '--data', data])
    assert.equal(ran.code, 0, ran.err)
    return ran.out.trim()
  }
  await verb('user', 'add', name, '--role', 'editor')
  const token = await verb('user', 'token', name)
  const site = await startServe(data, env, address)
  const write = async (title: string, markdown: string) => {
    const response = await fetch(`${site.url}/api/v1/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title, markdown }),
    })
    assert.equal(response.status, 201, await response.text())
  }
  return { ...site, write }
}

const hasHit = async (site: Served, title: string) =>
  (await (await fetch(`${site.url}/search?q=${encodeURIComponent(title)}`)).text()).includes('class="hit"')

describe('a hub of one’s own', () => {
  it('brings an entry from one site to another within two seconds', async (t) => {
    const [reading, ports] = [throwAwayFolder(), [await freePort(), await freePort()]]
    const [from, to] = ports.map((port) => `127.0.0.1:${port}`) as [string, string]
    const site = await publisher(throwAwayFolder(), to, { address: from })
    await site.write(...FERRY)
    const store = await openStore({ path: join(reading, 'trendpulse.db') })
    const feed = { url: `${site.url}/index.rss`, kind: 'feed', title: null, siteUrl: null } as const
    const { id } = await addFeed(store, feed, Date.now())
    const reader = await startServe(
      reading,
      (url) => ({ TRENDPULSE_BASE_URL: url, TRENDPULSE_ALLOW_PRIVATE: from, TRENDPULSE_WORKERS: '1' }),
      to,
    )
    await until(async () => (await subscriptionOf(store, id))?.state === 'active', WITHIN_MS)
    assert.equal((await subscriptionOf(store, id))?.hub, `${site.url}/hub`)
    await until(() => hasHit(reader, 'Ferry one'), WITHIN_MS)
    await new Promise((resolve) => setTimeout(resolve, PING_PAUSE_MS + 1_000))

    await site.write(...CHOIR)
    const startedMs = performance.now() // it stands on the first site
    await until(() => hasHit(reader, 'Choir two'), WITHIN_MS)
    const tookMs = Math.round(performance.now() - startedMs)
    t.diagnostic(`${tookMs} ms from one site to the other`)
    assert.ok(tookMs < 2_000, `the entry took ${tookMs} ms`)
    await store.close()
    await reader.stop()
    await site.stop()
  })

  it('sends each change signed to who confirmed, goes on after a restart, and leaves off when asked', async () => {
    const [data, listener] = [throwAwayFolder(), await hubListener()]
    let site = await publisher(data, listener.host)
    const [hub, topic] = [`${site.url}/hub`, `${site.url}/index.atom?full=1`]
    const head = await fetch(topic)
    assert.equal(head.headers.get('link'), `<${hub}>; rel="hub", <${topic}>; rel="self"`)
    assert.match(await head.text(), new RegExp(`<link rel="hub" href="${hub}"/>`))
    const asked = { topic, callback: listener.url('/a?b=c'), lease_seconds: '600', secret: 'between us' }
    assert.equal(await listener.ask(hub, { mode: 'subscribe', ...asked }), 202)
    await until(async () => listener.questions.length > 0, WITHIN_MS)
    const question = Object.fromEntries(listener.questions[0]!)
    assert.ok(question['hub.challenge']!.length >= 40)
    assert.deepEqual(
      { ...question, 'hub.challenge': '' },
      { b: 'c', 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': '', 'hub.lease_seconds': '600' },
    )
    await new Promise((resolve) => setTimeout(resolve, 500)) // the answer is written down
    await site.write(...FERRY)
    await until(async () => listener.heard.length > 0, WITHIN_MS)
    const [first] = listener.heard
    assert.equal(first!.path, '/a?b=c')
    assert.equal(first!.signature, signed('between us', first!.body))
    assert.equal(first!.type, 'application/atom+xml; charset=utf-8')
    assert.equal(first!.link, `<${hub}>; rel="hub", <${topic}>; rel="self"`)
    assert.match(first!.body, /Ferry one/)

    const address = new URL(site.url).host
    await site.stop()
    site = await publisher(data, listener.host, { address, name: 'bo' })
    const before = listener.heard.length
    await site.write(...CHOIR)
    await until(async () => listener.heard.length > before, WITHIN_MS)
    assert.match(listener.heard.at(-1)!.body, /Choir two/)

    assert.equal(await listener.ask(hub, { mode: 'unsubscribe', ...asked }), 202)
    await until(async () => listener.questions.at(-1)?.get('hub.mode') === 'unsubscribe', WITHIN_MS)
    await until(async () => (await listener.ask(hub, { mode: 'unsubscribe', ...asked })) === 404, WITHIN_MS)
    await site.stop()
  })

  it('calls nobody who did not confirm, who is not public, or for a feed that is none of its own', async () => {
    const [data, listener, stranger] = [throwAwayFolder(), await hubListener(), await hubListener()]
    const site = await publisher(data, listener.host)
    const hub = `${site.url}/hub`
    const topic = `${site.url}/index.rss`
    const subscribe = (fields: Readonly<Record<string, string>>) => listener.ask(hub, { mode: 'subscribe', ...fields })
    for (const [what, fields] of Object.entries({
      'no mode': { mode: 'dance', topic, callback: listener.url('/x') },
      'another site': { topic: 'https://other.example/index.rss', callback: listener.url('/x') },
      'a page': { topic: `${site.url}/pulse`, callback: listener.url('/x') },
      'not as it names itself': { topic: `${site.url}/../index.rss`, callback: listener.url('/x') },
      'no address': { topic, callback: 'mailto:a@b.example' },
      'a password in it': { topic, callback: 'https://a:b@c.example/' },
      'a long secret': { topic, callback: listener.url('/x'), secret: 'x'.repeat(200) },
    }))
      assert.equal(await subscribe(fields), 400, what)
    assert.equal((await fetch(hub)).status, 405)

    assert.equal(await subscribe({ topic, callback: stranger.url('/private') }), 202)
    assert.equal(await subscribe({ topic: `${site.url}/story/none.rss`, callback: listener.url('/none') }), 202)
    await until(async () => listener.questions.at(-1)?.get('hub.mode') === 'denied', WITHIN_MS)
    listener.manners.challenge = (asked) => `${asked} `.toUpperCase()
    assert.equal(await subscribe({ topic, callback: listener.url('/wrong') }), 202)
    await until(async () => listener.questions.at(-1)?.get('hub.mode') === 'subscribe', WITHIN_MS)
    await new Promise((resolve) => setTimeout(resolve, 500))
    await site.write(...FERRY)
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    assert.deepEqual(listener.heard, [])
    assert.deepEqual(stranger.asked, [])
    await site.stop()
  })
})
