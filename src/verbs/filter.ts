import type { Writable } from 'node:stream'
import type { ParseArgsOptionDescriptor } from 'node:util'
import { ZodError } from 'zod'
import { AppError, EXIT } from '../model/errors.ts'
import { type Line, lines, openInputs, parseLine, writeLine } from './ndjson.ts'

/** Values of a filter's own options as node:util parseArgs gives them. */
export type FilterOptions = Readonly<Record<string, string | boolean | undefined>>

/** A filter at work. `row` may give null where its answer comes later, or an array for a line each; `end` gives what only the whole stream tells. */
export type FilterRun = {
  row: (input: Record<string, unknown>) => unknown
  end?: () => Iterable<unknown> | AsyncIterable<unknown>
}

/** A verb that reads one JSON object a line and writes one a line; needs no store. */
export type Filter = {
  name: string
  summary: string
  /** One line in, one line out, for `--help`. */
  example: string
  options?: Readonly<Record<string, ParseArgsOptionDescriptor & { help: string }>>
  start: (options: FilterOptions) => FilterRun | Promise<FilterRun>
}

/**
 * Runs a filter over files or standard input, keeping the order of lines.
 * A bad line gives `{"id":…,"error":{code,message}}` in its place, or after the stream's end for filters that answer there.
 * Gives the exit code: 1 if any line failed.
 */
export async function runFilter(
  filter: Filter,
  options: FilterOptions,
  paths: readonly string[],
  output: Writable,
): Promise<number> {
  const run = await filter.start(options)
  let failed = 0
  for await (const line of lines(openInputs(paths))) {
    const answer = await answerLine(run, line)
    if (answer.failed) failed++
    const answers = Array.isArray(answer.value) ? answer.value : answer.value === null ? [] : [answer.value]
    for (const value of answers) await writeLine(output, value)
  }
  if (run.end) for await (const value of run.end()) await writeLine(output, value)
  return failed > 0 ? EXIT.someFailed : EXIT.done
}

async function answerLine(run: FilterRun, line: Line): Promise<{ value: unknown; failed: boolean }> {
  let id: unknown = null
  try {
    const input = parseLine(line)
    id = input.id ?? null
    return { value: (await run.row(input)) ?? null, failed: false }
  } catch (error) {
    return { value: { id, error: errorOf(error) }, failed: true }
  }
}

function errorOf(error: unknown): { code: string; message: string } {
  if (error instanceof AppError) return { code: error.code, message: error.message }
  if (error instanceof ZodError) {
    const issue = error.issues[0]
    return { code: 'invalid', message: `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'not as expected'}` }
  }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}
