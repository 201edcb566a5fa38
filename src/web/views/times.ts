import { html } from 'hono/html'
import type { EpochMs } from '../../model/time.ts'
import { DAY_MS } from '../../model/time.ts'
import type { Html } from './layout.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A moment as short as it can be understood, in UTC: `14:20` today, `yesterday 19:40`, `12 Sep 08:12`, `12 Sep 2024`. */
export function shortTime(atMs: EpochMs, nowMs: EpochMs): string {
  if (!(Math.abs(atMs) <= 8.64e15)) return '?'
  const at = new Date(atMs)
  const clock = at.toISOString().slice(11, 16)
  const days = Math.floor(nowMs / DAY_MS) - Math.floor(atMs / DAY_MS)
  if (days === 0) return clock
  if (days === 1) return `yesterday ${clock}`
  const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`
  return Math.abs(days) < 300 ? `${day} ${clock}` : `${day} ${at.getUTCFullYear()}`
}

/** A moment in full, in UTC: `12 Sep 2026 08:12`. */
export function longTime(atMs: EpochMs): string {
  const at = new Date(atMs)
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()} ${at.toISOString().slice(11, 16)}`
}

/** A moment in short as an element that machines read. */
export function timeTag(atMs: EpochMs, nowMs: EpochMs): Html {
  const iso = Math.abs(atMs) <= 8.64e15 ? new Date(atMs).toISOString() : ''
  return html`<time datetime="${iso}">${shortTime(atMs, nowMs)}</time>`
}

/** A claimed date, readable and no finer than it was found: `2025-04-11 04:23:55`. */
export function claimText(found: string): string {
  return found.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|\+00:00)?$/, '$1 $2')
}
