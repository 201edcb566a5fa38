import { OPTIONS, type OptionName, readConfig } from '../../config.ts'
import { EXIT } from '../../model/errors.ts'
import type { Verb } from '../verb.ts'

export const configVerb: Verb = {
  name: 'config',
  usage: 'config [--markdown]',
  summary: 'every option, its value, and where the value came from',
  example: './trendpulse config',
  hasJson: true,
  options: { markdown: { type: 'boolean', help: 'print docs/config.md' } },
  run: async (context) => {
    if (context.values.markdown === true) {
      context.say(configPage())
      return EXIT.done
    }
    const { config, origins } = readConfig({}, process.env)
    const rows = (Object.keys(OPTIONS) as OptionName[]).map((name) => ({
      name,
      env: OPTIONS[name].env,
      value: shown(name, config[name]),
      from: origins[name],
    }))
    if (context.json) context.say(JSON.stringify(rows))
    else {
      const width = Math.max(...rows.map(({ env }) => env.length))
      for (const row of rows) context.say(`${row.env.padEnd(width)}  ${String(row.value).padEnd(44)} ${row.from}`)
    }
    return EXIT.done
  },
}

function shown(name: OptionName, value: unknown): string {
  const isSecret = 'secret' in OPTIONS[name] && value !== ''
  return isSecret ? '(set)' : Array.isArray(value) ? value.join(',') : String(value)
}

/** docs/config.md, made from the table of options; a test holds the file to it. */
export function configPage(): string {
  const rows = (Object.keys(OPTIONS) as OptionName[]).map(
    (name) => `| \`${OPTIONS[name].env}\` | \`${OPTIONS[name].fallback || '(empty)'}\` | ${OPTIONS[name].doc} |`,
  )
  return [
    '# Options',
    '',
    'Made by `./trendpulse config --markdown`. Flags of a verb win over the environment, that over the file that `TRENDPULSE_CONFIG` names',
    '(JSON, with the option names of `src/config.ts`), that over the default. `NAME_FILE` reads a value from a file, for secrets.',
    '',
    '| variable | default | what |',
    '|---|---|---|',
    ...rows,
  ].join('\n')
}
