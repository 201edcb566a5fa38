import { factsProgress } from '../store/facts-work.ts'
import { feedStates } from '../store/feeds.ts'
import { watchCounts } from '../store/watches.ts'
import type { Engine } from './engine.ts'

type Kind = 'gauge' | 'counter'
/** One metric: each label's value with its figure; a metric without labels has one figure under no label. */
type Metric = {
  name: string
  kind: Kind
  help: string
  label?: string
  figures: readonly (readonly [string, number])[]
}

/**
 * Prometheus text of one process: what it holds and does now, why fetches failed, and how the sources do. Three queries.
 * Labels come from closed sets: reasons of failures, states and kinds of trouble. Source: Prometheus text exposition format 0.0.4.
 */
export async function metricsText(
  engine: Engine,
  deliveries: ReadonlyMap<string, number> = new Map(),
): Promise<string> {
  const memory = process.memoryUsage()
  const one = (name: string, kind: Kind, help: string, figure: number): Metric => ({
    name,
    kind,
    help,
    figures: [['', figure]],
  })
  const metrics = [
    one('trendpulse_uptime_seconds', 'counter', 'Seconds since the process started.', process.uptime()),
    one('trendpulse_resident_bytes', 'gauge', 'Resident memory.', memory.rss),
    one('trendpulse_heap_bytes', 'gauge', 'Heap in use.', memory.heapUsed),
    one('trendpulse_queries_total', 'counter', 'Queries sent to the store.', engine.store.queryCount()),
    one('trendpulse_worker_tasks', 'gauge', 'Documents waiting for or being read by a worker.', engine.pool.pending()),
    one(
      'trendpulse_facts_left',
      'gauge',
      'Stored texts whose facts for story pages are still to be made.',
      (await factsProgress(engine.store))?.left ?? 0,
    ),
    {
      name: 'trendpulse_fetch_failures_total',
      kind: 'counter',
      help: 'Fetches of feeds and pages that failed since the start, by reason.',
      label: 'reason',
      figures: [...engine.fetch.failures()].sort(),
    } satisfies Metric,
    ...(await sourceMetrics(engine)),
    ...(await watchMetrics(engine, deliveries)),
  ]
  return metrics.map(metricText).join('')
}

async function sourceMetrics(engine: Engine): Promise<Metric[]> {
  const states = { ok: 0, failing: 0, paused: 0 }
  const problems = new Map<string, number>()
  for (const { state, problem, feeds } of await feedStates(engine.store)) {
    states[state] += feeds
    if (problem !== null) problems.set(problem, (problems.get(problem) ?? 0) + feeds)
  }
  return [
    {
      name: 'trendpulse_feeds',
      kind: 'gauge',
      help: 'Sources by state.',
      label: 'state',
      figures: Object.entries(states),
    },
    {
      name: 'trendpulse_feed_problems',
      kind: 'gauge',
      help: 'Sources in trouble now, by its kind.',
      label: 'reason',
      figures: [...problems].sort(),
    },
  ]
}

/** How those do who watch, and how messages to them ended; both by way and end: `mail-active`, `webhook-sent`. */
async function watchMetrics(engine: Engine, deliveries: ReadonlyMap<string, number>): Promise<Metric[]> {
  const counts = await watchCounts(engine.store)
  return [
    {
      name: 'trendpulse_watches',
      kind: 'gauge',
      help: 'Watches by way and state.',
      label: 'way',
      figures: counts.map(({ channel, state, watches }) => [`${channel}-${state}`, watches] as const),
    },
    {
      name: 'trendpulse_deliveries_total',
      kind: 'counter',
      help: 'Tries to tell watching readers since the start, by way and end.',
      label: 'outcome',
      figures: [...deliveries].sort(),
    },
  ]
}

function metricText({ name, kind, help, label, figures }: Metric): string {
  const lines = figures.map(
    ([value, figure]) => `${name}${label === undefined ? '' : `{${label}="${value}"}`} ${figure}\n`,
  )
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n${lines.join('')}`
}
