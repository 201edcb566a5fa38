import { z } from 'zod'
import type { ArticleCard, StoryCard } from '../../../model/card.ts'
import { AppError } from '../../../model/errors.ts'
import { type ArticleCursor, newestArticles } from '../../../store/articles.ts'
import { cursorAfter, storyPage } from '../../../store/story-pages.ts'
import { articlesOf, storyOfKey } from '../../lists/past.ts'
import { storyTelling, type Telling, tellingOf } from '../../lists/story-telling.ts'
import { AtParam, siteAt } from '../../past.ts'
import type { Site } from '../../site.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { keysFor } from '../keys.ts'
import { CursorText, KeyParam, Limit, pageOf, SectionParam, StoryAnswer, StoryDetailAnswer } from '../schemas.ts'
import { articleAnswer, storyAnswer } from '../shapes.ts'
import { tellingAnswer } from '../telling-shape.ts'

const StoriesQuery = z.object({
  order: z.enum(['ranked', 'newest']).default('ranked'),
  section: SectionParam.optional(),
  language: z.string().max(35).optional(),
  cursor: CursorText,
  limit: Limit,
})

export const storiesEndpoint = endpoint({
  method: 'get',
  path: '/stories',
  operationId: 'listStories',
  summary: 'Stories, by rank or by their last news',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: StoriesQuery,
  body: Nothing,
  answer: pageOf(StoryAnswer),
  handle: async (site, { query, origin }) => {
    const { order, section, language, limit } = query
    const before = readCursor(query.cursor)
    const stories = await storyPage(site.store, {
      order,
      limit: limit + 1, // one more tells whether the list goes on
      ...(section === undefined ? {} : { section }),
      ...(language === undefined ? {} : { language }),
      ...(before === undefined ? {} : { before }),
    })
    const last = stories.length > limit ? stories[limit - 1] : undefined
    return {
      items: stories.slice(0, limit).map((story) => storyAnswer(origin, story)),
      next: last ? writeCursor(cursorAfter(order, last)) : null,
    }
  },
})

const MembersQuery = z.object({ cursor: CursorText, limit: Limit, at: AtParam })

export const storyEndpoint = endpoint({
  method: 'get',
  path: '/stories/{key}',
  operationId: 'getStory',
  summary:
    'One story with what its texts say together and its articles, newest first; a merged key answers with the story that it became',
  needs: 'nobody',
  status: 200,
  params: KeyParam,
  query: MembersQuery,
  body: Nothing,
  answer: StoryDetailAnswer,
  handle: async (present, { params, query, origin }) => {
    const site = await siteAt(present, query.at)
    let found = await storyOfKey(site, params.key)
    if (found && 'movedTo' in found) found = await storyOfKey(site, found.movedTo)
    if (!found || 'movedTo' in found) throw new AppError('not_found', `no story has the key "${params.key}"`)
    const { story } = found
    const cursor = readCursor(query.cursor)
    const before = cursor && { publishedMs: cursor.value, id: cursor.id }
    const members = await membersOf(site, story.id, { before, limit: query.limit + 1 })
    const telling = cursor === undefined ? tellingAnswer(origin, await tellingThen(site, story)) : null
    const last = members.length > query.limit ? members[query.limit - 1] : undefined
    const shown = members.slice(0, query.limit)
    const keys = await keysFor(site.store, shown)
    return {
      ...storyAnswer(origin, story),
      telling,
      members: shown.map((article) => articleAnswer(origin, article, keys)),
      next: last ? writeCursor({ value: last.publishedMs, id: last.id }) : null,
    }
  },
})

/** Articles of a story, newest first; of a past moment those that it held then, at most as many as its page shows. */
async function membersOf(
  site: Site,
  storyId: number,
  { before, limit }: { before: ArticleCursor | undefined; limit: number },
): Promise<ArticleCard[]> {
  if (site.asOf === undefined) return newestArticles(site.store, { storyId, limit, ...(before ? { before } : {}) })
  const cards = (await articlesOf(site, storyId)).map(({ card }) => card)
  const isAfter = (card: ArticleCard) =>
    !before || card.publishedMs < before.publishedMs || (card.publishedMs === before.publishedMs && card.id < before.id)
  return cards.filter(isAfter).slice(0, limit)
}

async function tellingThen(site: Site, story: StoryCard): Promise<Telling> {
  return site.asOf === undefined ? storyTelling(site, story) : tellingOf(site, story, await articlesOf(site, story.id))
}
