import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export type Ran = { code: number | null; out: string; err: string }

/** Starts a verb as a user would, on the Node that runs the tests, with a clean environment. */
export function startVerb(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const path = process.env.PATH ?? ''
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    env: { PATH: path, ...env },
  })
}

/** Runs a verb to its end. */
export async function runVerb(
  args: readonly string[],
  options: { env?: Readonly<Record<string, string>>; input?: string | Uint8Array } = {},
): Promise<Ran> {
  const child = startVerb(args, options.env)
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin.on('error', () => {}) // a verb may end before it has read everything
  child.stdin.end(options.input ?? '')
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }
}
