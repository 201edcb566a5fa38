import type { DatePrecision, EpochMs } from '../model/time.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../model/time.ts'
import { monthOf } from './calendar-words.ts'
import { zoneMinutes } from './time-zones.ts'

/** What a feed's date says. `iso` is RFC 3339 with the zone as written, or cut to day, month or year; `atMs` is its start in UTC. */
export type FeedDate = { iso: string; atMs: EpochMs; precision: DatePrecision }

type Day = { year: number; month: number; day: number; precision: 'day' | 'month' | 'year' }
type Clock = { hour: number; minute: number; second: number; precision: 'minute' | 'second' }

/** Longest date read, in UTF-16 units; what is longer is not a date. */
const MAX_DATE_UNITS = 100
/** Years outside are the defaults of broken software (0001-01-01), not news. */
const MIN_YEAR = 1000
const MAX_YEAR = 9999
/** Korea keeps one time and writes its own date forms without a zone. */
const KOREAN_MINUTES = 540

const ISO_DAY =
  /^(?:(\d{4})-?([01]\d)-?([0-3]\d)|(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})-0(\d{2})-?(\d{2})|(\d{4})\/(\d{1,2})\/(\d{1,2})|(\d{2})-(\d{2})-(\d{2})|(\d{2})(\d{2})(\d{2}))$/u
const CLOCK =
  /(?<![\d:])(\d{1,2})[:：](\d{1,2})(?:[:：](\d{1,2})(?:[.,]\d{0,9})?)?(?![\d:])(?:\s?([ap])\.?\s?m\b\.?)?/iu

/**
 * Reads a date in every shape that feeds were seen to use; null where it is none or names an impossible day or time.
 *
 * RFC 822 with its broken cousins, RFC 3339 and W3CDTF down to a year, ISO 8601 in its compact and ordinal forms, asctime, Perforce,
 * seconds or milliseconds since 1970, and month names in some fifty languages, with or without a time.
 * A date without a zone is UTC (Korean forms: Korean time). Of two numbers that could both be the month, the weekday decides
 * where one stands there; else `/` means month first, as Americans write it, and `.` or a space day first.
 *
 * **Source:** RFC 822 §5, RFC 3339 §5.6, W3C NOTE-datetime, ISO 8601:2004 §4.1; shapes as in the date tests of feedparser and Miniflux.
 */
export function parseFeedDate(found: string): FeedDate | null {
  const text = found.slice(0, MAX_DATE_UNITS + 1).trim()
  if (text.length === 0 || found.length > MAX_DATE_UNITS || !/\d/u.test(text)) return null
  return readEpoch(text) ?? readRfc822(text) ?? readIso(text) ?? readWritten(text)
}

function readEpoch(text: string): FeedDate | null {
  if (!/^(?:[1-9]\d{8,9}|1\d{12})(?:\.0+)?$/u.test(text)) return null
  const number = Number(text)
  const atMs = number >= 1e12 ? number : number * SECOND_MS
  return { iso: new Date(atMs).toISOString().replace('.000Z', 'Z'), atMs, precision: 'second' }
}

/** The one shape that nine in ten feeds use, as RFC 2822 wants it; what differs in anything is left to the others, which are slower. */
function readRfc822(text: string): FeedDate | null {
  const match = /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) (GMT|[+-]\d{4})$/u.exec(
    text,
  )
  const month = ENGLISH.indexOf((match?.[2] ?? '').toLowerCase()) + 1
  const day = match && month > 0 ? dayOf(Number(match[3]), month, Number(match[1])) : null
  const clock = match && clockOf(match[4], match[5], match[6])
  return day && clock ? zoned(day, clock, match[7] ?? '') : null
}

function readIso(text: string): FeedDate | null {
  const whole = readIsoDay(text)
  if (whole) return finish(whole, null, null)
  const match = /^([\d/-]{6,11})(?:T|\s*[tT_]?\s*)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,12})?)?\s*(.*)$/u.exec(text)
  const day = match ? readIsoDay(match[1] ?? '') : null
  if (!match || !day) return null
  const clock = clockOf(match[2], match[3], match[4])
  const zone = (match[5] ?? '').trim()
  if (!clock || /^[ap]\.?\s?m\b/iu.test(zone)) return null
  return zone === '' ? finish(day, clock, null) : zoned(day, clock, zone)
}

function zoned(day: Day, clock: Clock, found: string): FeedDate | null {
  // Java prints a region behind the offset, in square brackets; the offset is the surer of the two.
  const bracket = /^([^[\]]*)\[([^[\]]+)\]$/u.exec(found)
  const zone = bracket ? bracket[1] || (bracket[2] ?? '') : found
  const minutes = zoneMinutes(zone, localMs(day, clock))
  return minutes === null ? null : finish(day, clock, minutes)
}

function readIsoDay(text: string): Day | null {
  const full = ISO_DAY.exec(text)
  if (full) {
    const [year, month, day] = full.slice(1).filter((part) => part !== undefined)
    return dayOf(fullYear(year ?? ''), Number(month), Number(day))
  }
  const ordinal = /^(\d{4})-?([0-3]\d\d)$/u.exec(text)
  if (ordinal) return ordinalDay(Number(ordinal[1]), Number(ordinal[2]))
  const month = /^(?:(\d{4})-?([01]\d)|-(\d{2})-?([01]\d))$/u.exec(text)
  if (month) return partOf(fullYear(month[1] ?? month[3] ?? ''), Number(month[2] ?? month[4]), 'month')
  const year = /^(?:(\d{4})|-(\d{2}))$/u.exec(text)
  return year ? partOf(fullYear(year[1] ?? year[2] ?? ''), 1, 'year') : null
}

/** Dates in words, or numbers in a national order, with the time anywhere behind them. */
function readWritten(found: string): FeedDate | null {
  const korean = /[년월일]/u.test(found) || /오[전후]/u.test(found)
  const text = plainOrder(found)
  const time = CLOCK.exec(text)
  if (!time && /\d:\d/u.test(text)) return null
  const clock = time ? clockOf(time[1], time[2], time[3], time[4]) : null
  if (time && !clock) return null
  const { dayText, zone } = splitZone(
    time ? text.slice(0, time.index) : text,
    time ? text.slice(time.index + time[0].length) : '',
  )
  const day = readDayWords(dayText)
  if (!day) return null
  if (zone === '') return finish(day, clock, korean ? KOREAN_MINUTES : null)
  return clock ? zoned(day, clock, zone) : zoneMinutes(zone, 0) === null ? null : finish(day, null, null)
}

/** East Asian marks and half-day words, remarks in brackets and ordinal endings put in the form that the rest reads. */
function plainOrder(found: string): string {
  let text = found
    .replace(/\([^()]{0,40}\)/gu, ' ')
    .replace(/(\d)\s*[년年월月]\s*/gu, '$1-')
    .replace(/(\d)\s*[일日]/gu, '$1 ')
  const half = /(오전|上午|午前)|(오후|下午|午後)/u.exec(text)
  if (half) text = `${text.replace(half[0], ' ')}`.replace(/(\d{1,2}:\d{2}(?::\d{2})?)/u, `$1 ${half[1] ? 'am' : 'pm'}`)
  return text.replace(/(\d)(?:st|nd|rd|th|º|ª|er)\b/giu, '$1')
}

/** The zone stands behind the time; where there is no time, it is the last word (`26 Sep 2022 GMT`). asctime puts the year behind both. */
function splitZone(before: string, after: string): { dayText: string; zone: string } {
  if (after.trim() === '' || before.trim() === '') {
    const whole = `${before} ${after}`.trim()
    const last = /^(.*\d\S*)\s+(UTC|GMT|UT|Z|[+-]\d{4})$/u.exec(whole)
    return { dayText: last?.[1] ?? whole, zone: last?.[2] ?? '' }
  }
  const rest = after.trim().replace(/^[,;]\s*/u, '')
  const year = /^(.*?)\s*\b(\d{4})$/u.exec(rest)
  const isYear = year !== null && !/[+-]$/u.test(year[1] ?? '')
  const zone = (isYear ? (year[1] ?? '') : rest).trim()
  const dayText = isYear ? `${before} ${year[2]}` : before
  // Java's Date prints "GMT+0000 UTC": the offset says it all.
  const isFiller = FILLERS.has(zone.toLowerCase()) && zoneMinutes(zone, 0) === null
  const doubled = /^((?:GMT|UTC)?[+-]\d{2}:?\d{2})\s+[A-Z]{2,5}$/u.exec(zone)
  return { dayText, zone: isFiller ? '' : (doubled?.[1] ?? zone) }
}

function readDayWords(text: string): Day | null {
  const numbers = [...text.matchAll(/\d+/gu)].map(([digits]) => digits)
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu)]
  const months = words.map(([word]) => monthNumber(word))
  // "mar., 01 déc." is a Tuesday in December: of two words that can be months, the first is the weekday.
  const place = months.findLastIndex((month) => month !== null)
  const month = months[place] ?? null
  if (month === null) return words.length <= 1 ? readNumbers(text, numbers, words[0]?.[0] ?? '') : null
  const fillers = words.filter((_, index) => index !== place && (index !== 0 || place === 0))
  if (!fillers.every(([word]) => FILLERS.has(word.toLowerCase()) || isWeekday(word))) return null
  return readAroundMonth(numbers, month)
}

/** Words between day, month and year, or behind the time, that say nothing by themselves. */
const FILLERS = new Set('at um de del of le den klo kl a à o às t the el di г г. р року uhr ч h'.split(' '))
const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ')

/** English is read from the first three letters, so that "Sept", "Janu" and "JUNE" pass; the table of languages is only opened for others. */
function monthNumber(word: string): number | null {
  const lower = word.toLowerCase()
  const english = ENGLISH.indexOf(lower.slice(0, 3))
  if (
    english !== -1 &&
    /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:[a-z]?|uary|ruary|ch|il|e|y|ust|tember|ober|ember)$/u.test(
      lower,
    )
  )
    return english + 1
  return WEEKDAYS.includes(lower.slice(0, 3)) ? null : monthOf(word)
}

function isWeekday(word: string): boolean {
  return WEEKDAYS.includes(word.toLowerCase().slice(0, 3))
}

function readAroundMonth(numbers: readonly string[], month: number): Day | null {
  const [first, second] = numbers
  if (first === undefined || numbers.length > 2) return null
  if (second === undefined) return first.length === 4 ? partOf(Number(first), month, 'month') : null
  if (first.length === 4) return dayOf(Number(first), month, Number(second))
  return first.length <= 2 ? dayOf(fullYear(second), month, Number(first)) : null
}

function readNumbers(text: string, numbers: readonly string[], weekday: string): Day | null {
  const [a = '', b = '', c = ''] = numbers
  if (numbers.length !== 3 || !/^[^\d]*\d+\s?([-/. ])\s?\d+\s?\1\s?\d+[^\d]*$/u.test(text)) return null
  if (a.length === 4) return dayOf(Number(a), Number(b), Number(c))
  if (a.length > 2 || b.length > 2) return null
  const year = fullYear(c)
  const monthFirst = dayOf(year, Number(a), Number(b))
  const dayFirst = dayOf(year, Number(b), Number(a))
  if (monthFirst && dayFirst && isWeekday(weekday)) {
    const wanted = WEEKDAYS.indexOf(weekday.toLowerCase().slice(0, 3))
    if (weekdayOf(monthFirst) === wanted) return monthFirst
    if (weekdayOf(dayFirst) === wanted) return dayFirst
  }
  return text.includes('/') ? (monthFirst ?? dayFirst) : (dayFirst ?? monthFirst)
}

function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

/** Two digits as feedparser and RFC 2822 readers take them: 00 to 89 are 2000 to 2089. NaN for other lengths than two and four. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return digits.length === 2 ? (year < 90 ? 2000 + year : 1900 + year) : Number.NaN
}

function dayOf(year: number, month: number, day: number): Day | null {
  if (!(year >= MIN_YEAR && year <= MAX_YEAR && month >= 1 && month <= 12 && day >= 1)) return null
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? { year, month, day, precision: 'day' } : null
}

function ordinalDay(year: number, ordinal: number): Day | null {
  if (!(year >= MIN_YEAR && ordinal >= 1 && ordinal <= 366)) return null
  const date = new Date(Date.UTC(year, 0, ordinal))
  return date.getUTCFullYear() === year ? dayOf(year, date.getUTCMonth() + 1, date.getUTCDate()) : null
}

function partOf(year: number, month: number, precision: 'month' | 'year'): Day | null {
  const day = dayOf(year, month, 1)
  return day && { ...day, precision }
}

function clockOf(hourText = '', minuteText = '', secondText?: string, half?: string): Clock | null {
  let hour = Number(hourText)
  const minute = Number(minuteText)
  const second = Number(secondText ?? 0)
  const isNoon = hour === 12
  if (half?.toLowerCase() === 'p' && hour < 12) hour += 12
  if (half?.toLowerCase() === 'a' && isNoon) hour = 0
  // ISO 8601 allows 24:00 for midnight at a day's end, RFC 3339 a 60th second.
  if (hour > 24 || (hour === 24 && minute + second > 0) || minute > 59 || second > 60) return null
  return { hour, minute, second, precision: secondText === undefined ? 'minute' : 'second' }
}

function localMs({ year, month, day }: Day, clock: Clock | null): EpochMs {
  return Date.UTC(year, month - 1, day, clock?.hour ?? 0, clock?.minute ?? 0, clock?.second ?? 0)
}

function finish(day: Day, clock: Clock | null, zone: number | null): FeedDate {
  const local = localMs(day, clock)
  if (!clock) {
    const length = { day: 10, month: 7, year: 4 }[day.precision]
    return {
      iso: new Date(local).toISOString().slice(0, length),
      atMs: local - (zone ?? 0) * MINUTE_MS,
      precision: day.precision,
    }
  }
  const iso = `${new Date(local).toISOString().slice(0, 19)}${offsetText(zone ?? 0)}`
  return { iso, atMs: local - (zone ?? 0) * MINUTE_MS, precision: clock.precision }
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  const pad = (value: number): string => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60) % (DAY_MS / 3_600_000))}:${pad(size % 60)}`
}
