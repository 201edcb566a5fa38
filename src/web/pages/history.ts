import { html, raw } from 'hono/html'
import { z } from 'zod'
import { DAY_MS } from '../../model/time.ts'
import {
  HISTORY_DAYS,
  HISTORY_KINDS,
  type HistoryDays,
  type HistoryKind,
  type HistoryList,
  historyList,
} from '../lists/history.ts'
import { burstWords } from '../views/burst-words.ts'
import { historyChart, historyTable } from '../views/history-chart.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { burstExplainPath, historyPath, sectionPath, storyPath, tagPath } from '../views/links.ts'
import { decimal, say, sectionName } from '../views/messages.ts'
import { phrase } from '../views/phrases.ts'
import { timeTag } from '../views/times.ts'
import { KEEP_LIST_MS, notFound, type PageRoute } from './page.ts'

const DEFAULT_DAYS = 7
const DAYS = HISTORY_DAYS.map(String)
const Query = z.object({
  days: z
    .string()
    .refine((text) => DAYS.includes(text), `must be one of ${DAYS.join(', ')}`)
    .optional(),
})
const PATHS: Readonly<Record<HistoryKind, (slug: string) => string>> = {
  story: storyPath,
  tag: tagPath,
  section: sectionPath,
}

/** GET /story/KEY/history, /tag/SLUG/history, /section/SLUG/history ?days=: what it brought against what is usual, with every burst. */
export const historyRoutes: readonly PageRoute[] = HISTORY_KINDS.map((kind) => ({
  path: `/${kind}/:slug/history`,
  asks: ['days'],
  keepMs: KEEP_LIST_MS,
  make: async (site, c) => {
    const slug = c.req.param('slug') ?? ''
    const query = Query.parse(c.req.query())
    const days = HISTORY_DAYS.find((one) => String(one) === query.days) ?? DEFAULT_DAYS
    const list = (await historyList(site, { kind, slug, days })) ?? notFound(kind, slug)
    const path = historyPath(list)
    if (list.slug !== slug) return { movedTo: path }
    const name = kind === 'section' ? sectionName(slug) : list.name
    const main = html`${breadcrumb([
      { name: say('home'), path: '/' },
      { name, path: PATHS[kind](slug) },
    ])}
<h1>${phrase('historyOf', { name: html`<bdi>${name}</bdi>` })}</h1>
${spans(list)}${historyChart(list)}
${burstsView(list, site.now())}
<section><h2>${say('numbers')}</h2>${historyTable(list)}</section>`
    return { parts: { title: say('historyOf', { name }), path, main, description: say('historyNote') } }
  },
}))

function spans(list: HistoryList): Html {
  const path = historyPath(list)
  const link = (days: HistoryDays) =>
    html`<a href="${path}${days === DEFAULT_DAYS ? '' : `?days=${days}`}"${days === list.days ? raw(' aria-current="true"') : ''}>${say('days', { n: days })}</a> `
  return html`<nav class="filters ui" aria-label="${say('filter')}"><p>${HISTORY_DAYS.map(link)}</p></nav>`
}

/** Two ticks further apart than this are two bursts. */
const APART_MS = DAY_MS / 2
/** Bursts that are listed, latest first. */
const LISTED = 20

/** Each burst once, by its strongest hour: what goes on for hours is one. */
function burstsView(list: HistoryList, now: number): Html {
  const groups: HistoryList['bursts'][number][][] = []
  for (const burst of list.bursts) {
    const last = groups.at(-1)
    if (last && burst.tickMs - last.at(-1)!.tickMs <= APART_MS) last.push(burst)
    else groups.push([burst])
  }
  const lines = groups
    .toReversed()
    .slice(0, LISTED)
    .map((group) => {
      const strongest = group.reduce((best, one) => (one.score > best.score ? one : best))
      const until = group.length > 1 ? html` – ${timeTag(group.at(-1)!.tickMs, now)}` : ''
      return html`<li>${timeTag(group[0]!.tickMs, now)}${until}: ${burstWords(strongest)} <span class="soft">(${say('scoreOf', { score: decimal(strongest.score, 1) })})</span></li>`
    })
  const none = html`<p class="soft ui">${say('explainBurstsNone')}</p>`
  return html`<section><h2>${say('explainBursts')}</h2>${lines.length === 0 ? none : html`<ul class="ui">${lines}</ul><p class="ui"><a href="${burstExplainPath(list)}">${say('explainBurstLink')}</a></p>`}</section>`
}
