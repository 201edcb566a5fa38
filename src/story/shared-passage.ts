import { matchWords, type WordPlaces } from './match-words.ts'

/** The longest stretch of a later text that repeats an earlier one word by word, but for words replaced here and there. */
export type SharedPassage = {
  /** Words of the stretch that the earlier text has too, in the same order. */
  words: number
  /** Those words as a share of the smaller text, 0 to 1. */
  share: number
  /** Numbers written in figures within the stretch, in the text that has fewer there; and how many of them both texts have. */
  figures: number
  keptFigures: number
}

/** Words in a row that may be new inside a passage: a third of all words replaced leaves no longer gap in a thousand words. */
const MAX_GAP_WORDS = 10

/** Finds the longest shared passage. Texts without words share none. */
export function sharedPassage(before: WordPlaces, after: WordPlaces): SharedPassage {
  const { beforeOf, before: first, after: second } = matchWords(before, after)
  const longest = { words: 0, from: 0, to: 0 }
  let current = 0
  let start = 0
  let last = Number.NEGATIVE_INFINITY
  for (let index = 0; index < second.count; index++) {
    if ((beforeOf[index] ?? -1) < 0) continue
    if (index - last > MAX_GAP_WORDS + 1) {
      current = 0
      start = index
    }
    current++
    last = index
    if (current > longest.words) Object.assign(longest, { words: current, from: start, to: index })
  }
  const smaller = Math.min(first.count, second.count)
  if (longest.words === 0) return { words: 0, share: 0, figures: 0, keptFigures: 0 }
  const { words, from, to } = longest
  const placesBefore = figuresIn(first, beforeOf[from]!, beforeOf[to]!)
  const placesAfter = figuresIn(second, from, to)
  return {
    words,
    share: words / smaller,
    figures: Math.min(placesBefore.length, placesAfter.length),
    keptFigures: placesAfter.filter((index) => beforeOf[index]! >= 0).length,
  }
}

/** Places of words that begin with a digit, from one word to another, both included. */
function figuresIn({ text, starts }: WordPlaces, from: number, to: number): number[] {
  const found: number[] = []
  for (let index = from; index <= to; index++) if (isDigit(text.charCodeAt(starts[index]!))) found.push(index)
  return found
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}
