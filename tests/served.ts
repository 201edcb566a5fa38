import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { after } from 'node:test'
import './described-answers.ts'
import { freePort } from './engines.ts'
import { runVerb, startVerb } from './run-verb.ts'

type Source = { url: string; state: string; reason: string | null; items: number }
export type Status = { articles: number; stories: number; sources: Source[]; queue: number }
export type Served = { url: string; child: ChildProcess; stop: () => Promise<{ code: number | null; tookMs: number }> }

const START_MS = 30_000

type Environment = Readonly<Record<string, string>>

/** `serve` as a process of its own on a free port (or at the address given), without the demo edition; answers once this returns. */
export async function startServe(
  data: string,
  env: Environment | ((url: string) => Environment) = {},
  address?: string,
): Promise<Served> {
  const listen = address ?? `127.0.0.1:${await freePort()}`
  const given = typeof env === 'function' ? env(`http://${listen}`) : env
  const child = startVerb(['serve', '--data', data, '--listen', listen], { TRENDPULSE_DEMO: 'off', ...given })
  after(() => child.kill('SIGKILL')) // where a test failed before it stopped it
  child.stdout.resume()
  child.stderr.resume()
  const url = `http://${listen}`
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}`)
    return (await fetch(`${url}/healthz`).catch(() => null))?.ok === true
  }, START_MS)
  return {
    url,
    child,
    stop: async () => {
      const startMs = performance.now()
      if (child.exitCode === null) {
        child.kill('SIGTERM')
        await once(child, 'exit')
      }
      return { code: child.exitCode, tookMs: performance.now() - startMs }
    },
  }
}

/** What `status --json` says. */
export async function statusOf(data: string): Promise<Status> {
  const ran = await runVerb(['status', '--json', '--data', data])
  if (ran.code !== 0) throw new Error(ran.err)
  return JSON.parse(ran.out) as Status
}

/** Waits until something holds. @throws when it does not in time */
export async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const endMs = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > endMs) throw new Error(`not so within ${withinMs / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
