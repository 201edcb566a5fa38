import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { SECTIONS } from '../../../model/tag.ts'
import { articlePage } from '../../lists/article.ts'
import { PULSE_KINDS, PULSE_WINDOWS, pulseList } from '../../lists/pulse.ts'
import { RANKING_WINDOWS, rankingList } from '../../lists/ranking.ts'
import type { Site } from '../../site.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { keysFor } from '../keys.ts'
import { ArticleAnswer, BurstAnswer, KeyParam, reasonedListOf, SectionParam, StoryAnswer } from '../schemas.ts'
import { articleAnswer, pageUrl, reasonAnswer, storyAnswer, time } from '../shapes.ts'

export const rankingEndpoint = endpoint({
  method: 'get',
  path: '/ranking',
  operationId: 'getRanking',
  summary: 'What matters most, of the last hour, day or week, each story with its reason',
  ownerOnly: false,
  status: 200,
  params: Nothing,
  query: z.object({ window: z.enum(RANKING_WINDOWS).default('day'), section: SectionParam.optional() }),
  body: Nothing,
  answer: reasonedListOf(StoryAnswer),
  handle: async (site, { query, origin }) => {
    const list = await rankingList(site, { window: query.window, section: query.section ?? null })
    return {
      items: list.rows.map(({ story, reason }) => ({ item: storyAnswer(origin, story), reason: reasonAnswer(reason) })),
    }
  },
})

export const pulseEndpoint = endpoint({
  method: 'get',
  path: '/pulse',
  operationId: 'getPulse',
  summary: 'What rose in the last tick, strongest first, with the rate of false alarms',
  ownerOnly: false,
  status: 200,
  params: Nothing,
  query: z.object({
    kind: z.enum(PULSE_KINDS).optional(),
    section: z.enum(SECTIONS).optional(),
    hours: z.coerce.number().pipe(z.literal(PULSE_WINDOWS)).default(24).describe('How far back the last tick may lie'),
  }),
  body: Nothing,
  answer: z.object({ items: z.array(BurstAnswer) }),
  handle: async (site, { query, origin }) => {
    const asked = { kind: query.kind ?? null, section: query.section ?? null, hours: query.hours }
    const list = await pulseList(site, asked)
    return {
      items: list.rows.map(({ burst }) => ({
        key: burst.key,
        tick: time(burst.tickMs),
        score: burst.score,
        seen: burst.seen,
        expected: burst.expected,
        windowHours: burst.windowHours,
        falseRate: burst.falseRate,
        risesWith: [...burst.risesWith],
        title: burst.name,
        url: pageUrl(origin, burst.kind, burst.slug),
      })),
    }
  },
})

export const relatedEndpoint = endpoint({
  method: 'get',
  path: '/articles/{key}/related',
  operationId: 'getRelated',
  summary: 'What belongs with an article, each entry with its reason',
  ownerOnly: false,
  status: 200,
  params: KeyParam,
  query: Nothing,
  body: Nothing,
  answer: reasonedListOf(ArticleAnswer),
  handle: async (site, { params, origin }) => {
    const { related } = await pageOfArticle(site, params.key)
    const keys = await keysFor(
      site.store,
      related.map(({ article }) => article),
    )
    return {
      items: related.map(({ article, reason }) => ({
        item: articleAnswer(origin, article, keys),
        reason: reasonAnswer(reason),
      })),
    }
  },
})

export const recommendationEndpoint = endpoint({
  method: 'get',
  path: '/articles/{key}/recommendation',
  operationId: 'getRecommendation',
  summary: 'What a reader of an article may want next, each story with its reason; made without a profile',
  ownerOnly: false,
  status: 200,
  params: KeyParam,
  query: Nothing,
  body: Nothing,
  answer: reasonedListOf(StoryAnswer),
  handle: async (site, { params, origin }) => {
    const { recommendation } = await pageOfArticle(site, params.key)
    return {
      items: recommendation.map(({ story, reason }) => ({
        item: storyAnswer(origin, story),
        reason: reasonAnswer(reason),
      })),
    }
  },
})

async function pageOfArticle(site: Site, key: string) {
  const page = await articlePage(site, key)
  if (!page || page.article.hidden) throw new AppError('not_found', `no article has the key "${key}"`)
  return page
}
