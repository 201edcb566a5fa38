import { html } from 'hono/html'
import { z } from 'zod'
import type { ArticleCard, StoryCard } from '../../model/card.ts'
import { type Family, type StoryList, storyList } from '../lists/story.ts'
import { shownCounts } from '../lists/story-rows.ts'
import { AtParam, momentParts, siteAt } from '../past.ts'
import type { Site } from '../site.ts'
import { burstWords } from '../views/burst-words.ts'
import { hourChart, voices } from '../views/charts.ts'
import { type Crumb, storyData } from '../views/json-ld.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { articlePath, historyPath, sectionPath, storyPath, tagPath } from '../views/links.ts'
import { say, sectionName } from '../views/messages.ts'
import { languageAttributes, marksView, readersView } from '../views/rows.ts'
import { changesView, coverView, daysView, voicesView } from '../views/telling.ts'
import { timeTag } from '../views/times.ts'
import { watchForm } from '../views/watch.ts'
import { KEEP_CONTENT_MS, notFound, type PageRoute } from './page.ts'

const Query = z.object({ at: AtParam })

/** GET /story/KEY?at=: one story with every voice in order of time and its copies under it. Merged stories redirect. */
export const storyRoute: PageRoute = {
  path: '/story/:key',
  asks: ['at'],
  keepMs: KEEP_CONTENT_MS,
  make: async (present, c, viewer) => {
    const site = await siteAt(present, Query.parse(c.req.query()).at)
    const key = c.req.param('key') ?? ''
    const list = (await storyList(site, key)) ?? notFound('story', key)
    if ('movedTo' in list) return { movedTo: storyPath(list.movedTo) }
    const { story } = list
    const path = storyPath(story.key)
    const description = `${say('independent', { n: story.independentCount })} · ${say('copies', { n: story.copyCount })}`
    return {
      parts: {
        ...momentParts(site, path),
        title: story.title,
        path,
        main: storyView(site, list, viewer.mayEdit),
        feed: path,
        current: story.section,
        description,
        openGraph: { 'og:type': 'article', 'og:description': description },
        crumbs: crumbsOf(story),
        jsonLd: storyData(
          site,
          story,
          list.families.map(({ original }) => original),
        ),
      },
    }
  },
}

function crumbsOf({ section }: StoryCard): Crumb[] {
  return [
    { name: say('home'), path: '/' },
    { name: sectionName(section), path: sectionPath(section) },
  ]
}

function storyView(site: Site, list: StoryList, mayEdit: boolean): Html {
  const { story } = list
  const now = site.now()
  const partial =
    list.shownArticles < story.articleCount
      ? html`<p class="soft ui">${say('partOf', { shown: list.shownArticles, all: story.articleCount })}</p>`
      : ''
  return html`${breadcrumb(crumbsOf(story))}
<h1${languageAttributes(story.language)}>${story.title}</h1>
<div class="cols" data-read="${story.key}" data-together="${site.countsReading ? 'on' : 'off'}"><div>
<p class="tally ui">${voices(story.independentCount, story.copyCount)}<span><b>${say('independent', { n: story.independentCount })}</b> · ${story.copyCount === 0 ? say('noCopies') : say('copies', { n: story.copyCount })} · ${say('storyTold', { owners: say('owners', { n: story.ownerCount }) })}${readersView(shownCounts(site, story))}</span>
<span class="soft">${timeTag(story.firstSeenMs, now)} – ${timeTag(story.lastSeenMs, now)}</span></p>
${list.burst ? html`<p class="evidence ui">${burstWords(list.burst)} <span class="soft">(${timeTag(list.burst.tickMs, now)})</span></p>` : ''}
${coverView(list.telling)}
${list.series ? hourChart(list.series) : ''}
${daysView(list.telling)}
${voicesView(list.telling)}
${changesView(list.telling, now)}
<section><h2>${say('timeline')}</h2><p class="soft ui">${say('timelineNote')}</p>${partial}${list.outside.size === 0 ? '' : html`<p class="soft ui">${say('outsideEditionNote', { n: list.outside.size, all: list.shownArticles })}</p>`}
<ol class="line">${list.families.map((family) => familyView(family, list.outside, now))}</ol></section>
</div><aside aria-label="${say('aboutTags')}">
${list.tags.length === 0 ? '' : html`<h2>${say('aboutTags')}</h2><p class="tags ui" data-tags>${list.tags.map((tag) => html`<a href="${tagPath(tag.slug)}"><bdi>${tag.name}</bdi></a> `)}</p>`}
<p class="ui"><a href="/explain${storyPath(story.key)}">${say('whyRanked')}</a></p>
<p class="ui"><a href="${historyPath({ kind: 'story', slug: story.key })}">${say('historyLink')}</a></p>
${watchForm(site, 'story', story.key)}
${mayEdit ? html`<p class="ui"><a href="${storyPath(story.key)}/shape">${say('shape')}</a></p>` : ''}
</aside></div>`
}

/** Copies under one text before they are folded away. */
const OPEN_COPIES = 0

function familyView({ original, copies }: Family, outside: ReadonlySet<number>, now: number): Html {
  const outsideNote = (id: number) =>
    outside.has(id) ? html` <span class="soft">(${say('outsideEdition')})</span>` : ''
  const copyList =
    copies.length <= OPEN_COPIES
      ? ''
      : html`<details class="ui"><summary>${say('showCopies', { n: copies.length })}</summary><ul>${copies.map((copy) => html`<li>${timeTag(copy.publishedMs, now)} <bdi>${copy.sourceTitle ?? copy.owner}</bdi>: <a href="${articlePath(copy.key)}"${languageAttributes(copy.language)}>${copy.title}</a> <span class="soft">${copyNote(copy)}</span>${outsideNote(copy.id)}</li>`)}</ul></details>`
  return html`<li${original.copyOf === null ? '' : html` class="copy"`}><span class="when ui">${timeTag(original.publishedMs, now)} · <bdi>${original.sourceTitle ?? original.owner}</bdi>${outsideNote(original.id)}${original.credit && original.credit !== original.sourceTitle ? html` <span class="soft">(${say('crediting', { agency: original.credit })})</span>` : ''}</span>
<h3><a href="${articlePath(original.key)}"${languageAttributes(original.language)}>${original.title}</a>${marksView(original)}</h3>${copyList}</li>`
}

function copyNote(copy: ArticleCard): string {
  const notes = [say('percent', { n: copy.containment * 100 })]
  if (copy.redatedDays !== null && copy.redatedDays > 0) notes.push(say('reDated'))
  if (copy.injectedCount > 0) notes.push(say('tampered'))
  return notes.reduce((first, second) => say('joinPhrases', { first, second }))
}
