import { html, raw } from 'hono/html'
import { z } from 'zod'
import { SECTIONS, type TagKind } from '../../model/tag.ts'
import { burstSentence } from '../../pulse/words.ts'
import { PULSE_KINDS, PULSE_WINDOWS, type PulseAsked, type PulseRow, pulseList } from '../lists/pulse.ts'
import { sparkline } from '../views/charts.ts'
import type { Html } from '../views/layout.ts'
import { sectionPath, storyPath, tagPath } from '../views/links.ts'
import { say, sectionName } from '../views/messages.ts'
import { phrase } from '../views/phrases.ts'
import { timeTag } from '../views/times.ts'
import { KEEP_LIST_MS, type PageRoute } from './page.ts'

const Query = z.object({
  kind: z.enum(PULSE_KINDS).optional(),
  section: z.enum(SECTIONS).optional(),
  hours: z.enum(['1', '6', '24'], 'must be 1, 6 or 24').optional(),
})

/** GET /pulse?kind=&section=&hours=: what rises, strongest first, in words and figures. */
export const pulseRoute: PageRoute = {
  path: '/pulse',
  asks: ['kind', 'section', 'hours'],
  keepMs: KEEP_LIST_MS,
  make: async (site, c) => {
    const query = Query.parse(c.req.query())
    const asked: PulseAsked = {
      kind: query.kind ?? null,
      section: query.section ?? null,
      hours: PULSE_WINDOWS.find((hours) => String(hours) === query.hours) ?? 6,
    }
    const list = await pulseList(site, asked)
    const now = site.now()
    const main = html`<h1>${say('pulseTitle')}</h1><p class="soft ui lede">${say('pulseLead')}</p>
${filters(asked)}
${list.tickMs === null ? html`<p class="empty">${say('pulseNone')}</p>` : html`<div class="list">${list.rows.map((row) => pulseRow(row))}</div><p class="soft ui">${phrase('pulseAt', { time: timeTag(list.tickMs, now) })}</p>`}`
    return {
      parts: {
        title: say('pulseTitle'),
        path: '/pulse',
        main,
        feed: '/pulse',
        current: 'pulse',
        description: say('pulseLead'),
      },
    }
  },
}

function pulseRow({ burst, series, with: along }: PulseRow): Html {
  const paths = { story: storyPath, tag: tagPath, section: sectionPath }
  const name = burst.kind === 'section' ? sectionName(burst.slug) : burst.name
  const rises =
    along.length === 0
      ? ''
      : html`<span class="why">${say('risesWith')} ${along.map((one, at) => html`${at > 0 ? ', ' : ''}<a href="${one.path}"><bdi>${one.path.startsWith('/section/') ? sectionName(one.name) : one.name}</bdi></a>`)}</span>`
  return html`<article class="row"><h2><a href="${paths[burst.kind](burst.slug)}" dir="auto">${name}</a></h2>
<p class="meta">${kindName(burst)} · <span class="n">${say('score')} ${burst.score.toFixed(1)}</span> · ${burstSentence(burst)}${rises}</p>${sparkline(series)}</article>`
}

/** What a burst is of: a story's section, a tag's kind, or a section. */
function kindName({ kind, about }: PulseRow['burst']): string {
  if (kind === 'section') return say('oneSection')
  if (kind === 'story') return about === null ? say('oneStory') : `${say('oneStory')}, ${sectionName(about)}`
  return say((about ?? 'topic') as TagKind) // a tag's kind is written from Tag.kind alone
}

function filters(asked: PulseAsked): Html {
  const link = (change: Partial<PulseAsked>, name: string) => {
    const next = { ...asked, ...change }
    const query = new URLSearchParams()
    if (next.kind !== null) query.set('kind', next.kind)
    if (next.section !== null) query.set('section', next.section)
    if (next.hours !== 6) query.set('hours', String(next.hours))
    const isHere = next.kind === asked.kind && next.section === asked.section && next.hours === asked.hours
    const text = query.toString()
    return html`<a href="/pulse${text === '' ? '' : `?${text}`}"${isHere ? raw(' aria-current="true"') : ''}>${name}</a>`
  }
  return html`<nav class="filters ui" aria-label="Filter"><p>${link({ kind: null, section: null }, say('all'))} ${PULSE_KINDS.map((kind) => html`${link({ kind, section: null }, say(`kind${kind}`))} `)}</p>
<p>${SECTIONS.map((section) => html`${link({ kind: 'story', section }, sectionName(section))} `)}</p>
<p>${PULSE_WINDOWS.map((hours) => html`${link({ hours }, say('lastHours', { n: hours }))} `)}</p></nav>`
}
