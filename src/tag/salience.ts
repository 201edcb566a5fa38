import { findDemonyms } from './demonyms.ts'
import type { Thing } from './fold-names.ts'
import { tagSlug } from './tag-key.ts'
import type { Token } from './tokens.ts'

/** Share of a salience of 1 that each sign of aboutness gives. */
const TITLE_WEIGHT = 0.35
const LEAD_WEIGHT = 0.2
const COUNT_WEIGHT = 0.45
/** Mentions from which the lead counts in full: a place named once in a dateline is not what the article is about. */
const LEAD_MENTIONS = 3
/** UTF-16 units of the text that count as its lead: about a first paragraph. */
const LEAD_UNITS = 400
/** A demonym ("Russian") speaks of its country this much. */
const DEMONYM_SHARE = 0.3
/** What is left of a name that only says who reported: it is not what the article is about. */
const SOURCE_SHARE = 0.25
/** What a topic's mentions count against a name's. */
const TOPIC_SHARE = 0.5
/** Salience of a country that the article does not name: it is where things happen, seldom what they are about. */
const IMPLIED_SALIENCE = 0.12
/** What the page's own tag adds. */
const HINT_BONUS = 0.1

/**
 * How much an article is about each thing, 0 to 1, in the order given:
 * named in the title, named in the lead, and its mentions against the most mentioned thing's.
 */
export function aboutOf(
  things: readonly Thing[],
  list: readonly Token[],
  where: { headUnits: number; textUnits: number; hints: readonly string[] },
): number[] {
  const demonyms = countDemonyms(list)
  const weights = things.map(
    (thing) => thing.mentions.length + (thing.kind === 'place' ? DEMONYM_SHARE * (demonyms.get(thing.name) ?? 0) : 0),
  )
  const most = Math.max(1, ...weights)
  const hinted = new Set(where.hints.slice(0, 50).map(tagSlug))
  return things.map((thing, index) => {
    const starts = thing.mentions.map(({ from }) => list[from]!.start)
    const inTitle = where.headUnits > 0 && starts.some((start) => start < where.headUnits)
    const inLead = starts.some((start) => start >= where.headUnits && start < where.headUnits + LEAD_UNITS)
    const score =
      (inTitle ? TITLE_WEIGHT : 0) +
      (inLead ? LEAD_WEIGHT * Math.min(1, weights[index]! / LEAD_MENTIONS) : 0) +
      COUNT_WEIGHT * Math.sqrt(weights[index]! / most)
    const isSource =
      thing.kind === 'organisation' && !inTitle && thing.mentions.every(({ from, to }) => isSourceHere(list, from, to))
    // A topic is said in common words, so that its mentions say less than a name's.
    const share = isSource ? SOURCE_SHARE : thing.kind === 'topic' ? TOPIC_SHARE : 1
    const hint = hinted.has(tagSlug(thing.name)) ? HINT_BONUS : 0
    return Math.min(1, score * share + hint)
  })
}

/** Salience of a country spoken of `weight` times without its name: low, and never 0. */
export function impliedSalience(weight: number): number {
  return IMPLIED_SALIENCE * (1 - 1 / (1 + weight))
}

/** "told The Associated Press", "RIA reported", "(Reuters)": the name says who reported. */
function isSourceHere(list: readonly Token[], from: number, to: number): boolean {
  const before = list[from - 1]?.text.toLowerCase() ?? ''
  const before2 = list[from - 2]?.text.toLowerCase() ?? ''
  const after = list[to]?.text.toLowerCase() ?? ''
  const told = /^(?:told|by|to|with|from|agency)$/u
  return (
    before === 'told' ||
    (before === 'the' && told.test(before2)) ||
    before === 'agency' ||
    (before === '(' && after === ')') ||
    /^(?:reported|reports|said|cited|quoted)$/u.test(after)
  )
}

function countDemonyms(list: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { country } of findDemonyms(list)) counts.set(country, (counts.get(country) ?? 0) + 1)
  return counts
}
