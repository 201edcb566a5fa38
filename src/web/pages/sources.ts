import { html } from 'hono/html'
import type { FeedRow } from '../../model/card.ts'
import { listFeeds } from '../../store/feeds.ts'
import { type JobRow, recentJobs } from '../../store/jobs.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import type { Html } from '../views/layout.ts'
import { sourcePath } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { phrase } from '../views/phrases.ts'
import { isPolled, sourceForms, sourceName } from '../views/sources.ts'
import { timeTag } from '../views/times.ts'
import { KEEP_LIST_MS, type PageRoute } from './page.ts'

const JOBS = 10

/** GET /sources: what is read and how it does; with the owner's key also what changes it. */
export const sourcesRoute: PageRoute = {
  path: '/sources',
  asks: [],
  keepMs: KEEP_LIST_MS,
  make: async (site, _c, viewer) => {
    const [feeds, jobs] = await Promise.all([listFeeds(site.store), viewer.mayEdit ? recentJobs(site.store, JOBS) : []])
    const main = html`<h1>${say('sourcesTitle')}</h1><p class="soft ui lede">${say('sourcesLead')}</p>
<section id="add">${viewer.mayEdit ? addForm(site) : html`<p class="ui note">${say('ownerOnly')} <a href="/owner">${say('ownerHow')}</a></p>`}</section>
${jobs.length === 0 ? '' : html`<section><h2>${say('jobs')}</h2><ul class="jobs ui">${jobs.map((job) => jobView(job, site.now()))}</ul></section>`}
${feeds.length === 0 ? html`<p class="empty">${say('sourcesNone')}</p>` : html`<ul class="sources">${feeds.map((feed) => feedView(site, feed, viewer.mayEdit))}</ul>`}`
    return {
      parts: {
        title: say('sourcesTitle'),
        path: '/sources',
        main,
        current: 'sources',
        description: say('sourcesLead'),
      },
    }
  },
}

function addForm(site: Site): Html {
  return html`<form class="big ui" method="post" action="/sources/add"><input type="hidden" name="token" value="${formToken(site, 'add')}">
<label for="url">${say('addLabel')}</label><input id="url" name="url" type="url" required maxlength="2000" placeholder="https://"><button>${say('add')}</button><p class="soft">${say('addNote')}</p></form>`
}

function feedView(site: Site, feed: FeedRow, mayEdit: boolean): Html {
  const now = site.now()
  return html`<li class="state-${feed.state}"><h2><a href="${sourcePath(feed.id)}" dir="auto">${sourceName(feed)}</a></h2>
${feed.kind === 'demo' ? html`<p class="meta">${say('kinddemo')}</p>` : stateView(feed, now)}
${feed.reason ? html`<p class="meta reason">${feed.reason}</p>` : ''}
${mayEdit ? sourceForms(site, feed, 'list') : ''}</li>`
}

function stateView(feed: FeedRow, now: number): Html {
  return html`<p class="meta">${feed.state === 'ok' && feed.lastPolledMs === null ? '' : html`<span class="state">${say(`state${feed.state}`)}</span> · `}${say('items', { n: feed.items })} · ${feed.lastPolledMs === null ? say('neverRead') : phrase('lastRead', { time: timeTag(feed.lastPolledMs, now) })}${isPolled(feed) && feed.state !== 'paused' ? html` · ${phrase('nextRead', { time: timeTag(feed.nextPollMs, now) })}` : ''}</p>`
}

function jobView(job: JobRow, now: number): Html {
  const { url } = (job.payload ?? {}) as { url?: unknown } // payloads are written by our own forms; shown as text whatever they are
  return html`<li><b>${say(`job${job.state}`)}</b> ${typeof url === 'string' ? html`<bdi>${url}</bdi>` : job.kind} <span class="soft">${timeTag(job.createdMs, now)}${job.reason ? html` · ${job.reason}` : ''}</span></li>`
}
