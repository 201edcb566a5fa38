import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Which program reads what, and for our own extractor which weights in place of those that ship. */
export type ReadTask = { kind: 'page' | 'feed'; reader: string; weights: string | null }
/** One page as text, or one feed as bytes with its headers' names in lower case. */
export type ReadJob = {
  id: string
  url: string | null
  text?: string
  bytes?: Uint8Array
  headers?: Readonly<Record<string, string>>
}
export type ReadAnswer = { id: string; value: unknown; error: string | null; cpuMs: number }

/** What came of reading everything: values by id, CPU time of the reading thread, and what threw or had to be ended. */
export type ReadRun = { values: Map<string, unknown>; cpuMs: number; timed: number; threw: number; hung: number }

/** Longest that one document may take; longer, and the thread is ended and the document counted as hung. */
const DEADLINE_MS = 10_000
/** Documents read once beforehand, untimed: what a program costs is asked, not what its first second costs. */
const WARM_UP = 30

/** Reads all jobs one after the other in a thread of its own, which is started anew where a document hangs. */
export async function runReader(task: ReadTask, jobs: readonly ReadJob[]): Promise<ReadRun> {
  const run: ReadRun = { values: new Map(), cpuMs: 0, timed: 0, threw: 0, hung: 0 }
  let thread = await startThread(task)
  const read = async (job: ReadJob): Promise<ReadAnswer | null> => {
    const answer = await ask(thread, job)
    if (answer === null) {
      await thread.terminate()
      thread = await startThread(task)
    }
    return answer
  }
  for (const job of jobs.slice(0, WARM_UP)) await read(job)
  for (const job of jobs) {
    const answer = await read(job)
    if (answer === null) run.hung++
    else if (answer.error !== null) run.threw++
    else if (answer.value !== null) run.values.set(job.id, answer.value)
    if (answer === null) continue
    run.cpuMs += answer.cpuMs
    run.timed++
  }
  await thread.terminate()
  return run
}

/** Resolves once the thread has loaded its program: a document's deadline is for the document alone. @throws what loading throws */
async function startThread(task: ReadTask): Promise<Worker> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: task,
    stdout: true, // peers write warnings
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  })
  await once(thread, 'message')
  return thread
}

/** Null where the thread hangs or dies over the job. */
async function ask(thread: Worker, job: ReadJob): Promise<ReadAnswer | null> {
  const { promise, resolve } = Promise.withResolvers<ReadAnswer | null>()
  const end = () => resolve(null)
  const timer = setTimeout(end, DEADLINE_MS)
  thread.once('message', resolve).once('error', end)
  thread.postMessage(job)
  const answer = await promise
  clearTimeout(timer)
  thread.off('message', resolve).off('error', end)
  return answer
}
