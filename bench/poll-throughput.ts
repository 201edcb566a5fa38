import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { type DemoItem, demoArticles } from '../src/demo/world.ts'
import { createFetchClient } from '../src/fetch/client.ts'
import { createLine } from '../src/ingest/line.ts'
import { createPulse } from '../src/ingest/pulse-tick.ts'
import { startScheduler } from '../src/ingest/scheduler.ts'
import { createWorkerPool } from '../src/ingest/worker-pool.ts'
import { addFeed } from '../src/store/feeds.ts'
import { openStore } from '../src/store/store.ts'

/**
 * How many feeds an hour the whole line polls (scheduler, network, threads, store), each of a host of its own, most of them unchanged.
 * First as many as it can, then 10,000 an hour, to see what that costs. Use: scripts/node.sh bench/poll-throughput.ts [FEEDS [SECONDS]].
 */
const NEW_SHARE = 0.15
const ENTRIES = 10
const WANTED_AN_HOUR = 10_000
const HOUR_S = 3_600

type Ask = { feeds: number; endMs: number }

if (isMainThread) await measure()
else await serveFeeds(workerData as Ask) // as given below

/** The publishers, in a thread of their own: 304 for those who know a feed, and now and then one new article of a whole text. */
async function serveFeeds({ feeds, endMs }: Ask): Promise<void> {
  const stream = demoArticles({ articles: 200_000, seed: 7, endMs })
  const next = (): DemoItem => stream.next().value as DemoItem // there are more of them than are ever asked for
  const lists = Array.from({ length: feeds }, () => [next()])
  const states = lists.map(() => ({ version: 0, asked: 0 }))
  const server = createServer((request, response) => {
    const feed = Number(/^paper(\d+)\./.exec(request.headers.host ?? '')?.[1] ?? 0)
    const state = states[feed]!
    const list = lists[feed]!
    // Every feed has its turn to bring something: one poll in seven, spread over the feeds.
    if (state.asked++ > 0 && (state.asked + feed) % Math.round(1 / NEW_SHARE) === 0) {
      list.unshift(next())
      list.length = Math.min(ENTRIES, list.length)
      state.version++
    }
    const etag = `"${state.version}"`
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(rss(feed, list))
  })
  server.listen(0, '127.0.0.1', () => parentPort!.postMessage((server.address() as AddressInfo).port))
}

/** Words of an entry from which on its page is not asked for. */
const WHOLE_WORDS = 230

function rss(feed: number, items: readonly DemoItem[]): string {
  const entries = items.map(({ article }) => {
    const title = article.title ?? ''
    const paragraphs = article.text.split('\n\n').map((part) => `<p>${escaped(part)}</p>`)
    const times = Math.ceil(WHOLE_WORDS / article.text.split(' ').length)
    const link = `http://paper${feed}.example/${encodeURIComponent(title)}`
    const text = escaped(paragraphs.join('').repeat(times))
    return `<item><title>${escaped(title)}</title><link>${link}</link><description>${text}</description></item>`
  })
  return `<rss version="2.0"><channel><title>Paper ${feed}</title>${entries.join('')}</channel></rss>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

async function measure(): Promise<void> {
  const [feeds = 2_000, seconds = 60] = process.argv.slice(2).map(Number)
  const folder = mkdtempSync(join(tmpdir(), 'trendpulse-bench-'))
  const endMs = Date.now()
  const publishers = new Worker(new URL(import.meta.url), { workerData: { feeds, endMs } satisfies Ask })
  const port = await new Promise<number>((resolve) => publishers.once('message', resolve))
  const store = await openStore({ path: join(folder, 'trendpulse.db') })
  const pool = createWorkerPool({ threads: 1 })
  const fetch = createFetchClient({
    userAgent: 'TrendPulse-bench/1.0',
    allowPrivate: [`127.0.0.1:${port}`],
    lookup: async () => [{ address: '127.0.0.1', family: 4 }],
  })
  for (let feed = 0; feed < feeds; feed++) {
    const url = `http://paper${feed}.example:${port}/feed`
    await addFeed(store, { url, kind: 'feed', title: null, siteUrl: null }, 0)
  }
  const [pulse, line] = [createPulse(store), createLine(store)]
  const parts = { store, fetch, pool, line, pulse, now: Date.now, random: Math.random, log: () => {} }
  const scheduler = await startScheduler({ ...parts, concurrency: 64, doJob: async () => {}, onChange: () => {} })
  const count = async (what: 'polled' | 'articles') => {
    const table = what === 'polled' ? 'feed_poll' : 'article'
    const row = await store.read
      .selectFrom(table)
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirstOrThrow()
    return Number(row.n)
  }
  const isFilled = async () => (await count('polled')) >= feeds
  while (!(await isFilled())) await wait(200)

  /** Makes feeds due, a share of all each second, and tells what became of it. */
  const run = async (name: string, aSecond: number): Promise<void> => {
    const [articles, cpu, startMs] = [await count('articles'), process.cpuUsage(), performance.now()]
    const begunMs = Date.now()
    let due = 0
    while (performance.now() - startMs < seconds * 1_000) {
      const wanted = Math.min(feeds, aSecond)
      const ids = Array.from({ length: wanted }, () => 1 + (due++ % feeds))
      await store.write
        .updateTable('feed')
        .set({ next_poll_ms: 0 })
        .where('id', 'in', ids)
        .where('next_poll_ms', '>', Date.now())
        .execute()
      await wait(1_000)
    }
    const tookS = (performance.now() - startMs) / 1_000
    const used = process.cpuUsage(cpu)
    const rows = store.read.selectFrom('feed_poll').select((eb) => eb.fn.countAll().as('n'))
    const polls = Number((await rows.where('polled_ms', '>=', begunMs).executeTakeFirstOrThrow()).n)
    const failing = await store.read.selectFrom('feed').select('id').where('state', '!=', 'ok').execute()
    console.log(
      JSON.stringify({
        run: name,
        feeds,
        seconds: Math.round(tookS),
        polls,
        pollsAnHour: Math.round((polls / tookS) * HOUR_S),
        newArticles: (await count('articles')) - articles,
        cores: Math.round(((used.user + used.system) / tookS / 1e6) * 100) / 100,
        failing: failing.length,
        megabytes: Math.round(process.memoryUsage.rss() / 1e6),
      }),
    )
  }
  await run('as many as it can', feeds)
  const due = () => store.read.selectFrom('feed').select('id').where('next_poll_ms', '<=', Date.now()).execute()
  while ((await due()).length > 0) await wait(200)
  await wait(1_000)
  await run('10,000 an hour', Math.ceil(WANTED_AN_HOUR / HOUR_S))
  await scheduler.stop()
  await fetch.close()
  await pool.close()
  await publishers.terminate()
  await store.close()
  rmSync(folder, { recursive: true })
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
