/** A thread that reads rows with one program, so that its CPU time is its own and no program meets another's warm code. */
import { parentPort, workerData } from 'node:worker_threads'
import type { FilterRun } from '../../src/verbs/filter.ts'
import { FILTERS } from '../../src/verbs/filters.ts'
import { UNDERSTANDING_PEERS } from '../peers/understanding-peers.ts'
import { OURS, type ProgramAnswers, type ProgramTask } from './run-program.ts'

const { filter, program, rounds } = workerData as ProgramTask // made by run-program.ts

parentPort!.on('message', async (rows: readonly Record<string, unknown>[]) => {
  const loading = process.threadCpuUsage()
  let run = await start()
  const loadMs = since(loading)
  const answers: ProgramAnswers = { values: [], roundsMs: [], loadMs }
  for (let round = 0; round < rounds; round++) {
    if (round > 0) run = await start() // its state anew, its code warm
    const began = process.threadCpuUsage()
    const values: unknown[] = []
    for (const row of rows) push(values, await run.row(row))
    if (run.end) for await (const value of run.end()) values.push(value)
    answers.roundsMs.push(since(began))
    answers.values = values
  }
  parentPort!.postMessage(answers)
})

async function start(): Promise<FilterRun> {
  if (program !== OURS) return UNDERSTANDING_PEERS[filter]![program]!()
  const loaded = await FILTERS[filter]!()
  return loaded.start({})
}

function push(values: unknown[], value: unknown): void {
  if (Array.isArray(value)) values.push(...value)
  else if (value !== null && value !== undefined) values.push(value)
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}
