import type { Engine } from './engine.ts'

/** Prometheus text of one process: what it holds and does now. Source: Prometheus text exposition format 0.0.4. */
export function metricsText(engine: Engine): string {
  const memory = process.memoryUsage()
  const lines: [name: string, kind: 'gauge' | 'counter', help: string, value: number][] = [
    ['trendpulse_uptime_seconds', 'counter', 'Seconds since the process started.', process.uptime()],
    ['trendpulse_resident_bytes', 'gauge', 'Resident memory.', memory.rss],
    ['trendpulse_heap_bytes', 'gauge', 'Heap in use.', memory.heapUsed],
    ['trendpulse_queries_total', 'counter', 'Queries sent to the store.', engine.store.queryCount()],
    ['trendpulse_worker_tasks', 'gauge', 'Documents waiting for or being read by a worker.', engine.pool.pending()],
  ]
  return lines
    .map(([name, kind, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${name} ${value}\n`)
    .join('')
}
