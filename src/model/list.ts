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
}

/** One entry of Related, Ranking or Recommendation; `id` is the caller's. */
export type ListEntry<Id> = { id: Id; score: number; reason: Reason }

/** One part of a score that `/explain` shows: what it is, what went in, what came out. */
export type ScoreTerm = { name: string; value: number; inputs: Readonly<Record<string, number | string>> }
