import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../src/store/store.ts'
import { apiRoutes } from '../src/web/api/routes.ts'
import { feedRoutes } from '../src/web/feeds/routes.ts'
import { addStories } from '../tests/flow/api-edition.ts'
import { startDoors } from '../tests/flow/api-server.ts'

/**
 * Requests a second, and the slowest hundredth, of kept and of freshly made lists. The client runs in the same process, so that the
 * figures are lower bounds; `cpuMs` is the processor's time a request, client and server together, which a busy machine does not stretch. Prints one JSON line a path. Use: sh scripts/node.sh bench/doors-load.ts [REQUESTS, default 5000]
 */
const requests = Number(process.argv[2] ?? 5_000)
const CLIENTS = 16
const folder = mkdtempSync(join(tmpdir(), 'trendpulse-load-'))
const server = await startDoors(
  (site) => [feedRoutes(site), apiRoutes(site)],
  () => openStore({ path: join(folder, 'store.db') }),
)
await addStories(server.site.store, 2_000)
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })

/** Fifty lists that differ in what is asked of them: what many readers and programs ask for in one minute. */
const MANY = Array.from(
  { length: 50 },
  (_, index) => `/api/v1/stories?order=${index % 2 ? 'newest' : 'ranked'}&limit=${5 + index}`,
)

for (const path of ['/index.rss', '/section/economy.atom?full=1', '/api/v1/home', '/api/v1/stories', '/api/v1/ranking'])
  for (const isKept of [true, false]) console.log(JSON.stringify(await load(path, [path], isKept)))
console.log(JSON.stringify(await load('/api/v1/stories, 50 addresses', MANY, true)))
agent.destroy()
await server.close()
rmSync(folder, { recursive: true })

async function load(name: string, paths: readonly string[], isKept: boolean) {
  const count = isKept ? requests : Math.ceil(requests / 10)
  const times: number[] = []
  let left = count
  for (const path of paths) await fetchOnce(path)
  const startMs = performance.now()
  const cpu = process.cpuUsage()
  const client = async () => {
    while (--left >= 0) {
      if (!isKept) server.site.touch()
      const beganMs = performance.now()
      await fetchOnce(paths[left % paths.length] ?? name) // left counts down: each in turn
      times.push(performance.now() - beganMs)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const seconds = (performance.now() - startMs) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  times.sort((a, b) => a - b)
  return {
    path: name,
    kept: isKept,
    perSecond: Math.round(count / seconds),
    p99Ms: times[Math.floor(times.length * 0.99)],
    cpuMs: (user + system) / 1_000 / count,
  }
}

function fetchOnce(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(server.url + path, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
      response.resume().on('end', resolve)
    }).on('error', reject)
  })
}
