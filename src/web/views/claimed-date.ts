import { html } from 'hono/html'
import type { DateDoubt } from '../../model/article.ts'
import type { ArticleDetail } from '../../model/card.ts'
import type { EpochMs } from '../../model/time.ts'
import type { Html } from './layout.ts'
import { say } from './messages.ts'
import { phrase } from './phrases.ts'
import { isSourceLanguage } from './speech.ts'
import { claimText, timeTag } from './times.ts'

/** On one line: the date that a page claims, what contradicts it, and when it was first seen. */
export function claimedDate(article: ArticleDetail, nowMs: EpochMs): Html {
  const { page } = article
  const seen = timeTag(article.firstSeenMs, nowMs)
  if (page.published === null) return html`<p class="meta">${phrase('undated', { time: seen })}</p>`
  const claim = page.dates.find((date) => date.role === 'published' && date.iso === page.published)
  const shown = claimText(claim?.found ?? page.published)
  const doubted = page.doubts.length > 0
  return html`<p class="meta">${phrase('claimSays', { time: html`<time dir="ltr" datetime="${page.published}"${doubted ? html` class="claim"` : ''}>${shown}</time>` })}${
    doubted
      ? html` – <strong>${say('doubtful')}</strong> ${page.doubts.map(doubtText).reduce((first, second) => say('joinClauses', { first, second }))}`
      : ''
  }${page.modified === null ? '' : html` · ${phrase('modified', { time: html`<bdi dir="ltr">${claimText(page.modified)}</bdi>` })}`} <span class="soft">· ${phrase('firstSeen', { time: seen })}</span></p>`
}

/** What contradicts a date. Its details are stored in English; readers of other languages are told the kind of doubt. */
function doubtText({ reason, detail }: DateDoubt): string {
  return isSourceLanguage() ? detail.replace(/\.$/, '') : say(`doubt${reason}`)
}
