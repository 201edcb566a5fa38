import { html } from 'hono/html'
import type { FeedRow } from '../../model/card.ts'
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

/** What its owner can do with a source. `back` is the page on which the form stands, shown again afterwards. */
export function sourceForms(site: Site, feed: FeedRow, back: 'list' | 'source'): Html {
  const isPaused = feed.state === 'paused'
  const polled = html`<button name="do" value="${isPaused ? 'resume' : 'pause'}">${isPaused ? say('resume') : say('pause')}</button> ${isPaused ? '' : html`<button name="do" value="poll">${say('pollNow')}</button> `}`
  return html`<form class="ui" method="post" action="/sources/${feed.id}"><input type="hidden" name="token" value="${formToken(site, `source:${feed.id}`)}"><input type="hidden" name="back" value="${back}">${isPolled(feed) ? polled : ''}<button name="do" value="remove">${say('remove')}</button></form>`
}
