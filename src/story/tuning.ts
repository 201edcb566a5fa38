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
  /** The same for headlines. */
  headNames: number
  headCore: number
  headStrange: number
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

export const STORY_TUNING: StoryTuning = {
  nameWeight: 2.5,
  numberWeight: 1,
  maybeNameWeight: 1.5,
  rarityPower: 1,
  priorTexts: 2000,
  bodyNames: 0.3,
  bodyCore: 0.2,
  bodyStrange: 0.2,
  bodyJoin: 0.25,
  headNames: 0.2,
  headCore: 0.1,
  headStrange: 0.05,
  headJoin: 0.12,
  headWords: 14,
  headSteepness: 8,
  bodyCut: 0.6,
  headCut: 0.45,
  bodyMerge: 0.4,
  headMerge: 0.25,
  stay: 0.02,
  leave: 0.03,
}
