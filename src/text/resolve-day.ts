import type { DayPrecision, DaySide, KnownDay, SpokenDay } from '../model/telling.ts'
import { DAY_MS, type EpochMs } from '../model/time.ts'

/** Years that a text of today may speak of; what lies outside is a number. */
const FIRST_YEAR = 1000
const LAST_YEAR = 2200

/**
 * The day that was meant by a text written at `writtenMs`, in UTC; null where there is no such day (30 February, year 9999).
 * "On Sunday" is the nearest one on its side, at most six days away; a month without a year the nearest on its side,
 * and so a day of a month, but where it is near on the other side.
 */
export function resolveDay(said: SpokenDay, writtenMs: EpochMs): KnownDay | null {
  const today = Math.floor(writtenMs / DAY_MS) * DAY_MS
  switch (said.kind) {
    case 'date':
      return dateOf(said.year, said.month, said.day)
    case 'shift':
      return shifted(said.unit, said.by, today)
    case 'weekday':
      return knownDay(nearestWeekday(said.weekday, said.side, today), 'day')
    case 'month':
      return nearestYear(said.side, today, (year) => dateOf(year, said.month, null))
    case 'month-day':
      return nearDay(said, today) ?? nearestYear(said.side, today, (year) => dateOf(year, said.month, said.day))
  }
}

/**
 * Days around that of writing within which a day of a month without a year lies, whatever the verb: "go to the polls on 21 June", "arrested on 28 May,
 * he will …". For a day nearly a year away papers write the year.
 */
const NEAR_DAYS = 65

function nearDay({ month, day, side }: Extract<SpokenDay, { kind: 'month-day' }>, today: EpochMs): KnownDay | null {
  if (side !== 'past' && side !== 'future') return null
  const year = new Date(today).getUTCFullYear()
  const days = [year - 1, year, year + 1].flatMap((one) => dateOf(one, month, day) ?? [])
  return days.find(({ startMs }) => Math.abs(startMs - today) <= NEAR_DAYS * DAY_MS) ?? null
}

function dateOf(year: number, month: number | null, day: number | null): KnownDay | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null
  if (month === null) return knownDay(Date.UTC(year, 0, 1), 'year')
  if (day === null) return knownDay(Date.UTC(year, month - 1, 1), 'month')
  const atMs = Date.UTC(year, month - 1, day)
  return new Date(atMs).getUTCDate() === day ? knownDay(atMs, 'day') : null
}

function shifted(unit: DayPrecision, by: number, today: EpochMs): KnownDay | null {
  const date = new Date(today)
  if (unit === 'day') return knownDay(today + by * DAY_MS, 'day')
  if (unit === 'week') return knownDay(mondayOf(today) + by * 7 * DAY_MS, 'week')
  if (unit === 'month') return knownDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1), 'month')
  return dateOf(date.getUTCFullYear() + by, null, null)
}

function nearestWeekday(weekday: number, side: DaySide, today: EpochMs): EpochMs {
  if (side === 'week-before' || side === 'week-after')
    return mondayOf(today) + ((weekday + 6) % 7) * DAY_MS + (side === 'week-before' ? -7 : 7) * DAY_MS
  const ahead = (weekday - new Date(today).getUTCDay() + 7) % 7
  if (side === 'future') return today + ahead * DAY_MS
  if (side === 'next') return today + (ahead || 7) * DAY_MS
  const back = (7 - ahead) % 7
  return today - (side === 'past' ? back : back || 7) * DAY_MS
}

/** The nearest year whose day lies on the wanted side; a day within the month of writing counts for `past` and `future` alike. */
function nearestYear(side: DaySide, today: EpochMs, at: (year: number) => KnownDay | null): KnownDay | null {
  const year = new Date(today).getUTCFullYear()
  const forward = side === 'future' || side === 'next'
  for (const candidate of forward ? [year, year + 1, year + 2, year + 4] : [year, year - 1, year - 2, year - 4]) {
    const day = at(candidate)
    if (!day) continue
    const holdsToday = day.startMs <= today && today < day.endMs
    const isStrict = side === 'last' || side === 'next'
    if (holdsToday ? !isStrict : forward ? day.startMs > today : day.endMs <= today) return day
  }
  return null
}

function mondayOf(today: EpochMs): EpochMs {
  return today - ((new Date(today).getUTCDay() + 6) % 7) * DAY_MS
}

function knownDay(startMs: EpochMs, precision: DayPrecision): KnownDay | null {
  const start = new Date(startMs)
  const year = start.getUTCFullYear()
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return null
  const day = start.toISOString().slice(0, 10)
  if (precision === 'day') return { iso: day, precision, startMs, endMs: startMs + DAY_MS }
  if (precision === 'week') return { iso: day, precision, startMs, endMs: startMs + 7 * DAY_MS }
  if (precision === 'month')
    return { iso: day.slice(0, 7), precision, startMs, endMs: Date.UTC(year, start.getUTCMonth() + 1, 1) }
  return { iso: day.slice(0, 4), precision, startMs, endMs: Date.UTC(year + 1, 0, 1) }
}
