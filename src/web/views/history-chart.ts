import { html } from 'hono/html'
import type { HistoryList, HistoryStep } from '../lists/history.ts'
import type { Html } from './layout.ts'
import { decimal, say } from './messages.ts'
import { speech } from './speech.ts'
import { longDay, longTime } from './times.ts'

const CHART = { width: 720, height: 200, left: 34, top: 12, bottom: 26 }
/** Marks on the axis of time at most: more would run into one another. */
const MOST_MARKS = 8

/** Hours or days as bars over the range that is usual (shaded), those of a burst in the accent and with a mark beneath. */
export function historyChart(list: HistoryList): Html {
  const { width, height, left, top: above, bottom } = CHART
  const { steps } = list
  const most = niceTop(Math.max(2, ...steps.map((step) => Math.max(step.seen, step.high))))
  const plot = height - bottom
  const wide = (width - left) / steps.length
  const x = (at: number) => round(left + at * wide)
  const y = (value: number) => round(above + (plot - above) * (1 - Math.min(1, value / most)))
  const bars = (rose: boolean) =>
    steps
      .map((step, at) =>
        step.seen > 0 && step.rose === rose ? `M${round(x(at) + wide / 2)} ${plot}V${y(step.seen)}` : '',
      )
      .join('')
  const marks = steps.map((step, at) => (step.rose ? `M${round(x(at) + wide / 2)} ${plot + 2}v5` : '')).join('')
  const upper = steps.map((step, at) => `L${x(at)} ${y(step.high)}H${x(at + 1)}`).join('')
  const lower = steps
    .toReversed()
    .map((step, at) => `L${x(steps.length - at)} ${y(step.low)}H${x(steps.length - 1 - at)}`)
  const usual = steps.map((step, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(step.expected)}H${x(at + 1)}`).join('')
  const label = say(list.stepHours === 1 ? 'historyHours' : 'historyDays', { days: list.days })
  const bar = round(Math.max(0.8, Math.min(9, wide * 0.7)))
  return html`<figure class="chart history"><figcaption class="ui">${label} <span class="soft">– ${say('historyNote')}</span></figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><path class="grid" d="M${left} ${y(most)}H${width}M${left} ${y(most / 2)}H${width}M${left} ${plot}H${width}"/>
<text x="${left - 5}" y="${y(most) + 4}" text-anchor="end">${most}</text><text x="${left - 5}" y="${y(most / 2) + 4}" text-anchor="end">${most / 2}</text>
<path class="range" d="M${left} ${y(steps[0]?.high ?? 0)}${upper}${lower.join('')}Z"/><path class="u" d="${usual}"/><path class="b" stroke-width="${bar}" d="${bars(false)}"/><path class="h" stroke-width="${bar}" d="${bars(true)}"/><path class="h" stroke-width="${Math.max(2, bar)}" d="${marks}"/>${timeMarks(list, x)}</svg></figure>`
}

const DAY_MARK = { day: 'numeric', month: 'short' } as const
const MONTH_MARK = { month: 'short', year: 'numeric' } as const

function timeMarks({ steps, days }: HistoryList, x: (at: number) => number): Html[] {
  const isMark = ({ startMs }: HistoryStep) =>
    new Date(startMs).getUTCHours() === 0 && (days <= 90 || new Date(startMs).getUTCDate() === 1)
  const places = steps.flatMap((step, at) => (isMark(step) ? [at] : []))
  const every = Math.ceil(places.length / MOST_MARKS)
  return places
    .filter((at, nth) => nth % every === 0 && x(at) < CHART.width - 50)
    .map(
      (at, nth) =>
        html`<text x="${x(at)}" y="${CHART.height - 4}"${nth % 2 === 0 ? '' : html` class="half"`}>${speech().date(steps[at]!.startMs, days <= 90 ? DAY_MARK : MONTH_MARK)}</text>`,
    )
}

/** The numbers of the chart, latest first; quiet hours without a row. */
export function historyTable(list: HistoryList): Html {
  const byHour = list.stepHours === 1
  const rows = list.steps.filter((step) => step.seen > 0 || step.rose).toReversed()
  if (rows.length === 0) return html`<p class="empty">${say('historyNone')}</p>`
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${say('chartTable')}"><table class="ui figures"><thead><tr><th scope="col">${say(byHour ? 'hour' : 'dayUtc')}</th><th scope="col" class="num">${say('seen')}</th><th scope="col" class="num">${say('usual')}</th><th scope="col" class="num">${say('range')}</th><th scope="col">${say('rose')}</th></tr></thead><tbody>${rows.map(
    (step) =>
      html`<tr><th scope="row">${byHour ? longTime(step.startMs) : longDay(step.startMs)}</th><td class="num">${Math.round(step.seen)}</td><td class="num">${decimal(step.expected, 1)}</td><td class="num">${step.low}–${step.high}</td><td>${step.rose ? say('yes') : ''}</td></tr>`,
  )}</tbody></table></div>`
}

/** A number at or above, whose half is whole. */
function niceTop(value: number): number {
  const unit = value > 400 ? 200 : value > 40 ? 20 : value > 10 ? 4 : 2
  return Math.ceil(value / unit) * unit
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
