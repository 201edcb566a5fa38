import { COUNTRIES } from './countries.ts'
import type { Token } from './tokens.ts'

const countryOf = readDemonyms()
/** "Latin American" and the like are of a continent. */
const CONTINENTAL = /^(?:Latin|South|North|Central|African|Native|Pan|Meso)$/u

/** Where the text speaks of a country by its adjective or its people ("Russian", "Danes"): token and country, in order. */
export function findDemonyms(list: readonly Token[]): { at: number; country: string }[] {
  const found: { at: number; country: string }[] = []
  for (let at = 0; at < list.length; at++) {
    const { text } = list[at]!
    const pair = countryOf.get(`${text} ${list[at + 1]?.text ?? ''}`)
    const country = pair ?? countryOf.get(text)
    if (country && !CONTINENTAL.test(list[at - 1]?.text ?? '')) found.push({ at, country })
    if (pair) at++
  }
  return found
}

function readDemonyms(): Map<string, string> {
  const countries = new Map<string, string>()
  for (const line of COUNTRIES.trim().split('\n')) {
    const [name = '', , demonyms = ''] = line.split('=')
    for (const demonym of demonyms.split(',')) if (demonym) countries.set(demonym, name)
  }
  return countries
}
