import { z } from 'zod'
import packageJson from '../../../../package.json' with { type: 'json' }
import { AppError } from '../../../model/errors.ts'
import { MAX_QUERY } from '../../../text/search-query.ts'
import { sectionsOf } from '../../editions/sections.ts'
import { homeList } from '../../lists/home.ts'
import { sectionList } from '../../lists/section.ts'
import { AtParam, siteAt } from '../../past.ts'
import { suggestions } from '../../suggestions.ts'
import { sectionName } from '../../views/messages.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import {
  EvidenceAnswer,
  evidenceAnswer,
  RisingAnswer,
  risingAnswer,
  SeriesAnswer,
  StoryRowAnswer,
  seriesAnswer,
  storyRowAnswer,
} from '../row-shapes.ts'
import { CursorText, StoryAnswer } from '../schemas.ts'
import { pageUrl, storyAnswer } from '../shapes.ts'

const HomeAnswer = z
  .object({
    rising: z.array(StoryRowAnswer).describe('Empty on a quiet day'),
    leading: z.array(StoryRowAnswer).describe('The first of the ranking where nothing rises'),
    evidence: z.array(EvidenceAnswer).describe('Of the stories that rise'),
    hours: SeriesAnswer.nullable().describe('The whole edition’s last two days'),
    sections: z.array(z.object({ slug: z.string(), name: z.string(), rows: z.array(StoryRowAnswer) })),
    newest: z.array(StoryRowAnswer),
    ranking: z.array(StoryAnswer),
    tags: z.array(RisingAnswer).describe('Tags that rise, strongest first'),
    forYou: z.array(StoryAnswer).describe('What nothing but time chose'),
  })
  .meta({ id: 'Home' })

export const homeEndpoint = endpoint({
  method: 'get',
  path: '/home',
  operationId: 'getHome',
  summary:
    'The front page: what rises, each section, the newest, the ranking and rising tags; no story twice in its rows',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: z.object({ at: AtParam }),
  body: Nothing,
  answer: HomeAnswer,
  handle: async (site, { query, origin }) => {
    const home = await homeList(await siteAt(site, query.at))
    const rows = (list: typeof home.rising) => list.map((row) => storyRowAnswer(origin, row))
    const stories = (list: typeof home.ranking) => list.map((story) => storyAnswer(origin, story))
    return {
      rising: rows(home.rising),
      leading: rows(home.leading),
      evidence: home.rising.flatMap(({ story }) => {
        const burst = home.bursts.get(story.key)
        return burst ? [evidenceAnswer(site, burst)] : []
      }),
      hours: seriesAnswer(home.series),
      sections: home.sections.map((one) => ({
        slug: one.section,
        name: sectionName(one.section),
        rows: rows(one.rows),
      })),
      newest: rows(home.newest),
      ranking: stories(home.ranking),
      tags: home.tags.map((burst) => risingAnswer(site, origin, burst)),
      forYou: stories(home.forYou),
    }
  },
})

const SectionPageAnswer = z
  .object({
    slug: z.string(),
    name: z.string(),
    url: z.url(),
    rows: z.array(StoryRowAnswer).describe('By rank, many voices first'),
    hours: SeriesAnswer.nullable().describe('Its last three days'),
    next: z.string().nullable(),
  })
  .meta({ id: 'SectionPage' })

export const sectionEndpoint = endpoint({
  method: 'get',
  path: '/sections/{slug}',
  operationId: 'getSection',
  summary: 'One section as its page shows it: 25 stories by rank, each with who told it first and its last hours',
  needs: 'nobody',
  status: 200,
  params: z.object({
    slug: z
      .string()
      .min(1)
      .max(200)
      .meta({ examples: ['economy'] }),
  }),
  query: z.object({ cursor: CursorText }),
  body: Nothing,
  answer: SectionPageAnswer,
  handle: async (site, { params, query, origin }) => {
    const list = await sectionList(site, params.slug, readCursor(query.cursor))
    if (!list) throw new AppError('not_found', `no section has the slug "${params.slug}"`)
    return {
      slug: list.section,
      name: sectionName(list.section),
      url: pageUrl(origin, 'section', list.section),
      rows: list.rows.map((row) => storyRowAnswer(origin, row)),
      hours: seriesAnswer(list.series),
      next: list.next && writeCursor(list.next),
    }
  },
})

export const suggestionsEndpoint = endpoint({
  method: 'get',
  path: '/suggestions',
  operationId: 'suggestQueries',
  summary: 'Whole queries that what is typed may become, by the names of tags; none for less than two letters',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: z.object({ q: z.string().max(MAX_QUERY) }),
  body: Nothing,
  answer: z.object({ items: z.array(z.string()) }),
  handle: async (site, { query }) => ({ items: await suggestions(site, query.q.toWellFormed()) }),
})

const SiteAnswer = z
  .object({
    name: z.string(),
    tagline: z.string(),
    url: z.url(),
    version: z.string().describe('Of the program'),
    edition: z.string().nullable().describe('Key of the edition; null where the whole store is shown'),
    sections: z.array(z.object({ slug: z.string(), name: z.string() })),
    reactions: z.array(z.string()).describe('What readers may press under an article, the favourable one first'),
    countsViews: z.boolean(),
  })
  .meta({ id: 'Site' })

export const siteEndpoint = endpoint({
  method: 'get',
  path: '/site',
  operationId: 'getSite',
  summary: 'What this site is: its name, sections, and what it asks of readers',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: Nothing,
  body: Nothing,
  answer: SiteAnswer,
  handle: async (site, { origin }) => ({
    name: site.brand.name,
    tagline: site.brand.tagline,
    url: origin,
    version: packageJson.version,
    edition: site.edition?.key ?? null,
    sections: sectionsOf(site).map(({ slug }) => ({ slug, name: sectionName(slug) })),
    reactions: [...site.reactions],
    countsViews: site.countViews !== false,
  }),
})
