import { html } from 'hono/html'
import type { FeedImport, ImportedFeed } from '../../model/feed-import.ts'
import { type JobRow, jobById, jobData } from '../../store/jobs.ts'
import { lookAgain } from '../look-again.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { ownerNav } from '../views/owner-pages.ts'
import { programText } from '../views/program-text.ts'
import { notFound, type PageRoute } from './page.ts'

/** Subscriptions of a list whose outcome is shown, refused ones first. */
const SHOWN = 500

/** GET /owner/import: a list of subscriptions in, and the own ones out. */
export const importRoute: PageRoute = {
  path: '/owner/import',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  needs: 'editor',
  make: async (site, _c, viewer) => {
    const main = html`<h1>${say('importTitle')}</h1>${ownerNav(viewer, '/owner/import')}<p class="lede">${say('importLead')}</p>${importForm(site)}
<section><h2>${say('exportTitle')}</h2><p class="ui"><a href="/owner/sources.opml" download>${say('exportDo')}</a> <span class="soft">${say('exportNote')}</span></p></section>`
    return { parts: { title: say('importTitle'), path: '/owner/import', main, noIndex: true } }
  },
}

/** The form that takes a list of subscriptions as a file. */
export function importForm(site: Site): Html {
  return html`<form class="big ui" method="post" action="/owner/import" enctype="multipart/form-data"><input type="hidden" name="token" value="${formToken(site, 'import')}"><label for="list">${say('importFile')}</label><input id="list" name="list" type="file" accept=".opml,.xml,text/xml,application/xml,text/x-opml" required><button>${say('importDo')}</button></form>`
}

/** GET /owner/import/ID: what became of each subscription of a list. */
export const importedRoute: PageRoute = {
  path: '/owner/import/:id',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  needs: 'editor',
  make: async (site, c, viewer) => {
    const id = c.req.param('id') ?? ''
    const job = (/^\d{1,15}$/.test(id) ? await jobById(site.store, Number(id)) : null) ?? notFound('import', id)
    if (job.kind !== 'import-feeds') notFound('import', id)
    const { name } = job.payload as { name?: unknown } // our own form wrote it
    const crumbs = [
      { name: say('home'), path: '/' },
      { name: say('importTitle'), path: '/owner/import' },
    ]
    const waits = job.state === 'queued' || job.state === 'running'
    const body = waits
      ? html`<p role="status">${say('importReading')}</p>${lookAgain(c, job.createdMs, site.now())}`
      : await outcome(site, job)
    const main = html`${breadcrumb(crumbs)}<h1 dir="auto">${String(name ?? '')}</h1>${ownerNav(viewer, '/owner/import')}${body}`
    return { parts: { title: say('importTitle'), path: `/owner/import/${job.id}`, main, noIndex: true } }
  },
}

async function outcome(site: Site, job: JobRow): Promise<Html> {
  if (job.state === 'failed') return html`<p class="reason">${programText(job.reason ?? '')}</p>${importForm(site)}`
  const told = (await jobData(site.store, job.id)) as FeedImport | null // our own job wrote it
  if (!told?.feeds) return html`<p class="empty">${say('previewLost')}</p>`
  const of = (which: ImportedFeed['outcome']) => told.feeds.filter((feed) => feed.outcome === which)
  const [refused, added, known] = [of('refused'), of('added'), of('known')]
  const shown = [...refused, ...added, ...known].slice(0, SHOWN)
  const rest = told.feeds.length - shown.length
  return html`<p>${say('importAdded', { n: added.length })} ${say('importKnown', { n: known.length })} ${say('importRefused', { n: refused.length })}</p>
${told.left > 0 ? html`<p class="reason">${say('importLeft', { n: told.left })}</p>` : ''}${added.length > 0 ? html`<p class="ui"><a href="/welcome/filling">${say('importWatch')}</a></p>` : ''}
<ul class="jobs lined ui">${shown.map(feedLine)}</ul>${rest > 0 ? html`<p class="soft ui">${say('doctorMore', { n: rest })}</p>` : ''}`
}

function feedLine({ url, title, folder, outcome, reason }: ImportedFeed): Html {
  return html`<li class="${outcome === 'refused' ? 'reason' : ''}"><b>${say(`imported${outcome}`)}</b> ${title === null ? '' : html`<bdi>${title}</bdi> `}<span class="soft"><bdi>${url}</bdi>${folder === null ? '' : html` · <bdi>${folder}</bdi>`}</span>${reason === null ? '' : html` ${programText(reason)}`}</li>`
}
