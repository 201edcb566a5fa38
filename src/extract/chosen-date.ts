import type { DateClaim } from '../model/article.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../model/time.ts'

/**
 * The claims with the one first that tells the day of publishing best: `ordered` by trust, then
 * the most trusted one read with the day and month that another claim settles, and in the zone of the page's readers;
 * before it the day that the page shows, where it shows no other and calls it its last change only in its markup.
 */
export function bestFirst(ordered: readonly DateClaim[], language: string | null): DateClaim[] {
  const best = ordered.find(({ role }) => role === 'published')
  if (!best) return [...ordered]
  const others = ordered.filter((date) => date !== best)
  const read = inReadersZone(turned(best, others) ?? best, others, language)
  const shown = shownDay(read, others)
  const front = [shown, read].filter((date) => date !== null)
  // Where another claim is the better reading, the most trusted one stays behind it.
  const rest = others.includes(read) ? ordered : others
  return [...front, ...rest.filter((date) => !front.includes(date))]
}

/** `03/04/2025` read the other way round, where only that day is claimed elsewhere too. */
function turned(best: DateClaim, others: readonly DateClaim[]): DateClaim | null {
  const numbers = /(?<!\d)(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?\d{4}(?!\d)/u.exec(best.found)
  if (!numbers || numbers[1] === numbers[2] || Number(numbers[1]) > 12 || Number(numbers[2]) > 12) return null
  const day = best.iso.slice(0, 10)
  const [year = '', month = '', date = ''] = day.split('-')
  const other = `${year}-${date}-${month}`
  const clear = others.filter(({ found }) => !/\d{1,2}[-/]\d{1,2}[-/]\d{4}/u.test(found))
  if (!clear.some(({ iso }) => iso.startsWith(other)) || clear.some(({ iso }) => iso.startsWith(day))) return null
  const shiftMs = Date.parse(`${other}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)
  return { ...best, iso: other + best.iso.slice(10), atMs: best.atMs + shiftMs }
}

/** Widest zones, and what their offsets are multiples of. */
const MAX_ZONE_MS = 14 * HOUR_MS
const ZONE_STEP_MS = 15 * MINUTE_MS
/** Another claim's offset holds for times this near: farther away the clocks may have been changed. */
const SAME_SEASON_MS = 20 * DAY_MS

/** A time in UTC as the page's readers see it, where the page lets it be known: its day is then the day of the place. */
function inReadersZone(best: DateClaim, others: readonly DateClaim[], language: string | null): DateClaim {
  if (!best.iso.endsWith('Z')) return best
  const same = others.find(
    ({ role, iso, atMs }) => role === 'published' && zoneOf(iso) !== null && Math.abs(atMs - best.atMs) < MINUTE_MS,
  )
  if (same) return same
  const offsetMs = shownOffset(best, others) ?? statedOffset(best, others) ?? midnightOffset(best, language)
  return offsetMs === null || offsetMs === 0 ? best : withZone(best, offsetMs)
}

/** How far a clock time without zone, shown on the page, is from the same moment in UTC. */
function shownOffset(best: DateClaim, others: readonly DateClaim[]): number | null {
  const bestMs = Math.floor(best.atMs / MINUTE_MS) * MINUTE_MS
  for (const { role, from, iso, atMs, precision } of others) {
    if (role !== 'published' || !SHOWN.has(from) || (precision !== 'minute' && precision !== 'second')) continue
    if (iso.endsWith('Z') || zoneOf(iso) !== null) continue
    const offsetMs = Math.floor(atMs / MINUTE_MS) * MINUTE_MS - bestMs
    if (Math.abs(offsetMs) <= MAX_ZONE_MS && offsetMs % ZONE_STEP_MS === 0) return offsetMs
  }
  return null
}

function statedOffset(best: DateClaim, others: readonly DateClaim[]): number | null {
  const near = others.filter(({ iso, atMs }) => zoneOf(iso) !== null && Math.abs(atMs - best.atMs) < SAME_SEASON_MS)
  const offsets = new Set(near.map(({ iso }) => zoneOf(iso)))
  return offsets.size === 1 ? [...offsets][0]! : null
}

/** Languages written almost only where clocks are an hour before UTC, two in summer. */
const CENTRAL_EUROPE = new Set('de it nl pl cs sk hu sl hr da nb nn no sv'.split(' '))

/** A day alone, stored as midnight of Central Europe, shows as 22:00 or 23:00 of the day before in UTC. */
function midnightOffset(best: DateClaim, language: string | null): number | null {
  if (!CENTRAL_EUROPE.has((language ?? '').slice(0, 2).toLowerCase())) return null
  const hour = /T(2[23]):00(?::00)?Z$/u.exec(best.iso)?.[1]
  return hour === undefined ? null : (24 - Number(hour)) * HOUR_MS
}

function withZone(claim: DateClaim, offsetMs: number): DateClaim {
  const local = new Date(Math.floor((claim.atMs + offsetMs) / 1000) * 1000).toISOString()
  const minutes = Math.abs(offsetMs) / MINUTE_MS
  const zone = `${offsetMs < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return { ...claim, iso: local.slice(0, claim.precision === 'second' ? 19 : 16) + zone }
}

/** Offset of a claim that states one other than UTC; null elsewhere. */
function zoneOf(iso: string): number | null {
  const zone = /T.*([+-])(\d\d):(\d\d)$/u.exec(iso)
  if (!zone) return null
  return (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * HOUR_MS + Number(zone[3]) * MINUTE_MS)
}

/** Places that readers see. */
const SHOWN = new Set(['line', 'time', 'class', 'text'])
/** Words beside a date that is openly one of a change. */
const CHANGED =
  /updat|modif|aktuali[sz]|mis à jour|revis|review|edited|geändert|päivit|actualiz|aggiorn|atualiz|zuletzt|oppdater|opdater|uppdater|bijgewerkt/iu

/**
 * The one day shown to readers, where the markup knows it as the last change and the declared day is shown nowhere.
 * A date that the page openly calls a change stays one, and so does one in plain text: only markup says that it is the page's.
 */
function shownDay(best: DateClaim, others: readonly DateClaim[]): DateClaim | null {
  if (SHOWN.has(best.from)) return null
  const day = best.iso.slice(0, 10)
  const visible = others.filter(({ from }) => SHOWN.has(from))
  if (visible.some(({ iso }) => iso.startsWith(day))) return null
  const changes = new Set(
    others.filter(({ role, from }) => role === 'modified' && !SHOWN.has(from)).map(({ iso }) => iso.slice(0, 10)),
  )
  const shown = visible.find(({ from, iso }) => from !== 'text' && changes.has(iso.slice(0, 10)))
  const isChange = ({ role, found }: DateClaim): boolean => role === 'modified' || CHANGED.test(found)
  const named = visible.some((date) => date.iso.slice(0, 10) === shown?.iso.slice(0, 10) && isChange(date))
  return shown && !named ? shown : null
}
