import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { articlePage } from '../../lists/article.ts'
import { pulseList } from '../../lists/pulse.ts'
import { PULSE_QUERY, pulseAsked, writePulseCursor } from '../../lists/pulse-asked.ts'
import { rankingList } from '../../lists/ranking.ts'
import { RANKING_QUERY, rankingAsked } from '../../lists/ranking-asked.ts'
import { AtParam, siteAt } from '../../past.ts'
import type { Site } from '../../site.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { keysFor } from '../keys.ts'
import { ArticleAnswer, BurstAnswer, KeyParam, reasonedListOf, StoryAnswer } from '../schemas.ts'
import { articleAnswer, burstAnswer, reasonAnswer, storyAnswer } from '../shapes.ts'

export const rankingEndpoint = endpoint({
  method: 'get',
  path: '/ranking',
  operationId: 'getRanking',
  summary: 'What matters most, of the last hour, day or week, each story with its reason',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: z.object({ ...RANKING_QUERY, at: AtParam }),
  body: Nothing,
  answer: reasonedListOf(StoryAnswer),
  handle: async (site, { query, origin }) => {
    const list = await rankingList(await siteAt(site, query.at), rankingAsked(query))
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
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: z.object({ ...PULSE_QUERY, at: AtParam }),
  body: Nothing,
  answer: z.object({
    items: z.array(BurstAnswer),
    next: z.string().nullable().describe('The `after` of the page that follows'),
  }),
  handle: async (site, { query, origin }) => {
    const list = await pulseList(await siteAt(site, query.at), pulseAsked(query))
    return {
      items: list.rows.map((row) => burstAnswer(origin, row)),
      next: list.next === null ? null : writePulseCursor(list.next),
    }
  },
})

export const relatedEndpoint = endpoint({
  method: 'get',
  path: '/articles/{key}/related',
  operationId: 'getRelated',
  summary: 'What belongs with an article, each entry with its reason',
  needs: 'nobody',
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
  needs: 'nobody',
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
