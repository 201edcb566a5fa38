import type { ParseArgsOptionDescriptor } from 'node:util'
import type { Config } from '../config.ts'

/** Values of a verb's options as node:util parseArgs gives them. */
export type VerbValues = Readonly<Record<string, string | boolean | string[] | undefined>>

export type VerbContext = {
  config: Config
  values: VerbValues
  args: readonly string[]
  /** Prints a line for people on standard output. */
  say: (line: string) => void
  /** Prints a line on standard error: what failed and why. */
  complain: (line: string) => void
  /** Whether `--json` was given. */
  json: boolean
}

export type VerbOption = ParseArgsOptionDescriptor & { help: string }

/** A verb of the command line. `run` gives the exit code. */
export type Verb = {
  name: string
  usage: string
  summary: string
  example: string
  /** Prints a result, so it takes `--json`. */
  hasJson: boolean
  options?: Readonly<Record<string, VerbOption>>
  run: (context: VerbContext) => Promise<number>
}
