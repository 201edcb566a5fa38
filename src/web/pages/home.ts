import { html } from 'hono/html'
import { z } from 'zod'
import { type HomeList, homeList } from '../lists/home.ts'
import { ALL_SECTIONS } from '../lists/pack.ts'
import { rankingReason } from '../lists/ranking.ts'
import type { StoryRow } from '../lists/story-rows.ts'
import { AtParam, momentParts, siteAt } from '../past.ts'
import { type PictureLinks, pictureLinks } from '../pictures/picture-address.ts'
import type { Site } from '../site.ts'
import { editionLine, LARGE_SPARK, sparkline } from '../views/charts.ts'
import { webSite } from '../views/json-ld.ts'
import type { Html } from '../views/layout.ts'
import { sectionPath, storyPath, tagPath } from '../views/links.ts'
import { decimal, say, sectionName } from '../views/messages.ts'
import { PICTURE_SIZES, pictureView } from '../views/picture.ts'
import {
  burstLine,
  counts,
  firstLine,
  hideable,
  languageAttributes,
  ownList,
  rankedList,
  storyRow,
} from '../views/rows.ts'
import { KEEP_LIST_MS, type PageRoute } from './page.ts'

const Query = z.object({ at: AtParam })

/** GET /?at=: what rises, what matters by section, the ranking, the newest. */
export const homeRoute: PageRoute = {
  path: '/',
  asks: ['at'],
  keepMs: KEEP_LIST_MS,
  make: async (now, c) => {
    const site = await siteAt(now, Query.parse(c.req.query()).at)
    const list = await homeList(site)
    return {
      parts: {
        ...momentParts(site, '/'),
        title: site.brand.name,
        path: '/',
        description: site.brand.tagline,
        feed: '/index',
        main: homeView(site, list),
        jsonLd: webSite(site),
      },
    }
  },
}

function homeView(site: Site, list: HomeList): Html {
  const now = site.now()
  const isEmpty = list.ranking.length === 0
  const isQuiet = list.rising.length === 0
  const [lead, ...others] = isQuiet ? list.leading : list.rising
  const whyOf = (row: StoryRow) => (isQuiet ? '' : burstLine(list.bursts.get(row.story.key)))
  return html`<h1 class="hush">${site.brand.name}: ${site.brand.tagline}</h1>
${list.series ? editionLine(list.series) : ''}
<div class="cols"><div>
${isEmpty ? html`<p class="empty">${say('emptyHome')} <a href="/sources#add">${say('addTitle')}</a></p>` : ''}
${lead ? html`<section><h2>${isQuiet ? html`<a href="/ranking">${say('lead')}</a> <span>${say('nothingRises')}</span>` : html`<a href="/pulse">${say('risingNow')}</a> <span>${say(site.edition ? 'risingNoteEdition' : 'risingNote')}</span>`}</h2>${leadView(lead, { why: whyOf(lead), nowMs: now, pictures: pictureLinks(site) })}${others.map((row) => storyRow(row, now, { why: whyOf(row) }))}</section>` : ''}
<div class="pairs">${list.sections.map(
    ({ section, rows }) =>
      html`<section><h2><a href="${sectionPath(section)}">${sectionName(section)}</a></h2>${rows.map((row) => storyRow(row, now))}</section>`,
  )}</div>
${list.newest.length > 0 ? html`<section><h2>${say('newest')}</h2>${list.newest.map((row) => storyRow(row, now))}</section>` : ''}
</div><aside aria-label="${say('ranking')}">
${isEmpty ? '' : html`<h2><a href="/ranking">${say('ranking')}</a></h2>${rankedList(list.ranking.map((story) => ({ story, reason: rankingReason(story) })))}`}
${tagsView(list)}
${forYouView(site, list)}
</aside></div>`
}

/** The strongest story, large, with its day as a line of its own. */
type Lead = { why: string; nowMs: number; pictures: PictureLinks | null }

function leadView(row: StoryRow, { why, nowMs, pictures }: Lead): Html {
  const { story, first } = row
  const picture =
    pictures && first?.image
      ? pictureView(pictures, { address: first.image, alt: '', sizes: PICTURE_SIZES.lead, isFirst: true })
      : null
  const language = languageAttributes(story.language)
  return html`<article class="lead"${hideable(row)}><h3><a href="${storyPath(story.key)}"${language}>${story.title}</a></h3>
<div><p class="meta">${counts(story)}${first ? html` · ${firstLine(first, nowMs)}` : ''}${why === '' ? '' : html`<span class="why">${why}</span>`}</p>
${first && first.summary !== '' ? html`<p dir="auto">${first.summary}</p>` : ''}</div>${picture === null ? '' : html`<a class="thumb" href="${storyPath(story.key)}" tabindex="-1" aria-hidden="true">${picture}</a>`}${sparkline(row.series, LARGE_SPARK)}</article>`
}

function tagsView(list: HomeList): Html | string {
  if (list.tags.length === 0) return ''
  return html`<h2>${say('peopleRising')}</h2><ul class="rise ui">${list.tags.map(
    (tag) =>
      html`<li><a href="${tagPath(tag.slug)}"><bdi>${tag.name}</bdi></a> <span class="soft">${say('tagRises', { seen: Math.round(tag.seen), usual: tag.expected < 3 ? decimal(tag.expected, 1) : Math.round(tag.expected) })}</span></li>`,
  )}</ul>`
}

function forYouView(site: Site, list: HomeList): Html | string {
  if (list.forYou.length === 0) return ''
  const entries = list.forYou.map((story) => ({
    story,
    reason: {
      code: 'newest' as const,
      values: [],
      text: `new in ${sectionName(story.section)}`,
      said: { is: 'section-new' as const, section: story.section },
    },
  }))
  return html`<h2>${say('forYou')}</h2>${ownList({ pack: ALL_SECTIONS, note: say('forYouNote'), counted: site.countsReading ? 'for-you' : null }, entries)}`
}
