import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillWithDemo } from '../src/ingest/demo.ts'
import { createLine } from '../src/ingest/line.ts'
import { createPulse } from '../src/ingest/pulse-tick.ts'
import { createWorkerPool } from '../src/ingest/worker-pool.ts'
import { openStore } from '../src/store/store.ts'

/**
 * How many articles a second go the whole way (language, tags, section, fingerprints, copies, stories, search, pulse), and with how much memory.
 * Use: scripts/node.sh bench/ingest.ts [ARTICLES [THREADS]]. Prints one JSON line.
 */
const articles = Number(process.argv[2] ?? 10_000)
const threads = Number(process.argv[3] ?? Math.max(1, availableParallelism() - 1))
const folder = mkdtempSync(join(tmpdir(), 'trendpulse-bench-'))
const store = await openStore({ path: join(folder, 'trendpulse.db') })
const pool = createWorkerPool({ threads })
const line = createLine(store)
const endMs = Date.UTC(2026, 0, 31, 12)

const startMs = performance.now()
const startCpu = process.cpuUsage()
const startWriter = process.threadCpuUsage()
const { stored, failed } = await fillWithDemo(store, pool, line, { articles, seed: 1, endMs })
const storedMs = performance.now() - startMs
const cpu = process.cpuUsage(startCpu)
const writer = process.threadCpuUsage(startWriter)
const storedMegabytes = peakMegabytes()
await createPulse(store).catchUp(endMs)
const pulseMs = performance.now() - startMs - storedMs
await pool.close()
await store.close()
rmSync(folder, { recursive: true })
console.log(
  JSON.stringify({
    articles: stored,
    failed,
    threads,
    perSecond: Math.round((stored / storedMs) * 1_000),
    perCpuSecond: Math.round((stored / (cpu.user + cpu.system)) * 1_000_000),
    writerMsEach: Math.round((writer.user + writer.system) / stored / 10) / 100,
    pulseSeconds: Math.round(pulseMs / 100) / 10,
    storedMegabytes,
    peakMegabytes: peakMegabytes(),
  }),
)

/** Most that the process has held so far, as the system counts it; `storedMegabytes` is without the pulse of all hours at once. */
function peakMegabytes(): number {
  return Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)
}
