import { TERM } from './story-features.ts'
import type { DocVector, StoryVector } from './story-vector.ts'
import type { StoryTuning } from './tuning.ts'

/**
 * How much better a story's words explain a headline than the language at large does: 1 if the story always has all of them, below
 * 0 if it has hardly any. Each word counts by the logarithm of (1-h + h f/p), with p its share of all texts, f its share of the
 * story's texts and h `headStoryShare`; the sum is divided by what it would be at f = 1 and h = 1. A cosine adds common words up
 * until they pass for a likeness; here a word that a large story has now and then is evidence against it.
 * `isMember`: the text is one of the story's, and is compared with the others alone. 0 for a text without terms or one that is no headline.
 *
 * **Source:** a unigram model mixed with the background (Jelinek & Mercer, 1980), each text's words present or absent.
 */
export function wordOdds(doc: DocVector, story: StoryVector, isMember: boolean, tuning: StoryTuning): number {
  const own = isMember ? 1 : 0
  const { terms, texts } = story
  const missing = Math.log(1 - tuning.headStoryShare)
  const share = tuning.headStoryShare / (story.count - own + tuning.headDoubt)
  let sum = 0
  let most = 0
  let at = 0
  for (let index = 0; index < doc.rarities.length; index++) {
    const term = doc.terms[index]!
    const rarity = doc.rarities[index]!
    const weight = doc.flags[index]! & TERM.name ? tuning.headNames : 1
    at = firstFrom(terms, term, at)
    const held = terms[at] === term ? texts[at]! - own : 0
    most += weight * rarity
    sum += weight * (held > 0 ? Math.log(1 - tuning.headStoryShare + share * held * Math.exp(rarity)) : missing)
  }
  return most > 0 ? sum / most : 0
}

/** First index from `from` on whose value is not below `term`, by halving. */
export function firstFrom(terms: Uint32Array, term: number, from: number): number {
  let low = from
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle]! < term) low = middle + 1
    else high = middle
  }
  return low
}
