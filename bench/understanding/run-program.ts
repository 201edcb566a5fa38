import { Worker } from 'node:worker_threads'

/** The name under which our own filters stand beside other programs. */
export const OURS = 'trendpulse'

/** Which program reads rows as the filter of that name takes them, and how often: the first round is cold, later ones warm. */
export type ProgramTask = { filter: string; program: string; rounds: number }
/** What the last round gave, and milliseconds of this thread's CPU: to load, and each round. */
export type ProgramAnswers = { values: unknown[]; roundsMs: number[]; loadMs: number }
/** Answers by the row's id. */
export type ProgramRun = { answers: ReadonlyMap<string, unknown>; roundsMs: readonly number[]; loadMs: number }

/** Longest that a program may take over all rows; longer, and it is ended. */
const DEADLINE_MS = 240_000

/** Reads all rows with one program in a thread of its own. @throws what the program throws, or where it takes too long */
export async function runProgram(task: ProgramTask, rows: readonly Record<string, unknown>[]): Promise<ProgramRun> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: task,
    stdout: true, // peers write warnings
    resourceLimits: { maxOldGenerationSizeMb: 2_048 },
  })
  const { promise, resolve, reject } = Promise.withResolvers<ProgramAnswers>()
  const timer = setTimeout(() => reject(new Error(`${task.program} (${task.filter}) took too long`)), DEADLINE_MS)
  thread.once('message', resolve).once('error', reject)
  thread.postMessage(rows)
  try {
    const { values, roundsMs, loadMs } = await promise
    const answers = new Map(values.map((value) => [String((value as { id: unknown }).id), value])) // filters give the id back
    return { answers, roundsMs, loadMs }
  } finally {
    clearTimeout(timer)
    await thread.terminate()
  }
}
