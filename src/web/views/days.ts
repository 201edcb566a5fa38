import { html } from 'hono/html'
import type { KnownDay } from '../../model/telling.ts'
import { DAY_MS } from '../../model/time.ts'
import type { Html } from './layout.ts'
import { say } from './messages.ts'
import { speech } from './speech.ts'

const FORMATS = {
  day: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  week: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Readonly<Record<KnownDay['precision'], Intl.DateTimeFormatOptions>>

/** A day no finer than it was said, as an element that machines read: `Sun, 7 Jun 2026`, `week of 1 Jun 2026`, `April 2019`, `2019`. */
export function dayTag(day: KnownDay): Html {
  const text = speech().date(day.startMs, FORMATS[day.precision])
  const iso = day.precision === 'week' ? isoWeek(day.startMs) : day.iso
  return html`<time datetime="${iso}">${day.precision === 'week' ? say('weekOf', { day: text }) : text}</time>`
}

/** The week that a Monday begins: `2026-W23`. **Source:** ISO 8601, week of the year that its Thursday lies in. */
function isoWeek(mondayMs: number): string {
  const thursday = new Date(mondayMs + 3 * DAY_MS)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS))
  return `${year}-W${String(week).padStart(2, '0')}`
}
