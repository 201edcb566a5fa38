/** Every number of the story clusterer that was tuned; bench/stories-tune.ts tunes them again. */
export type StoryTuning = {
  /** Weight of a name, of a number, and of a common word that the text writes as a name. */
  nameWeight: number
  numberWeight: number
  maybeNameWeight: number
  /** Exponent of rarity, and texts that the prior rarity counts for beside those seen. */
  rarityPower: number
  priorTexts: number
  /** Shares of the body rule: likeness of names, agreement with core names, penalty for strange lead names. */
  bodyNames: number
  bodyCore: number
  bodyStrange: number
  bodyJoin: number
  /** Headlines: weight of a name, share of words that a story's own words explain, texts of doubt beside the story's, worth of size. */
  headNames: number
  headStoryShare: number
  headDoubt: number
  headSize: number
  headJoin: number
  /** Words at which the headline rule gives way to the body rule, and how steeply. */
  headWords: number
  headSteepness: number
  /** Second look: cut below this share of the parts' own cohesion; merge above this likeness. */
  bodyCut: number
  headCut: number
  bodyMerge: number
  headMerge: number
  /** A text stays unless another story fits this much better, or its own falls this far below the line. */
  stay: number
  leave: number
}

/** Share of a rule that is not worth reckoning. */
const LEAST_SHARE = 0.01

/** Body numbers were tuned on ECB+'s odd topics; cuts and headline numbers set by hand on all of ECB+ and the UCI headlines, the merge of full texts on ECB+ and invented Russian news (docs/decisions/stories.md). */
export const STORY_TUNING: StoryTuning = {
  nameWeight: 1.62,
  numberWeight: 0.791,
  maybeNameWeight: 1.84,
  rarityPower: 0.951,
  priorTexts: 1800,
  bodyNames: 0.135,
  bodyCore: 0.332,
  bodyStrange: 0.17,
  bodyJoin: 0.343,
  headNames: 1.6,
  headStoryShare: 0.6,
  headDoubt: 4,
  headSize: 0.01,
  headJoin: 0,
  headWords: 21.2,
  headSteepness: 8.02,
  bodyCut: 0.68,
  headCut: 0.037,
  bodyMerge: 0.3,
  headMerge: 0.22,
  stay: 0.0108,
  leave: 0.0709,
}

/** How far a text of so many words is judged as a headline: 1 for a headline, 0 for a full text, between them between. */
export function headlineShare(words: number, tuning: StoryTuning): number {
  const share = 1 / (1 + (words / tuning.headWords) ** tuning.headSteepness)
  if (share < LEAST_SHARE) return 0
  return share > 1 - LEAST_SHARE ? 1 : share
}
