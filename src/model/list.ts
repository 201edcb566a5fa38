import type { EpochMs } from './time.ts'

/** Why an entry stands in a list: `text` is the sentence for the reader (English); `code` and `values` let an interface translate it. */
export type Reason = {
  code:
    | 'same-story'
    | 'background'
    | 'other-side'
    | 'follow-up'
    | 'shared-tags'
    | 'similar-words'
    | 'independent-sources'
    | 'rising'
    | 'reactions'
    | 'steady'
    | 'readers-went-on'
    | 'section-new'
    | 'newest'
    | 'popular'
  values: readonly string[]
  text: string
  /** The same sentence for an interface in any language; absent where nobody but programs is told. */
  said?: SaidReason
}

/** A reason as a sentence of its own: which one, and what stands in it. `spanMs` is how much later or earlier, never negative. */
export type SaidReason =
  | { is: 'same-story' | 'same-time' | 'similar-words'; names?: readonly string[] }
  | { is: 'same-later' | 'same-earlier'; spanMs: number }
  | { is: 'same-in-language'; language: string }
  | { is: 'same-other-side' | 'also-about'; names: readonly string[] }
  | { is: 'side-in-language'; language: string; names: readonly string[] }
  | { is: 'side-more-of'; first: string; second: string }
  | { is: 'background'; names: readonly string[]; atMs: EpochMs }
  | { is: 'follow-up'; names: readonly string[]; spanMs: number }
  | { is: 'rising' }
  | { is: 'own-reads'; reads: number }
  | { is: 'own-new' | 'own-uncounted' }
  | { is: 'section-first' | 'section-new' | 'section-newest'; section: string }
  | {
      is: 'ranked'
      rising: boolean
      owners: number
      lastHour: number
      copies: number
      liked: { by: number; of: number } | null
    }

/** One entry of Related, Ranking or Recommendation; `id` is the caller's. */
export type ListEntry<Id> = { id: Id; score: number; reason: Reason }

/** One part of a score that `/explain` shows: what it is, what went in, what came out. */
export type ScoreTerm = { name: string; value: number; inputs: Readonly<Record<string, number | string>> }
