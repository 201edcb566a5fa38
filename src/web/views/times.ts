import { html } from 'hono/html'
import type { EpochMs } from '../../model/time.ts'
import { DAY_MS } from '../../model/time.ts'
import type { Html } from './layout.ts'
import { say } from './messages.ts'
import { isSourceLanguage, speech } from './speech.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** Farther than any date reaches. */
const MAX_MS = 8.64e15

/** A moment as short as it can be understood, in UTC: `14:20` today, `yesterday 19:40`, `12 Sep 08:12`, `12 Sep 2024`. */
export function shortTime(atMs: EpochMs, nowMs: EpochMs): string {
  if (!(Math.abs(atMs) <= MAX_MS)) return '?'
  const clock = clockText(atMs)
  const days = Math.floor(nowMs / DAY_MS) - Math.floor(atMs / DAY_MS)
  if (days === 0) return clock
  if (days === 1) return say('yesterday', { time: clock })
  return Math.abs(days) < 300 ? `${dayText(atMs, false)} ${clock}` : dayText(atMs, true)
}

/** A moment in full, in UTC: `12 Sep 2026 08:12`. */
export function longTime(atMs: EpochMs): string {
  return `${dayText(atMs, true)} ${clockText(atMs)}`
}

/** A day in UTC: `12 Sep 2026`. */
export function longDay(atMs: EpochMs): string {
  return dayText(atMs, true)
}

/** A time of day in UTC as every language of the interface reads it: `08:12`. */
export function clockText(atMs: EpochMs): string {
  return new Date(atMs).toISOString().slice(11, 16)
}

/** A day in UTC: `12 Sep`, or `12 Sep 2026`. English has its day first, as the ISO order of its times asks for; CLDR offers it with four letters for September. */
function dayText(atMs: EpochMs, withYear: boolean): string {
  if (!isSourceLanguage())
    return speech().date(atMs, { day: 'numeric', month: 'short', ...(withYear ? { year: 'numeric' } : {}) })
  const at = new Date(atMs)
  const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`
  return withYear ? `${day} ${at.getUTCFullYear()}` : day
}

/** A moment in short as an element that machines read. */
export function timeTag(atMs: EpochMs, nowMs: EpochMs): Html {
  const iso = Math.abs(atMs) <= MAX_MS ? new Date(atMs).toISOString() : ''
  return html`<time datetime="${iso}">${shortTime(atMs, nowMs)}</time>`
}

/** A claimed date, readable and no finer than it was found: `2025-04-11 04:23:55`. */
export function claimText(found: string): string {
  return found.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|\+00:00)?$/, '$1 $2')
}
