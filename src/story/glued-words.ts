import type { Span } from '../model/tag.ts'
import type { WordMatch, WordPlaces } from './match-words.ts'

/** A word of the copy that is a word of the original with something stuck to it; the span is what was stuck on, in UTF-16 units. */
export type GluedWord = { before: number; after: number; start: number; end: number }

/** Shortest thing taken for a brand: "un" + "happy" is a word, not a brand. */
const MIN_BRAND_UNITS = 3
/**
 * Words of the copy that end (or begin) with the very word that the original has in their place ("EverHubthe" for "the").
 * The rest must be three units or more and hold a capital, so that a reworded text ("unkind" for "kind") does not count.
 */
export function gluedWords(match: WordMatch): GluedWord[] {
  const { before, after, beforeOf } = match
  const found: GluedWord[] = []
  for (let j = 0; j < after.count; j++) {
    if (beforeOf[j]! >= 0) continue
    const source = missingBetween(match, j)
    const span = source === null ? null : gluedSpan(before, source, after, j)
    if (source !== null && span) found.push({ before: source, after: j, start: span[0], end: span[1] })
  }
  return found
}

/** The original's unmatched word in the place of word j: next to the word that j's left or right neighbour repeats. */
function missingBetween({ before, beforeOf }: WordMatch, j: number): number | null {
  const left = j > 0 ? beforeOf[j - 1]! : -1
  const right = j + 1 < beforeOf.length ? beforeOf[j + 1]! : -1
  if (left >= 0 && (right < 0 ? left + 1 < before.count : right > left + 1)) return left + 1
  return left < 0 && right > 0 ? right - 1 : null
}

function gluedSpan(before: WordPlaces, i: number, after: WordPlaces, j: number): Span | null {
  const start = after.starts[j]!
  const written = after.text.slice(start, after.ends[j]!)
  const plain = before.text.slice(before.starts[i]!, before.ends[i]!).toLowerCase()
  if (plain.length + MIN_BRAND_UNITS > written.length) return null
  const span = brandSpan(written, written.toLowerCase(), plain)
  return span && [start + span[0], start + span[1]]
}

function brandSpan(written: string, folded: string, plain: string): Span | null {
  let span: Span | null = null
  if (folded.endsWith(plain)) span = [0, trimmedEnd(written.slice(0, -plain.length))]
  else if (folded.startsWith(plain)) span = [plain.length, trimmedEnd(written)]
  if (!span || span[1] - span[0] < MIN_BRAND_UNITS) return null
  return /\p{Lu}/u.test(written.slice(...span)) ? span : null
}

/** Length without the quotation mark between brand and word ("EverHub'We"). */
function trimmedEnd(text: string): number {
  let end = text.length
  while (end > 0 && (text[end - 1] === "'" || text[end - 1] === '’')) end--
  return end
}
