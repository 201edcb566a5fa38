// How many feeds an hour the client polls: as many hosts as feeds, all names looked up to a server of this machine.
//   node bench/fetch-throughput.ts [feeds=10000] [at once=100]
import { Worker } from 'node:worker_threads'
import { createFetchClient } from '../src/fetch/client.ts'

const feeds = Number(process.argv[2] ?? 10_000)
const atOnce = Number(process.argv[3] ?? 100)

/** A server in its own thread: a 30 kB feed in gzip, 304 for those that know it. */
const SERVER = `
const { createServer } = require('node:http'); const { gzipSync } = require('node:zlib'); const { parentPort } = require('node:worker_threads')
const item = (n) => '<item><title>Report ' + n + '</title><link>https://paper.example/' + n + '</link><description>' + 'words of a report '.repeat(20) + '</description></item>'
const body = gzipSync('<rss version="2.0"><channel><title>Paper</title>' + Array.from({ length: 60 }, (_, n) => item(n)).join('') + '</channel></rss>')
const server = createServer((q, r) => { if (q.headers['if-none-match']) { r.writeHead(304); r.end() } else { r.writeHead(200, { etag: '"1"', 'content-encoding': 'gzip', 'content-type': 'text/xml' }); r.end(body) } })
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`
const worker = new Worker(SERVER, { eval: true })
const port = await new Promise<number>((resolve) => worker.once('message', resolve))
const client = createFetchClient({
  userAgent: 'TrendPulse-bench/1.0',
  allowPrivate: [`127.0.0.1:${port}`],
  lookup: async () => [{ address: '127.0.0.1', family: 4 }],
})

async function poll(etag: string | null): Promise<void> {
  let next = 0
  let failures = 0
  let worstRss = 0
  const startedMs = performance.now()
  const startedCpu = process.cpuUsage()
  const run = async (): Promise<void> => {
    for (let feed = next++; feed < feeds; feed = next++) {
      const got = await client.get(`http://paper${feed}.example:${port}/feed`, etag === null ? {} : { etag })
      if (!got.ok) failures += 1
      if (feed % 500 === 0) worstRss = Math.max(worstRss, process.memoryUsage().rss)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, run))
  const seconds = (performance.now() - startedMs) / 1_000
  const cpu = process.cpuUsage(startedCpu)
  const perHour = Math.round((feeds / seconds) * 3_600)
  process.stdout.write(
    `${etag === null ? 'whole feeds' : 'not modified'}: ${feeds} in ${seconds.toFixed(1)} s, ${perHour} an hour, ` +
      `${((cpu.user + cpu.system) / feeds).toFixed(0)} µs CPU each (server included), ${failures} failed, ${Math.round(worstRss / 1e6)} MB\n`,
  )
}

await poll(null)
// The pause of every host must be over before the second round may start at once.
await new Promise((resolve) => setTimeout(resolve, 1_100))
await poll('"1"')
await client.close()
await worker.terminate()
