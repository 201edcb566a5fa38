import type { TagKind } from '../model/tag.ts'
import type { Sheet } from './features.ts'
import { knownAs } from './gazetteer.ts'
import { joinHash, KNOWN, tokenHash } from './gazetteer-hash.ts'
import type { Mention } from './mentions.ts'
import { putOver } from './put-over.ts'
import { isSportDash } from './sporting.ts'
import type { Token } from './tokens.ts'
import { ROLE } from './word-roles.ts'

/** Longest name of a club in tokens. */
const MAX_CLUB_TOKENS = 4
/** Highest number that is a score; what is above is a year or a crowd. */
const MAX_SCORE = 250
/** Numbers (or "-" for none) behind a name that make its line one of a table of standings. */
const LEAST_COLUMNS = 3
/** Words of a line that says who plays where: two names and "AT". */
const MAX_FIXTURE_TOKENS = 9

/** Words of a headline that are looked at for its dash. */
const MAX_HEADLINE_TOKENS = 16

/** What a club adds to its town: "Dunmore Rovers" is "Dunmore" too. */
const CLUB_END =
  /^(?:Academical|Albion|Alexandra|Argyle|Athletic|Celtic|City|County|F\.?C\.?|Hotspur|Orient|Rangers|Rovers|Thistle|Town|United|Wanderers|Wednesday)$/iu

/**
 * In a text about sport, who stands in a line of results or of standings is a club, though called by its town (a country's team is the country),
 * and so it is elsewhere in that text, but behind a word that only places follow and in the dateline.
 * The name of the sport before a headline's dash is no name.
 */
export function withClubs(mentions: readonly Mention[], list: readonly Token[], sheet: Sheet): Mention[] {
  if (!sheet.sporting) return [...mentions]
  const named = mentions.filter((mention) => !isSportName(mention, list, sheet))
  const people = startsOfPeople(named, list)
  const found: Mention[] = []
  for (let start = 0; start < list.length; ) {
    const end = lineEnd(start, sheet)
    const line = { start, end, list, sheet, people }
    found.push(...(fixture(line) ?? standing(line) ?? scores(line)))
    start = end
  }
  const isFound = new Set(found)
  const clubs = new Set<string>()
  for (const each of [...found, ...named]) {
    if (each.kind !== 'organisation') continue
    const isWhole = CLUB_END.test(list[each.to - 1]!.text) && each.to - each.from > 1
    if (isWhole) clubs.add(lowerName({ ...each, to: each.to - 1 }, list))
    if (isWhole || isFound.has(each)) clubs.add(lowerName(each, list))
  }
  const surnames = new Set<string>()
  for (const { from, to, kind } of named)
    if (kind === 'person' && to - from > 1) surnames.add(list[to - 1]!.text.toLowerCase())
  const merged = putOver(named, found)
  return merged.map((mention) => {
    const name = lowerName(mention, list)
    if (mention.kind === 'organisation' || !clubs.has(name) || isFound.has(mention)) return mention
    const isClub = mention.kind === 'person' ? !surnames.has(name) : !isWhere(mention, list, sheet)
    return isClub ? { ...mention, kind: 'organisation' } : mention
  })
}

type Line = {
  start: number
  end: number
  list: readonly Token[]
  sheet: Sheet
  /** Where people begin whose names have two words or more. */
  people: ReadonlySet<number>
}

function lineEnd(start: number, sheet: Sheet): number {
  let end = start + 1
  while (end < sheet.length && !sheet.first[end]) end++
  return end
}

/** Where people of two words or more begin; one with a number in it was a line of a table. */
function startsOfPeople(mentions: readonly Mention[], list: readonly Token[]): Set<number> {
  const people = new Set<number>()
  for (const { from, to, kind } of mentions) {
    const isPerson = kind === 'person' && to - from > 1
    if (isPerson && !list.slice(from, to).some(({ text }) => /^\p{N}/u.test(text))) people.add(from)
  }
  return people
}

function lowerName({ from, to }: Mention, list: readonly Token[]): string {
  return list
    .slice(from, to)
    .map((token) => token.text.toLowerCase())
    .join(' ')
}

/** "TORONTO AT CHICAGO": who plays, and where. Null where the line is another. */
function fixture({ start, end, list, sheet }: Line): Mention[] | null {
  if (end - start > MAX_FIXTURE_TOKENS) return null
  let at = start + 1
  while (at < end && list[at]!.text !== 'AT') at++
  if (at + 1 >= end || at - start > MAX_CLUB_TOKENS || end - at - 1 > MAX_CLUB_TOKENS) return null
  for (let index = start; index < end; index++)
    if (!isCapitals(list[index]!.text) || !sheet.candidate[index]) return null
  return [
    { from: start, to: at, kind: kindOf(start, at, sheet) },
    { from: at + 1, to: end, kind: 'place' },
  ]
}

function isCapitals(text: string): boolean {
  return text.toUpperCase() === text && /\p{L}/u.test(text)
}

/** "Truro 12 1 2 9 8 24 5": a name at the line's start and nothing but numbers behind it. Null where the line is another. */
function standing({ start, end, list, sheet, people }: Line): Mention[] | null {
  const to = nameEnd(start, end, list, sheet)
  if (to === start || people.has(start) || isDate(to, list)) return null
  let columns = 0
  for (let index = to; index < end; index++) {
    if (/^(?:\p{N}|-$)/u.test(list[index]!.text)) columns++
    else if (!/^[.+/=,%]$/u.test(list[index]!.text)) return null
  }
  return columns < LEAST_COLUMNS ? null : [{ from: start, to, kind: kindOf(start, to, sheet) }]
}

/** "1996-08-30" behind a dateline's town. */
function isDate(at: number, list: readonly Token[]): boolean {
  return /^(?:19|20)\p{N}{2}$/u.test(list[at]?.text ?? '') && list[at + 1]?.text === '-'
}

/** "Whitby 2 Dunmore Rovers 0", "Redruth v Truro", "At Taunton: Somerset 341": names of those who play. */
function scores({ start, end, list, sheet, people }: Line): Mention[] {
  const found: Mention[] = []
  const take = (from: number, to: number) => {
    if (to > from && !people.has(from) && found.at(-1)?.from !== from)
      found.push({ from, to, kind: kindOf(from, to, sheet) })
  }
  const first = nameEnd(start, end, list, sheet)
  const second = first > start && isScore(list[first]) ? nameAfterScore(first, end, list, sheet) : -1
  const secondEnd = second < 0 ? second : nameEnd(second, end, list, sheet)
  if (second >= 0 && secondEnd > second && secondEnd < end && isScore(list[secondEnd])) {
    take(start, first)
    take(second, secondEnd)
  }
  const isAtGround = list[start]!.text === 'At'
  let depth = 0
  for (let at = start + 1; at < end; at++) {
    const { text } = list[at]!
    if (text === '(') depth++
    else if (text === ')') depth--
    else if (text === 'v' || text === 'vs') {
      const to = nameEnd(at + 1, end, list, sheet)
      const from = nameStart(at, start, list, sheet)
      if (to === at + 1) continue
      if (from < at) take(from, at)
      take(at + 1, to)
    } else if (isAtGround && depth === 0 && /^[:,;]$/u.test(text)) {
      const to = nameEnd(at + 1, end, list, sheet)
      if (isScore(list[to], Number.POSITIVE_INFINITY)) take(at + 1, to)
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

/** First token of the second name in a line of results: behind the first score and what stands in brackets. */
function nameAfterScore(score: number, end: number, list: readonly Token[], sheet: Sheet): number {
  let at = score + 1
  if (list[at]?.text === '(') {
    while (at < end && list[at]!.text !== ')') at++
    at++
  }
  return at < end && sheet.candidate[at] && !sheet.first[at] ? at : -1
}

/** One past the last word of the capitalised words from `from` on; `from` where there is none, or more than a club's name has. */
function nameEnd(from: number, end: number, list: readonly Token[], sheet: Sheet): number {
  let to = from
  while (to < end && isNameWord(to, list, sheet)) to++
  return to - from > MAX_CLUB_TOKENS ? from : to
}

function nameStart(to: number, start: number, list: readonly Token[], sheet: Sheet): number {
  let from = to
  while (from > start && isNameWord(from - 1, list, sheet)) from--
  return to - from > MAX_CLUB_TOKENS ? to : from
}

function isNameWord(at: number, list: readonly Token[], sheet: Sheet): boolean {
  const role = sheet.role[at]
  return (
    sheet.candidate[at] === 1 && role !== ROLE.calendar && role !== ROLE.happening && !/\p{N}/u.test(list[at]!.text)
  )
}

function isScore(token: Token | undefined, most = MAX_SCORE): boolean {
  return token !== undefined && /^\p{N}+$/u.test(token.text) && Number(token.text) <= most
}

/** A country's team is called a country; who else is in the table is a club. */
function kindOf(from: number, to: number, sheet: Sheet): TagKind {
  const isWhole = to - from === 1 ? sheet.spanPlace[from] === 1 : sheet.spanPlace[to - 1] === 4
  return isWhole && (sheet.spanKnown[from]! & KNOWN.country) !== 0 ? 'place' : 'organisation'
}

/** In a place for sure: behind "in" and the like, in brackets or a dateline. */
function isWhere({ from, to }: Mention, list: readonly Token[], sheet: Sheet): boolean {
  const before = list[from - 1]?.text.toLowerCase() ?? ''
  if (/^(?:in|at|near|from|to|around|outside|of|,)$/u.test(before) && !sheet.first[from]) return true
  const after = list[to]?.text ?? ''
  return sheet.first[from] === 1 && isCapitals(list[from]!.text) && /^(?:,|\(|\p{N}{4}.*)$/u.test(after)
}

/** A word of a headline before its dash ("RUGBY UNION - "), or a common one behind it ("SOCCER - SUMMARIES"). */
function isSportName({ from, to }: Mention, list: readonly Token[], sheet: Sheet): boolean {
  for (let at = to; sheet.shouted[from] && at < Math.min(to + 4, list.length) && !sheet.first[at]; at++)
    if (list[at]!.text === '-') return isSportDash(list, at)
  if (to - from > 1 || sheet.spanPlace[from] !== 0 || !isCapitals(list[from]!.text)) return false
  let at = from
  while (at > Math.max(0, from - MAX_HEADLINE_TOKENS) && !sheet.first[at]) {
    at--
    if (isSportDash(list, at)) return isCommon(list[from]!.text)
  }
  return false
}

function isCommon(word: string): boolean {
  const lower = word.toLowerCase()
  const forms = [lower, lower.replace(/s$/u, ''), lower.replace(/ies$/u, 'y')]
  return forms.some(
    (form) => (knownAs(joinHash(0, tokenHash(form[0]!.toUpperCase() + form.slice(1)))) & KNOWN.commonWord) !== 0,
  )
}
