import { parentPort } from 'node:worker_threads'
import { createPreparer, type PrepareAnswer, type PrepareTask } from './ingest/prepare.ts'
import { cpuMs } from './ingest/reading-deadline.ts'
import type { ThreadMessage } from './ingest/worker-pool.ts'
import { loadLanguageDetector } from './text/language.ts'

/** Entry of a worker thread: tasks in, answers out, in order. A task that throws is a reason, and the thread goes on. */
const prepare = createPreparer(await loadLanguageDetector())

function answer(task: PrepareTask): PrepareAnswer {
  try {
    return prepare(task)
  } catch (error) {
    const detail =
      error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : String(error)
    return { kind: 'article', result: { ok: false, reason: 'crashed', detail: detail.slice(0, 300) } }
  }
}

/** Answers, or says with null that it has started; and tells its CPU time, from which the next task's deadline counts. */
function tell(answer: PrepareAnswer | null): void {
  const message: ThreadMessage = { usedMs: cpuMs(process.threadCpuUsage()), answer }
  parentPort?.postMessage(message)
}

parentPort?.on('message', (task: PrepareTask) => tell(answer(task)))
tell(null)
