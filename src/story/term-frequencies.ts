import type { StoryFeatures } from './story-features.ts'

/** How rare terms are, by what was known beforehand and by what came since. */
export type TermFrequencies = {
  /** Of each term, in order: natural logarithm of texts per text with it, 0 or more. */
  rarities(features: StoryFeatures): Float32Array
  /** Counts a text; `alike` says in how many texts of its own story each term came before, in order of the terms. */
  count(features: StoryFeatures, alike: Uint16Array): void
}

/** Counters, each for the terms that fall on it; a million of them make chance hits harmless among 100,000 live terms. */
const COUNTERS = 1 << 20
/** Texts after which all counts are halved, so that old news fade. */
const HALVED_AT = 200_000

/** Share of texts with a term, by its prior rarity in twelfths. */
const PRIOR_SHARES = Float64Array.from({ length: 256 }, (_, twelfths) => Math.exp(-twelfths / 12))

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
    rarities({ terms, rarity, language }) {
      const inLanguage = texts.get(language) ?? 0
      const all = priorTexts + inLanguage + 1
      const rarities = new Float32Array(terms.length)
      for (let index = 0; index < terms.length; index++) {
        const seen = Math.min(counts[terms[index]! & (COUNTERS - 1)]!, inLanguage)
        const share = priorTexts * PRIOR_SHARES[rarity[index]!]! + seen + 0.5
        rarities[index] = Math.max(0, Math.log(all / share))
      }
      return rarities
    },
    count({ terms, language }, alike) {
      // a story's hundredth text says little about how common its words are
      for (let index = 0; index < terms.length; index++) {
        counts[terms[index]! & (COUNTERS - 1)]! += 1 / (1 + alike[index]!)
      }
      texts.set(language, (texts.get(language) ?? 0) + 1)
      if (++total >= HALVED_AT) halve()
    },
  }
}
