import { html, raw } from 'hono/html'
import { z } from 'zod'
import { sectionsOf } from '../editions/sections.ts'
import { type RankingList, rankingList } from '../lists/ranking.ts'
import {
  RANKING_QUERY,
  RANKING_WINDOWS,
  type RankingAsked,
  rankingAsked,
  rankingSearch,
} from '../lists/ranking-asked.ts'
import { AtParam, momentParts, siteAt } from '../past.ts'
import type { Site } from '../site.ts'
import { storyCollection } from '../views/json-ld.ts'
import type { Html } from '../views/layout.ts'
import { languageName, say, sectionName } from '../views/messages.ts'
import { phrase } from '../views/phrases.ts'
import { reasonText } from '../views/reasons.ts'
import { storyRow } from '../views/rows.ts'
import { KEEP_LIST_MS, type PageRoute } from './page.ts'

const Query = z.object({ ...RANKING_QUERY, at: AtParam })

/** GET /ranking?window=hour|day|week&section=&tag=&language=&at=: what matters most, each story with its reason. */
export const rankingRoute: PageRoute = {
  path: '/ranking',
  asks: [...Object.keys(RANKING_QUERY), 'at'],
  keepMs: KEEP_LIST_MS,
  make: async (present, c) => {
    const query = Query.parse(c.req.query())
    const site = await siteAt(present, query.at)
    const asked = rankingAsked(query)
    const list = await rankingList(site, asked)
    const now = site.now()
    const note = say(`rankingNote${asked.window}`)
    const main = html`<h1>${list.tag ? phrase('titleOf', { what: say('ranking'), name: html`<bdi>${list.tag.name}</bdi>` }) : say('ranking')}</h1><p class="soft ui lede">${note}</p>
${filters(site, list)}
${list.rows.length === 0 ? html`<p class="empty">${say('empty')}</p>` : html`<ol class="list numbered">${list.rows.map((row) => html`<li>${storyRow(row, now, { level: 2, why: reasonText(row.reason) })}</li>`)}</ol>`}`
    return {
      parts: {
        ...momentParts(site, '/ranking', new URLSearchParams(rankingSearch(asked))),
        title: say('ranking'),
        path: `/ranking${rankingSearch(asked)}`,
        main,
        jsonLd: storyCollection(
          site,
          say('ranking'),
          `/ranking${rankingSearch(asked)}`,
          list.rows.map((row) => row.story),
        ),
        feed: '/ranking',
        feedSearch: rankingSearch(asked),
        current: 'ranking',
        description: note,
      },
    }
  },
}

/** Languages that are offered: an edition of more has its address to ask by. */
const LANGUAGES = 12

function filters(site: Site, { asked, tag, languages }: RankingList): Html {
  const offered = asked.language === null || languages.includes(asked.language) ? languages : [asked.language]
  const isMixed = offered.length > 1 || asked.language !== null
  return html`<nav class="filters ui" aria-label="${say('filter')}">
${line(asked, say('filterWindow'), 'window', RANKING_WINDOWS, (window) => say(`window${window}`))}
${line(asked, say('filterSection'), 'section', [null, ...sectionsOf(site).flatMap((shown) => shown.section ?? [])], sectionName)}
${isMixed ? line(asked, say('filterLanguage'), 'language', [null, ...offered.slice(0, LANGUAGES)], languageName) : ''}
${tag ? line(asked, say('filterTag'), 'tag', [null, tag.slug], () => tag.name) : ''}</nav>`
}

function line<Name extends keyof RankingAsked>(
  asked: RankingAsked,
  title: string,
  name: Name,
  values: readonly RankingAsked[Name][],
  nameOf: (value: NonNullable<RankingAsked[Name]>) => string,
): Html {
  const links = values.map((value) => {
    const isHere = name === 'tag' ? (asked.tag === null) === (value === null) : asked[name] === value
    return html`<a href="/ranking${rankingSearch({ ...asked, [name]: value })}"${isHere ? raw(' aria-current="true"') : ''}>${value === null ? say('all') : html`<bdi>${nameOf(value)}</bdi>`}</a> `
  })
  return html`<p><span class="soft">${title}</span> ${links}</p>`
}
