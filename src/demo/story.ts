import type { EpochMs } from '../model/time.ts'
import { hash32 } from '../text/hash.ts'
import { COMPANIES, INSTITUTES, TOWNS } from './gazetteer.ts'
import { expand, type Facts } from './grammar.ts'
import { CIVIC } from './kinds/civic.ts'
import { ECONOMY } from './kinds/economy.ts'
import { ENTERTAINMENT } from './kinds/entertainment.ts'
import { LEISURE } from './kinds/more-leisure.ts'
import { NETWORKS_AND_SPACE } from './kinds/more-science-tech.ts'
import { OTHER } from './kinds/other.ts'
import { SCIENCE } from './kinds/science.ts'
import { SOCIETY } from './kinds/society.ts'
import { SPORTS } from './kinds/sports.ts'
import type { StoryKind } from './kinds/story-kind.ts'
import { TECHNOLOGY } from './kinds/technology.ts'
import { type PersonName, personName } from './names.ts'
import { type Random, seededRandom } from './random.ts'

/** Every kind of event that this world knows. */
export const KINDS: readonly StoryKind[] = [
  ...SOCIETY,
  ...ECONOMY,
  ...TECHNOLOGY,
  ...SPORTS,
  ...ENTERTAINMENT,
  ...SCIENCE,
  ...OTHER,
  ...CIVIC,
  ...NETWORKS_AND_SPACE,
  ...LEISURE,
]

/** One event of the world: what stays the same in every text about it. */
export type Story = {
  id: string
  seed: number
  kind: StoryKind
  startMs: EpochMs
  facts: Facts
  /** The names that a page tags the story with. */
  tags: readonly string[]
}

/** Makes a story; the same id, seed and kind give the same facts. */
export function makeStory(id: string, seed: number, kind: StoryKind, startMs: EpochMs): Story {
  const random = seededRandom(seed)
  const facts = storyFacts(kind, random)
  const tags = [facts.place!, facts.o!, facts.company!, facts.club!, facts.country!].filter((_, index) => {
    if (index === 2) return kind.section === 'economy' || kind.section === 'technology'
    return index !== 3 || kind.section === 'sports'
  })
  return { id, seed, kind, startMs, facts, tags }
}

function storyFacts(kind: StoryKind, random: Random): Facts {
  // Squaring leans towards the large towns at the head of the list, as news does.
  const town = TOWNS[Math.floor(random.next() ** 1.6 * TOWNS.length)]!
  const company = random.pick(COMPANIES)
  const institute = random.pick(INSTITUTES)
  const anchors = { place: town.name, region: town.region, country: town.country, company: company.name, institute }
  const official = holderOf(kind.oRole, kind, anchors)
  const critic = holderOf(kind.cRole, kind, anchors)
  const facts: Record<string, string> = {
    place: town.name,
    region: town.region,
    country: town.country,
    river: town.river,
    club: town.club,
    clubShort: town.clubShort,
    company: company.name,
    makes: company.makes,
    institute,
    o: official.full,
    oL: official.last,
    c: critic.full,
    cL: critic.last,
    oRole: kind.oRole,
    cRole: kind.cRole,
  }
  Object.assign(facts, kind.facts(random))
  if (facts.rival === facts.club) Object.assign(facts, { rival: 'Wrenholt Olympic', rivalShort: 'Olympic' })
  // Facts may speak of one another, once: `subject` names the company, `oRole` the region.
  // Only those that do go through the grammar, which keeps every template it has seen.
  for (const [name, value] of Object.entries(facts)) {
    if (/[{[]/.test(value)) facts[name] = expand(value, facts, random)
  }
  return facts
}

/** Who holds a role: always the same person for the same town, country, company or institute, so that names come back. */
function holderOf(role: string, kind: StoryKind, anchors: Readonly<Record<string, string>>): PersonName {
  const named = Object.keys(anchors).find((anchor) => role.includes(`{${anchor}}`)) ?? 'place'
  return personName(seededRandom(hash32(`${kind.name} ${role} ${anchors[named]}`)))
}
