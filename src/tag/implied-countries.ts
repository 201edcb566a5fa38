import cityCountries from './city-countries.json' with { type: 'json' }
import { COUNTRIES } from './countries.ts'
import { findDemonyms } from './demonyms.ts'
import { findSigns } from './find-signs.ts'
import type { Thing } from './fold-names.ts'
import type { Token } from './tokens.ts'

/** A country that is spoken of without its name: how weightily, and by which words first. */
export type ImpliedCountry = { name: string; weight: number; by: string }

/** Adjectives that make a country a place of the article by themselves: one is a passing word. */
const MIN_DEMONYMS = 2

/** A body named after a country ("Air Norway") speaks of it this much, once being too little. */
const BODY_SHARE = 0.5
const MIN_WEIGHT = 1

/** Tokens behind the title in which a city says where the article is: about a first paragraph. Later, one is a passing word. */
const LEAD_TOKENS = 80
const LATE_SHARE = 0.5

/** States and provinces that belong to one country; each at its first name only. */
const PARTS = `
United States=Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York State,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,Washington state,D.C.,Wall Street,Silicon Valley,Hollywood,Manhattan,Brooklyn,Midwest,NASA,Republican Party,Democratic Party,Wall Street Journal,Supreme Court of the United States
Canada=Ontario,Quebec,British Columbia,Alberta,Saskatchewan,Manitoba,Nova Scotia,New Brunswick,Newfoundland,Newfoundland and Labrador,Prince Edward Island,Yukon,Nunavut
United Kingdom=England,Scotland,Wales,Northern Ireland,Yorkshire,Cornwall,Westminster
Australia=New South Wales,Queensland,South Australia,Western Australia,Northern Territory,Tasmania
India=Punjab,Bihar,Gujarat,Kerala,Tamil Nadu,Karnataka,Maharashtra,Rajasthan,Uttar Pradesh,Madhya Pradesh,Andhra Pradesh,West Bengal,Assam,Kashmir
China=Guangdong,Sichuan,Yunnan,Hubei,Hunan,Xinjiang,Tibet,Shandong,Zhejiang,Jiangsu,Fujian
Germany=Bavaria,Saxony,Lower Saxony,Hesse,Brandenburg,North Rhine-Westphalia
France=Brittany,Normandy,Corsica,Elysee
Russia=Siberia,Chechnya,Dagestan,Duma
Japan=Okinawa,Hokkaido
Italy=Sicily,Sardinia,Tuscany,Lombardy
Spain=Catalonia,Andalusia
Ukraine=Crimea,Donbas,Luhansk,Donetsk,Kherson,Zaporizhzhia
Brazil=Minas Gerais,Bahia,Mato Grosso,Petrobras
`

const countryOf = readParts()
const countryInBody = readNamedInBodies()
const countryNames = new Set(countryInBody.values())

/**
 * Countries that the article names only by a city, a state, a public body, a listing or an adjective, in order of name.
 * `Chicago` implies the United States; two times "Japanese", or once in the title, Japan. None that is among `things` already.
 * A company's legal form ("Vole Corp") tells the country only of an article that tells no other.
 */
export function impliedCountries(things: readonly Thing[], list: readonly Token[], titleEnd: number): ImpliedCountry[] {
  const named = new Set(things.filter((thing) => thing.kind === 'place').map((thing) => thing.name))
  const found = new Map<string, ImpliedCountry>()
  const add = (name: string, weight: number, by: string) => {
    if (named.has(name)) return
    const country = found.get(name)
    if (country) country.weight += weight
    else found.set(name, { name, weight, by })
  }
  const signs = findSigns(list, titleEnd)
  for (const { country, weight, words } of signs.sure) add(country, weight, words)
  const inBodies = new Set<number>()
  for (const { name, kind, mentions } of things) {
    if (kind === 'organisation')
      for (const { from, to } of mentions) for (let at = from; at < to; at++) inBodies.add(at)
    const country = kind === 'place' ? countryOf.get(name) : kind === 'organisation' ? countryOfBody(name) : undefined
    const isEarly = mentions[0]!.from < titleEnd + LEAD_TOKENS
    const share = kind !== 'place' ? (countryOf.has(name) ? 1 : BODY_SHARE) : isEarly ? 1 : LATE_SHARE
    if (country) add(country, mentions.length * share, name)
  }
  for (const [country, { count, word }] of countAdjectives(list, titleEnd, inBodies))
    if (count >= MIN_DEMONYMS || found.has(country)) add(country, count, word)
  const sure = [...found.values()].filter(({ weight }) => weight >= MIN_WEIGHT)
  const isNowhere = sure.length === 0 && ![...named].some((name) => countryNames.has(name))
  if (isNowhere) for (const { country, words } of signs.forms) if (!found.has(country)) add(country, MIN_WEIGHT, words)
  return [...found.values()].filter(({ weight }) => weight >= MIN_WEIGHT).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Adjectives of countries outside of names, by country, with the first one; one in the title counts for two. */
function countAdjectives(
  list: readonly Token[],
  titleEnd: number,
  inBodies: ReadonlySet<number>,
): Map<string, { count: number; word: string }> {
  const counts = new Map<string, { count: number; word: string }>()
  for (const { at, country } of findDemonyms(list)) {
    if (inBodies.has(at)) continue
    const entry = counts.get(country) ?? { count: 0, word: list[at]!.text }
    entry.count += at < titleEnd ? MIN_DEMONYMS : 1
    counts.set(country, entry)
  }
  return counts
}

/** "Bank of England", "Colorado Department of Health", "U.S. Navy": the body's own country, or that of its first words. */
function countryOfBody(name: string): string | undefined {
  const [first = '', second = ''] = name.split(' ')
  return countryInBody.get(name) ?? countryInBody.get(`${first} ${second}`) ?? countryInBody.get(first)
}

function readNamedInBodies(): Map<string, string> {
  const countries = new Map(countryOf)
  for (const line of COUNTRIES.trim().split('\n')) {
    const [name = '', others = '', demonyms = ''] = line.split('=')
    for (const each of [name, ...others.split(','), ...demonyms.split(',')]) if (each) countries.set(each, name)
  }
  return countries
}

function readParts(): Map<string, string> {
  const countries = new Map<string, string>()
  for (const [country, cities] of Object.entries(cityCountries))
    for (const city of cities.split('|')) countries.set(city, country)
  for (const line of PARTS.trim().split('\n')) {
    const [country = '', parts = ''] = line.split('=')
    for (const part of parts.split(',')) countries.set(part, country)
  }
  return countries
}
