import { html } from 'hono/html'
import { z } from 'zod'
import { sectionOf } from '../editions/sections.ts'
import { sectionList } from '../lists/section.ts'
import { hourChart } from '../views/charts.ts'
import { storyCollection } from '../views/json-ld.ts'
import { breadcrumb } from '../views/layout.ts'
import { historyPath, sectionPath } from '../views/links.ts'
import { say, sectionName } from '../views/messages.ts'
import { storyRow } from '../views/rows.ts'
import { KEEP_LIST_MS, notFound, type PageRoute } from './page.ts'

/** A place in the ranking, as it stands in an address: `value_id`. */
const Cursor = z
  .string()
  .regex(/^-?\d{1,9}(?:\.\d{1,20})?_\d{1,15}$/, 'is not a place in a list')
  .transform((text) => {
    const [value = '0', id = '0'] = text.split('_')
    return { value: Number(value), id: Number(id) }
  })
const Query = z.object({ after: Cursor.optional() })

/** GET /section/SLUG?after=PLACE: a section's stories by rank, 25 a page. 404 for a section that is none. */
export const sectionRoute: PageRoute = {
  path: '/section/:slug',
  asks: ['after'],
  keepMs: KEEP_LIST_MS,
  make: async (site, c) => {
    const slug = c.req.param('slug') ?? ''
    const { after } = Query.parse(c.req.query())
    const list = (await sectionList(site, slug, after)) ?? notFound('section', slug)
    const name = sectionName(slug)
    const path = sectionPath(slug)
    const isOwn = sectionOf(site, slug)?.section === null
    const now = site.now()
    const more = list.next
      ? html`<p class="pager ui"><a href="${path}?after=${list.next.value}_${list.next.id}">${say('olderStories')}</a></p>`
      : ''
    const main = html`${breadcrumb([{ name: say('home'), path: '/' }])}
<h1>${name}</h1>
<p class="soft ui lede">${say(isOwn ? 'sectionOwnNote' : 'sectionNote')}</p>${after || isOwn ? '' : html`${list.series ? hourChart(list.series) : ''}<p class="ui"><a href="${historyPath({ kind: 'section', slug })}">${say('historyLink')}</a></p>`}
<div class="list">${list.rows.length === 0 ? html`<p class="empty">${say('empty')}</p>` : list.rows.map((row) => storyRow(row, now, { level: 2 }))}</div>${more}`
    return {
      parts: {
        title: name,
        path,
        main,
        crumbs: [{ name: say('home'), path: '/' }],
        jsonLd: storyCollection(
          site,
          name,
          path,
          list.rows.map((row) => row.story),
        ),
        feed: path,
        current: slug,
        description: `${name}: ${site.brand.tagline}`,
      },
    }
  },
}
