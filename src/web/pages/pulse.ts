import { html, raw } from 'hono/html'
import { z } from 'zod'
import type { TagKind } from '../../model/tag.ts'
import type { BurstArticle } from '../../store/burst-articles.ts'
import type { NamedBurst } from '../../store/page-bursts.ts'
import { sectionsOf } from '../editions/sections.ts'
import { BURST_ARTICLES, type PulseList, type PulseRow, pulseList } from '../lists/pulse.ts'
import {
  PULSE_QUERY,
  PULSE_WINDOWS,
  type PulseAsked,
  type PulseKind,
  pulseAsked,
  pulseSearch,
} from '../lists/pulse-asked.ts'
import { AtParam, momentParts, siteAt } from '../past.ts'
import type { Site } from '../site.ts'
import { burstWords } from '../views/burst-words.ts'
import { sparkline } from '../views/charts.ts'
import type { Html } from '../views/layout.ts'
import { articlePath, burstExplainPath, historyPath, sectionPath, storyPath, tagPath } from '../views/links.ts'
import { decimal, languageName, say, sectionName } from '../views/messages.ts'
import { joined, phrase } from '../views/phrases.ts'
import { languageAttributes } from '../views/rows.ts'
import { timeTag } from '../views/times.ts'
import { KEEP_LIST_MS, type PageRoute } from './page.ts'

const Query = z.object({ ...PULSE_QUERY, at: AtParam })

/** GET /pulse?kind=&section=&language=&window=&hours=&after=&at=: what rises, strongest first, and the texts that made it. */
export const pulseRoute: PageRoute = {
  path: '/pulse',
  asks: [...Object.keys(PULSE_QUERY), 'at'],
  keepMs: KEEP_LIST_MS,
  make: async (present, c) => {
    const query = Query.parse(c.req.query())
    const site = await siteAt(present, query.at)
    const asked = pulseAsked(query)
    const list = await pulseList(site, asked)
    const now = site.now()
    const main = html`<h1>${say('pulseTitle')}</h1><p class="soft ui lede">${say(site.edition ? 'pulseLeadEdition' : 'pulseLead')}</p>
${filters(site, list)}
${site.asOf === undefined ? liveSwitch() : ''}<div id="pulse">${listView(list, now)}</div>`
    return {
      parts: {
        ...momentParts(site, '/pulse', new URLSearchParams(pulseSearch({ ...asked, after: null }))),
        title: say('pulseTitle'),
        path: `/pulse${pulseSearch(asked)}`,
        main,
        feed: '/pulse',
        feedSearch: pulseSearch({ ...asked, after: null }),
        current: 'pulse',
        description: say('pulseLead'),
      },
    }
  },
}

/** Shown only where scripts run, by the style: nothing moves when the script is there. The list is refreshed in its place, and only that it was is said aloud. */
function liveSwitch(): Html {
  return html`<p class="ui live" data-live="/pulse/live" data-said="${say('liveSaid', { time: '{time}' })}"><label><input type="checkbox"> ${say('liveSwitch')}</label> <output class="soft" aria-live="polite"></output></p>`
}

function listView(list: PulseList, now: number): Html {
  if (list.rows.length === 0)
    return html`<p class="empty">${say(list.tickMs === null ? 'pulseNone' : 'pulseNoneSuch')}</p>`
  const more = list.next
    ? html`<p class="pager ui"><a href="/pulse${pulseSearch({ ...list.asked, after: list.next })}">${say('pulseMore')}</a></p>`
    : ''
  return html`<div class="list">${list.rows.map((row) => pulseRow(row, now))}</div>${more}<p class="soft ui">${phrase('pulseAt', { time: timeTag(list.tickMs ?? now, now) })}</p>`
}

function pulseRow(row: PulseRow, now: number): Html {
  const { burst, series, with: along } = row
  const paths = { story: storyPath, tag: tagPath, section: sectionPath }
  const name = burst.kind === 'section' ? sectionName(burst.slug) : burst.name
  const rises =
    along.length === 0
      ? ''
      : html`<span class="why">${phrase('risesWith', { names: joined(along.map((one) => html`<a href="${one.path}"><bdi>${one.path.startsWith('/section/') ? sectionName(one.name) : one.name}</bdi></a>`)) })}</span>`
  return html`<article class="row"><h2><a href="${paths[burst.kind](burst.slug)}" dir="auto">${name}</a></h2>
<p class="meta">${kindName(burst)} · ${burstWords(burst)} · <a href="${burstExplainPath(burst)}">${say('scoreOf', { score: decimal(burst.score, 1) })}</a> · <a href="${historyPath(burst)}">${say('history')}</a>${rises}</p>${sparkline(series)}
${causesView(row, now)}</article>`
}

/** Texts shown under a burst before the others are folded away, and most that are shown at all. */
const OPEN_TEXTS = 3
const SHOWN_TEXTS = 15

function causesView({ articles, burst }: PulseRow, now: number): Html | string {
  if (articles.length === 0) return ''
  const lines = articles.slice(0, SHOWN_TEXTS).map((article) => causeLine(article, now))
  const rest = lines.slice(OPEN_TEXTS)
  const owners = new Set(articles.map((article) => article.owner)).size
  const folded =
    rest.length === 0
      ? ''
      : html`<details class="ui"><summary>${say('causesMore', { n: articles.length - OPEN_TEXTS })}</summary><ul class="causes ui">${rest}</ul>${articles.length > SHOWN_TEXTS ? html`<p class="soft">${say('causesCut', { shown: SHOWN_TEXTS })}</p>` : ''}</details>`
  const isCut = articles.length >= BURST_ARTICLES
  const told = {
    n: articles.length,
    owners: say('owners', { n: owners }),
    hours: say('hours', { n: burst.windowHours }),
  }
  // The pulse counts up to three copies of a text while many of their own speak: its figure may be the higher one.
  const copies = !isCut && Math.round(burst.seen) > articles.length ? ` ${say('causesCopies')}` : ''
  return html`<div class="made"><p class="ui soft">${say(isCut ? 'causesLatest' : 'causes', told)}${copies}</p><ul class="causes ui">${lines.slice(0, OPEN_TEXTS)}</ul>${folded}</div>`
}

function causeLine(article: BurstArticle, now: number): Html {
  return html`<li>${timeTag(article.firstSeenMs, now)} <bdi>${article.source}</bdi>: <a href="${articlePath(article.key)}"${languageAttributes(article.language)}>${article.title}</a></li>`
}

/** What a burst is of: a story's section, a tag's kind, or a section. */
function kindName({ kind, about }: Pick<NamedBurst, 'kind' | 'about'>): string {
  if (kind === 'section') return say('oneSection')
  if (kind === 'story')
    return about === null ? say('oneStory') : say('joinPhrases', { first: say('oneStory'), second: sectionName(about) })
  return say((about ?? 'topic') as TagKind) // a tag's kind is written from Tag.kind alone
}

/** Kinds that the page offers; addresses may name the others too. */
const OFFERED = ['story', 'person', 'place', 'organisation', 'topic', 'section'] as const satisfies readonly PulseKind[]

/** Each line changes one thing and keeps the others: filters combine, and stand in the address. */
function filters(site: Site, { asked, languages }: PulseList): Html {
  const offered =
    asked.language === null || languages.includes(asked.language) ? languages : [asked.language, ...languages]
  return html`<nav class="filters ui" aria-label="${say('filter')}">
${line(asked, say('filterKind'), 'kind', [null, ...OFFERED], (kind) => say(`kind${kind}`))}
${line(asked, say('filterSection'), 'section', [null, ...sectionsOf(site).flatMap((shown) => shown.section ?? [])], sectionName)}
${line(asked, say('filterWindow'), 'window', [null, ...PULSE_WINDOWS], (n) => say('hours', { n }))}
${offered.length > 1 || asked.language !== null ? line(asked, say('filterLanguage'), 'language', [null, ...offered.slice(0, LANGUAGES)], languageName) : ''}
</nav>`
}

/** Languages that are offered: an edition of more has its address to ask by. */
const LANGUAGES = 12

function line<Name extends 'kind' | 'section' | 'window' | 'language', Value extends PulseAsked[Name]>(
  asked: PulseAsked,
  title: string,
  name: Name,
  values: readonly (Value | null)[],
  nameOf: (value: NonNullable<Value>) => string,
): Html {
  const links = values.map((value) => {
    const address = `/pulse${pulseSearch({ ...asked, after: null, [name]: value })}`
    const isHere = asked[name] === value
    return html`<a href="${address}"${isHere ? raw(' aria-current="true"') : ''}>${value === null ? say('all') : nameOf(value)}</a> `
  })
  return html`<p><span class="soft">${title}</span> ${links}</p>`
}
