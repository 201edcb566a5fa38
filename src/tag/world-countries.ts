import { countryCalled } from './country-names.ts'
import type { Thing } from './fold-names.ts'
import type { Token } from './tokens.ts'

/** Words of a country's name that are looked for together. */
const MAX_WORDS = 3

/**
 * Countries under one name whatever the language: places that a text calls by its own language's name get the English one, and where names
 * have no capitals, countries that were passed over are added ("노르웨이에", "وفرنسا"). In the order of their first mentions. English stays as it is.
 */
export function withCountryNames(things: readonly Thing[], list: readonly Token[], language: string): Thing[] {
  if (language.startsWith('en')) return [...things]
  const folded = new Map<string, Thing>()
  const kept: Thing[] = []
  const add = ({ name, kind, mentions }: Thing) => {
    const known = folded.get(name)
    if (known) known.mentions.push(...mentions)
    else {
      const thing = { name, kind, mentions: [...mentions] }
      folded.set(name, thing)
      kept.push(thing)
    }
  }
  for (const thing of things) {
    const country = thing.kind === 'place' ? countryCalled(thing.name, language) : null
    if (country) add({ ...thing, name: country })
    else if (thing.kind === 'place') add(thing)
    else kept.push(thing)
  }
  for (const thing of passedOver(things, list, language)) add(thing)
  for (const { mentions } of kept) mentions.sort((a, b) => a.from - b.from)
  return kept.sort((a, b) => a.mentions[0]!.from - b.mentions[0]!.from)
}

/** Scripts without capitals, where lists alone find names. */
const NO_CAPITALS =
  /[\p{Script=Hangul}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Hebrew}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Georgian}]/u

function passedOver(things: readonly Thing[], list: readonly Token[], language: string): Thing[] {
  const taken = new Set<number>()
  for (const { mentions } of things)
    for (const { from, to } of mentions) for (let at = from; at < to; at++) taken.add(at)
  const found: Thing[] = []
  for (let from = 0; from < list.length; from++) {
    if (!NO_CAPITALS.test(list[from]!.text)) continue
    for (let to = Math.min(list.length, from + MAX_WORDS); to > from; to--) {
      const tokens = list.slice(from, to)
      if (tokens.some((_, at) => taken.has(from + at))) continue
      const name = countryCalled(tokens.map((token) => token.text).join(' '), language)
      if (name === null) continue
      found.push({ name, kind: 'place', mentions: [{ from, to, kind: 'place' }] })
      from = to - 1
      break
    }
  }
  return found
}
