import type { StoryFeatures } from './story-features.ts'

/** How rare terms are, by what was known beforehand and by what came since. */
export type TermFrequencies = {
  /** Natural logarithm of texts per text with the term, 0 or more. */
  rarity(term: number, priorIdf: number, language: number): number
  /** Counts a text; `alike` says in how many texts of its own story each term came before, in order of the terms. */
  count(features: StoryFeatures, alike: Uint16Array): void
}

/** Counters, each for the terms that fall on it; a million of them make chance hits harmless among 100,000 live terms. */
const COUNTERS = 1 << 20
/** Texts after which all counts are halved, so that old news fade. */
const HALVED_AT = 200_000

/** @param priorTexts texts that the prior rarity counts for. */
export function termFrequencies(priorTexts: number): TermFrequencies {
  const counts = new Float32Array(COUNTERS)
  const texts = new Map<number, number>()
  let total = 0
  const halve = (): void => {
    for (const [index, count] of counts.entries()) counts[index] = count / 2
    for (const [language, count] of texts) texts.set(language, count / 2)
    total /= 2
  }
  return {
    rarity(term, priorIdf, language) {
      const prior = priorTexts * Math.exp(-priorIdf)
      const seen = Math.min(counts[term & (COUNTERS - 1)]!, texts.get(language) ?? 0)
      return Math.max(0, Math.log((priorTexts + (texts.get(language) ?? 0) + 1) / (prior + seen + 0.5)))
    },
    count({ terms, language }, alike) {
      // a story's hundredth text says little about how common its words are
      for (const [index, term] of terms.entries()) counts[term & (COUNTERS - 1)]! += 1 / (1 + alike[index]!)
      texts.set(language, (texts.get(language) ?? 0) + 1)
      if (++total >= HALVED_AT) halve()
    },
  }
}
