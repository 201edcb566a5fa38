import { parseArgs } from 'node:util'
import { EXIT } from './model/errors.ts'
import { runFilter } from './verbs/filter.ts'
import { FILTERS } from './verbs/filters.ts'

const [verb = '', ...rest] = process.argv.slice(2)
const load = Object.hasOwn(FILTERS, verb) ? FILTERS[verb] : undefined
if (!load) {
  process.stderr.write(`trendpulse: no such verb: ${verb}\n`)
  process.exitCode = EXIT.wrongUse
} else {
  const filter = await load()
  const { values, positionals } = parseArgs({ args: rest, allowPositionals: true, options: { ...filter.options } })
  process.exitCode = await runFilter(
    filter,
    values as Record<string, string | boolean | undefined>,
    positionals,
    process.stdout,
  )
}
