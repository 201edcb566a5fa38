import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { addFeed } from '../../src/store/feeds.ts'
import { enqueue } from '../../src/store/jobs.ts'
import { openStore } from '../../src/store/store.ts'
import { throwAwayFolder } from '../engines.ts'
import { loopback } from '../loopback.ts'
import { runVerb } from '../run-verb.ts'
import { startServe, statusOf, until } from '../served.ts'
import { storeFaults } from '../store-faults.ts'

const GOOD_ITEMS = 40
const STOPPED_ITEMS = 120
/** Long enough that no page is asked for, different enough that no two are copies. */
const textOf = (feed: string, item: number) =>
  Array.from({ length: 60 }, (_, line) => `Boat ${item}${line} of ${feed} landed ${item * line} crates.`).join(' ')
const itemOf = (feed: string, item: number, link: string, text = textOf(feed, item)) =>
  `<item><title>Catch ${item} of ${feed}</title><link>${link}</link><description>${text}</description></item>`
const feedOf = (title: string, items: readonly string[]) =>
  `<rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`

const server = await loopback((request, response) => {
  const [, kind = '', item] = (request.url ?? '').split('/')
  const send = (body: string | Buffer, type = 'application/rss+xml') =>
    response.setHeader('content-type', type).end(body)
  const link = (feed: string, number: number) => server.url(`/page/${feed}-${number}`)
  const items = (feed: string, count: number) =>
    Array.from({ length: count }, (_, number) => itemOf(feed, number, link(feed, number)))
  if (kind === 'good') send(feedOf('Good', items('Tarn', GOOD_ITEMS)))
  else if (kind === 'hang' || kind === 'hanging-page') return
  else if (kind === 'fault') response.writeHead(500).end('oops')
  else if (kind === 'broken') send('<rss version="2.0"><channel><ti')
  else if (kind === 'empty') send('')
  else if (kind === 'huge') send(Buffer.alloc(20 * 1024 * 1024, '<item><title>more</title></item>'))
  else if (kind === 'gone') response.writeHead(410).end()
  else if (kind === 'page-hangs')
    send(
      feedOf('Half', [
        itemOf('Half', 0, server.url('/hanging-page')).replace(/<description>.*<\/description>/, ''),
        ...items('Half', 2),
      ]),
    )
  else if (kind === 'slow-pages')
    send(
      feedOf(
        'Slow',
        Array.from({ length: STOPPED_ITEMS }, (_, number) => itemOf('Slow', number, server.url(`/slow/${number}`), '')),
      ),
    )
  else if (kind === 'slow')
    setTimeout(
      () =>
        send(
          `<!doctype html><title>Catch ${item} of Slow</title><article><h1>Catch ${item} of Slow</h1><p>${textOf('Slow', Number(item))}</p></article>`,
          'text/html',
        ),
      100,
    )
  else response.writeHead(404).end()
})
const env = { TRENDPULSE_ALLOW_PRIVATE: server.host }

async function prepare(data: string, feeds: readonly string[], jobs: readonly string[]): Promise<void> {
  const store = await openStore({ path: join(data, 'trendpulse.db') })
  for (const path of feeds)
    await addFeed(store, { url: server.url(path), kind: 'feed', title: null, siteUrl: null }, Date.now())
  for (const path of jobs) await enqueue(store, 'add-url', { url: server.url(path) }, Date.now())
  await store.close()
}

describe('serve', { concurrency: true }, () => {
  it('reads good feeds beside every kind of bad one, and says in one line what is wrong with each', async () => {
    const data = throwAwayFolder()
    const bad = ['/hang', '/fault', '/broken', '/empty', '/huge', '/page-hangs', '/gone']
    await prepare(data, bad, ['/fault', '/good'])
    const served = await startServe(data, env)
    const sourceOf = async (path: string) =>
      (await statusOf(data)).sources.find((source) => source.url === server.url(path))
    await until(async () => (await sourceOf('/good'))?.items === GOOD_ITEMS, 20_000)
    const isShown = await (await fetch(`${served.url}/sources`)).text()
    assert.match(isShown, /Good/)
    await until(
      async () => (await statusOf(data)).sources.every((source) => /good/.test(source.url) || source.reason !== null),
      40_000,
    )
    const told = Object.fromEntries(
      (await statusOf(data)).sources.map((source) => [new URL(source.url).pathname, source]),
    )
    const expected: Record<string, [state: string, reason: RegExp]> = {
      '/hang': ['failing', /does not answer/],
      '/fault': ['failing', /fault of its own \(500\)/],
      '/broken': ['failing', /nothing can be read/],
      '/empty': ['failing', /nothing at all/],
      '/huge': ['failing', /larger than/],
      '/page-hangs': ['ok', /1 of 3 entries .*hanging-page/],
      '/gone': ['paused', /gone for good/],
    }
    for (const [path, [state, reason]] of Object.entries(expected)) {
      assert.equal(told[path]?.state, state, path)
      assert.match(told[path]?.reason ?? '', reason, path)
    }
    assert.equal(told['/page-hangs']?.items, 2)
    assert.equal(told['/good']?.state, 'ok')
    const doctor = await runVerb(['doctor', '--data', data])
    assert.equal(doctor.code, 1)
    const findings = doctor.out.trim().split('\n')
    assert.equal(findings.length, bad.length + 1, doctor.out) // and the job that asked for a source at /fault
    assert.ok(
      findings.some((line) => /^job \d+ \(add-url\): .*\/fault.*500/.test(line)),
      doctor.out,
    )
    assert.equal(server.asked.filter((path) => path === '/gone').length, 1)
    assert.equal((await served.stop()).code, 0)
  })

  it('ends within five seconds of SIGTERM in the midst of reading, and the next start goes on', async () => {
    const data = throwAwayFolder()
    await prepare(data, ['/slow-pages', '/hang'], [])
    const served = await startServe(data, env)
    await until(async () => server.asked.filter((path) => path.startsWith('/slow/')).length > 20, 20_000)
    const { code, tookMs } = await served.stop()
    assert.equal(code, 0)
    assert.ok(tookMs < 5_000, `it took ${Math.round(tookMs)} ms`)
    const store = await openStore({ path: join(data, 'trendpulse.db') })
    assert.deepEqual(await storeFaults(store), [])
    const { n } = await store.read
      .selectFrom('article')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    assert.ok(n < STOPPED_ITEMS, 'it was over before the stop')
    assert.equal((await statusOf(data)).sources.find((source) => source.url.endsWith('/hang'))?.reason, null)
    const again = await startServe(data, env)
    await until(async () => (await statusOf(data)).articles === STOPPED_ITEMS, 30_000)
    const whole = await store.read.selectFrom('article').select('word_count').where('word_count', '<', 200).execute()
    assert.deepEqual(whole, [], 'an article was stored without the page that the stop cut off')
    await again.stop()
    assert.deepEqual(await storeFaults(store), [])
    await store.close()
  })
})
