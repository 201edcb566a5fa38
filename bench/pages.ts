/**
 * What a page costs, asked of a server of its own over loopback: `sh scripts/node.sh bench/pages.ts FOLDER [ARTICLES] [--postgres ADDRESS]`
 * fills a store of invented words (once), then asks every kind of page, made anew and kept, by one client and by eight. Prints milliseconds
 * to the first byte, processor time of the server a page made anew, and bytes compressed.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { SECTIONS } from '../src/model/tag.ts'
import { DAY_MS, HOUR_MS } from '../src/model/time.ts'
import { storeCounts } from '../src/store/counts.ts'
import { openStore } from '../src/store/store.ts'
import { newestStories } from '../src/store/stories.ts'
import { FILLED_NOW_MS, fillStore, VOCABULARY } from './filled-store.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { postgres: { type: 'string' }, only: { type: 'string' } },
})
const [folder = join(tmpdir(), 'bench-pages'), asked = '100000'] = positionals
/** Requests of a kind, made anew and kept; pages of the past, which are made one at a time, a tenth. */
const READS = { anew: 200, kept: 2_000 }
const WARMING = 20
const CLIENTS = 8
/** A clock tick of /proc. */
const TICK_MS = 10

mkdirSync(folder, { recursive: true })
const where = values.postgres ?? join(folder, 'trendpulse.db')
const store = await openStore(values.postgres ? { databaseUrl: values.postgres } : { path: where })
if ((await storeCounts(store)).articles === 0) await fillStore(store, { articles: Number(asked), days: 365 })
const { articles } = await storeCounts(store)
const stories = await newestStories(store, 200)
await store.close()

const server = spawn(
  process.execPath,
  [...process.execArgv, fileURLToPath(new URL('pages-server.ts', import.meta.url)), where],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
const [port] = (await once(createInterface(server.stdout), 'line')) as [string] // the server's first line is its port
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
try {
  console.log(`${articles} articles; ms to the first byte: middle, p99\n`)
  console.log(
    '| page | anew, one client | CPU | anew, eight | kept, one | kept, eight | kB |\n|---|---|---|---|---|---|---|',
  )
  for (const [name, path] of Object.entries(paths())) if (name.includes(values.only ?? '')) await measure(name, path)
} finally {
  agent.destroy()
  server.kill('SIGTERM')
}

function paths(): Record<string, (nth: number) => string> {
  const storyAt = (nth: number) => stories[nth % stories.length]!.key
  const past = `at=${new Date(FILLED_NOW_MS - 10 * DAY_MS).toISOString()}`
  const hour = `at=${new Date(FILLED_NOW_MS - HOUR_MS / 2).toISOString()}`
  return {
    'home': () => '/',
    'section': (nth) => `/section/${SECTIONS[nth % SECTIONS.length]}`,
    'story': (nth) => `/story/${storyAt(nth)}`,
    'article': (nth) => `/article/a${articles - (nth % 400)}`,
    'old article': (nth) => `/article/a${1 + ((nth * 7919) % articles)}`,
    'tag of twenty': (nth) => `/tag/t${1_001 + nth}`,
    'tag of a thousandth': (nth) => `/tag/t${2 + nth}`,
    'commonest tag': () => '/tag/t1',
    'source': (nth) => `/source/${1 + nth}`,
    'sources': () => '/sources',
    'pulse': () => '/pulse',
    'ranking': () => '/ranking',
    'ranking, week': () => '/ranking?window=week',
    'history of a tag': (nth) => `/tag/t${1 + nth}/history?days=90`,
    'search': (nth) => `/search?q=${VOCABULARY[1 + nth * 13]}`,
    'search, commonest word': () => `/search?q=${VOCABULARY[0]}`,
    'explain': (nth) => `/explain/story/${storyAt(nth)}`,
    'API, stories': () => '/api/v1/stories',
    'feed': () => '/index.rss',
    'past: home, ten days ago': () => `/?${past}`,
    'past: ranking, ten days ago': () => `/ranking?${past}`,
    'past: pulse, this hour': () => `/pulse?${hour}`,
    'past: story, this hour': (nth) => `/story/${storyAt(nth)}?${hour}`,
  }
} // biome-ignore format: a table reads better in rows

async function measure(name: string, path: (nth: number) => string): Promise<void> {
  const anew = name.startsWith('past') ? READS.anew / 10 : READS.anew
  const headers = { 'x-anew': '1' }
  await ask({ path, headers, requests: WARMING, clients: 1 })
  const cpuMs = serverCpuMs()
  const one = await ask({ path, headers, requests: anew, clients: 1 })
  const cpu = ((serverCpuMs() - cpuMs) / anew).toFixed(1)
  const eight = await ask({ path, headers, requests: anew, clients: CLIENTS })
  await ask({ path: () => path(0), headers: {}, requests: WARMING, clients: 1 })
  const keptOne = await ask({ path: () => path(0), headers: {}, requests: READS.kept, clients: 1 })
  const keptEight = await ask({ path: () => path(0), headers: {}, requests: READS.kept, clients: CLIENTS })
  const cells = [quantiles(one), cpu, quantiles(eight), quantiles(keptOne, 2), quantiles(keptEight, 2)]
  console.log(`| ${name} | ${cells.join(' | ')} | ${(Math.max(...one.bytes) / 1_000).toFixed(1)} |`)
}

type Asked = { path: (nth: number) => string; headers: Record<string, string>; requests: number; clients: number }
type Timed = { firstByteMs: number[]; bytes: number[] }

async function ask({ path, headers, requests, clients }: Asked): Promise<Timed> {
  const timed: Timed = { firstByteMs: [], bytes: [] }
  let next = 0
  const client = async () => {
    while (next < requests) await askOnce(path(next++), headers, timed)
  }
  await Promise.all(Array.from({ length: clients }, client))
  return timed
}

function askOnce(path: string, headers: Record<string, string>, timed: Timed): Promise<void> {
  return new Promise((resolve, reject) => {
    const startMs = performance.now()
    get({ port, host: '127.0.0.1', path, agent, headers: { ...headers, 'accept-encoding': 'br' } }, (response) => {
      timed.firstByteMs.push(performance.now() - startMs)
      if (response.statusCode !== 200) reject(new Error(`${path} answers ${response.statusCode}`))
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('end', () => {
        timed.bytes.push(bytes)
        resolve()
      })
    }).on('error', reject)
  })
}

/** Processor time of the server so far, all its threads. **Source:** proc(5), fields 14 and 15 of stat. */
function serverCpuMs(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

function quantiles({ firstByteMs }: Timed, digits = 1): string {
  const sorted = firstByteMs.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(digits)
  return `${at(0.5)}, ${at(0.99)}`
}
