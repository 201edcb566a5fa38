import { setTimeout as pause } from 'node:timers/promises'
import {
  beginFacts,
  type FactsProgress,
  type FactsTask,
  factsProgress,
  originalsBelow,
  putFacts,
} from '../store/facts-work.ts'
import { writeAlone } from '../store/insert-article.ts'
import type { Store } from '../store/store.ts'
import { FACTS_VERSION } from '../story/article-facts.ts'
import type { WorkerPool } from './worker-pool.ts'

/** Originals read at once: a write of them takes a few milliseconds. */
const AT_ONCE = 20
/** How long the work rests while threads have pages to read, and after each step for each millisecond that the step took. */
const REST_MS = 1_000
const REST_FACTOR = 3
/** Longest rest, so that a slow step does not end it for the day. */
const LONGEST_REST_MS = 10_000

/**
 * Makes what a story's page needs of every original that was stored before facts were made as they are now, newest first, in the reading threads and only
 * while these have nothing else to do. It goes on after a restart where it stood; gives how many texts it read. `rest`: for tests.
 */
export async function fillFacts(
  parts: { store: Store; pool: Pick<WorkerPool, 'run' | 'pending'>; stopping: AbortSignal },
  rest: (ms: number) => Promise<unknown> = (ms) => pause(ms, undefined, { signal: parts.stopping }).catch(() => null),
): Promise<number> {
  const { store, pool, stopping } = parts
  let read = 0
  let progress = await begun(store)
  while (progress.left > 0 && !stopping.aborted) {
    if (pool.pending() > 0) {
      await rest(REST_MS)
      continue
    }
    const startedMs = performance.now()
    const tasks = await originalsBelow(store, progress.before, AT_ONCE)
    const made = await Promise.all(tasks.map((task) => factsOf(pool, task)))
    if (stopping.aborted) break // its threads end: what they answered now says nothing of the texts
    progress = after(progress, tasks)
    const at = progress
    await writeAlone(store, (write) =>
      putFacts(
        write,
        made.filter((one) => one !== null),
        at,
      ),
    )
    read += tasks.length
    await rest(Math.min(LONGEST_REST_MS, REST_FACTOR * (performance.now() - startedMs)))
  }
  return read
}

async function begun(store: Store): Promise<FactsProgress> {
  const known = await factsProgress(store)
  return known?.version === FACTS_VERSION ? known : writeAlone(store, (write) => beginFacts(write, FACTS_VERSION))
}

/** A text that cannot be read keeps the facts that it has. */
async function factsOf(pool: Pick<WorkerPool, 'run'>, { id, version, page }: FactsTask) {
  const answer = await pool.run({ kind: 'extracted', page })
  return answer.kind === 'article' && answer.result.ok ? { id, version, facts: answer.result.value.facts } : null
}

function after({ version, left }: FactsProgress, tasks: readonly FactsTask[]): FactsProgress {
  const last = tasks.at(-1)
  if (!last || tasks.length < AT_ONCE) return { version, before: 0, left: 0 }
  return { version, before: last.id, left: Math.max(1, left - tasks.length) }
}
