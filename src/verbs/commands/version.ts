import manifest from '../../../package.json' with { type: 'json' }
import { EXIT } from '../../model/errors.ts'
import type { Verb } from '../verb.ts'

export const VERSION: string = manifest.version

export const versionVerb: Verb = {
  name: 'version',
  usage: 'version',
  summary: 'which TrendPulse and which Node this is',
  example: './trendpulse version',
  hasJson: true,
  run: async (context) => {
    const version = { version: VERSION, node: process.version }
    context.say(context.json ? JSON.stringify(version) : `TrendPulse ${VERSION} on Node ${process.version}`)
    return EXIT.done
  },
}
