export type TagKind = 'person' | 'place' | 'organisation' | 'event' | 'work' | 'topic'

/** `[start, end)` in UTF-16 code units of the text given. */
export type Span = readonly [start: number, end: number]

/** One thing that an article names, under one name however it is written there. */
export type Tag = {
  name: string
  kind: TagKind
  /** Mentions in title and text. */
  count: number
  /** 0 to 1: how much the article is *about* it; a document's tags come most salient first. */
  salience: number
  /** Mentions in the text (not the title), in order. */
  spans: readonly Span[]
  /** 0 to 1: how sure the tagger is of name and kind; absent for a country that is only implied. */
  confidence?: number
  /** Of a place that the article does not name (count 0): the words that imply it. */
  impliedBy?: string
}

/**
 * Which names stand in an article's "In:" line: from salience `sure` on (below it a name is doubtful), `fewest` of them where there
 * are as many, and up to `most` from salience `telling` on.
 */
export const IN_LINE = { sure: 0.2, telling: 0.4, fewest: 4, most: 8 } as const

/** The seven sections of every edition, and what is none of them. */
export const SECTIONS = ['society', 'economy', 'technology', 'sports', 'entertainment', 'science', 'other'] as const
export type Section = (typeof SECTIONS)[number]
export type SectionGuess = { section: Section | 'not_news'; confidence: number }

/** Why an article stands in its section. */
export type SectionReason = {
  /** 0 to 1. */
  confidence: number
  /** The source's own names for where it files it that spoke for this section, as written. */
  filed: readonly string[]
  /** Words of the article that spoke for it most, most telling first. */
  words: readonly string[]
  /** Whether what this store learnt from its sources had a part in it. */
  learnt: boolean
}

/** BCP 47 tag, `und` where nothing can be said; confidence 0 to 1. */
export type LanguageGuess = { language: string; confidence: number }
