// Polls every behaviour of a running toxic upstream several times through the client alone; parsing is not judged here.
//   node bench/fetch-toxic.ts http://127.0.0.1:8900 [polls=3]
import { createFetchClient } from '../src/fetch/client.ts'

type Behaviour = {
  name: string
  url: string
  group: string
  expect: { outcome: 'items' | 'error' | 'either'; maxMs: number; maxHits?: number }
}
/** Errors that only reading the document can find: the fetch itself is sound. */
const FOUND_BY_READING = new Set([
  'empty',
  'html-instead',
  'ssrf-autodiscovery',
  'json-deep',
  'sitemap-self',
  'xml-billion-laughs',
])

const base = process.argv[2]
if (base === undefined) throw new Error('usage: node bench/fetch-toxic.ts BASE [polls]')
const polls = Number(process.argv[3] ?? 3)
const client = createFetchClient({ userAgent: 'TrendPulse-bench/1.0', allowPrivate: [new URL(base).host] })
const list = (await (await fetch(base)).json()) as Behaviour[]
await fetch(`${base}/reset`)

let wrong = 0
let worstMs = 0
let worstRss = 0
const startRss = process.memoryUsage().rss
const watch = setInterval(() => {
  worstRss = Math.max(worstRss, process.memoryUsage().rss)
}, 100)
const etags = new Map<string, string>()
for (let poll = 1; poll <= polls; poll++) {
  await Promise.all(
    list.map(async ({ name, url, expect }) => {
      const startedMs = performance.now()
      const etag = etags.get(name)
      const got = await client.get(url, etag === undefined ? {} : { etag })
      const tookMs = performance.now() - startedMs
      worstMs = Math.max(worstMs, tookMs)
      if (got.ok && got.value.etag !== null) etags.set(name, got.value.etag)
      const burst = name === '503-burst' && poll <= 3
      const right =
        expect.outcome === 'either' ||
        (expect.outcome === 'items' ? got.ok || burst : !got.ok || FOUND_BY_READING.has(name))
      if (!right || tookMs > expect.maxMs) {
        wrong += 1
        process.stdout.write(
          `WRONG poll ${poll} ${name}: wanted ${expect.outcome}, ${got.ok ? `got ${got.value.bytes.length} bytes` : `${got.reason}: ${got.detail}`} in ${Math.round(tookMs)} ms\n`,
        )
      } else if (poll === 1 && !got.ok) process.stdout.write(`${name}: ${got.reason}: ${got.detail}\n`)
    }),
  )
  // Retry-After of one second, honoured.
  await new Promise((resolve) => setTimeout(resolve, 1_200))
}
clearInterval(watch)
const stats = (await (await fetch(`${base}/stats`)).json()) as { hits: Record<string, number>; canaryHits: unknown[] }
for (const { name, expect } of list) {
  if (expect.maxHits === undefined || FOUND_BY_READING.has(name) || name === '410') continue // stopping at 410 is the scheduler's
  if ((stats.hits[name] ?? 0) > expect.maxHits) {
    wrong += 1
    process.stdout.write(`WRONG hits ${name}: ${stats.hits[name]}\n`)
  }
}
await client.close()
process.stdout.write(
  `${list.length} behaviours, ${polls} polls, ${wrong} wrong, ${stats.canaryHits.length} canary hits, 304s ${stats.hits['ok-etag#304'] ?? 0}, cookies back ${stats.hits['cookie-flood#came-back'] ?? 0}, slowest ${Math.round(worstMs)} ms, memory +${Math.round((worstRss - startRss) / 1e6)} MB\n`,
)
