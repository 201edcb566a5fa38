import { html, raw } from 'hono/html'
import { z } from 'zod'
import { SECTIONS } from '../../model/tag.ts'
import { RANKING_WINDOWS, rankingList } from '../lists/ranking.ts'
import type { Html } from '../views/layout.ts'
import { say, sectionName } from '../views/messages.ts'
import { storyRow } from '../views/rows.ts'
import { KEEP_LIST_MS, type PageRoute } from './page.ts'

const Query = z.object({ window: z.enum(RANKING_WINDOWS).optional(), section: z.enum(SECTIONS).optional() })

/** GET /ranking?window=hour|day|week&section=: what matters most, each story with its reason. */
export const rankingRoute: PageRoute = {
  path: '/ranking',
  asks: ['window', 'section'],
  keepMs: KEEP_LIST_MS,
  make: async (site, c) => {
    const { window = 'day', section = null } = Query.parse(c.req.query())
    const list = await rankingList(site, { window, section })
    const now = site.now()
    const main = html`<h1>${say('ranking')}</h1><p class="soft ui lede">${say(`rankingNote${window}`)}</p>
${filters(window, section)}
${list.rows.length === 0 ? html`<p class="empty">${say('empty')}</p>` : html`<ol class="list numbered">${list.rows.map((row) => html`<li>${storyRow(row, now, { level: 2, why: row.reason.text })}</li>`)}</ol>`}`
    return {
      parts: {
        title: say('ranking'),
        path: '/ranking',
        main,
        feed: '/ranking',
        current: 'ranking',
        description: say(`rankingNote${window}`),
      },
    }
  },
}

function filters(window: string, section: string | null): Html {
  const link = (toWindow: string, toSection: string | null, name: string) => {
    const query = new URLSearchParams()
    if (toWindow !== 'day') query.set('window', toWindow)
    if (toSection !== null) query.set('section', toSection)
    const text = query.toString()
    const isHere = toWindow === window && toSection === section
    return html`<a href="/ranking${text === '' ? '' : `?${text}`}"${isHere ? raw(' aria-current="true"') : ''}>${name}</a> `
  }
  return html`<nav class="filters ui" aria-label="Filter"><p>${RANKING_WINDOWS.map((one) => link(one, section, say(`window${one}`)))}</p>
<p>${link(window, null, say('all'))}${SECTIONS.map((one) => link(window, one, sectionName(one)))}</p></nav>`
}
