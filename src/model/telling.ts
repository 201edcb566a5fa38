import type { EpochMs } from './time.ts'

/** How exact a day that a text speaks of is: nothing finer than this was said. A week begins on its Monday. */
export type DayPrecision = 'day' | 'week' | 'month' | 'year'

/**
 * Which side of the day of writing a date without a year or week lies on: `past` takes that day in (in news, "on Sunday" written on a
 * Sunday is that day), `future` too; `last` and `next` leave it out; `week-before` and `week-after` are the weeks beside that of writing.
 */
export type DaySide = 'past' | 'future' | 'last' | 'next' | 'week-before' | 'week-after'

/** A day as a text speaks of it, before it is known when the text was written. Months are 1 to 12, weekdays 0 (Sunday) to 6. */
export type SpokenDay =
  | { kind: 'date'; year: number; month: number | null; day: number | null }
  | { kind: 'shift'; unit: DayPrecision; by: number }
  | { kind: 'weekday'; weekday: number; side: DaySide }
  | { kind: 'month'; month: number; side: DaySide }
  | { kind: 'month-day'; month: number; day: number; side: DaySide }

/** A day that a text speaks of; `[start, end)` in UTF-16 code units. */
export type DayMention = { start: number; end: number; said: SpokenDay }

/** A day that is known: `iso` is cut to its precision (a week is written as its Monday); `endMs` is exclusive, all in UTC. */
export type KnownDay = { iso: string; precision: DayPrecision; startMs: EpochMs; endMs: EpochMs }

/** A sentence of an article's beginning, and the number of the block of its page that holds it (null where that is not known). */
export type FactSentence = { text: string; block: number | null }

/** Somebody's own words in a text; `sentence` is where they stand. A quote that was parted by its attribution is in several parts. */
export type AttributedQuote = {
  parts: readonly string[]
  speaker: string
  /** Tag of the speaker; null where none was given. */
  slug: string | null
  verb: string
  block: number | null
}

/** What a story's page needs of one text, made once when it is read. */
export type ArticleFacts = {
  sentences: readonly FactSentence[]
  days: readonly { said: SpokenDay; sentence: FactSentence }[]
  quotes: readonly AttributedQuote[]
}

/** One independent text of a story. */
export type ToldText = {
  id: number
  owner: string
  language: string
  /** The day that its words are understood from: claimed where that can be believed, else first seen. */
  writtenMs: EpochMs
  facts: ArticleFacts
}

/** A sentence with the article that says it. */
export type SourcedSentence = FactSentence & { articleId: number }

export type TimelineEntry = {
  day: KnownDay
  sentence: SourcedSentence
  /** Owners whose texts say it. */
  owners: number
}

/** What one speaker said; each quote once, however many texts have it. */
export type SpeakerVoice = {
  speaker: string
  slug: string | null
  quotes: readonly { parts: readonly string[]; articleId: number; block: number | null; texts: number }[]
}

/** What a story's texts say together: every word is a text's own. */
export type StoryTelling = {
  /** At most three sentences that cover most of it. */
  cover: readonly SourcedSentence[]
  /** What was, in order of time. */
  past: readonly TimelineEntry[]
  /** What was announced, in order of time. */
  announced: readonly TimelineEntry[]
  voices: readonly SpeakerVoice[]
}
