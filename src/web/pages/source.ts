import { html, raw } from 'hono/html'
import type { ArticleCard, FeedRow } from '../../model/card.ts'
import { type EpochMs, MINUTE_MS } from '../../model/time.ts'
import type { FeedHealth } from '../../store/feed-health.ts'
import type { FeedPoll } from '../../store/feed-polls.ts'
import type { Subscription } from '../../store/websub.ts'
import { type SourcePage, sourcePage } from '../lists/source.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { lengthOfTime, percentText } from '../views/amounts.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { articlePath, hostOf, safeUrl, sourcePath } from '../views/links.ts'
import { type MessageKey, say } from '../views/messages.ts'
import { phrase } from '../views/phrases.ts'
import { programText } from '../views/program-text.ts'
import { hideButton, languageAttributes, marksView } from '../views/rows.ts'
import { daysLine, isPolled, perWeek, sourceForms, sourceName } from '../views/sources.ts'
import { timeTag } from '../views/times.ts'
import { watchForm } from '../views/watch.ts'
import { KEEP_LIST_MS, notFound, type PageRoute } from './page.ts'
import { POLL_MINUTES } from './source-forms.ts'

/** GET /source/ID: how one source does, why it fails where it does, when it is read, and what came from it. */
export const sourceRoute: PageRoute = {
  path: '/source/:id',
  asks: [],
  keepMs: KEEP_LIST_MS,
  make: async (site, c, viewer) => {
    const id = c.req.param('id') ?? ''
    const page = (await sourcePage(site, id)) ?? notFound('source', id)
    const { feed, articles } = page
    const name = sourceName(feed)
    const path = sourcePath(feed.id)
    const now = site.now()
    const main = html`${breadcrumb([
      { name: say('home'), path: '/' },
      { name: say('sources'), path: '/sources' },
    ])}
<h1 dir="auto">${name}</h1>
<div class="state-${feed.state}">${factsView(site, page)}</div>
${viewer.mayEdit ? html`${sourceForms(site, feed)}${editForm(site, feed)}` : ''}
<div class="acts ui">${watchForm(site, 'source', String(feed.id))}${hideButton('sources', feed.id, name)}</div>
${page.polls.length === 0 ? '' : pollsView(page.polls, now)}
<section><h2>${say('sourceArticles')}</h2>${articles.length === 0 ? html`<p class="empty">${say('empty')}</p>` : html`<div class="list">${articles.map((article) => articleRow(article, now))}</div>`}</section>`
    return { parts: { title: name, path, main, feed: path, current: 'sources', noIndex: true } }
  },
}

function factsView(site: Site, { feed, health, polls, hub }: SourcePage): Html {
  const now = site.now()
  const read = polls.find((poll) => poll.outcome === 'read')
  return html`<dl class="facts ui">
${fact('factAddress', linkView(feed.url))}
${feed.siteUrl === null ? '' : fact('factSite', linkView(feed.siteUrl))}
${fact('factState', feed.kind === 'demo' ? html`${say('kinddemo')}` : html`<span class="state">${stateWord(feed)}</span>`)}
${feed.reason === null ? '' : fact('factReason', html`<span class="reason">${programText(feed.reason)}</span>${feed.failures > 1 ? html` ${say('failures', { n: feed.failures })}` : ''}`)}
${fact('factItems', html`${say('items', { n: feed.items })}${read ? html` · ${say('entriesLast', { n: read.entries })}` : ''}`)}
${feed.lastPolledMs === null ? '' : fact('factLast', timeTag(feed.lastPolledMs, now))}
${isPolled(feed) && feed.state !== 'paused' ? html`${fact('factNext', timeTag(feed.nextPollMs, now))}${fact('factRhythm', html`${say(feed.givenIntervalMs === null ? 'every' : 'everyGiven', { time: lengthOfTime(feed.givenIntervalMs ?? feed.intervalMs) })}`)}` : ''}
${health === undefined || health.lastNewMs === null ? '' : healthView(health, now)}
${hub === null ? '' : fact('factHub', hubView(site, hub))}
</dl>`
}

const fact = (name: MessageKey, value: Html): Html => html`<dt>${say(name)}</dt><dd>${value}</dd>`

function stateWord(feed: FeedRow): string {
  return feed.state === 'ok' && feed.lastPolledMs === null ? say('neverRead') : say(`state${feed.state}`)
}

function linkView(url: string): Html {
  const href = safeUrl(url)
  return href ? html`<a href="${href}" rel="noopener nofollow"><bdi>${url}</bdi></a>` : html`<bdi>${url}</bdi>`
}

/** How the hub does that the feed names. */
function hubView(site: Site, hub: Subscription): Html {
  const now = site.now()
  const host = hostOf(hub.hub) ?? hub.hub
  if (site.brand.baseUrl === null) return html`${say('hubUnused', { host })}`
  const isActive = hub.state === 'active' && hub.leaseEndMs !== null && hub.leaseEndMs > now
  const said = isActive
    ? phrase('hubTells', { host: html`<bdi>${host}</bdi>`, time: timeTag(hub.leaseEndMs ?? now, now) })
    : html`${say(hub.state === 'refused' ? 'hubRefuses' : 'hubAsked', { host })}`
  const rang = hub.pingedMs === null ? '' : html` ${phrase('hubRang', { time: timeTag(hub.pingedMs, now) })}`
  return html`${said}${rang}${hub.reason === null ? '' : html` <span class="reason">${programText(hub.reason)}</span>`}`
}

/** What it brought in the last days, how fast, and how much of that was its own and rightly dated. */
function healthView({ days, lastNewMs, delayMs, copies, doubted }: FeedHealth, now: EpochMs): Html {
  return html`${fact('healthLine', html`${daysLine(days)} ${say('healthRate', { n: perWeek(days) })}`)}
${lastNewMs === null ? '' : fact('healthNew', timeTag(lastNewMs, now))}${delayMs === null ? '' : fact('healthDelay', html`${lengthOfTime(delayMs)}`)}
${copies === null ? '' : fact('healthCopies', html`${percentText(copies)}`)}${doubted === null ? '' : fact('healthDoubted', html`${percentText(doubted)}`)}`
}

/** What may be changed of a source: an empty name gives it its own again. */
function editForm(site: Site, feed: FeedRow): Html {
  const wanted = Math.round((feed.givenIntervalMs ?? 0) / MINUTE_MS)
  const pauses = POLL_MINUTES.map((minutes) => {
    const name = minutes === 0 ? say('editLearnt') : say('every', { time: lengthOfTime(minutes * MINUTE_MS) })
    return html`<option value="${minutes}"${minutes === wanted ? raw(' selected') : ''}>${name}</option>`
  })
  const rhythm = isPolled(feed)
    ? html`<label>${say('editRhythm')} <select name="minutes">${pauses}</select></label>`
    : html`<input type="hidden" name="minutes" value="0">`
  return html`<details class="edit ui"><summary>${say('editTitle')}</summary><form class="sift" method="post" action="${sourcePath(feed.id)}/edit"><input type="hidden" name="token" value="${formToken(site, `edit-source:${feed.id}`)}"><label>${say('editName')} <input name="title" value="${feed.title ?? ''}" maxlength="200"></label> <label>${say('sourcesFolder')} <input name="folder" value="${feed.folder ?? ''}" maxlength="200"></label> ${rhythm} <button>${say('editSave')}</button><p class="soft">${say('editNote')}</p></form></details>`
}

function pollsView(polls: readonly FeedPoll[], now: EpochMs): Html {
  return html`<section><h2>${say('pollsTitle', { n: polls.length })}</h2><table class="polls"><thead><tr><th scope="col">${say('pollWhen')}</th><th scope="col">${say('pollWhat')}</th></tr></thead><tbody>${polls.map((poll) => html`<tr><td>${timeTag(poll.polledMs, now)}</td><td${isTrouble(poll) ? raw(' class="reason"') : ''}>${outcomeText(poll)}</td></tr>`)}</tbody></table></section>`
}

const isTrouble = ({ outcome }: FeedPoll): boolean => outcome !== 'read' && outcome !== 'unchanged'

/** What a poll brought, in words; kinds of trouble are words already, joined by hyphens. */
function outcomeText({ outcome, entries, newItems }: FeedPoll): string {
  if (outcome === 'unchanged') return say('pollUnchanged')
  if (outcome === 'read') return say('pollRead', { entries, new: newItems })
  return say('pollFailed', { problem: outcome.replaceAll('-', ' ') })
}

function articleRow(article: ArticleCard, now: EpochMs): Html {
  return html`<article class="hit"><h3><a href="${articlePath(article.key)}"${languageAttributes(article.language)}>${article.title}</a>${marksView(article)}</h3>
<p class="meta">${timeTag(article.publishedMs, now)}${article.copyOf === null ? '' : html` · ${say('copyHere')}`}</p></article>`
}
