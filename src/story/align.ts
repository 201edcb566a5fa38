import type { AlignedSentence, InjectedWord } from '../model/copy.ts'
import type { Span } from '../model/tag.ts'
import { sentencesOf } from './aligned-sentences.ts'
import { gluedWords } from './glued-words.ts'
import { matchWords, type WordMatch, type WordPlaces, wordPlaces } from './match-words.ts'

/** Longest run of whole words that counts as put into a sentence: a brand's full name; longer ones are an edit. */
const MAX_INJECTED_WORDS = 4

/**
 * Compares a copy with its original sentence by sentence, in reading order: dropped sentences stand where they were missing.
 * Texts over MAX_ALIGNED_WORDS are compared up to there. Two empty texts give no sentences.
 */
export function alignTexts(before: string, after: string): AlignedSentence[] {
  const match = matchWords(wordPlaces(before), wordPlaces(after))
  return sentencesOf(match, gluedWords(match))
}

/**
 * Words that stand in the copy, inside a sentence whose other words are the original's: glued to a word or between two.
 * Whole words count only where nothing of the original is missing in their place; whole new sentences never do.
 */
export function injectedWords(before: string, after: string): InjectedWord[] {
  return injectedIn(matchWords(wordPlaces(before), wordPlaces(after)))
}

/** As `injectedWords`, for texts that were matched before. */
export function injectedIn(match: WordMatch): InjectedWord[] {
  const glued = gluedWords(match).map(({ start, end }): Span => [start, end])
  const spans = [...glued, ...wholeWords(match)].sort((a, b) => a[0] - b[0])
  return spans.map(([start, end]) => ({ found: match.after.text.slice(start, end), at: start }))
}

function wholeWords({ after, beforeOf }: WordMatch): Span[] {
  const found: Span[] = []
  for (let j = 1; j < after.count; j++) {
    if (beforeOf[j]! >= 0 || beforeOf[j - 1]! < 0) continue
    let end = j
    while (end < after.count && beforeOf[end]! < 0) end++
    const isBetween = end < after.count && beforeOf[end] === beforeOf[j - 1]! + 1
    if (isBetween && end - j <= MAX_INJECTED_WORDS && !endsSentence(after, j - 1, end)) {
      found.push([after.starts[j]!, after.ends[end - 1]!])
    }
    j = end
  }
  return found
}

/** Whether a sentence ends between the word `from` and the word `to`. */
function endsSentence(places: WordPlaces, from: number, to: number): boolean {
  for (let word = from; word < to; word++) {
    const between = places.text.slice(places.ends[word]!, places.starts[word + 1]!)
    if (/\n|[.!?]["'”’)]*\s/u.test(between)) return true
  }
  return false
}
