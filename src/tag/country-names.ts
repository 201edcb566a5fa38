import { COUNTRIES } from './countries.ts'
import { isCaseOf, spellingWords } from './spelling-key.ts'
import { canonicalName } from './tag-key.ts'

/** Languages that inflect names at their end, Slavic ones and Greek: there a country's name is known in its cases. */
const INFLECTED = new Set('ru uk be bg sr hr bs mk pl cs sk sl el'.split(' '))
/** What Korean and Arabic write to a name without a space: particles behind it, "and", "in", "to", "as" before it. */
const KOREAN_PARTICLE = /(?:에서는|에서|으로|에는|에도|이|가|은|는|을|를|의|에|로|와|과|도|만)$/u
const ARABIC_PREFIXES = [/^[وبلفك]/u, /^[وف][بلك]/u] as const
/** The sign under letters of Hindi that many leave out. */
const NUKTA = /\u093c/gu
const ENGLISH: Readonly<Record<string, string>> = {
  'Congo - Kinshasa': 'Democratic Republic of the Congo',
  'Congo - Brazzaville': 'Republic of the Congo',
  'Timor-Leste': 'East Timor',
  Türkiye: 'Turkey',
  'Myanmar (Burma)': 'Myanmar',
}

type Names = { exact: ReadonlyMap<string, string>; spelt: readonly { words: readonly string[]; country: string }[] }

const kept = new Map<string, Names>()
const countries = new Set(
  COUNTRIES.trim()
    .split('\n')
    .map((line) => line.split('=')[0]!),
)

/**
 * The usual English name of the country that a name in some language (BCP 47 tag) stands for: `Норвегию` in `ru` -> `Norway`; null where it
 * stands for none, or for two. In all languages that the runtime's ICU has. **Source:** CLDR, through `Intl.DisplayNames`.
 */
export function countryCalled(name: string, language: string): string | null {
  const primary = language.toLowerCase().split('-')[0] ?? ''
  const names = namesIn(primary)
  if (!names) return null
  const plain = plainOf(name)
  const exact = names.exact.get(plain)
  if (exact !== undefined) return exact
  if (primary === 'ko') return names.exact.get(plain.replace(KOREAN_PARTICLE, '')) ?? null
  if (primary === 'ar') {
    const [one, two] = ARABIC_PREFIXES.map((prefix) => names.exact.get(plain.replace(prefix, '')))
    return one ?? two ?? null
  }
  return INFLECTED.has(primary) ? countryOfCase(name, names) : null
}

/** The one country whose name, or a case of it, this is; of two that fit ("Нигер", "Нигерия") the nearer one, then the one that shares more. */
function countryOfCase(name: string, { spelt }: Names): string | null {
  const words = spellingWords(name)
  const length = lettersOf(words)
  const fitting = spelt
    .filter((each) => each.words.length === words.length && words.every((word, at) => isCaseOf(word, each.words[at]!)))
    .map(({ words: own, country }) => {
      const shared = sharedLetters(words, own)
      return { country, shared, change: length + lettersOf(own) - 2 * shared }
    })
    .sort((a, b) => a.change - b.change || b.shared - a.shared)
  const [best, next] = fitting
  if (!best) return null
  const isTie = next && next.country !== best.country && next.change === best.change && next.shared === best.shared
  return isTie ? null : best.country
}

function lettersOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}

function sharedLetters(one: readonly string[], other: readonly string[]): number {
  let shared = 0
  for (const [index, word] of one.entries()) {
    let at = 0
    while (at < word.length && word[at] === other[index]?.[at]) at++
    shared += at
  }
  return shared
}

function plainOf(name: string): string {
  return name.normalize('NFKD').replace(NUKTA, '').normalize('NFC').toLowerCase()
}

/** A language's names of countries, made when first asked for; null for a language that the runtime does not have. */
function namesIn(language: string): Names | null {
  const known = kept.get(language)
  if (known) return known
  if (!/^[a-z]{2,3}$/.test(language) || Intl.DisplayNames.supportedLocalesOf(language).length === 0) return null
  const [english, ...own] = [
    new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
    new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
    new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style: 'short' }),
  ] as const
  const exact = new Map<string, string>()
  const spelt: { words: readonly string[]; country: string }[] = []
  for (const code of CODES) {
    const country = countryOfCode(english.of(code))
    if (country === null) continue
    for (const names of own) {
      const name = names.of(code)
      if (name === undefined || exact.has(plainOf(name))) continue
      exact.set(plainOf(name), country)
      spelt.push({ words: spellingWords(name), country })
    }
  }
  const names = { exact, spelt }
  kept.set(language, names)
  return names
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const CODES = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))

/** Our name of a region that CLDR names in English; null for what is no country of our list (the United Nations, the Eurozone). */
function countryOfCode(name: string | undefined): string | null {
  if (name === undefined) return null
  const plain = name.replace(' SAR China', '').replace('St. ', 'Saint ').replace('&', 'and').replaceAll('’', "'")
  const country = ENGLISH[name] ?? canonicalName(plain)
  return countries.has(country) ? country : null
}
