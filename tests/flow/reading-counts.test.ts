import assert from 'node:assert/strict'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { DAY_MS } from '../../src/model/time.ts'
import type { CandidatePack } from '../../src/rank/candidate-pack.ts'
import { dumpedTables } from '../../src/store/dump.ts'
import { insertArticle, writeAlone } from '../../src/store/insert-article.ts'
import { listClicksSince } from '../../src/store/list-clicks.ts'
import { readTogetherCount } from '../../src/store/read-together.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { insertStory, refreshStory } from '../../src/store/story-rows.ts'
import { createApp } from '../../src/web/app.ts'
import { formToken } from '../../src/web/owner.ts'
import { newArticle } from '../articles.ts'
import { until } from '../served.ts'
import { fillSiteWorld, NOW, OWNER_KEY, siteOver, startSite } from './site-world.ts'

let store: Store
let site: ReturnType<typeof siteOver>
let app: ReturnType<typeof createApp>

beforeEach(async () => {
  store = await openStore({ path: ':memory:' })
  await fillSiteWorld(store)
  site = { ...siteOver(store), trustProxy: true }
  app = createApp(site)
})
afterEach(() => store.close())

const tell = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const init = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  }
  const answer = await app.request(path, init)
  await settled()
  return answer.status
}
const from = (line: number) => ({ 'x-forwarded-for': `203.0.113.${line}`, 'sec-fetch-site': 'same-origin' })
/** What is counted is written beside the answer. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
const choice = { list: 'for-you', reasons: ['rising', 'popular'], chosen: 1 }
const packOf = async () => (await (await app.request('/pack/all.json')).json()) as CandidatePack
describe('choices in lists', () => {
  it('are counted by place and reason, move the pack, and stand on their page', async () => {
    assert.equal((await packOf()).weights, undefined)
    for (let time = 0; time < 60; time++) assert.equal(await tell('/count/choice', choice, from(time)), 204)
    assert.deepEqual(await listClicksSince(store, 0), [
      { reason: 'popular', place: 2, shown: 60, clicked: 60 },
      { reason: 'rising', place: 1, shown: 60, clicked: 0 },
    ])
    await tell('/count/choice', { ...choice, reasons: ['rising', 'popular', 'rising'] }, from(1))
    await tell('/count/choice', { ...choice, reasons: ['popular', 'rising'], chosen: 0 }, from(1))
    site.touch()
    const { weights } = await packOf()
    assert.ok(weights!.popular! > 0 && weights!.rising! < 0, JSON.stringify(weights))
    const page = await (await app.request('/explain/lists')).text()
    assert.match(page, /among the first of its section<\/th><td class="num">62<\/td><td class="num">62<\/td>/)
  })

  it('do not count from another site’s page, in other words than ours, or more than a family reads', async () => {
    await tell('/count/choice', choice, { ...from(1), 'sec-fetch-site': 'cross-site' })
    for (const wrong of [null, {}, { ...choice, list: 'x' }, { ...choice, chosen: 2 }, { ...choice, reasons: [] }])
      assert.equal(await tell('/count/choice', wrong, from(1)), 204)
    assert.equal(await tell('/count/choice', { ...choice, more: 'x'.repeat(5_000) }, from(1)), 413)
    assert.deepEqual(await listClicksSince(store, 0), [])
    for (let time = 0; time < 250; time++) void tell('/count/choice', choice, from(2))
    for (let wait = 0; wait < 40; wait++) await settled()
    assert.equal((await listClicksSince(store, 0))[0]!.shown, 200)
  })

  it('are forgotten after sixty days, and by the owner at once', async () => {
    await tell('/count/choice', choice, from(1))
    site.setNow(NOW + 61 * DAY_MS)
    await tell('/count/choice', { ...choice, list: 'recommendation' }, from(1))
    assert.equal((await listClicksSince(store, 0))[0]!.shown, 1)
    const body = new URLSearchParams({ token: formToken(site, 'forget-counts') })
    const post = (headers: Record<string, string>) =>
      app.request('/owner/forget-counts', { method: 'POST', body, headers })
    assert.equal((await post({})).status, 403)
    assert.equal((await post({ authorization: `Bearer ${OWNER_KEY}` })).status, 303)
    assert.deepEqual(await listClicksSince(store, 0), [])
  })
})

describe('stories read together', () => {
  const read = { key: 'lake', before: ['varga'] }

  it('are kept when ten lines have told of them, reach every reader’s pack, and are forgotten by the owner', async () => {
    for (let line = 0; line < 9; line++) await tell('/count/together', read, from(line))
    for (let time = 0; time < 30; time++) await tell('/count/together', read, from(3))
    assert.equal(await readTogetherCount(store), 0, 'nine lines, one of them thirty times more')
    assert.ok((await packOf()).entries.every(({ after }) => after === undefined))
    await tell('/count/together', { key: 'varga', before: ['lake'] }, from(9))
    assert.equal(await readTogetherCount(store), 1)
    site.touch()
    const pack = await packOf()
    assert.deepEqual(pack.entries.find(({ id }) => id === 'lake')?.after, ['varga'])
    assert.deepEqual(pack.entries.find(({ id }) => id === 'varga')?.after, ['lake'])
    const body = new URLSearchParams({ token: formToken(site, 'forget-counts') })
    await app.request('/owner/forget-counts', {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${OWNER_KEY}` },
    })
    assert.equal(await readTogetherCount(store), 0)
  })

  it('are nothing for stories that are not here', async () => {
    for (let line = 0; line < 20; line++)
      await tell('/count/together', { key: 'nowhere', before: ['varga'] }, from(line))
    assert.equal(await readTogetherCount(store), 0)
  })
})

describe('a site that counts nothing', () => {
  it('keeps nothing of what browsers tell, asks for none of it, and says so', async () => {
    site = { ...site, countsReading: false }
    app = createApp(site)
    for (let line = 0; line < 12; line++) {
      await tell('/count/choice', choice, from(line))
      await tell('/count/together', { key: 'lake', before: ['varga'] }, from(line))
    }
    assert.deepEqual([await listClicksSince(store, 0), await readTogetherCount(store)], [[], 0])
    for (const path of ['/', '/article/first', '/story/varga', '/profile'])
      assert.doesNotMatch(await (await app.request(path)).text(), /data-list|data-together="on|profile-sharing/, path)
    assert.match(await (await app.request('/explain/lists')).text(), /Nothing is counted on this site/)
  })
})

describe('a hundred articles, read over HTTP with and without cookies', () => {
  it('leave neither a reader nor an article with its reader in any table or in the log', async () => {
    const served = await startSite()
    try {
      await writeAlone(served.store, async (write) => {
        for (let nth = 0; nth < 100; nth++) {
          const at = { title: `Tale ${nth}`, section: 'society', language: 'en' }
          const storyId = await insertStory(write, { key: `tale${nth}`, ...at, atMs: NOW, demo: false })
          const leadArticleId = await insertArticle(write, newArticle({ key: `tale${nth}`, ...at, storyId }))
          await refreshStory(write, {
            id: storyId,
            leadArticleId,
            ...at,
            rankKey: 1,
            firstSeenMs: NOW,
            lastSeenMs: NOW,
          })
        }
      })
      served.site.touch()
      const readers: Record<string, string>[] = [
        { 'user-agent': 'Mozilla/5.0 Curious-Seven' },
        { 'user-agent': 'Mozilla/5.0 Curious-Eight', cookie: 'visitor=crumb-of-eight' },
      ]
      const before = new Set((await rowsOf(served.store)).map((row) => JSON.stringify(row)))
      for (const headers of readers)
        for (let nth = 0; nth < 100; nth++) {
          const answer = await fetch(`${served.url}/article/tale${nth}`, { headers })
          await answer.arrayBuffer()
          assert.deepEqual([answer.status, answer.headers.get('set-cookie')], [200, null])
          const tellServed = (path: string, body: unknown) =>
            fetch(`${served.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
          await tellServed('/count/choice', choice)
          await tellServed('/count/together', { key: `tale${nth}`, before: [`tale${(nth + 99) % 100}`] })
        }
      const viewed = async () => (await served.store.read.selectFrom('vote_seen').selectAll().execute()).length
      await until(async () => (await viewed()) >= 200, 20_000)
      assert.equal(await readTogetherCount(served.store), 0, 'two readers are no ten')
      const added = (await rowsOf(served.store)).filter((row) => !before.has(JSON.stringify(row)))
      const kept = JSON.stringify([added, served.site.events])
      for (const trace of ['Curious', 'crumb-of-eight', '127.0.0.1', '::1']) assert.ok(!kept.includes(trace), trace)
      // What is new may be the sum of an article, the sum of a list, or a hash that stands beside no article and is of one alone.
      const hashed = added.filter((row) => typeof row.token === 'string')
      assert.ok(hashed.every((row) => !JSON.stringify(row).includes('tale')))
      const views = hashed.filter((row) => 'label' in row).map((row) => row.token)
      assert.deepEqual([views.length, new Set(views).size], [200, 200])
    } finally {
      await served.close()
    }
  })
})

type Row = Record<string, unknown>
/** Every row of every table that a backup holds: where a trace of a reader would stand. */
async function rowsOf(from: Store): Promise<Row[]> {
  const tables = await Promise.all(
    dumpedTables.map((table) => sql<Row>`select * from ${sql.table(table)}`.execute(from.read)),
  )
  return tables.flatMap(({ rows }) => rows)
}
