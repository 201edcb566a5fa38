import type { DaySide } from '../model/telling.ts'
import type { DayToken, Lexicon } from './day-lexicon.ts'

/** Words before a date that are looked at: its clause. */
const WORDS_BEFORE = 12
/** Words after it: the verb that follows "On Sunday". */
const WORDS_AFTER = 7
/** Units between two words from which on another sentence has begun: a point and a space are two. */
const SENTENCE_GAP = 2

/**
 * On which side of the day of writing a date lies that does not say it itself: the nearest word before it that tells of past or future
 * decides, else the nearest after it, else the past, which is what news speaks of.
 */
export function sideOf(tokens: readonly DayToken[], from: number, end: number, lexicon: Lexicon): DaySide {
  for (let at = from - 1; at >= Math.max(0, from - WORDS_BEFORE) && isBeside(tokens, at, at + 1); at--) {
    const side = told(tokens[at]!, lexicon)
    if (side) return side
  }
  for (let at = end; at < Math.min(tokens.length, end + WORDS_AFTER) && isBeside(tokens, at - 1, at); at++) {
    const side = told(tokens[at]!, lexicon)
    if (side) return side
  }
  return 'past'
}

function isBeside(tokens: readonly DayToken[], one: number, other: number): boolean {
  const gap = tokens[other]!.start - tokens[one]!.end
  return gap <= SENTENCE_GAP && !(gap === SENTENCE_GAP && tokens[other]!.isCapital && tokens[one]!.fold.length > 3)
}

function told(token: DayToken, lexicon: Lexicon): DaySide | null {
  if (lexicon.past.has(token.fold)) return 'past'
  if (lexicon.future.has(token.fold)) return 'future'
  return !token.isCapital && token.fold.length > 4 && lexicon.futureEnding?.test(token.lower) ? 'future' : null
}
