import { html } from 'hono/html'
import { type JobRow, recentJobs } from '../../store/jobs.ts'
import type { KeptBackup } from '../housekeeping.ts'
import { lookAgain } from '../look-again.ts'
import { formToken } from '../owner.ts'
import { sizeText } from '../views/amounts.ts'
import { jobLine } from '../views/jobs.ts'
import type { Html } from '../views/layout.ts'
import { say } from '../views/messages.ts'
import { ownerNav } from '../views/owner-pages.ts'
import { timeTag } from '../views/times.ts'
import type { PageRoute } from './page.ts'

/** Jobs among which the last backup is looked for. */
const JOBS = 100

/** GET /owner/backup: makes a backup, offers those that were made, and says how one is put back. */
export const backupRoute: PageRoute = {
  path: '/owner/backup',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  needs: 'owner',
  make: async (site, c, viewer) => {
    const kept = (await site.housekeeping?.backups.list()) ?? []
    const job = (await recentJobs(site.store, JOBS)).find(({ kind }) => kind === 'backup')
    const runs = job && (job.state === 'queued' || job.state === 'running')
    const now = site.now()
    const main = html`<h1>${say('backupTitle')}</h1>${ownerNav(viewer, '/owner/backup')}<p class="lede">${say('backupLead')}</p>
${runs ? html`<p role="status">${say('backupRuns')}</p>${lookAgain(c, job.createdMs, now)}` : html`<form class="big ui" method="post" action="/owner/backup"><input type="hidden" name="token" value="${formToken(site, 'backup')}"><button>${say('backupMake')}</button></form>`}
${job?.state === 'failed' ? failed(job, now) : ''}
<section><h2>${say('backupKept')}</h2>${kept.length === 0 ? html`<p class="empty">${say('backupNone')}</p>` : html`<ul class="jobs lined ui">${kept.map((one) => fileView(one, now))}</ul>`}<p class="soft ui">${say('backupKeptNote')}</p></section>
<section><h2>${say('backupRestore')}</h2><p class="ui">${say('backupRestoreHow')}</p><pre class="ui command"><code>${restoreCommand(kept[0]?.name)}</code></pre><p class="soft ui">${say('backupRestoreNote')}</p></section>`
    return { parts: { title: say('backupTitle'), path: '/owner/backup', main, noIndex: true } }
  },
}

/** What is typed to put a backup back: the same in every language. */
const restoreCommand = (name = 'trendpulse-monday.zst'): string => `./trendpulse restore ${name}`

const failed = (job: JobRow, now: number): Html => html`<p class="ui">${jobLine(job, now)}</p>`

function fileView({ name, bytes, madeMs }: KeptBackup, now: number): Html {
  return html`<li><a href="/owner/backup/${name}" download>${name}</a> <span class="soft">${sizeText(bytes)} · ${timeTag(madeMs, now)}</span></li>`
}
