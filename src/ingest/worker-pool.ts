import { Worker } from 'node:worker_threads'
import type { PrepareAnswer, PrepareTask } from './prepare.ts'
import { createReadingDeadline, READING_LIMITS, type ReadingDeadline, type ReadingLimits } from './reading-deadline.ts'

/** Heap of one thread in MB: weights, tables, and one hostile document. */
const HEAP_MB = 512
/** Young objects of one thread in MB: what one page needs, and less than the default. */
const YOUNG_MB = 8
/** Time for a thread to load its weights, on a slow machine. */
const START_MS = 60_000
/** Threads that fail to start in a row before waiting tasks are told so, and the pause before the next try from then on. */
const MAX_FAILED_STARTS = 3
const RESTART_PAUSE_MS = 1_000
/**
 * Tasks handed to a thread ahead of its answers: with 4 it waited for two thirds of an ingest, because the writer's thread takes no
 * message while SQLite works. Beyond so many bytes of pages only one is handed out at a time.
 */
const AHEAD = 64
const AHEAD_BYTES = 4 * 1024 * 1024

export type WorkerPool = {
  /** Prepares one task in a thread. Never rejects for what the bytes are: a hang is `timeout`, a dead thread `crashed`. */
  run: (task: PrepareTask) => Promise<PrepareAnswer>
  /** Tasks waiting or running. */
  pending: () => number
  close: () => Promise<void>
}

type Waiting = { task: PrepareTask; resolve: (answer: PrepareAnswer) => void }
type Thread = {
  worker: Worker
  running: Waiting[]
  starting: NodeJS.Timeout
  deadline: ReadingDeadline
  usedMs: number
  ready: boolean
}

/**
 * What a thread says: that it has started, or an answer to the oldest task that it was given; and the CPU time it has used so far, from
 * which the deadline of its next task counts.
 */
export type ThreadMessage = { usedMs: number; answer: PrepareAnswer | null }

/** A fixed number of threads that read foreign bytes, each under a deadline and a heap limit. `entry`: another thread's code, for tests. */
export function createWorkerPool(options: { threads: number; limits?: ReadingLimits; entry?: URL }): WorkerPool {
  const queue: Waiting[] = []
  const threads: Thread[] = []
  let closed = false
  let failedStarts = 0

  const fail = (waiting: Waiting, reason: 'timeout' | 'crashed', detail: string) =>
    waiting.resolve({ kind: 'article', result: { ok: false, reason, detail } })

  const replace = (thread: Thread, reason: 'timeout' | 'crashed', detail: string) => {
    quiet(thread)
    thread.worker.on('error', () => {}) // a thread ended for its heap may say so once more
    void thread.worker.terminate()
    const [guilty, ...innocent] = thread.running
    queue.unshift(...innocent)
    if (guilty) fail(guilty, reason, detail)
    const place = threads.indexOf(thread)
    if (place !== -1) threads.splice(place, 1)
    failedStarts = thread.ready ? 0 : failedStarts + 1
    if (failedStarts < MAX_FAILED_STARTS) start()
    else {
      for (const waiting of queue.splice(0)) fail(waiting, 'crashed', `a reading thread does not start: ${detail}`)
      setTimeout(start, RESTART_PAUSE_MS).unref()
    }
    feed()
  }

  const hear = (thread: Thread, { usedMs, answer }: ThreadMessage) => {
    if (answer) thread.running.shift()?.resolve(answer)
    else thread.ready = true
    thread.usedMs = usedMs
    clearTimeout(thread.starting)
    if (thread.running.length > 0) thread.deadline.begin(usedMs)
    else thread.deadline.clear()
    feed()
  }

  const start = () => {
    if (closed) return
    const worker = new Worker(options.entry ?? new URL('../worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    })
    const late = (detail: string) => replace(thread, 'timeout', detail)
    const thread: Thread = {
      worker,
      running: [],
      starting: setTimeout(late, START_MS, `not started within ${START_MS / 1000} s`),
      deadline: createReadingDeadline(worker, options.limits ?? READING_LIMITS, late),
      usedMs: 0,
      ready: false,
    }
    threads.push(thread)
    worker.on('message', (message: ThreadMessage) => hear(thread, message))
    worker.on('error', (error) => replace(thread, 'crashed', error.message))
    worker.on('exit', (code) => replace(thread, 'crashed', `thread ended with ${code}`))
  }

  const feed = () => {
    for (const thread of threads) {
      while (thread.ready && hasRoom(thread)) {
        const next = queue.shift()
        if (!next) return
        thread.running.push(next)
        thread.worker.postMessage(next.task)
        if (thread.running.length === 1) thread.deadline.begin(thread.usedMs)
      }
    }
  }

  for (let count = 0; count < options.threads; count++) start()
  return {
    run: (task) =>
      new Promise((resolve) => {
        queue.push({ task, resolve })
        feed()
      }),
    pending: () => queue.length + threads.reduce((sum, thread) => sum + thread.running.length, 0),
    close: async () => {
      closed = true
      for (const waiting of queue.splice(0)) fail(waiting, 'crashed', 'stopping')
      await Promise.all(
        threads.splice(0).map(async (thread) => {
          quiet(thread)
          for (const waiting of thread.running) fail(waiting, 'crashed', 'stopping')
          await thread.worker.terminate()
        }),
      )
    },
  }
}

/** Nothing that the thread still says or does is heard. */
function quiet({ starting, deadline, worker }: Thread): void {
  clearTimeout(starting)
  deadline.clear()
  worker.removeAllListeners()
}

function hasRoom({ running }: Thread): boolean {
  const bytes = running.reduce((sum, { task }) => sum + ('bytes' in task ? task.bytes.length : 0), 0)
  return running.length === 0 || (running.length < AHEAD && bytes < AHEAD_BYTES)
}
