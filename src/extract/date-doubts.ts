import type { DateClaim, DateDoubt } from '../model/article.ts'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import { weekdayOf } from '../text/written-date.ts'
import { ownWeekday } from './own-weekday.ts'

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** 1 January 1995: news sites are not older. */
const WEB_START_MS = Date.UTC(1995, 0, 1)
/** A claim may lie this far ahead: zones are often left out, and printed editions are dated tomorrow. */
const AHEAD_MS = 2 * DAY_MS

/** Why the chosen published claim is not to be believed, from the page alone; empty where nothing speaks against it. */
export function dateDoubts(
  published: DateClaim | null,
  claims: readonly DateClaim[],
  text: string,
  nowMs: EpochMs,
): DateDoubt[] {
  if (!published) return []
  const doubts: DateDoubt[] = []
  const day = dayText(published.atMs + zoneShiftMs(published))
  if (published.atMs > nowMs + AHEAD_MS)
    doubts.push({ reason: 'future', detail: `The page says ${day}, which is later than the day on which it was read.` })
  if (published.atMs < WEB_START_MS)
    doubts.push({ reason: 'before-the-web', detail: `The page says ${day}, before there were news sites.` })
  const other = claims.find(
    (claim) => claim.role === 'published' && Math.abs(claim.atMs - published.atMs) > DAY_MS + DAY_MS / 2,
  )
  if (other)
    doubts.push({
      reason: 'claims-differ',
      detail: `The page says ${published.iso} (${published.from}) and also ${other.iso} (${other.from}).`,
    })
  const weekday = weekdayDoubt(published, text)
  if (weekday) doubts.push(weekday)
  return doubts
}

function weekdayDoubt(published: DateClaim, text: string): DateDoubt | null {
  if (published.precision === 'month' || published.precision === 'year') return null
  const own = ownWeekday(text)
  if (own === null) return null
  const dayMs = published.atMs + zoneShiftMs(published)
  const claimed = weekdayOf(dayMs)
  // A day to either side is a zone, or a report read the morning after.
  const behind = (claimed - own + 7) % 7
  if (behind <= 1 || behind === 6) return null
  return {
    reason: 'weekday',
    detail: `The text speaks of its own day as a ${WEEKDAYS[own]}, but ${dayText(dayMs)} was a ${WEEKDAYS[claimed]}.`,
  }
}

/** The claim's own zone, so that its day is the day that stood on the page. */
function zoneShiftMs(claim: DateClaim): number {
  const zone = /([+-])(\d{2}):(\d{2})$/u.exec(claim.iso.slice(10))
  if (!zone) return 0
  return (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) * 60_000
}

function dayText(atMs: EpochMs): string {
  const date = new Date(atMs)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}
