/**
 * What a kept page costs beside nginx with the same bytes in a file: processor time a request of either server, by the same client over
 * kept connections, in turns. `sh scripts/node.sh bench/pages-nginx.ts [REQUESTS, default 20000]`; asks for nginx (Debian: `apt install nginx-light`).
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { openStore } from '../src/store/store.ts'
import { freePort } from '../tests/engines.ts'
import { fillStore } from './filled-store.ts'

const requests = Number(process.argv[2] ?? 20_000)
/** Turns of each server: what else the machine does then meets both. */
const TURNS = 10
const CLIENTS = 8
/** Requests before the first turn: Node compiles what it runs often. */
const WARMING = 5_000
const ARTICLES = 2_000
const PAGES = ['/', '/section/science', '/story/s500']
const LEAST_NGINX = 'nginx is not installed: apt install nginx-light (or its like), then run this again'

if (spawnSync('nginx', ['-v']).error) {
  console.log(LEAST_NGINX)
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'trendpulse-nginx-'))
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
const running: ChildProcess[] = []
try {
  const ours = await startOurs()
  const bodies = new Map<string, Buffer>()
  for (const path of PAGES) bodies.set(path, await ask(ours.port, path))
  const theirs = await startNginx(bodies)
  console.log(`| page, kB in gzip | ours, µs of CPU a request | nginx | times |\n|---|---|---|---|`)
  for (const path of PAGES) {
    const spent = { ours: 0, nginx: 0 }
    for (const server of [ours, theirs]) await load(server.port, path, WARMING)
    for (let turn = 0; turn < TURNS; turn++) {
      spent.ours += await cpuOf(ours, path)
      spent.nginx += await cpuOf(theirs, path)
    }
    const each = { ours: spent.ours / requests, nginx: spent.nginx / requests }
    const bytes = ((bodies.get(path)?.length ?? 0) / 1_000).toFixed(1)
    console.log(
      `| ${path}, ${bytes} | ${each.ours.toFixed(1)} | ${each.nginx.toFixed(1)} | ${(each.ours / each.nginx).toFixed(2)} |`,
    )
  }
} finally {
  agent.destroy()
  for (const child of running) child.kill('SIGTERM')
  await Promise.all(running.map((child) => (child.exitCode === null ? once(child, 'exit') : null)))
  rmSync(folder, { recursive: true, force: true })
}

type Server = { port: number; pid: number }

async function startOurs(): Promise<Server> {
  const path = join(folder, 'trendpulse.db')
  const store = await openStore({ path })
  await fillStore(store, { articles: ARTICLES, days: 30 })
  await store.close()
  const script = fileURLToPath(new URL('pages-server.ts', import.meta.url))
  const child = spawn(process.execPath, [...process.execArgv, script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(child)
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string] // the server's first line is its port
  return { port: Number(port), pid: child.pid! } // it has said its port, so it runs
}

/** One process of nginx over the same bytes, in gzip beside plain as it wants them. */
async function startNginx(bodies: ReadonlyMap<string, Buffer>): Promise<Server> {
  const port = await freePort()
  for (const [path, body] of bodies) {
    mkdirSync(join(folder, 'www', path), { recursive: true })
    writeFileSync(join(folder, 'www', path, 'index.html.gz'), body)
    writeFileSync(join(folder, 'www', path, 'index.html'), gunzipSync(body))
  }
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  const conf = `daemon off; master_process off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
    events { worker_connections 64; }
    http { ${places.join(' ')} access_log off; gzip_static on; sendfile on; keepalive_requests 1000000; open_file_cache max=100;
      types { text/html html; } default_type text/html;
      server { listen 127.0.0.1:${port}; root ${folder}/www; location / { try_files $uri/index.html =404; } } }`
  writeFileSync(join(folder, 'nginx.conf'), conf)
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'inherit'] })
  running.push(child)
  for (let tries = 0; tries < 50; tries++) {
    try {
      const got = await ask(port, PAGES[0]!)
      if (got.equals(bodies.get(PAGES[0]!)!)) return { port, pid: child.pid! } // it answers, so it runs
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error(`nginx does not answer with the same bytes: ${readFileSync(join(folder, 'error.log'), 'utf8')}`)
}

/** Processor time, in µs, that a turn of requests takes the server. */
async function cpuOf({ port, pid }: Server, path: string): Promise<number> {
  const before = cpuUs(pid)
  await load(port, path, requests / TURNS)
  return cpuUs(pid) - before
}

/** Of all threads so far. **Source:** Linux, Documentation/scheduler/sched-stats: the first field of schedstat, in ns. */
function cpuUs(pid: number): number {
  const tasks = readdirSync(`/proc/${pid}/task`)
  return tasks.reduce((sum, task) => sum + schedstat(pid, task), 0) / 1_000
}

function schedstat(pid: number, task: string): number {
  return Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0])
}

async function load(port: number, path: string, count: number): Promise<void> {
  let left = count
  const client = async () => {
    while (left-- > 0) await ask(port, path)
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
}

function ask(port: number, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts)))
      if (response.statusCode !== 200) reject(new Error(`${path} answers ${response.statusCode}`))
    }).on('error', reject)
  })
}
