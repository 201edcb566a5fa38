// How fast the demo world comes, and what it keeps in memory.
//   node bench/demo-generate.ts [articles=100000] [seed=1]
import { demoArticles } from '../src/demo/world.ts'

const articles = Number(process.argv[2] ?? 100_000)
const seed = Number(process.argv[3] ?? 1)
const startedMs = performance.now()
const startedCpu = process.cpuUsage()
let count = 0
let chars = 0
let copies = 0
let mostHeap = 0
for (const item of demoArticles({ articles, seed, endMs: Date.UTC(2026, 10, 24, 17) })) {
  count += 1
  chars += item.article.text.length
  if (item.truth.copyOf !== null) copies += 1
  if (count % 5_000 === 0) mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed)
}
const cpu = process.cpuUsage(startedCpu)
const perCpuSecond = Math.round(count / ((cpu.user + cpu.system) / 1e6))
const seconds = (performance.now() - startedMs) / 1_000
process.stdout.write(
  `${count} articles, ${copies} copies, ${Math.round(chars / count)} characters each, ${perCpuSecond} a CPU second, ` +
    `${seconds.toFixed(1)} s, heap at most ${Math.round(mostHeap / 1e6)} MB, memory ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`,
)
