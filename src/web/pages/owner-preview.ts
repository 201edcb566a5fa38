import { html, raw } from 'hono/html'
import type { Preview, PreviewEntry } from '../../model/preview.ts'
import { type PreviewPage, previewPage } from '../lists/preview.ts'
import { lookAgain } from '../look-again.ts'
import { formToken } from '../owner.ts'
import type { Site } from '../site.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { safeUrl, sourcePath } from '../views/links.ts'
import { decimal, languageName, type MessageKey, say, sectionName } from '../views/messages.ts'
import { programText } from '../views/program-text.ts'
import { languageAttributes } from '../views/rows.ts'
import { claimText } from '../views/times.ts'
import { notFound, type PageRoute } from './page.ts'

/** Words under which a text is a stub: what a list shows of it is all there is. */
const STUB_WORDS = 60

/** GET /sources/preview/ID: what an address is and what would come from it, before it is added. */
export const previewRoute: PageRoute = {
  path: '/sources/preview/:id',
  asks: [],
  keepMs: 0,
  isPrivate: true,
  needs: 'editor',
  make: async (site, c) => {
    const id = c.req.param('id') ?? ''
    const page = (await previewPage(site, id)) ?? notFound('preview', id)
    const { job, preview } = page
    const waits = job.state === 'queued' || job.state === 'running'
    const body = waits
      ? html`<p role="status">${say('previewReading')}</p>${lookAgain(c, job.createdMs, site.now())}`
      : preview === null
        ? html`<p class="reason">${job.reason === null ? say('previewLost') : programText(job.reason)}</p>${againForm(site, page.asked)}`
        : previewView(site, page, preview)
    const crumbs = [
      { name: say('home'), path: '/' },
      { name: say('sources'), path: '/sources' },
    ]
    const main = html`${breadcrumb(crumbs)}<h1>${say('previewTitle')}</h1><p class="ui place-of"><bdi>${page.asked}</bdi></p>${body}`
    return {
      parts: {
        title: say('previewTitle'),
        path: `/sources/preview/${job.id}`,
        main,
        current: 'sources',
        noIndex: true,
      },
    }
  },
}

function againForm(site: Site, url: string): Html {
  return html`<form class="big ui" method="post" action="/sources/preview"><input type="hidden" name="token" value="${formToken(site, 'add')}"><label for="url">${say('addLabel')}</label><input id="url" name="url" type="text" inputmode="url" value="${url}" required maxlength="2000"><button>${say('previewDo')}</button></form>`
}

function previewView(site: Site, page: PreviewPage, preview: Preview): Html {
  if (preview.took === 'nothing')
    return html`<p><strong>${say('tooknothing')}</strong></p><p class="reason">${programText(preview.reason ?? '')}</p>${feedChoice(site, preview)}${againForm(site, page.asked)}`
  return html`${facts(preview)}${addView(site, page, preview)}${feedChoice(site, preview)}
${preview.entries.length === 0 ? '' : html`<section><h2>${say('previewEntries')}</h2><div class="list">${preview.entries.map((entry) => entryView(entry, preview))}</div></section>`}
${preview.issues.length === 0 ? '' : html`<section><h2>${say('previewIssues')}</h2><p class="soft ui">${say('previewIssuesNote')}</p><ul class="ui">${preview.issues.map(({ reason, detail }) => html`<li>${programText(`${reason.replaceAll('-', ' ')}: ${detail}`)}</li>`)}</ul></section>`}`
}

function facts(preview: Preview): Html {
  const rows: (readonly [MessageKey, Html | string] | null)[] = [
    ['previewTook', say(`took${preview.took}`)],
    preview.title === null ? null : ['previewName', html`<bdi>${preview.title}</bdi>`],
    preview.address === preview.url ? null : ['factAddress', html`<bdi>${preview.address}</bdi>`],
    preview.siteUrl === null ? null : ['factSite', linkView(preview.siteUrl)],
    preview.language === null ? null : ['previewLanguage', languageName(preview.language)],
    preview.took === 'page' ? null : ['previewCount', say('entries', { n: preview.entryCount })],
    preview.perWeek === null ? null : ['previewOften', oftenText(preview.perWeek)],
    preview.robots === null ? null : ['previewRobots', say(`robots${preview.robots}`)],
  ]
  return html`<dl class="facts ui">${rows.map((row) => (row ? html`<dt>${say(row[0])}</dt><dd>${row[1]}</dd>` : ''))}</dl>`
}

function oftenText(perWeek: number): string {
  if (perWeek >= 14) return say('oftenDay', { n: Math.round(perWeek / 7) })
  return perWeek >= 1
    ? say('oftenWeek', { n: Math.round(perWeek) })
    : say('oftenSeldom', { rate: decimal(perWeek * 4.35, 1) })
}

function linkView(url: string): Html {
  const href = safeUrl(url)
  return href ? html`<a href="${href}" rel="noopener nofollow"><bdi>${url}</bdi></a>` : html`<bdi>${url}</bdi>`
}

/** The form that adds it, or the source that reads it already. */
function addView(site: Site, { job, knownId, folders }: PreviewPage, preview: Preview): Html {
  if (knownId !== null)
    return html`<p class="ui note">${say('previewKnown')} <a href="${sourcePath(knownId)}">${say('previewKnownLink')}</a></p>`
  const folder =
    preview.took === 'page' || preview.took === 'feed-list'
      ? ''
      : html`<label for="folder">${say('previewFolder')}</label><input id="folder" name="folder" list="folders" maxlength="200"><datalist id="folders">${folders.map((one) => html`<option value="${one}"></option>`)}</datalist>`
  return html`<form class="big ui" method="post" action="/sources/preview/${job.id}/add"><input type="hidden" name="token" value="${formToken(site, `preview:${job.id}`)}">${folder}<button>${say('previewAdd')}</button> <a href="/sources">${say('previewNot')}</a></form>`
}

/** The feeds that a page names, to choose another than the first. */
function feedChoice(site: Site, { feeds, address, took }: Preview): Html | string {
  if (feeds.length < 2 && took !== 'page' && took !== 'nothing') return ''
  if (feeds.length === 0) return ''
  const one = ({ url, title }: Preview['feeds'][number]) =>
    html`<li><label><input type="radio" name="url" value="${url}"${url === address ? raw(' checked') : ''} required> ${title === null ? '' : html`<bdi>${title}</bdi> `}<span class="soft"><bdi>${url}</bdi></span></label></li>`
  return html`<form class="choose ui" method="post" action="/sources/preview"><input type="hidden" name="token" value="${formToken(site, 'add')}"><fieldset class="choose"><legend>${say('previewFeeds', { n: feeds.length })}</legend><ul>${feeds.map(one)}</ul></fieldset><button>${say('previewOther')}</button></form>`
}

function entryView(entry: PreviewEntry, preview: Preview): Html {
  const href = safeUrl(entry.url)
  const title = html`<span${languageAttributes(entry.language)}>${entry.title}</span>`
  const date = entry.published === null ? say('previewUndated') : claimText(entry.published)
  const section = entry.from === 'none' ? '' : html` · ${sectionName(entry.section)}`
  const language =
    entry.language === 'und' || entry.language === preview.language ? '' : html` · ${languageName(entry.language)}`
  return html`<article class="hit"><h3>${href ? html`<a href="${href}" rel="noopener nofollow">${title}</a>` : title}</h3>
<p class="meta">${date}${section}${language} · ${textNote(entry)}</p>${entry.summary === '' ? '' : html`<p${languageAttributes(entry.language)}>${entry.summary}</p>`}
${entry.tags.length === 0 ? '' : html`<p class="meta">${say('previewIn')} ${entry.tags.map((tag, at) => html`${at === 0 ? '' : ' · '}<bdi>${tag}</bdi>`)}</p>`}${entry.reason === null ? '' : html`<p class="meta reason">${programText(entry.reason)}</p>`}</article>`
}

/** How much of a text there is, and where it is from: a page that gives a few words only is a note, or stands behind a wall. */
function textNote({ from, wordCount }: PreviewEntry): string {
  if (from === 'none') return say('textnone')
  const key = wordCount < STUB_WORDS ? `${from}Stub` : from
  return say(`text${key as 'feed' | 'page' | 'feedStub' | 'pageStub'}`, { n: wordCount }) // of the two kinds that are left
}
