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

/** Tuned on the stories of ECB+'s odd topics and half of the UCI headlines' stories (docs/decisions/stories.md), one set for both. */

/** Tuned on the stories of ECB+'s odd topics and half of the UCI headlines' stories (docs/decisions/stories.md), one set for both. */
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
  headNames: 0.3,
  headCore: 0.1,
  headStrange: 0.06,
  headJoin: 0.0516,
  headWords: 21.2,
  headSteepness: 8.02,
  bodyCut: 0.72,
  headCut: 0.17,
  bodyMerge: 0.166,
  headMerge: 0.144,
  stay: 0.0108,
  leave: 0.0709,
}
