import assert from 'node:assert/strict'
import { type ClientRequest, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { HOUR_MS } from '../../src/model/time.ts'
import { writePulseTick } from '../../src/store/bursts.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { type LiveLimits, liveRoutes } from '../../src/web/live.ts'
import { throwAwayFolder } from '../engines.ts'
import { startServe, until } from '../served.ts'
import { fillSiteWorld, NOW, siteOver } from './site-world.ts'

const LIMITS: LiveLimits = {
  listeners: 210,
  ofOne: 205,
  lookMs: 20,
  lookAnywayMs: 60_000,
  beatMs: 60_000,
  ageMs: 60_000,
  behind: 16,
}
const WAIT_MS = 10_000
const closing: (() => Promise<unknown>)[] = []
after(() => Promise.all(closing.map((close) => close())))

/** The door alone over a filled store, on a free port. */
async function open(limits: Partial<LiveLimits> = {}) {
  const store = await openStore({ path: ':memory:' })
  await fillSiteWorld(store)
  const site = siteOver(store)
  const app = new Hono()
  app.route('/', liveRoutes(site, { ...LIMITS, ...limits }))
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  closing.push(async () => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await store.close()
  })
  const { port } = server.address() as AddressInfo // it listens on a port, not a pipe
  return { site, store, url: `http://127.0.0.1:${port}/pulse/live` }
}

type Heard = { status: number; text: string; ended: boolean; request: ClientRequest }

/** Opens one connection and keeps what it hears. */
function listen(url: string): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false }, (answer) => {
      const heard = { status: answer.statusCode ?? 0, text: '', ended: false, request }
      answer.on('data', (bytes) => {
        heard.text += String(bytes)
      })
      answer.on('close', () => {
        heard.ended = true
      })
      answer.on('error', () => {}) // it was cut off on purpose
      resolve(heard)
    })
    request.on('error', reject)
  })
}

const events = ({ text }: Heard) =>
  [...text.matchAll(/event: pulse\nid: (\S+)\ndata: (.*)\n\n/g)].map(([, id, data]) => ({ id, ...JSON.parse(data!) }))

async function rise(store: Store, keys: readonly string[]) {
  await writePulseTick(store, {
    tickMs: Math.floor(NOW / HOUR_MS) * HOUR_MS,
    hours: [],
    bursts: keys.map((key) => ({ key, score: 5, seen: 6, expected: 1, windowHours: 3, falseRate: null })),
    leads: new Map(keys.map((key) => [key, []])),
    storyBursts: new Map(),
    state: new Uint8Array([1]),
    stateTickMs: 0,
    shown: { shownMs: NOW, isNow: true },
  })
}

describe('what rises, live', () => {
  it('is told at once, and again only when it has changed, with what rose and what fell', async () => {
    const { site, store, url } = await open()
    const heard = await listen(url)
    assert.equal(heard.status, 200)
    await until(async () => events(heard).length === 1, WAIT_MS)
    assert.deepEqual(events(heard)[0].rising, ['story:varga'])
    site.touch() // something was stored that moves nothing
    await new Promise((resolve) => setTimeout(resolve, 10 * LIMITS.lookMs))
    assert.equal(events(heard).length, 1)
    await rise(store, ['tag:karelin', 'section:society'])
    site.touch()
    await until(async () => events(heard).length === 2, WAIT_MS)
    const { id, rising, rose, fell, version } = events(heard)[1]
    assert.deepEqual(rising.sort(), ['section:society', 'tag:karelin'])
    assert.deepEqual([rose.sort(), fell], [['section:society', 'tag:karelin'], ['story:varga']])
    assert.equal(version, site.changed())
    assert.notEqual(id, events(heard)[0].id)
    heard.request.destroy()
  })

  it('reaches 200 who listen with one query a change, and asks nothing when they have gone', async () => {
    const { site, store, url } = await open()
    const all = await Promise.all(Array.from({ length: 200 }, () => listen(url)))
    await until(async () => all.every((one) => events(one).length === 1), WAIT_MS)
    const before = store.queryCount()
    await rise(store, ['section:society'])
    const written = store.queryCount()
    assert.ok(written > before)
    site.touch()
    await until(async () => all.every((one) => events(one).length === 2), WAIT_MS)
    assert.equal(store.queryCount(), written + 1)
    for (const { request } of all) request.destroy()
    await until(async () => all.every((one) => one.ended), WAIT_MS)
    await new Promise((resolve) => setTimeout(resolve, 5 * LIMITS.lookMs))
    const left = store.queryCount()
    site.touch()
    await new Promise((resolve) => setTimeout(resolve, 5 * LIMITS.lookMs))
    assert.equal(store.queryCount(), left, 'nobody listens, nothing is looked at')
    // Places are free again: none was leaked.
    const again = await Promise.all(Array.from({ length: 200 }, () => listen(url)))
    assert.ok(again.every(({ status }) => status === 200))
    for (const { request } of again) request.destroy()
  })

  it('refuses who listens too often, and everybody where too many do, and says when to come again', async () => {
    const one = await open({ ofOne: 2 })
    const heard = await Promise.all([listen(one.url), listen(one.url), listen(one.url)])
    assert.deepEqual(heard.map(({ status }) => status).sort(), [200, 200, 429])
    const all = await open({ listeners: 1 })
    const first = await listen(all.url)
    assert.equal((await listen(all.url)).status, 503)
    for (const { request } of [...heard, first]) request.destroy()
  })

  it('keeps no place for those who ask for the head alone', async () => {
    const { url } = await open({ ofOne: 1 })
    for (let times = 0; times < 3; times++) {
      const answer = await fetch(url, { method: 'HEAD' })
      assert.equal(answer.status, 200)
      assert.match(answer.headers.get('content-type') ?? '', /^text\/event-stream/)
    }
    const heard = await listen(url)
    assert.equal(heard.status, 200)
    heard.request.destroy()
  })

  it('beats while nothing happens, and ends a connection that has grown old', async () => {
    const { url } = await open({ beatMs: 40, ageMs: 400 })
    const heard = await listen(url)
    await until(async () => heard.ended, WAIT_MS)
    assert.match(heard.text, /^retry: 10000\n\n/)
    assert.ok((heard.text.match(/: beat\n\n/g) ?? []).length >= 2)
    assert.equal(events(heard).length, 1)
  })

  it('ends when the site does, which does not wait for it', async () => {
    const served = await startServe(throwAwayFolder())
    const heard = await listen(`${served.url}/pulse/live`)
    await until(async () => events(heard).length === 1, WAIT_MS)
    const { code, tookMs } = await served.stop()
    assert.equal(code, 0)
    assert.ok(tookMs < WAIT_MS, `${tookMs} ms`)
    assert.equal(heard.ended, true)
  })
})
