import { html } from 'hono/html'
import type { EpochMs } from '../../model/time.ts'
import { type DoctorFacts, doctorFacts, type Finding, findTroubles } from '../lists/doctor.ts'
import { adviceText } from '../views/advice.ts'
import { sizeText } from '../views/amounts.ts'
import { jobName } from '../views/jobs.ts'
import type { Html } from '../views/layout.ts'
import { sourcePath } from '../views/links.ts'
import { type MessageKey, say } from '../views/messages.ts'
import { ownerNav } from '../views/owner-pages.ts'
import { phrase } from '../views/phrases.ts'
import { programText } from '../views/program-text.ts'
import { timeTag } from '../views/times.ts'
import type { PageRoute } from './page.ts'

/** Findings that are shown; with more, something else is wrong than each of them. */
const MAX_FINDINGS = 200

/** GET /owner/doctor: what fails, why, and what to do, as the verb tells it; then what is stored, and on how much room. */
export const doctorRoute: PageRoute = {
  path: '/owner/doctor',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  needs: 'owner',
  make: async (site, _c, viewer) => {
    const [findings, facts] = [await findTroubles(site.store), await doctorFacts(site)]
    const shown = findings.slice(0, MAX_FINDINGS)
    const now = site.now()
    const main = html`<h1>${say('doctorTitle')}</h1>${ownerNav(viewer, '/owner/doctor')}
<section><h2>${findings.length === 0 ? say('doctorFailsNone') : say('doctorFails', { n: findings.length })}</h2>${findings.length === 0 ? html`<p>${say('doctorSound')}</p>` : html`<ul class="findings">${shown.map((one) => findingView(one, now))}</ul>`}
${findings.length > shown.length ? html`<p class="soft ui">${say('doctorMore', { n: findings.length - shown.length })}</p>` : ''}</section>
<section><h2>${say('doctorStore')}</h2>${factsView(facts, now)}</section>
<section><h2>${say('doctorTables')}</h2>${tablesView(facts)}</section>`
    return { parts: { title: say('doctorTitle'), path: '/owner/doctor', main, noIndex: true } }
  },
}

function findingView(one: Finding, now: EpochMs): Html {
  const name = html`<bdi>${one.name}</bdi>`
  const of = html`<bdi>${one.of ?? ''}</bdi>`
  const what =
    one.kind === 'source' && one.id !== null
      ? html`<a href="${sourcePath(one.id)}">${name}</a>`
      : one.kind === 'job'
        ? html`<a href="/owner/jobs">${jobName(one.name)}</a>`
        : phrase(one.kind === 'hub' ? 'doctorHub' : 'doctorDelivery', { name, of })
  const tries = one.tries > 1 ? html` <span class="soft">${say('failures', { n: one.tries })}</span>` : ''
  const next =
    one.nextMs === null
      ? ''
      : html` <span class="soft">${phrase('nextRead', { time: timeTag(one.nextMs, now) })}</span>`
  return html`<li><h3>${what}</h3><p class="reason ui">${programText(one.reason)}${tries}</p><p class="ui">${adviceText(one.advice)}${next}</p></li>`
}

function factsView({ engine, version, counts, machine, lastBackupMs, editions }: DoctorFacts, now: EpochMs): Html {
  const rows: (readonly [MessageKey, Html | string] | null)[] = [
    version === null ? null : ['doctorVersion', version],
    ['doctorEngine', engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'],
    [
      'doctorArticles',
      say('doctorHolds', { articles: counts.articles, stories: counts.stories, sources: counts.feeds }),
    ],
    ['doctorQueue', say('frontJobs', { n: counts.queued })],
    ['doctorPulse', counts.oldestPulseMs === null ? '–' : timeTag(counts.oldestPulseMs, now)],
    [
      'backupTitle',
      html`${lastBackupMs === null ? say('backupNever') : timeTag(lastBackupMs, now)} <a href="/owner/backup">${say('doctorBackupLink')}</a>`,
    ],
    editions.length === 0
      ? null
      : ['doctorEditions', html`${editions.map((one, at) => html`${at > 0 ? html`<br>` : ''}${editionText(one)}`)}`],
    machine?.storeBytes == null ? null : ['doctorFile', sizeText(machine.storeBytes)],
    machine?.diskFreeBytes == null || machine.diskBytes === null
      ? null
      : [
          'doctorDisk',
          say('doctorDiskOf', { free: sizeText(machine.diskFreeBytes), all: sizeText(machine.diskBytes) }),
        ],
  ]
  return html`<dl class="facts ui">${rows.map((row) => (row ? html`<dt>${say(row[0])}</dt><dd>${row[1]}</dd>` : ''))}</dl>`
}

function editionText({ key, articles, stories, waiting }: DoctorFacts['editions'][number]): string {
  const held = { name: key, articles, stories, waiting }
  return waiting === 0 ? say('doctorEdition', held) : say('doctorEditionFilling', held)
}

/** Tables that hold anything, largest first. Their names are the store's own words, the same in every language. */
function tablesView({ engine, tables }: DoctorFacts): Html {
  const shown = tables.filter(({ rows, bytes }) => rows > 0 || (bytes ?? 0) > 0)
  const size = engine === 'postgres' ? html`<th scope="col" class="num">${say('doctorSize')}</th>` : ''
  return html`<table class="figures"><caption class="hush">${say('doctorTables')}</caption><thead><tr><th scope="col">${say('doctorTable')}</th><th scope="col" class="num">${say('doctorRows')}</th>${size}</tr></thead><tbody>${shown.map(({ table, rows, isMore, bytes }) => html`<tr><th scope="row"><code>${table}</code></th><td class="num">${say(isMore ? 'doctorOver' : 'doctorExactly', { rows })}</td>${bytes === null ? '' : html`<td class="num">${sizeText(bytes)}</td>`}</tr>`)}</tbody></table>`
}
