import { matchWords, type WordPlaces } from './match-words.ts'

/** The longest stretch of a later text that repeats an earlier one word by word, but for words replaced here and there. */
export type SharedPassage = {
  /** Words of the stretch that the earlier text has too, in the same order. */
  words: number
  /** Those words as a share of the smaller text, 0 to 1. */
  share: number
}

/** Words in a row that may be new inside a passage: a third of all words replaced leaves no longer gap in a thousand words. */
const MAX_GAP_WORDS = 10

/** Finds the longest shared passage. Texts without words share none. */
export function sharedPassage(before: WordPlaces, after: WordPlaces): SharedPassage {
  const { beforeOf, before: first, after: second } = matchWords(before, after)
  let longest = 0
  let current = 0
  let last = Number.NEGATIVE_INFINITY
  for (let index = 0; index < second.count; index++) {
    if ((beforeOf[index] ?? -1) < 0) continue
    current = index - last <= MAX_GAP_WORDS + 1 ? current + 1 : 1
    last = index
    longest = Math.max(longest, current)
  }
  const smaller = Math.min(first.count, second.count)
  return { words: longest, share: smaller === 0 ? 0 : longest / smaller }
}
