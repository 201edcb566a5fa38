import { type ParseArgsOptionDescriptor, parseArgs } from 'node:util'
import { OPTIONS, type OptionName, readConfig } from '../config.ts'
import { AppError, EXIT } from '../model/errors.ts'
import { type Filter, type FilterOptions, runFilter } from './filter.ts'
import { FILTERS } from './filters.ts'
import type { Verb, VerbOption, VerbValues } from './verb.ts'
import { VERBS } from './verbs.ts'

const HELP: VerbOption = { type: 'boolean', short: 'h', help: 'show this help' }
const DATA: VerbOption = { type: 'string', help: 'folder of the store (default ./data); or DATABASE_URL' }
const JSON_OUT: VerbOption = { type: 'boolean', help: 'print the result as JSON' }

/** Runs one command line and gives its exit code; what went wrong is one line on standard error. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv
  try {
    if (name === '' || name === '--help' || name === '-h' || name === 'help') {
      process.stdout.write(await overview())
      return name === '' ? EXIT.wrongUse : EXIT.done
    }
    const verb = Object.hasOwn(VERBS, name === '--version' ? 'version' : name)
      ? VERBS[name === '--version' ? 'version' : name]
      : undefined
    if (verb) return await runVerb(await verb(), rest)
    const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined
    if (filter) return await runOneFilter(await filter(), rest)
    throw new AppError('invalid', `there is no verb "${name}"; ./trendpulse --help lists them`)
  } catch (error) {
    return complain(error)
  }
}

async function runVerb(verb: Verb, args: readonly string[]): Promise<number> {
  const options = { help: HELP, data: DATA, ...(verb.hasJson ? { json: JSON_OUT } : {}), ...verb.options }
  const { values, positionals } = parse(verb.name, args, options)
  if (values.help === true) {
    process.stdout.write(helpOf(`./trendpulse ${verb.usage}`, verb.summary, options, verb.example))
    return EXIT.done
  }
  const flags: Partial<Record<OptionName, string>> = {}
  for (const name of ['data', 'listen'] as const) if (typeof values[name] === 'string') flags[name] = values[name]
  return verb.run({
    config: readConfig(flags, process.env).config,
    values: values as VerbValues, // options of verbs are text, flags or lists of text
    args: positionals,
    json: values.json === true,
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`trendpulse: ${line}\n`),
  })
}

async function runOneFilter(filter: Filter, args: readonly string[]): Promise<number> {
  const options = { help: HELP, ...filter.options }
  const { values, positionals } = parse(filter.name, args, options)
  if (values.help === true) {
    process.stdout.write(
      helpOf(`./trendpulse ${filter.name} [FILE...] < lines.jsonl`, filter.summary, options, filter.example),
    )
    return EXIT.done
  }
  return runFilter(filter, values as FilterOptions, positionals, process.stdout) // no filter has options that are lists
}

function parse(name: string, args: readonly string[], options: Readonly<Record<string, ParseArgsOptionDescriptor>>) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { ...options } })
  } catch (cause) {
    throw new AppError(
      'invalid',
      `${name}: ${(cause as Error).message.split('. ')[0]}; ./trendpulse ${name} --help shows its use`,
      { cause },
    )
  }
}

function helpOf(
  usage: string,
  summary: string,
  options: Readonly<Record<string, VerbOption>>,
  example: string,
): string {
  const rows = Object.entries(options).map(([name, option]) => {
    const flag = `${option.short ? `-${option.short}, ` : ''}--${name}${option.type === 'string' ? ' VALUE' : ''}`
    return `  ${flag.padEnd(24)} ${option.help}`
  })
  return `${usage}\n\n${summary}\n\nOptions:\n${rows.join('\n')}\n\nExample:\n  ${example}\n`
}

async function overview(): Promise<string> {
  const verbs = await Promise.all(Object.values(VERBS).map(async (load) => await load()))
  const filters = await Promise.all(Object.values(FILTERS).map(async (load) => await load()))
  const line = (name: string, summary: string) => `  ${name.padEnd(11)} ${summary}`
  const width = Math.max(...Object.values(OPTIONS).map(({ env }) => env.length))
  const settings = Object.values(OPTIONS).map(({ env, doc }) => `  ${env.padEnd(width)}  ${doc}`)
  return [
    'TrendPulse reads the news, folds copies into stories, and shows what rises, why, and where every text comes from.',
    '',
    'Verbs (./trendpulse VERB --help):',
    ...verbs.map((verb) => line(verb.name, verb.summary)),
    '',
    'Filters, one JSON object a line in, one a line out:',
    ...filters.map((filter) => line(filter.name, filter.summary)),
    '',
    'Environment:',
    ...settings,
    '',
    'Exit codes: 0 done, 1 some input failed (the rest was done), 2 wrong use, 3 the store or the network is out of reach.',
    '',
  ].join('\n')
}

/** Prints a failure as one line and gives its exit code. */
function complain(error: unknown): number {
  if (error instanceof AppError) {
    process.stderr.write(`trendpulse: ${error.message}\n`)
    if (error.code === 'invalid') return EXIT.wrongUse
    return error.code === 'internal' || error.code === 'upstream' ? EXIT.unreachable : EXIT.someFailed
  }
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (code === 'EPIPE') return EXIT.done
  if (code === 'ERR_SQLITE_ERROR') {
    // A full disk, a read-only or torn file: what was reported as stored stands, and starting again goes on.
    process.stderr.write(`trendpulse: the store cannot be used: ${String(message)}\n`)
    return EXIT.unreachable
  }
  process.stderr.write(`trendpulse: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return EXIT.unreachable
}
