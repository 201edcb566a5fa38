import { html } from 'hono/html'
import { tagList } from '../lists/tag.ts'
import { hourChart } from '../views/charts.ts'
import { storyCollection } from '../views/json-ld.ts'
import { breadcrumb } from '../views/layout.ts'
import { historyPath, tagPath } from '../views/links.ts'
import { say } from '../views/messages.ts'
import { hideButton, storyRow } from '../views/rows.ts'
import { watchForm } from '../views/watch.ts'
import { KEEP_LIST_MS, notFound, type PageRoute } from './page.ts'

/** GET /tag/SLUG: what is told of a person, place or thing, and what stands beside it. 404 where there is none. */
export const tagRoute: PageRoute = {
  path: '/tag/:slug',
  asks: [],
  keepMs: KEEP_LIST_MS,
  make: async (site, c, viewer) => {
    const slug = c.req.param('slug') ?? ''
    const list = (await tagList(site, slug)) ?? notFound('tag', slug)
    const { tag } = list
    const path = tagPath(tag.slug)
    if (tag.slug !== slug) return { movedTo: path }
    const now = site.now()
    const main = html`${breadcrumb([{ name: say('home'), path: '/' }])}
<h1><bdi>${tag.name}</bdi></h1>
<p class="meta soft">${say(tag.kind)} · ${say('tagArticles', { n: tag.articleCount })}${viewer.mayEdit ? html` · <a href="${path}/shape">${say('shape')}</a>` : ''}</p>
<div class="cols"><div>
${list.series ? hourChart(list.series) : ''}
<div class="acts ui">${watchForm(site, 'tag', tag.slug)}${hideButton('tags', tag.slug, tag.name)} <a href="${historyPath({ kind: 'tag', slug: tag.slug })}">${say('historyLink')}</a></div>
<section><h2>${say('storiesWith', { name: tag.name })}</h2>
${list.rows.length === 0 ? html`<p class="empty">${say('empty')}</p>` : list.rows.map((row) => storyRow(row, now))}</section>
</div><aside aria-label="${say('standsBeside')}">
${list.beside.length === 0 ? '' : html`<h2>${say('standsBeside')}</h2><p class="tags ui">${list.beside.map((one) => html`<a href="${tagPath(one.slug)}"><bdi>${one.name}</bdi></a> `)}</p>`}
</aside></div>`
    return {
      parts: {
        title: tag.name,
        path,
        main,
        crumbs: [{ name: say('home'), path: '/' }],
        jsonLd: storyCollection(
          site,
          tag.name,
          path,
          list.rows.map((row) => row.story),
        ),
        feed: path,
        description: say('storiesWith', { name: tag.name }),
      },
    }
  },
}
