export type CopyKind = 'identical' | 'near' | 'excerpt' | 'embedded'

/** Words that a copy has and its original lacks, put inside a sentence; `at` counts UTF-16 units into the copy's text. */
export type InjectedWord = { found: string; at: number }

/** How one text relates to an earlier one. `copyOf` names the original by the caller's id; null for an original. */
export type CopyVerdict<Id> = {
  copyOf: Id | null
  kind: CopyKind | null
  /** 0 to 1: share of the smaller text's sampled shingles that the other holds. */
  containment: number
  /** The original of the whole family (the document itself where it is an original). */
  family: Id
  matches: readonly { id: Id; containment: number }[]
  injected: readonly InjectedWord[]
  /** Whole days by which the copy claims to be younger than the original; null where either has no date. */
  redatedDays: number | null
}

export type AlignedRun = {
  kind: 'kept' | 'dropped' | 'changed' | 'injected'
  /** Text in the original; empty for injected. */
  before: string
  /** Text in the copy; empty for dropped. */
  after: string
}

/** One sentence of a copy against the original, in reading order. */
export type AlignedSentence = { kind: 'kept' | 'dropped' | 'changed' | 'injected'; runs: readonly AlignedRun[] }
