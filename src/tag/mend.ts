import type { TagKind } from '../model/tag.ts'
import type { Sheet } from './features.ts'
import { knownAs } from './gazetteer.ts'
import { joinHash, KNOWN, tokenHash } from './gazetteer-hash.ts'
import { BELIEVERS, BUSINESS_ENDS, GROUND_ENDS, OFFICE_WORDS, SURNAMES_TOO } from './kind-words.ts'
import { isGivenName, type Mention } from './mentions.ts'
import type { Token } from './tokens.ts'
import { ROLE } from './word-roles.ts'

/** Letters that a demonym shares with its place at least: fewer are chance. */
const MIN_STEM_UNITS = 4
/** Letters that a place's word may have beyond the stem: "Ostrav" and "Ostrava". */
const MAX_ENDING_UNITS = 3
const WHERE = /^(?:in|near|across|outside|around)$/iu
/** "New York-based", "army-backed": says where or whose, before the name. */
const SEAT_ENDING = /-(?:based|backed|led|owned|controlled|born|run|listed)$/u
/** What makes an adjective of a place's name. */
const DEMONYM_ENDING = /(?:ians?|eans?|ans?|ese|ish|is?)$/u

/** Whole names that lists are surer of than their last word. */
const LISTED = KNOWN.country | KNOWN.region | KNOWN.famous | KNOWN.cityBig | KNOWN.cityMid | KNOWN.citySmall

/**
 * Mends what labels alone get wrong, by what the words of a name say:
 * two people joined by "and" are two, an office before a name is no part of it, a business or a street is no person,
 * and a word built on a place of the document ("Ostravan") says whose.
 */
export function mend(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet, language: string): Mention[] {
  const parts = joinPartners(mentions, list, sheet).flatMap((mention) => split(mention, list, sheet))
  const where = wordsAfterWhere(parts, list, sheet)
  const kinds = parts
    .map((mention) => withoutOffice(mention, list, sheet))
    .map((mention) => ({ ...mention, kind: kindByWords(mention, list, sheet, where) }))
  // The endings are English: in Croatian the rule cost .6 of F1, for places are inflected there.
  const stems = language.startsWith('en') ? placeStems(kinds, list) : new Map<string, Set<string>>()
  return kinds.filter((mention) => !isDemonymHere(mention, list, sheet, stems) && !isPeople(mention, list, sheet))
}

/** "Tarrow & Finch": what stands on both sides of a sign of partnership is one organisation. */
function joinPartners(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Mention[] {
  const found: Mention[] = []
  for (const mention of mentions) {
    const last = found.at(-1)
    if (last && mention.from < last.to) {
      last.to = Math.max(last.to, mention.to)
      continue
    }
    const { from, to, kind } = mention
    const isPartner = kind !== 'place' && list[to]?.text === '&' && sheet.candidate[to + 1] && !sheet.first[to + 1]
    found.push(isPartner ? { from, to: to + 2, kind: 'organisation' } : { ...mention })
  }
  return found
}

/** Parts of a mention that joins several things: at "and" before a person or an office, at "for" behind a business; behind "Ghent-based" the name begins. */
function split(mention: Mention, list: readonly Token[], sheet: Sheet): Mention[] {
  const { from, to, kind } = mention
  for (let at = from; at < to - 1; at++) {
    const word = list[at]!.text
    if (SEAT_ENDING.test(word)) return split({ from: nextCandidate(at + 1, to, sheet), to, kind }, list, sheet)
    if (at === from) continue
    const isTwo =
      (word === 'and' && (kind === 'person' || startsWithOffice(at + 1, to, sheet))) ||
      (word === 'for' && kind === 'organisation' && !takesPurpose(at - 1, list, sheet))
    if (!isTwo) continue
    return [{ from, to: at, kind }, ...split({ from: at + 1, to, kind }, list, sheet)]
  }
  return [mention]
}

function nextCandidate(from: number, to: number, sheet: Sheet): number {
  let at = from
  while (at < to - 1 && !sheet.candidate[at]) at++
  return at
}

/** "Port Governor Merete Solvik": a title soon, and a name behind it. */
function startsWithOffice(from: number, to: number, sheet: Sheet): boolean {
  for (let at = from; at < Math.min(from + 3, to - 1); at++) if (sheet.role[at] === ROLE.title) return true
  return false
}

/** An institute or a campaign is for something; a maker of cement is not. */
function takesPurpose(at: number, list: readonly Token[], sheet: Sheet): boolean {
  if (sheet.role[at] === ROLE.body || sheet.role[at] === ROLE.happening) return true
  return (knownAs(joinHash(0, tokenHash(list[at]!.text.toLowerCase()))) & KNOWN.groupWord) !== 0
}

/** "Minister of Fisheries Osvald Tamm" names Osvald Tamm. */
function withoutOffice(mention: Mention, list: readonly Token[], sheet: Sheet): Mention {
  const { from, to, kind } = mention
  if (kind === 'place') return mention
  let start = from
  for (let at = from; at < to - 1; at++)
    if (sheet.role[at] === ROLE.title && kind === 'person' && !isGivenName(at, to, sheet)) start = at + 1
  const isOffice = sheet.role[start - 1] === ROLE.link && sheet.role[start - 2] === ROLE.title
  if (isOffice) while (start < to - 2 && OFFICE_WORDS.has(list[start]!.text)) start++
  const isNowPerson = isOffice && start > from && sheet.role[to - 1] !== ROLE.body
  return start === from ? mention : { from: start, to, kind: isNowPerson ? 'person' : kind }
}

/** The kind that a name's own words give it where they are plain, else the kind it has. */
function kindByWords(
  { from, to, kind }: Mention,
  list: readonly Token[],
  sheet: Sheet,
  where: ReadonlySet<string>,
): TagKind {
  if (isCountry(from, to, sheet)) return 'place'
  if (isCredit(from, list, sheet)) return 'organisation'
  if (kind === 'person' && to - from === 1 && where.has(list[from]!.text)) return 'place'
  const last = list[to - 1]!.text
  if (to - from < 2 || kind === 'organisation') return kind
  const hasTitle = sheet.role[from - 1] === ROLE.title
  const isNamed = (sheet.known[from]! & KNOWN.firstName) !== 0
  const isPersonal = hasTitle || (isNamed && (SURNAMES_TOO.has(last) || (sheet.known[to - 1]! & KNOWN.surname) !== 0))
  const isListed = (sheet.spanKnown[from]! & LISTED) !== 0
  if (isListed || (kind === 'person' && isPersonal)) return kind
  const isBody = kind === 'person' && sheet.role[to - 1] === ROLE.body
  if (isBody || BUSINESS_ENDS.has(last)) return 'organisation'
  if (kind === 'place') return kind
  if (GROUND_ENDS.has(last)) return 'place'
  return !isNamed && isThing(last, sheet.known[to - 1]!) ? 'organisation' : kind
}

/** A country's own name is that country, whatever the sentence likens it to. */
function isCountry(from: number, to: number, sheet: Sheet): boolean {
  const place = sheet.spanPlace[from]
  const isWhole = to - from === 1 ? place === 1 : place === 2 && sheet.spanPlace[to - 1] === 4
  return isWhole && (sheet.spanKnown[from]! & (KNOWN.country | KNOWN.firstName)) === KNOWN.country
}

/** "Catholics", "German Enlightenment": of a people or a faith, and no one's name. */
function isPeople({ from, to, kind }: Mention, list: readonly Token[], sheet: Sheet): boolean {
  if (to - from === 1 && BELIEVERS.has(list[from]!.text)) return true
  const known = sheet.known[from]!
  const isNamed = (known & (KNOWN.firstName | KNOWN.surname)) !== 0
  return kind === 'person' && !isNamed && (BELIEVERS.has(list[to - 1]!.text) || (known & KNOWN.demonym) !== 0)
}

/** A single word on a line of its own at the end, no one's first name, is the agency that sent the text: "Reuter". */
function isCredit(from: number, list: readonly Token[], sheet: Sheet): boolean {
  const isLast = from > 0 && from === list.length - 1 && sheet.first[from] === 1
  return isLast && (sheet.known[from]! & (KNOWN.firstName | KNOWN.country | KNOWN.region | KNOWN.cityBig)) === 0
}

/** "Across Norrevik": single words, no one's known name, that the document has behind a word that only places follow. */
function wordsAfterWhere(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Set<string> {
  const known = KNOWN.firstName | KNOWN.surname | KNOWN.famous
  const found = new Set<string>()
  for (const { from, to } of mentions) {
    const isUnknown = to - from === 1 && (sheet.known[from]! & known) === 0
    if (isUnknown && WHERE.test(list[from - 1]?.text ?? '')) found.add(list[from]!.text)
  }
  return found
}

/** A word for a thing that is nobody's surname: "Salmon" might be one, "Dairies" is none. */
function isThing(word: string, known: number): boolean {
  const singular = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.endsWith('s') ? word.slice(0, -1) : word
  const common = (known | knownAs(joinHash(0, tokenHash(singular)))) & KNOWN.commonWord
  return common !== 0 && (known & (KNOWN.surname | KNOWN.firstName | KNOWN.famous)) === 0
}

/** Words of the document's places, by their first letters. */
function placeStems(mentions: readonly Mention[], list: readonly Token[]): Map<string, Set<string>> {
  const stems = new Map<string, Set<string>>()
  for (const { from, to, kind } of mentions) {
    if (kind !== 'place') continue
    for (let at = from; at < to; at++) {
      const word = list[at]!.text
      if (word.length < MIN_STEM_UNITS) continue
      const start = word.slice(0, MIN_STEM_UNITS)
      stems.set(start, (stems.get(start) ?? new Set()).add(word))
    }
  }
  return stems
}

function isDemonymHere(
  { from, to, kind }: Mention,
  list: readonly Token[],
  sheet: Sheet,
  stems: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const word = list[from]!.text
  if (to - from !== 1 || kind === 'person' || sheet.spanKnown[from]! & (KNOWN.country | KNOWN.region)) return false
  const ending = DEMONYM_ENDING.exec(word)
  const stem = ending ? word.slice(0, ending.index) : ''
  if (stem.length < MIN_STEM_UNITS) return false
  for (const place of stems.get(stem.slice(0, MIN_STEM_UNITS)) ?? []) {
    if (place !== word && place.startsWith(stem) && place.length - stem.length <= MAX_ENDING_UNITS) return true
  }
  return false
}
