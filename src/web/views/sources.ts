import { html } from 'hono/html'
import type { FeedRow } from '../../model/card.ts'
import type { FeedHealth } from '../../store/feed-health.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import type { Html } from './layout.ts'
import { hostOf, safeUrl } from './links.ts'
import { say } from './messages.ts'

/** What a source is called: its title, else its host, else its address. */
export function sourceName(feed: FeedRow): string {
  const href = safeUrl(feed.siteUrl) ?? safeUrl(feed.url)
  return feed.title ?? (href ? hostOf(href) : null) ?? feed.url
}

/** Whether a source is polled again and again; the others came once. */
export const isPolled = (feed: FeedRow): boolean => feed.kind === 'feed' || feed.kind === 'listing'

/** What can be done with a source on its own page, which is shown again afterwards. */
export function sourceForms(site: Site, feed: FeedRow): Html {
  const isPaused = feed.state === 'paused'
  const polled = html`<button name="do" value="${isPaused ? 'resume' : 'pause'}">${isPaused ? say('resume') : say('pause')}</button> ${isPaused ? '' : html`<button name="do" value="poll">${say('pollNow')}</button> `}`
  return html`<form class="ui" method="post" action="/sources/${feed.id}"><input type="hidden" name="token" value="${formToken(site, `source:${feed.id}`)}"><input type="hidden" name="back" value="source">${isPolled(feed) ? polled : ''}<button name="do" value="remove">${say('remove')}</button></form>`
}

const LINE = { width: 84, height: 20 }

/** Articles a day of the last days as a small line of bars; the numbers are its label. */
export function daysLine(days: FeedHealth['days']): Html {
  const { width, height } = LINE
  const [top, step] = [Math.max(1, ...days), width / days.length]
  const bars = days
    .map((n, day) =>
      n === 0
        ? ''
        : `M${(day * step + step / 2).toFixed(1)} ${height}v-${Math.max(1.5, (n / top) * height).toFixed(1)}`,
    )
    .join('')
  const label = say('healthDays', { n: days.length, counts: days.join(' ') })
  return html`<svg class="bars" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><path d="M0 ${height}H${width}"/><path class="n" d="${bars}"/></svg>`
}

/** Articles a week, by those of the last days. */
export const perWeek = (days: FeedHealth['days']): number =>
  Math.round((days.reduce((sum, n) => sum + n, 0) * 7) / days.length)
