import { html } from 'hono/html'
import { type JobRow, jobsIn } from '../../store/jobs.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { jobLine } from '../views/jobs.ts'
import type { Html } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { ownerNav } from '../views/owner-pages.ts'
import type { PageRoute } from './page.ts'

/** Jobs of one page of those that are over, and most that are told of what waits. */
const ROWS = 50

/** GET /owner/jobs: what waits and runs, what failed and why, and what is done. */
export const jobsRoute: PageRoute = {
  path: '/owner/jobs',
  asks: ['before'],
  keepMs: 0,
  isPrivate: true,
  needs: 'editor',
  make: async (site, c, viewer) => {
    const before = Number(c.req.query('before'))
    const beforeId = Number.isSafeInteger(before) && before > 0 ? before : undefined
    const [open, over] = await Promise.all([
      beforeId === undefined ? jobsIn(site.store, { states: ['running', 'queued'], limit: ROWS }) : [],
      jobsIn(site.store, { states: ['failed', 'done'], beforeId, limit: ROWS + 1 }),
    ])
    const shown = over.slice(0, ROWS)
    const last = over.length > ROWS ? shown.at(-1) : undefined
    const main = html`<h1>${say('jobsTitle')}</h1>${ownerNav(viewer, '/owner/jobs')}<p class="soft ui lede">${say('jobsLead')}</p>
${beforeId === undefined ? list(site, 'jobsOpen', open) : ''}${list(site, 'jobsOver', shown)}
${last ? html`<p class="pager ui"><a href="/owner/jobs?before=${last.id}" rel="next">${say('jobsOlder')}</a></p>` : ''}`
    return { parts: { title: say('jobsTitle'), path: '/owner/jobs', main, noIndex: true } }
  },
}

function list(site: Site, title: 'jobsOpen' | 'jobsOver', jobs: readonly JobRow[]): Html {
  const body =
    jobs.length === 0
      ? html`<p class="empty">${say(title === 'jobsOpen' ? 'jobsNoneOpen' : 'jobsNone')}</p>`
      : html`<ul class="jobs lined ui">${jobs.map((job) => html`<li>${jobLine(job, site.now())}${job.tries > 1 ? html` <span class="soft">${say('jobTries', { n: job.tries })}</span>` : ''}${job.state === 'failed' ? acts(site, job) : ''}</li>`)}</ul>`
  return html`<section><h2>${say(title)}</h2>${body}</section>`
}

function acts(site: Site, { id }: JobRow): Html {
  return html`<form method="post" action="/owner/jobs/${id}"><input type="hidden" name="token" value="${formToken(site, `job:${id}`)}"><button name="do" value="retry">${say('jobRetry')}</button> <button name="do" value="forget">${say('jobForget')}</button></form>`
}
