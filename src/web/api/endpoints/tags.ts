import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { tagPage } from '../../../store/tag-pages.ts'
import { tagBySlug, tagsBeside } from '../../../store/tags.ts'
import { sectionsOf } from '../../editions/sections.ts'
import { sectionName } from '../../views/messages.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { Limit, pageOf, TAG_KINDS, TagAnswer, TagDetailAnswer } from '../schemas.ts'
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

const SlugParam = z.object({ slug: z.string().min(1).max(200) })
/** As many as a tag's page has room for. */
const MAX_BESIDE = 12

export const tagEndpoint = endpoint({
  method: 'get',
  path: '/tags/{slug}',
  operationId: 'getTag',
  summary: 'One tag, and those that stand beside it; its articles are /articles?tag=SLUG',
  needs: 'nobody',
  status: 200,
  params: SlugParam,
  query: Nothing,
  body: Nothing,
  answer: TagDetailAnswer,
  handle: async (site, { params, origin }) => {
    const tag = await tagBySlug(site.store, params.slug)
    if (!tag) throw new AppError('not_found', `no tag has the slug "${params.slug}"`)
    const beside = await tagsBeside(site.store, tag.id, MAX_BESIDE)
    return { ...tagAnswer(origin, tag), beside: beside.map((other) => tagAnswer(origin, other)) }
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
