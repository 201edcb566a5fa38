import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { tagPage } from '../../../store/tag-pages.ts'
import { sectionsOf } from '../../editions/sections.ts'
import { tagList } from '../../lists/tag.ts'
import { sectionName } from '../../views/messages.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { SeriesAnswer, StoryRowAnswer, seriesAnswer, storyRowAnswer } from '../row-shapes.ts'
import { Limit, pageOf, TAG_KINDS, TagAnswer } from '../schemas.ts'
import { pageUrl, tagAnswer } from '../shapes.ts'

const TagsQuery = z.object({
  prefix: z.string().max(200).optional().describe('Beginning of the slug'),
  kind: z.enum(TAG_KINDS).optional(),
  cursor: z.string().max(200).optional().describe('The `next` of the page before'),
  limit: Limit,
})

export const tagsEndpoint = endpoint({
  method: 'get',
  path: '/tags',
  operationId: 'listTags',
  summary: 'Tags by slug',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: TagsQuery,
  body: Nothing,
  answer: pageOf(TagAnswer),
  handle: async (site, { query, origin }) => {
    const { prefix, kind, cursor, limit } = query
    const tags = await tagPage(site.store, {
      limit: limit + 1,
      ...(prefix === undefined ? {} : { prefix }),
      ...(kind === undefined ? {} : { kind }),
      ...(cursor === undefined ? {} : { afterSlug: cursor }),
    })
    const last = tags.length > limit ? tags[limit - 1] : undefined
    return { items: tags.slice(0, limit).map((tag) => tagAnswer(origin, tag)), next: last?.slug ?? null }
  },
})

const SlugParam = z.object({
  slug: z
    .string()
    .min(1)
    .max(200)
    .meta({ examples: ['port-selva'] }),
})
export const TagDetailAnswer = TagAnswer.extend({
  beside: z.array(TagAnswer).describe('Tags that stand most often beside it, commonest first'),
  rows: z.array(StoryRowAnswer).describe('Its 25 first stories by rank'),
  hours: SeriesAnswer.nullable().describe('Its last three days'),
}).meta({ id: 'TagDetail' })

export const tagEndpoint = endpoint({
  method: 'get',
  path: '/tags/{slug}',
  operationId: 'getTag',
  summary:
    'One tag: its stories by rank, its last three days, and tags that stand beside it; its articles are /articles?tag=SLUG',
  needs: 'nobody',
  status: 200,
  params: SlugParam,
  query: Nothing,
  body: Nothing,
  answer: TagDetailAnswer,
  handle: async (site, { params, origin }) => {
    const list = await tagList(site, params.slug)
    if (!list) throw new AppError('not_found', `no tag has the slug "${params.slug}"`)
    const { tag, rows, beside, series } = list
    return {
      ...tagAnswer(origin, tag),
      beside: beside.map((other) => tagAnswer(origin, other)),
      rows: rows.map((row) => storyRowAnswer(origin, row)),
      hours: seriesAnswer(series),
    }
  },
})

const SectionAnswer = z.object({ slug: z.string(), name: z.string(), url: z.url() }).meta({ id: 'Section' })

export const sectionsEndpoint = endpoint({
  method: 'get',
  path: '/sections',
  operationId: 'listSections',
  summary: 'The sections of the edition; their stories are /stories?section=SLUG',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: Nothing,
  body: Nothing,
  answer: z.object({ items: z.array(SectionAnswer) }),
  handle: async (site, { origin }) => ({
    items: sectionsOf(site).map(({ slug }) => ({
      slug,
      name: sectionName(slug),
      url: pageUrl(origin, 'section', slug),
    })),
  }),
})
