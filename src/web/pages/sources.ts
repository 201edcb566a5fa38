import { html, raw } from 'hono/html'
import type { FeedRow } from '../../model/card.ts'
import type { EpochMs } from '../../model/time.ts'
import type { FeedHealth } from '../../store/feed-health.ts'
import { FEED_ORDERS } from '../../store/feed-lists.ts'
import {
  NO_FOLDER,
  SOURCE_STATES,
  SOURCES_ASKS,
  type SourcesAsked,
  type SourcesPage,
  sourcesPage,
} from '../lists/sources.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { lengthOfTime, percentText } from '../views/amounts.ts'
import { jobLine } from '../views/jobs.ts'
import type { Html } from '../views/layout.ts'
import { sourcePath } from '../views/links.ts'
import { type MessageKey, say } from '../views/messages.ts'
import { ownerNav } from '../views/owner-pages.ts'
import { phrase } from '../views/phrases.ts'
import { programText } from '../views/program-text.ts'
import { daysLine, isPolled, perWeek, sourceName } from '../views/sources.ts'
import { timeTag } from '../views/times.ts'
import { KEEP_LIST_MS, type PageRoute } from './page.ts'

/** GET /sources: what is read and how it does, what needs somebody first; for who may edit also what changes it. */
export const sourcesRoute: PageRoute = {
  path: '/sources',
  asks: SOURCES_ASKS,
  keepMs: KEEP_LIST_MS,
  make: async (site, c, viewer) => {
    const page = await sourcesPage(site, c.req.query(), viewer)
    const main = html`<h1>${say('sourcesTitle')}</h1>${ownerNav(viewer, '/sources')}<p class="soft ui lede">${say('sourcesLead')}</p>
<section id="add">${viewer.mayEdit ? addForm(site) : html`<p class="ui note">${say('ownerOnly')} <a href="/owner">${say('ownerHow')}</a></p>`}</section>
${page.jobs.length === 0 ? '' : html`<section><h2>${say('jobs')}</h2><ul class="jobs ui">${page.jobs.map((job) => html`<li>${jobLine(job, site.now())}</li>`)}</ul></section>`}
${filters(page)}
${page.rows.length === 0 ? html`<p class="empty">${say(isFiltered(page.asked) ? 'sourcesNoneSo' : 'sourcesNone')}</p>` : viewer.mayEdit ? chosenForm(site, page) : table(site, page, false)}
${page.next === null ? '' : html`<p class="pager ui"><a href="${addressOf(page.asked, page.next)}" rel="next">${say('sourcesMore')}</a></p>`}`
    const title = say('sourcesTitle')
    return {
      parts: { title, path: '/sources', main, feed: '/sources', current: 'sources', description: say('sourcesLead') },
    }
  },
}

function addForm(site: Site): Html {
  return html`<form class="big ui" method="post" action="/sources/add"><input type="hidden" name="token" value="${formToken(site, 'add')}">
<label for="url">${say('addLabel')}</label><input id="url" name="url" type="text" inputmode="url" required maxlength="2000" placeholder="https://" autocapitalize="off" spellcheck="false"><button formaction="/sources/preview">${say('previewDo')}</button><button class="quiet">${say('add')}</button><p class="soft">${say('addNote')} <a href="/welcome">${say('addStarter')}</a> · <a href="/owner/import">${say('addList')}</a></p></form>`
}

const isFiltered = (asked: SourcesAsked): boolean =>
  asked.state !== undefined || asked.folder !== undefined || asked.query !== ''

function addressOf(asked: SourcesAsked, after: string): string {
  const parts: [string, string | undefined][] = [
    ['order', asked.order],
    ['state', asked.state],
    ['folder', asked.folder === null ? NO_FOLDER : asked.folder],
    ['q', asked.query === '' ? undefined : asked.query],
    ['after', after],
  ]
  return `/sources?${new URLSearchParams(parts.filter((part): part is [string, string] => part[1] !== undefined))}`
}

function filters({ asked, folders }: SourcesPage): Html {
  const option = (value: string, name: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen ? raw(' selected') : ''}>${name}</option>`
  const folder =
    folders.length === 0
      ? ''
      : html`<label>${say('sourcesFolder')} <select name="folder">${option('', say('all'), asked.folder === undefined)}${option(NO_FOLDER, say('sourcesNoFolder'), asked.folder === null)}${folders.map((one) => option(one.folder, one.folder, one.folder === asked.folder))}</select></label>`
  return html`<form class="sift ui" method="get" action="/sources"><label>${say('sourcesFind')} <input type="search" name="q" value="${asked.query}" maxlength="200"></label>
<label>${say('sourcesState')} <select name="state">${option('', say('all'), asked.state === undefined)}${SOURCE_STATES.map((state) => option(state, say(`sift${state}`), state === asked.state))}</select></label>
${folder}<label>${say('sourcesOrder')} <select name="order">${FEED_ORDERS.map((order) => option(order, say(`order${order}`), order === asked.order))}</select></label> <button>${say('sourcesShow')}</button></form>`
}

/** The table with a box before each row, and what can be done with those that are chosen. */
function chosenForm(site: Site, page: SourcesPage): Html {
  return html`<form class="several" method="post" action="/sources/several"><input type="hidden" name="token" value="${formToken(site, 'several')}">
${table(site, page, true)}
<fieldset class="acts ui"><legend>${say('severalTitle')}</legend><button name="do" value="poll">${say('pollNow')}</button> <button name="do" value="pause">${say('pause')}</button> <button name="do" value="resume">${say('resume')}</button>
<label>${say('severalFolder')} <input name="folder" list="folders" maxlength="200" size="16"></label> <button name="do" value="move">${say('severalMove')}</button><datalist id="folders">${page.folders.map(({ folder }) => html`<option value="${folder}"></option>`)}</datalist>
<details><summary>${say('severalRemove')}</summary><p>${say('severalRemoveNote')} <button name="do" value="remove">${say('severalRemoveDo')}</button></p></details></fieldset></form>`
}

/** Columns beside the source's name; `wide` ones give way on small screens, where the source's own page has them. */
const COLUMNS: readonly (readonly [MessageKey, string])[] = [
  ['healthWeek', 'num'],
  ['healthLine', 'mid'],
  ['healthNew', 'mid'],
  ['healthDelay', 'wide num'],
  ['healthCopies', 'wide num'],
  ['healthDoubted', 'wide num'],
  ['healthRead', 'wide'],
]

function table(site: Site, { rows }: SourcesPage, mayEdit: boolean): Html {
  const now = site.now()
  const head = COLUMNS.map(([name, kind]) => html`<th scope="col" class="${kind}">${say(name)}</th>`)
  return html`<table class="feeds"><caption class="hush">${say('sourcesTitle')}</caption><thead><tr>${mayEdit ? html`<th class="box"><span class="hush">${say('severalChoose')}</span></th>` : ''}<th scope="col">${say('healthSource')}</th>${head}</tr></thead><tbody>${rows.map(({ feed, health }) => row(feed, health, now, mayEdit))}</tbody></table>`
}

function row(feed: FeedRow, health: FeedHealth | undefined, now: EpochMs, mayEdit: boolean): Html {
  const name = sourceName(feed)
  const box = mayEdit
    ? html`<td class="box"><input type="checkbox" name="source" value="${feed.id}" aria-label="${name}"></td>`
    : ''
  const folder = feed.folder === null ? '' : html`<span class="soft"><bdi>${feed.folder}</bdi></span>`
  return html`<tr class="state-${feed.state}">${box}<th scope="row"><a href="${sourcePath(feed.id)}" dir="auto">${name}</a> ${stateView(feed)} ${folder}${feed.reason ? html`<span class="reason">${programText(feed.reason)}</span>` : ''}</th>
<td class="num">${health ? perWeek(health.days) : ''}</td><td class="mid">${health ? daysLine(health.days) : ''}</td><td class="mid">${health?.lastNewMs ? timeTag(health.lastNewMs, now) : '–'}</td>
<td class="wide num">${health?.delayMs == null ? '–' : lengthOfTime(health.delayMs)}</td><td class="wide num">${shareText(health?.copies)}</td><td class="wide num">${shareText(health?.doubted)}</td>
<td class="wide">${readView(feed, now)}</td></tr>`
}

const shareText = (share: number | null | undefined): string => (share == null ? '–' : percentText(share))

/** The state where it needs to be said: a source that reads well is its name alone. */
function stateView(feed: FeedRow): Html | string {
  if (feed.kind === 'demo') return html`<span class="soft">${say('demo')}</span>`
  if (feed.state !== 'ok') return html`<span class="state">${say(`state${feed.state}`)}</span>`
  return isPolled(feed) && feed.lastPolledMs === null ? html`<span class="soft">${say('neverRead')}</span>` : ''
}

function readView(feed: FeedRow, now: EpochMs): Html | string {
  if (!isPolled(feed) || feed.lastPolledMs === null) return '–'
  const next =
    feed.state === 'paused'
      ? ''
      : html` <span class="soft">${phrase('nextRead', { time: timeTag(feed.nextPollMs, now) })}</span>`
  return html`${timeTag(feed.lastPolledMs, now)}${next}`
}
