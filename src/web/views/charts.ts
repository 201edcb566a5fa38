import { html } from 'hono/html'
import { HOUR_MS } from '../../model/time.ts'
import type { Series } from '../lists/story-rows.ts'
import type { Html } from './layout.ts'
import { decimal, say } from './messages.ts'
import { speech } from './speech.ts'
import { longTime } from './times.ts'

const SPARK = { width: 96, height: 30 }
/** The spark of a story that leads a page. */
export const LARGE_SPARK = { width: 220, height: 72 }

/** The last hours of a story as a small line over what is usual (dotted); the numbers are its label. Empty without a series. */
export function sparkline(series: Series | null, size = SPARK): Html {
  if (!series) return html`<span class="spark"></span>`
  const { width, height } = size
  const top = Math.max(2, ...series.seen, ...series.expected)
  const line = pathOf(series.seen, width - 3, height, top)
  const last = series.seen.at(-1) ?? 0
  const label = say('sparkLabel', {
    hours: series.seen.length,
    counts: series.seen.map((n) => Math.round(n)).join(' '),
  })
  return html`<svg class="spark" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><path class="u" d="${pathOf(series.expected, width - 3, height, top)}"/><path class="s" d="${line}"/><circle class="d" cx="${width - 3}" cy="${yOf(last, height, top)}" r="2"/></svg>`
}

const EDITION = { width: 960, height: 44 }

/** The whole edition's hours as one wide line over what is usual: the site's own pulse. */
export function editionLine(series: Series): Html {
  const { width, height } = EDITION
  const top = Math.max(4, ...series.seen, ...series.expected)
  const line = pathOf(series.seen, width, height, top)
  const hours = series.seen.length
  const label = say('siteDay', { hours })
  return html`<figure class="edition ui"><svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}"><path class="a" d="${line}V${height}H0Z"/><path class="u" d="${pathOf(series.expected, width, height, top)}"/><path class="s" d="${line}"/></svg><figcaption>${label} <span class="soft">– ${say('siteDayNote')}</span> <span class="num">${say('siteNow', { seen: Math.round(series.seen.at(-1) ?? 0), usual: Math.round(series.expected.at(-1) ?? 0) })}</span></figcaption></figure>`
}

/** Most marks that a strip of voices draws; beyond it the numbers alone say it. */
const MAX_MARKS = 32

/** Independent texts as tall marks, copies as low ones: how many really said it, at a glance. */
export function voices(independent: number, copies: number): Html {
  const shown = Math.min(MAX_MARKS, independent + copies)
  const scale = shown / Math.max(1, independent + copies)
  const own = Math.min(shown, Math.max(independent > 0 ? 1 : 0, Math.round(independent * scale)))
  const mark = (at: number, tall: boolean) => `M${at * 4 + 1} ${tall ? 1 : 7}V11`
  const tall = Array.from({ length: own }, (_, at) => mark(at, true)).join('')
  const low = Array.from({ length: shown - own }, (_, at) => mark(at + own, false)).join('')
  const width = Math.max(4, shown * 4)
  return html`<svg class="voices" width="${width}" height="12" viewBox="0 0 ${width} 12" role="img" aria-label="${say('voicesLabel', { independent, copies })}"><path class="v" d="${tall}"/>${low === '' ? '' : html`<path class="c" d="${low}"/>`}</svg>`
}

const CHART = { width: 640, height: 138, left: 26, bottom: 22 }

/** Hours as bars over what is usual (a stepped line), with days on the axis and the numbers as a table beneath. */
export function hourChart(series: Series): Html {
  const { width, height, left, bottom } = CHART
  const hours = series.seen.length
  const top = niceTop(Math.max(2, ...series.seen, ...series.expected))
  const plot = height - bottom
  const step = (width - left) / hours
  const x = (at: number) => round(left + at * step)
  const y = (value: number) => round(10 + (plot - 10) * (1 - value / top))
  const bars = (hot: boolean) =>
    series.seen
      .map((seen, at) => {
        const rises = seen >= 3 && seen > 2 * (series.expected[at] ?? 0)
        return seen > 0 && rises === hot ? `M${round(x(at) + step / 2)} ${plot}V${y(seen)}` : ''
      })
      .join('')
  const usual = series.expected.map((value, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(value)}H${x(at + 1)}`).join('')
  const label = say('chartTitle', { hours })
  return html`<figure class="chart"><figcaption class="ui">${label} <span class="soft">– ${say('siteDayNote')}</span></figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><path class="grid" d="M${left} ${y(top)}H${width}M${left} ${y(top / 2)}H${width}M${left} ${plot}H${width}"/>
<text x="${left - 5}" y="${y(top) + 4}" text-anchor="end">${top}</text><text x="${left - 5}" y="${y(top / 2) + 4}" text-anchor="end">${top / 2}</text>
<path class="b" stroke-width="${round(step * 0.7)}" d="${bars(false)}"/><path class="h" stroke-width="${round(step * 0.7)}" d="${bars(true)}"/><path class="u" d="${usual}"/>${dayMarks(series, x, height)}</svg>
${numbers(series)}</figure>`
}

function dayMarks(series: Series, x: (at: number) => number, height: number): Html[] {
  const marks: Html[] = []
  for (let at = 0; at < series.seen.length; at++) {
    const day = new Date(series.startMs + at * HOUR_MS)
    if (day.getUTCHours() % 12 !== 0 || x(at) > CHART.width - 44) continue
    const text = day.getUTCHours() === 0 ? speech().date(day.getTime(), { weekday: 'short', day: 'numeric' }) : '12:00'
    marks.push(
      html`<text x="${x(at)}" y="${height - 4}"${day.getUTCHours() === 0 ? '' : html` class="half"`}>${text}</text>`,
    )
  }
  return marks
}

function numbers(series: Series): Html {
  const rows = series.seen
    .map((seen, at) => ({ seen, usual: series.expected[at] ?? 0, at: series.startMs + at * HOUR_MS }))
    .filter((row) => row.seen > 0)
    .toReversed()
  if (rows.length === 0) return html``
  return html`<details class="ui"><summary>${say('chartTable')}</summary><table><thead><tr><th scope="col">${say('hour')}</th><th scope="col">${say('seen')}</th><th scope="col">${say('usual')}</th></tr></thead><tbody>${rows.map((row) => html`<tr><td>${longTime(row.at)}</td><td>${Math.round(row.seen)}</td><td>${decimal(row.usual, 1)}</td></tr>`)}</tbody></table></details>`
}

function pathOf(values: readonly number[], width: number, height: number, top: number): string {
  const step = width / Math.max(1, values.length - 1)
  return values.map((value, at) => `${at === 0 ? 'M' : 'L'}${round(at * step)} ${yOf(value, height, top)}`).join('')
}

function yOf(value: number, height: number, top: number): number {
  return round(height - 3 - (height - 6) * (value / top))
}

/** An even number at or above, so that half of it is whole. */
function niceTop(value: number): number {
  const unit = value > 40 ? 20 : value > 10 ? 4 : 2
  return Math.ceil(value / unit) * unit
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
