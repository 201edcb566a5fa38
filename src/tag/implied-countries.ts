import cityCountries from './city-countries.json' with { type: 'json' }
import { COUNTRIES } from './countries.ts'
import { findDemonyms } from './demonyms.ts'
import type { Thing } from './fold-names.ts'
import type { Token } from './tokens.ts'

/** A country that is spoken of without its name, and in how many places. */
export type ImpliedCountry = { name: string; weight: number }

/** Adjectives that make a country a place of the article by themselves: one is a passing word. */
const MIN_DEMONYMS = 2

/** A body named after a country ("U.S. Navy") speaks of it this much, once being too little. */
const BODY_SHARE = 0.5
const MIN_WEIGHT = 1

/** States, provinces and bodies that belong to one country; each at its first name only. */
const PARTS = `
United States=Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York State,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,Washington state,D.C.,Ala.,Ariz.,Ark.,Calif.,Colo.,Conn.,Del.,Fla.,Ill.,Ind.,Kan.,Ky.,Md.,Mass.,Mich.,Minn.,Miss.,Mo.,Mont.,Neb.,Nev.,N.H.,N.J.,N.M.,N.Y.,N.C.,N.D.,Okla.,Ore.,Pa.,R.I.,S.C.,S.D.,Tenn.,Tex.,Vt.,Va.,Wash.,W.Va.,Wis.,Wyo.,Wall Street,Silicon Valley,Hollywood,Manhattan,Brooklyn,Midwest,Capitol Hill,White House,Pentagon,Federal Reserve,Federal Reserve Board,Fed,Securities and Exchange Commission,New York Stock Exchange,Nasdaq,FBI,Federal Bureau of Investigation,CIA,Central Intelligence Agency,FDA,Food and Drug Administration,Environmental Protection Agency,EPA,State Department,Treasury Department,Justice Department,Commerce Department,Agriculture Department,USDA,Pentagon,NASA,Republican Party,Democratic Party,Wall Street Journal,Federal Communications Commission,FCC,Federal Trade Commission,FTC,Supreme Court of the United States
Canada=Ontario,Quebec,British Columbia,Alberta,Saskatchewan,Manitoba,Nova Scotia,New Brunswick,Newfoundland,Newfoundland and Labrador,Prince Edward Island,Yukon,Nunavut,Bank of Canada,Toronto Stock Exchange
United Kingdom=England,Scotland,Wales,Northern Ireland,Yorkshire,Cornwall,Downing Street,Scotland Yard,Bank of England,House of Commons,House of Lords,Westminster,London Stock Exchange,Whitehall
Australia=New South Wales,Queensland,South Australia,Western Australia,Northern Territory,Tasmania
India=Punjab,Bihar,Gujarat,Kerala,Tamil Nadu,Karnataka,Maharashtra,Rajasthan,Uttar Pradesh,Madhya Pradesh,Andhra Pradesh,West Bengal,Assam,Kashmir
China=Guangdong,Sichuan,Yunnan,Hubei,Hunan,Xinjiang,Tibet,Shandong,Zhejiang,Jiangsu,Fujian
Germany=Bavaria,Saxony,Lower Saxony,Hesse,Brandenburg,North Rhine-Westphalia,Bundesbank,Bundestag
France=Brittany,Normandy,Corsica,Elysee,Bank of France
Russia=Kremlin,Siberia,Chechnya,Dagestan,Duma
Japan=Bank of Japan,Okinawa,Hokkaido,Ministry of International Trade and Industry
Italy=Sicily,Sardinia,Tuscany,Lombardy,Bank of Italy
Spain=Catalonia,Andalusia
Ukraine=Crimea,Donbas,Luhansk,Donetsk,Kherson,Zaporizhzhia
Brazil=Minas Gerais,Bahia,Mato Grosso,Petrobras
`

const countryOf = readParts()
const countryInBody = readNamedInBodies()

/**
 * Countries that the article names only by a city, a state, a public body or an adjective, in order of name.
 * `Chicago` implies the United States; two times "Japanese", or once in the title, Japan. None that is among `things` already.
 */
export function impliedCountries(things: readonly Thing[], list: readonly Token[], titleEnd: number): ImpliedCountry[] {
  const named = new Set(things.filter((thing) => thing.kind === 'place').map((thing) => thing.name))
  const weights = new Map<string, number>()
  const add = (country: string, weight: number) => {
    if (!named.has(country)) weights.set(country, (weights.get(country) ?? 0) + weight)
  }
  const inBodies = new Set<number>()
  for (const { name, kind, mentions } of things) {
    if (kind === 'organisation')
      for (const { from, to } of mentions) for (let at = from; at < to; at++) inBodies.add(at)
    const country = kind === 'place' ? countryOf.get(name) : kind === 'organisation' ? countryOfBody(name) : undefined
    const isOwn = kind === 'place' || countryOf.has(name)
    if (country) add(country, mentions.length * (isOwn ? 1 : BODY_SHARE))
  }
  const adjectives = new Map<string, number>()
  for (const { at, country } of findDemonyms(list)) {
    if (!inBodies.has(at)) adjectives.set(country, (adjectives.get(country) ?? 0) + (at < titleEnd ? MIN_DEMONYMS : 1))
  }
  for (const [country, count] of adjectives) if (count >= MIN_DEMONYMS || weights.has(country)) add(country, count)
  return [...weights]
    .filter(([, weight]) => weight >= MIN_WEIGHT)
    .map(([name, weight]) => ({ name, weight }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
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
