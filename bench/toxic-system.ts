import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { unpackPage } from '../src/store/articles.ts'
import { runVerb, startVerb } from '../tests/run-verb.ts'

/**
 * The whole program against a running toxic upstream, beside 100 good feeds: every behaviour is a source, all are polled three times,
 * then the store is compared with what was to come. Use: node bench/toxic-system.ts http://127.0.0.1:8900 [serve|fetch] [POLLS, default 3]
 */
const [base = '', mode = 'serve', polls = '3'] = process.argv.slice(2)
type Behaviour = {
  name: string
  url: string
  expect: {
    outcome: 'items' | 'error' | 'either'
    items?: number
    polls?: number
    maxHits?: number
    mustContain?: string
    mustNotContain?: string
  }
}
const GOOD_FEEDS = 100
const GOOD_ITEMS = 10
const folder = mkdtempSync(join(tmpdir(), 'toxic-system-'))
const path = join(folder, 'trendpulse.db')
const good = createServer((request, response) => {
  const feed = Number(/^\/feed\/(\d+)$/.exec(request.url ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(feed)) response.writeHead(404).end()
  else response.setHeader('content-type', 'application/rss+xml').end(goodFeed(feed))
})
await new Promise<void>((resolve) => good.listen(0, '127.0.0.1', resolve))
const goodHost = `127.0.0.1:${(good.address() as AddressInfo).port}`
const env = {
  TRENDPULSE_ALLOW_PRIVATE: `${new URL(base).host},${goodHost}`,
  TRENDPULSE_DEMO: 'off',
  TRENDPULSE_POLLS: '32',
}
const behaviours = (await (await fetch(base)).json()) as Behaviour[]
await fetch(`${base}/reset`)
const outlines = [
  ...behaviours.map(({ url }) => url),
  ...Array.from({ length: GOOD_FEEDS }, (_, feed) => `http://${goodHost}/feed/${feed}`),
].map((url) => `<outline type="rss" xmlUrl="${url}"/>`)
writeFileSync(join(folder, 'all.opml'), `<opml version="2.0"><body>${outlines.join('')}</body></opml>`)
const imported = await runVerb(['import', '--data', folder, join(folder, 'all.opml')])
process.stdout.write(imported.out)

const memory = mode === 'fetch' ? await pollByVerb() : await pollByServe()
report(memory)
const stats = (await (await fetch(`${base}/stats`)).json()) as { hits: Record<string, number>; canaryHits: unknown[] }
for (const { name, expect } of behaviours)
  if (expect.maxHits !== undefined && (stats.hits[name] ?? 0) > (expect.maxHits === 1 ? 1 : Number(polls)))
    process.stdout.write(`WRONG ${name}: asked ${stats.hits[name]} times, at most ${expect.maxHits}\n`)
process.stdout.write(
  `canary hits ${stats.canaryHits.length}, 304s ${stats.hits['ok-etag#304'] ?? 0}, cookies back ${stats.hits['cookie-flood#came-back'] ?? 0}\n`,
)
good.close()
good.closeAllConnections()
rmSync(folder, { recursive: true })

function goodFeed(feed: number): string {
  const items = Array.from(
    { length: GOOD_ITEMS },
    (_, item) =>
      `<item><title>Ferry ${feed} calls at pier ${item}</title><link>http://${goodHost}/a/${feed}/${item}</link><description>${`Crew ${feed} tied up at pier ${item} of Tarn. `.repeat(20)}</description></item>`,
  )
  return `<rss version="2.0"><channel><title>Good ${feed}</title>${items.join('')}</channel></rss>`
}

async function pollByVerb(): Promise<number | null> {
  for (let poll = 1; poll <= Number(polls); poll++) {
    const startMs = performance.now()
    const ran = await runVerb(['fetch', '--all', '--data', folder], { env })
    process.stdout.write(`poll ${poll}: exit ${ran.code}, ${Math.round((performance.now() - startMs) / 1000)} s\n`)
    await new Promise((resolve) => setTimeout(resolve, 1_200))
  }
  return null
}

async function pollByServe(): Promise<number> {
  const child = startVerb(['serve', '--data', folder, '--listen', '127.0.0.1:18999'], env)
  child.stderr.pipe(process.stderr)
  child.stdout.resume()
  const rss = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  const startMb = rss()
  let worstMb = startMb
  const watch = setInterval(() => {
    worstMb = Math.max(worstMb, rss())
  }, 200)
  const file = new DatabaseSync(path, { timeout: 5_000 })
  for (let poll = 1; poll <= Number(polls); poll++) {
    const startedMs = Date.now()
    if (poll > 1) file.prepare("update feed set next_poll_ms = 0 where state != 'paused'").run()
    const left = file.prepare(
      "select count(*) as n from feed where state != 'paused' and coalesce(last_polled_ms, 0) < ? and next_poll_ms < ?",
    )
    let open = 1
    while (open > 0 && Date.now() - startedMs < 240_000) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      open = (left.get(poll > 1 ? startedMs : 1, Date.now() + 30_000) as { n: number }).n
    }
    process.stdout.write(
      `poll ${poll}: ${Math.round((Date.now() - startedMs) / 1000)} s, ${open} not polled, ${Math.round(rss())} MB\n`,
    )
  }
  file.close()
  clearInterval(watch)
  const stopMs = performance.now()
  child.kill('SIGTERM')
  const code = await new Promise((resolve) => child.once('exit', resolve))
  process.stdout.write(`stopped in ${Math.round(performance.now() - stopMs)} ms with ${code}\n`)
  return worstMb - startMb
}

function report(growthMb: number | null): void {
  const file = new DatabaseSync(path, { readOnly: true })
  const feeds = file.prepare('select id, url, state, reason from feed').all() as {
    id: number
    url: string
    state: string
    reason: string | null
  }[]
  const texts = file.prepare(
    'select title, data from article join article_body on article_id = id where feed_id = ? order by id',
  )
  let wrong = 0
  let goodItems = 0
  for (const feed of feeds) {
    const rows = texts.all(feed.id) as { title: string; data: Uint8Array }[]
    const name = /\/b\/([^/]+)/.exec(feed.url)?.[1]
    const behaviour = behaviours.find((one) => one.name === name)
    if (!behaviour) {
      goodItems += feed.url.includes(goodHost) ? rows.length : 0
      continue
    }
    const { expect } = behaviour
    const all = rows.map((row) => `${row.title}\n${unpackPage(Buffer.from(row.data)).text}`).join('\n')
    // One feed moves on by five items a poll, one recovers only after its third.
    const items = name === 'rolling' ? 10 + 5 * (Number(polls) - 1) : expect.items
    const isTooEarly = name === '503-burst' && Number(polls) < (expect.polls ?? 0)
    const faults = [
      expect.outcome === 'items' && !isTooEarly && rows.length !== items ? `${rows.length} items, not ${items}` : '',
      expect.outcome === 'error' && (rows.length > 0 || feed.state === 'ok' || !feed.reason)
        ? `${rows.length} items, state ${feed.state}, no failure`
        : '',
      expect.mustContain !== undefined && !all.includes(expect.mustContain) ? 'its words are not in' : '',
      expect.mustNotContain !== undefined && all.includes(expect.mustNotContain) ? 'forbidden words are in' : '',
      name === 'edited' && !all.includes(`v${polls}`) ? `not the latest text: ${rows[0]?.title}` : '',
    ].filter((fault) => fault !== '')
    if (faults.length > 0) wrong++
    const mark = faults.length > 0 ? `WRONG (${faults.join('; ')})` : 'ok'
    process.stdout.write(
      `${mark} ${name}: ${expect.outcome}, ${rows.length} articles, ${feed.state}${feed.reason ? `: ${feed.reason}` : ''}\n`,
    )
  }
  file.close()
  process.stdout.write(
    `${behaviours.length} behaviours, ${wrong} wrong; good feeds hold ${goodItems} of ${GOOD_FEEDS * GOOD_ITEMS} articles${growthMb === null ? '' : `; memory +${Math.round(growthMb)} MB`}\n`,
  )
}
