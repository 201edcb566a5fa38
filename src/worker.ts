import { parentPort } from 'node:worker_threads'
import { createPreparer, type PrepareAnswer, type PrepareTask } from './ingest/prepare.ts'
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

parentPort?.on('message', ({ id, task }: { id: number; task: PrepareTask }) => {
  parentPort?.postMessage({ id, answer: answer(task) })
})
parentPort?.postMessage({ ready: true })
