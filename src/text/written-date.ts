import type { DatePrecision, EpochMs } from '../model/time.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../model/time.ts'
import { monthOf } from './calendar-words.ts'

/** A date as written in running text; `[start, end)` in UTF-16 code units. `iso` is cut to its precision and bears a zone only where one was written. */
export type WrittenDate = { start: number; end: number; iso: string; atMs: EpochMs; precision: DatePrecision }

/** Longest text searched, in UTF-16 units: dates of a page stand in its lines, not in a book. */
const MAX_SEARCHED = 100_000
/** Most dates given for one text, so that a calendar or a table of years stays cheap. */
const MAX_DATES = 200

/** Zone names that are not ambiguous on news pages, in minutes east of UTC. */
const ZONE_MINUTES: Readonly<Record<string, number>> = {
  Z: 0, UTC: 0, GMT: 0, WET: 0, BST: 60, CET: 60, MEZ: 60, CEST: 120, MESZ: 120, EET: 120, EEST: 180, MSK: 180,
  EST: -300, EDT: -240, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, JST: 540, KST: 540, AEST: 600, AEDT: 660,
} // biome-ignore format: a table reads better in rows

type Ymd = { year: number; month: number; day: number }
type Shape = { pattern: RegExp; read: (match: RegExpExecArray, language: string | null) => Ymd | null }

// Every pattern is a chain of bounded pieces without nested repetition, so that a search is linear.
const SHAPES: readonly Shape[] = [
  {
    pattern: /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)/gu,
    read: (m) => ({ year: Number(m[1]), month: Number(m[3]), day: Number(m[4]) }),
  },
  {
    pattern: /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/gu,
    read: (m) => ({ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }),
  },
  {
    pattern:
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|[-–.]?(?:го|е))?[.\s\-/]{1,3}(?:(?:de|of|di|d['’])\s?)?(\p{L}[\p{L}\p{M}]{2,13})[.,]{0,2}[\s\-/]{0,3}(?:(?:de|del|di)\s)?(\d{4})(?!\d)/gu,
    read: (m, language) => named(m[3], m[2], m[1], language),
  },
  {
    pattern:
      /(?<![\p{L}\p{M}])(\p{L}[\p{L}\p{M}]{2,13})[.,]?[\s-]{1,2}(\d{1,2})(?:st|nd|rd|th|[.])?,?[\s-]{1,2}(\d{4})(?!\d)/gu,
    read: (m, language) => named(m[3], m[1], m[2], language),
  },
  {
    pattern: /(?<!\d)(\d{4})[.,]?\s{1,2}(?:m\.\s)?(\p{L}[\p{L}\p{M}]{2,13})[.,]?\s{1,2}(\d{1,2})(?!\d)/gu,
    read: (m, language) => named(m[1], m[2], m[3], language),
  },
  {
    pattern: /(?<![\d.,])(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})(?!\d|[-/.]\d)/gu,
    read: (m, language) => numeric(Number(m[1]), Number(m[3]), Number(m[4]), m[2] === '/', language),
  },
]

const TIME =
  /^\s{0,3}(?:[T,;|•·–—-]|@|at|um|kl\.?|klo|om|ore|[aà] las|[àa]|в|о|o|às?|saat)?\s{0,3}(\d{1,2})(?:[:：hH]|\.(?=\d\d(?!\d)))(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s?([ap])\.?m\b\.?)?\s?(?:\(?(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,4})\b)?/iu

/**
 * Every date written in a text, in reading order: ISO, numbers in the common orders, and month names in some fifty languages,
 * with a time of day and zone where they follow. `language` (BCP 47) settles what differs between languages:
 * the order of `03/04/2025` (month first only for en-US and en) and month names that two languages share.
 * Impossible days are left out. Empty for a text without dates.
 */
export function writtenDates(text: string, language: string | null = null): WrittenDate[] {
  const searched = text.length > MAX_SEARCHED ? text.slice(0, MAX_SEARCHED) : text
  if (!/\d{4}/u.test(searched)) return []
  const found: WrittenDate[] = []
  for (const shape of SHAPES) {
    for (const match of searched.matchAll(shape.pattern)) {
      const date = found.length < MAX_DATES ? shape.read(match, language) : null
      if (date && isDay(date)) found.push(withTime(searched, match.index, match.index + match[0].length, date))
    }
  }
  return withoutOverlaps(found)
}

/** The first date written in a text, or null. */
export function firstWrittenDate(text: string, language: string | null = null): WrittenDate | null {
  return writtenDates(text, language)[0] ?? null
}

function named(year = '', word = '', day = '', language: string | null): Ymd | null {
  const month = monthOf(word, language)
  return month === null ? null : { year: Number(year), month, day: Number(day) }
}

function numeric(first: number, second: number, year: number, slashed: boolean, language: string | null): Ymd | null {
  const monthFirst = second > 12 || (first <= 12 && slashed && (language === null || /^en(?:-US)?$/iu.test(language)))
  return monthFirst ? { year, month: first, day: second } : { year, month: second, day: first }
}

function isDay({ year, month, day }: Ymd): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function withTime(text: string, start: number, end: number, date: Ymd): WrittenDate {
  const day = `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`
  const dayMs = Date.UTC(date.year, date.month - 1, date.day)
  const time = TIME.exec(text.slice(end, end + 40))
  const hour = time ? hourOf(Number(time[1]), time[4]) : 24
  const minute = Number(time?.[2] ?? 60)
  const second = Number(time?.[3] ?? 0)
  if (!time || hour > 23 || minute > 59 || second > 59) return { start, end, iso: day, atMs: dayMs, precision: 'day' }
  const zone = zoneMinutes(time[5])
  const clock = `${pad(hour, 2)}:${pad(minute, 2)}${time[3] === undefined ? '' : `:${pad(second, 2)}`}`
  return {
    start,
    end: end + time[0].length,
    iso: `${day}T${clock}${zone === null ? '' : zoneText(zone)}`,
    atMs: dayMs + hour * HOUR_MS + (minute - (zone ?? 0)) * MINUTE_MS + second * 1000,
    precision: time[3] === undefined ? 'minute' : 'second',
  }
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

function zoneMinutes(zone: string | undefined): number | null {
  if (zone === undefined) return null
  const offset = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone)
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]))
  return ZONE_MINUTES[zone.toUpperCase()] ?? null
}

function zoneText(minutes: number): string {
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`
}

function withoutOverlaps(found: readonly WrittenDate[]): WrittenDate[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: WrittenDate[] = []
  for (const date of sorted) if (date.start >= (kept.at(-1)?.end ?? 0)) kept.push(date)
  return kept
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** Weekday of a moment in UTC, 0 for Sunday. */
export function weekdayOf(atMs: EpochMs): number {
  return (((Math.floor(atMs / DAY_MS) + 4) % 7) + 7) % 7
}
