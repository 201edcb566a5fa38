import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { addFeed, removeFeed } from '../../src/store/feeds.ts'
import { openStore } from '../../src/store/store.ts'
import { subscriptionOf } from '../../src/store/websub.ts'
import { throwAwayFolder } from '../engines.ts'
import { loopback } from '../loopback.ts'
import { startServe, until } from '../served.ts'

type Form = Record<string, string>
const PING_PAUSE_MS = 5_000

/** A publisher with a hub that speaks WebSub as the standard has it: asks back, grants a lease, signs what it distributes. */
async function publisher(headers: (base: string) => Record<string, string> = () => ({})) {
  const items = ['Ferry one']
  const asked: Form[] = []
  const subscribers = new Map<string, string>()
  const fetched: string[] = []
  const server = await loopback((request, response) => {
    if (request.url === '/hub')
      return void bodyOf(request).then(async (body) => {
        const form = Object.fromEntries(new URLSearchParams(body))
        asked.push(form)
        response.writeHead(202).end()
        const query = new URLSearchParams({
          'hub.mode': form['hub.mode'] ?? '',
          'hub.topic': form['hub.topic'] ?? '',
          'hub.challenge': 'challenge-1',
          'hub.lease_seconds': '600',
        })
        const answer = await fetch(`${form['hub.callback']}?${query}`)
        if (answer.status !== 200 || (await answer.text()) !== 'challenge-1') return
        if (form['hub.mode'] === 'subscribe') subscribers.set(form['hub.callback']!, form['hub.secret']!)
        else subscribers.delete(form['hub.callback']!)
      })
    fetched.push(request.url ?? '')
    const links = `<link rel="hub" href="${server.url('/hub')}"/><link rel="self" href="${server.url('/feed')}"/>`
    const entries = items.map(
      (title, at) =>
        `<entry><id>${at}</id><title>${title}</title><link href="${server.url(`/a/${at}`)}"/><content>${`${title} of Tarn tied up at pier ${at}. `.repeat(40)}</content></entry>`,
    )
    const isNamed = Object.keys(headers('')).length > 0
    response.writeHead(200, { 'content-type': 'application/atom+xml', ...headers(server.url('')) })
    response.end(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Tarn</title>${isNamed ? '' : links}${entries.join('')}</feed>`,
    )
  })
  const ping = (callback: string, secret: string, body = '<feed/>') =>
    fetch(callback, {
      method: 'POST',
      body,
      headers: { 'x-hub-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` },
    })
  return { ...server, items, asked, subscribers, fetched, ping }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}

/** A served store with the publisher's feed in it. */
async function serving(server: Awaited<ReturnType<typeof publisher>>) {
  const data = throwAwayFolder()
  const path = join(data, 'trendpulse.db')
  const store = await openStore({ path })
  const { id } = await addFeed(
    store,
    { url: server.url('/feed'), kind: 'feed', title: null, siteUrl: null },
    Date.now(),
  )
  const site = await startServe(data, (url) => ({
    TRENDPULSE_ALLOW_PRIVATE: server.host,
    TRENDPULSE_BASE_URL: url,
    TRENDPULSE_WORKERS: '1',
  }))
  const shows = async (title: string) =>
    (await (await fetch(`${site.url}/search?q=${encodeURIComponent(title)}`)).text()).includes('class="hit"')
  const end = async () => {
    await store.close()
    await site.stop()
  }
  return { data, store, id, site, shows, end }
}

describe('a hub', () => {
  it('is asked to tell, rings, and the new article stands on the site within a second; a forged ring changes nothing; a removed feed is taken back', async (t) => {
    const server = await publisher()
    const { store, id, site, shows, end } = await serving(server)
    await until(async () => server.subscribers.size === 1, 15_000)
    const [[callback, secret]] = [...server.subscribers] as [[string, string]]
    assert.ok(callback.startsWith(`${site.url}/websub/`))
    assert.equal((await subscriptionOf(store, id))?.state, 'active')
    await until(() => shows('Ferry one'), 5_000)
    // A ring so soon after a poll waits; this test does not look at that.
    await new Promise((resolve) => setTimeout(resolve, PING_PAUSE_MS))

    server.items.unshift('Ferry two')
    const polls = server.fetched.length
    assert.equal((await server.ping(callback, 'not-the-secret')).status, 202)
    assert.equal((await fetch(callback, { method: 'POST', body: '<feed/>' })).status, 202)
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    assert.equal(server.fetched.length, polls, 'a forged ring asks nobody')
    assert.equal((await subscriptionOf(store, id))?.pingedMs, null)

    const rungMs = performance.now()
    assert.equal((await server.ping(callback, secret)).status, 202)
    await until(() => shows('Ferry two'), 5_000)
    const tookMs = Math.round(performance.now() - rungMs)
    t.diagnostic(`${tookMs} ms from the ring to the site`)
    assert.ok(tookMs < 1_000, `the article came ${tookMs} ms after the ring`)

    await removeFeed(store, id)
    await until(async () => server.asked.at(-1)?.['hub.mode'] === 'unsubscribe' && server.subscribers.size === 0, 5_000)
    await until(async () => (await server.ping(callback, secret)).status === 404, 2_000)
    await end()
  })

  it('gets 404 for a question about what nobody asked for', async () => {
    // Named by HTTP headers alone, this time.
    const server = await publisher((base) => ({ link: `<${base}/hub>; rel="hub", <${base}/feed>; rel="self"` }))
    const { store, id, site, end } = await serving(server)
    await until(async () => (await subscriptionOf(store, id))?.state === 'active', 15_000)
    const known = (await subscriptionOf(store, id))!
    const ask = async (token: string, topic: string) => {
      const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': 'x' })
      return (await fetch(`${site.url}/websub/${token}?${query}`)).status
    }
    assert.equal(await ask('guessed', known.topic), 404)
    assert.equal(await ask(known.token, known.topic), 404, 'the question was answered before: it is not open any more')
    assert.equal(await ask(known.token, 'https://other.example/feed'), 404)
    await end()
  })
})
