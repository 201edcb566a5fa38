/**
 * How a language speaks of days. A pattern is words in a row, folded as the text is; `a|b` is one of several, `?` at its end may be missing.
 * Slots: N a number, U a unit, W a weekday, M a month, D a day of the month, Y a year.
 */
export type DayWords = {
  /** Pattern and shift in days. */
  days: readonly (readonly [pattern: string, days: number])[]
  /** Patterns with U: the unit before, this, the next. */
  last: readonly string[]
  current: readonly string[]
  next: readonly string[]
  /** Patterns with N and U. */
  ago: readonly string[]
  ahead: readonly string[]
  /** Patterns with W: the nearest one; strictly before; strictly after. */
  weekday: readonly string[]
  lastWeekday: readonly string[]
  nextWeekday: readonly string[]
  /** Patterns with W: in the week before that of writing, and in the week after. */
  weekdayBefore?: readonly string[]
  weekdayAfter?: readonly string[]
  /** Patterns with D and M; a Y may follow. */
  monthDay: readonly string[]
  /** Patterns with M; a Y may follow. */
  month: readonly string[]
  year: readonly string[]
  /** Each unit's forms: day, week, month, year. */
  units: readonly [string, string, string, string]
  /** One to twelve; forms of one number parted by `|`. */
  numbers: string
  /** Forms of weekdays beyond those that the locale data names: form and weekday. */
  weekdays?: Readonly<Record<string, number>>
  /** Parts of the day that are written in one word with the weekday: "Montagabend". */
  dayParts?: string
  /** Words that tell that what is said comes, and that it has been. */
  future: string
  futureEnding?: RegExp
  past: string
  /** Words that open an expression that may be the last one or the next ("by Wednesday"): a day only where the clause speaks of what comes. */
  deadlines?: string
  /** Words that open a span that tells how long as often as when ("in nine years"): a day only where the clause speaks of what comes. */
  spans?: string
  /** Words before a weekday that make it no single day ("every Sunday"), or a name ("Black Friday"). */
  never: string
}
