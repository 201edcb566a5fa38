import { html } from 'hono/html'
import type { KnownDay } from '../../model/telling.ts'
import { DAY_MS } from '../../model/time.ts'
import type { Html } from './layout.ts'
import { say } from './messages.ts'

const FORMATS = {
  day: new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
  week: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' }),
} as const

/** A day no finer than it was said, as an element that machines read: `Sun, 7 Jun 2026`, `week of 1 Jun 2026`, `April 2019`, `2019`. */
export function dayTag(day: KnownDay): Html {
  const text = FORMATS[day.precision].format(day.startMs)
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
