import weights from './confidence-weights.json' with { type: 'json' }
import type { Sheet } from './features.ts'
import type { Thing } from './fold-names.ts'
import { KNOWN } from './gazetteer-hash.ts'
import type { LabelModel } from './label.ts'
import { marginOf } from './margins.ts'
import type { Mention } from './mentions.ts'
import { SURE } from './sure-salience.ts'
import { ROLE } from './word-roles.ts'

/** Mentions of one thing that are weighed: the first ones tell enough. */
const MAX_WEIGHED = 8
/** Named so often, a thing that is likely is sure: what an article speaks of all along must not be missing from its line. */
const REPEATED_MENTIONS = 3
const LIKELY = 0.5
/** A margin up to here counts by one weight, from here to the second bound by another; more says no more. */
const NEAR_MARGIN = 20
const FAR_MARGIN = 60
/** Topics are phrases of a list, said twice or in the title. */
const TOPIC_CONFIDENCE = 0.85

const LISTED = {
  place: KNOWN.country | KNOWN.region | KNOWN.cityBig | KNOWN.cityMid,
  organisation: KNOWN.organisation | KNOWN.club,
  person: KNOWN.famous,
  event: 0,
  work: 0,
  topic: 0,
} as const
const FIRST_NAME = KNOWN.firstName | KNOWN.anyName

/** How sure a tag is, by what is known of it: 0 or 1 a fact, or a share. */
export type Facts = Record<string, number>

/** How likely a thing's name and kind are right, 0 to 1. Without a model (null) the lists that named it are trusted as the model is at its surest. */
export function confidenceOf(thing: Thing, sheet: Sheet, model: LabelModel | null): number {
  if (thing.kind === 'topic') return TOPIC_CONFIDENCE
  const learnt = sureOf(factsOf(thing, sheet, model))
  const isRepeated = thing.mentions.length >= REPEATED_MENTIONS && learnt >= LIKELY
  return isRepeated || isIntroduced(thing, sheet) ? Math.max(SURE, learnt) : learnt
}

/** How likely a name of these facts is right, 0 to 1; with the margins of its mentions it rises or stays, as the weights of margins are not below 0. */
export function sureOf(facts: Facts): number {
  let sum = 0
  for (const [fact, value] of Object.entries(facts)) sum += value * ((weights as Record<string, number>)[fact] ?? 0)
  return 1 / (1 + Math.exp(-sum))
}

/** A person named in full behind a title and spoken of again, whatever the model makes of a name that it has never seen. */
function isIntroduced({ kind, mentions }: Thing, sheet: Sheet): boolean {
  if (kind !== 'person' || mentions.length < REPEATED_MENTIONS) return false
  return mentions.slice(0, MAX_WEIGHED).some(({ from, to }) => to - from > 1 && sheet.role[from - 1] === ROLE.title)
}

/** What speaks for and against a thing's name and kind. */
export function factsOf(thing: Thing, sheet: Sheet, model: LabelModel | null): Facts {
  const { kind, name } = thing
  const mentions = thing.mentions.slice(0, MAX_WEIGHED)
  const longest = mentions.reduce((best, each) => (each.to - each.from > best.to - best.from ? each : best))
  const size = longest.to - longest.from
  const first = sheet.known[longest.from]!
  const isListed = mentions.some((each) => (knownWhole(each, sheet) & LISTED[kind]) !== 0)
  const facts: Facts = { always: 1, [kind]: 1 }
  const note = (fact: string, holds: boolean) => {
    if (holds) facts[fact] = 1
  }
  // A short form was folded into the full name, which decides for it.
  const full = mentions.filter(({ from, to }) => to - from === size || kind !== 'person')
  if (kind === 'person' || kind === 'place' || kind === 'organisation')
    Object.assign(facts, marginFacts(full.map((mention) => (model ? marginOf(mention, sheet, model) : FAR_MARGIN))))
  note('twice', thing.mentions.length === 2)
  note('often', thing.mentions.length > 2)
  note('digit', /\p{N}/u.test(name))
  note('commonEnd', !isListed && (sheet.known[longest.to - 1]! & KNOWN.commonWord) !== 0)
  note(`${kind}Listed`, isListed)
  if (kind === 'place') note('placeLong', size > 1)
  else if (kind === 'person' || kind === 'organisation') {
    note(`${kind}Single`, size === 1)
    note(`${kind}FirstName`, (first & FIRST_NAME) !== 0)
  }
  note('personTitle', kind === 'person' && full.some(({ from }) => sheet.role[from - 1] === ROLE.title))
  note('personSays', kind === 'person' && mentions.some(({ to }) => sheet.role[to] === ROLE.says))
  note('organisationBody', kind === 'organisation' && sheet.role[longest.to - 1] === ROLE.body)
  note('organisationCapitals', kind === 'organisation' && /^\p{Lu}{2,5}$/u.test(name))
  return facts
}

/**
 * What margins (`marginOf`, one a mention, at least one) say: each in parts, as means and of the best; near zero a margin says most.
 * Every fact rises or stays where a margin rises.
 */
export function marginFacts(margins: readonly number[]): Facts {
  let [near, far, best] = [0, 0, Number.NEGATIVE_INFINITY]
  for (const margin of margins) {
    near += nearPart(margin) / margins.length
    far += farPart(margin) / margins.length
    best = Math.max(best, margin)
  }
  return { near, far, bestNear: nearPart(best), bestFar: farPart(best) }
}

function nearPart(margin: number): number {
  return clip(margin / NEAR_MARGIN, -1, 1)
}

function farPart(margin: number): number {
  return clip((margin - NEAR_MARGIN) / (FAR_MARGIN - NEAR_MARGIN), 0, 1)
}

function clip(value: number, least: number, most: number): number {
  return Math.min(Math.max(least, value), most)
}

/** What the whole mention is known as; 0 where only a part of it is listed. */
function knownWhole({ from, to }: Mention, sheet: Sheet): number {
  const isWhole =
    to - from === 1 ? sheet.spanPlace[from] === 1 : sheet.spanPlace[from] === 2 && sheet.spanPlace[to - 1] === 4
  return isWhole ? sheet.spanKnown[from]! : 0
}
