import { html } from 'hono/html'
import { feedProgress } from '../../store/feed-lists.ts'
import { jobCounts } from '../../store/jobs.ts'
import { lastBackup } from '../../store/settings.ts'
import { findTroubles } from '../lists/doctor.ts'
import type { Site } from '../site.ts'
import { may, type Viewer } from '../viewer.ts'
import type { Html } from '../views/layout.ts'
import { type MessageKey, say } from '../views/messages.ts'
import { OWNER_PAGES, ownerNav } from '../views/owner-pages.ts'
import { phrase } from '../views/phrases.ts'
import { timeTag } from '../views/times.ts'

/** The front page of who runs the site: each of the pages for it, with how it stands in a word. Seven queries at most, for nobody else. */
export async function ownerFront(site: Site, viewer: Viewer): Promise<Html> {
  const [sources, jobs, backupMs, troubles] = await Promise.all([
    feedProgress(site.store),
    jobCounts(site.store),
    lastBackup(site.store),
    viewer.isOwner ? findTroubles(site.store) : [],
  ])
  const waiting = jobs.queued + jobs.running
  const states: Readonly<Record<string, Html | string>> = {
    '/sources': html`${say('frontSources', { n: sources.feeds })}${sources.failing === 0 ? '' : html` · <span class="reason">${say('frontFailing', { n: sources.failing })}</span>`}`,
    '/owner/jobs': html`${waiting === 0 ? say('frontNoJobs') : say('frontJobs', { n: waiting })}${jobs.failed === 0 ? '' : html` · <span class="reason">${say('frontFailed', { n: jobs.failed })}</span>`}`,
    '/owner/doctor': say(troubles.length === 0 ? 'frontSound' : 'frontUnsound'),
    '/owner/backup':
      backupMs === null ? say('backupNever') : phrase('backupLast', { time: timeTag(backupMs, site.now()) }),
  }
  const card = (path: string, name: MessageKey, about: MessageKey) =>
    html`<li><h2><a href="${path}">${say(name)}</a></h2><p>${say(about)}</p>${states[path] === undefined ? '' : html`<p class="meta">${states[path]}</p>`}</li>`
  const pages = OWNER_PAGES.filter(({ path, needs }) => path !== '/owner' && may(viewer, needs))
  return html`<h1>${say('ownerFrontTitle')}</h1>${ownerNav(viewer, '/owner')}
${sources.feeds === 0 ? html`<p class="lede">${say('frontEmpty')} <a href="/welcome">${say('frontBegin')}</a></p>` : ''}
<ul class="cards ui">${pages.map(({ path, name, about }) => card(path, name, about))}${card('/welcome', 'welcomeAgain', 'welcomeAbout')}${card('/watching', 'watchingTitle', 'watchingAbout')}</ul>`
}
