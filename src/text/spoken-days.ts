import type { DayMention, DaySide, SpokenDay } from '../model/telling.ts'
import { cjkDays } from './cjk-days.ts'
import { type DayPattern, type DayToken, type Lexicon, lexiconOf } from './day-lexicon.ts'
import { sideOf } from './day-side.ts'

/** Longest text searched, in UTF-16 units: a long report; a story's page needs the beginning. */
const MAX_SEARCHED = 30_000
/** Most mentions given for one text: a table of dates is no timeline. */
const MAX_MENTIONS = 200
/** A run of letters, Cyrillic ones with their inner apostrophe, or of digits. */
const TOKEN = /\p{L}[\p{L}\p{M}]*(?:[’'](?=\p{Script=Cyrillic})[\p{L}\p{M}]+)*|\p{N}+/gu
/** What may stand between the words of one expression: no line end, and a point only after a number or short form. */
const GAP = /^(?:[ \u00a0\u202f]{1,2}|[-’'/]|[.,º°ª]{1,2}[ \u00a0\u202f]{0,2})?$/u

/**
 * Days that a text speaks of, in reading order and without overlaps: "yesterday", "on Sunday", "two weeks ago", "3 April", "in April 2019",
 * in the languages of `DAY_WORDS` and in Chinese and Japanese. A language that is not known gives none: a wrong day is worse than none.
 * They are resolved against the day of writing by `resolveDay`. Linear in the text's length.
 */
export function spokenDays(text: string, language: string): DayMention[] {
  const searched = text.length > MAX_SEARCHED ? text.slice(0, MAX_SEARCHED) : text
  const primary = language.toLowerCase().split('-')[0] ?? ''
  if (primary === 'zh' || primary === 'ja') return cjkDays(searched, MAX_MENTIONS)
  const lexicon = lexiconOf(primary === 'nb' || primary === 'nn' ? 'no' : primary)
  if (!lexicon) return []
  const tokens = tokensOf(searched, lexicon)
  const found: DayMention[] = []
  for (let at = 0; at < tokens.length && found.length < MAX_MENTIONS; ) {
    const match = longestAt(searched, tokens, at, lexicon)
    const said = match && saidBy(match, tokens, lexicon)
    if (match && said) found.push({ start: tokens[at]!.start, end: tokens[match.end - 1]!.end, said })
    at = match ? match.end : at + 1
  }
  return found
}

type Match = { pattern: DayPattern; from: number; end: number; slots: Readonly<Record<string, number>> }

function tokensOf(text: string, lexicon: Lexicon): DayToken[] {
  const tokens: DayToken[] = []
  for (const match of text.matchAll(TOKEN)) tokens.push(lexicon.token(match[0], match.index))
  return tokens
}

/** The longest expression that begins at a token; patterns are a fixed number, each a few tokens long. */
function longestAt(text: string, tokens: readonly DayToken[], from: number, lexicon: Lexicon): Match | null {
  let best: Match | null = null
  for (const pattern of lexicon.startingWith(tokens[from]!)) {
    const slots: Record<string, number> = {}
    const end = matchFrom({ text, tokens, pattern, slots }, 0, from, from)
    if (end > (best?.end ?? from)) best = { pattern, from, end, slots }
  }
  return best
}

type Trial = {
  text: string
  tokens: readonly DayToken[]
  pattern: DayPattern
  slots: Record<string, number>
}

/** End of the match of the pattern's elements from `element` on, or -1; optional elements are tried first with, then without. */
function matchFrom(trial: Trial, element: number, at: number, first: number): number {
  const wanted = trial.pattern.elements[element]
  if (!wanted) return at
  const token = trial.tokens[at]
  const isBeside = token && (at === first || isOneExpression(trial, at))
  if (isBeside) {
    const value = wanted.slot === null ? (wanted.words.has(token.fold) ? 0 : null) : token.slots[wanted.slot]
    if (value !== null && value !== undefined) {
      if (wanted.slot !== null) trial.slots[wanted.slot] = value
      const end = matchFrom(trial, element + 1, at + 1, first)
      if (end !== -1) return end
      if (wanted.slot !== null) delete trial.slots[wanted.slot]
    }
  }
  return wanted.optional ? matchFrom(trial, element + 1, at, first) : -1
}

/** A point stands within an expression only behind a number or a month: elsewhere it ends a sentence. */
function isOneExpression({ text, tokens }: Trial, at: number): boolean {
  const before = tokens[at - 1]! // asked for the second word of an expression and later ones
  const gap = text.slice(before.end, tokens[at]!.start)
  return GAP.test(gap) && (!gap.includes('.') || before.slots.M !== undefined || before.slots.D !== undefined)
}

const UNITS = ['day', 'week', 'month', 'year'] as const
const SIDES: Readonly<Partial<Record<DayPattern['means'], DaySide>>> = {
  lastWeekday: 'last',
  nextWeekday: 'next',
  weekdayBefore: 'week-before',
  weekdayAfter: 'week-after',
}

function saidBy(match: Match, tokens: readonly DayToken[], lexicon: Lexicon): SpokenDay | null {
  const { pattern, slots } = match
  const side = (): DaySide => SIDES[pattern.means] ?? sideOf(tokens, match.from, match.end, lexicon)
  const unit = UNITS[slots.U ?? 3] ?? 'year'
  // "By Wednesday" may be the last one or the next.
  const isOpenDeadline = (): boolean => lexicon.deadlines.has(tokens[match.from]!.fold) && side() !== 'future'
  switch (pattern.means) {
    case 'days':
      return { kind: 'shift', unit: 'day', by: pattern.days }
    case 'last':
      return { kind: 'shift', unit, by: -1 }
    case 'current':
      return { kind: 'shift', unit, by: 0 }
    case 'next':
      return { kind: 'shift', unit, by: 1 }
    case 'ago':
      return { kind: 'shift', unit, by: -(slots.N ?? 1) }
    case 'ahead':
      // "In nine years" tells how long as often as when.
      if (lexicon.spans.has(tokens[match.from]!.fold) && side() !== 'future') return null
      return { kind: 'shift', unit, by: slots.N ?? 1 }
    case 'weekday':
    case 'lastWeekday':
    case 'nextWeekday':
    case 'weekdayBefore':
    case 'weekdayAfter':
      return isOpenDeadline() || isNoSingleDay(match, tokens, lexicon)
        ? null
        : { kind: 'weekday', weekday: slots.W!, side: side() } // each has a W
    case 'year':
      return { kind: 'date', year: slots.Y!, month: null, day: null } // each has a Y
    case 'month':
      if (slots.Y !== undefined) return { kind: 'date', year: slots.Y, month: slots.M!, day: null } // each has an M
      return isOpenDeadline() ? null : { kind: 'month', month: slots.M!, side: side() }
    case 'monthDay':
      if (slots.Y !== undefined) return { kind: 'date', year: slots.Y, month: slots.M!, day: slots.D! } // each has both
      return isOpenDeadline() ? null : { kind: 'month-day', month: slots.M!, day: slots.D!, side: side() }
  }
}

/** "Every Sunday", "Black Friday", "the Sunday Courier". */
function isNoSingleDay(match: Match, tokens: readonly DayToken[], lexicon: Lexicon): boolean {
  const before = tokens[match.from - 1]
  if (before && lexicon.never.has(before.fold)) return true
  if (!lexicon.hasCapitalDays || match.end - match.from > 1) return false
  const after = tokens[match.end]
  return after !== undefined && after.start === tokens[match.end - 1]!.end + 1 && after.isCapital
}
