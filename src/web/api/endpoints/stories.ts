import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { newestArticles } from '../../../store/articles.ts'
import { storyByKey } from '../../../store/stories.ts'
import { cursorAfter, storyPage } from '../../../store/story-pages.ts'
import { storyTelling } from '../../lists/story-telling.ts'
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
  ownerOnly: false,
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

const MembersQuery = z.object({ cursor: CursorText, limit: Limit })

export const storyEndpoint = endpoint({
  method: 'get',
  path: '/stories/{key}',
  operationId: 'getStory',
  summary:
    'One story with what its texts say together and its articles, newest first; a merged key answers with the story that it became',
  ownerOnly: false,
  status: 200,
  params: KeyParam,
  query: MembersQuery,
  body: Nothing,
  answer: StoryDetailAnswer,
  handle: async (site, { params, query, origin }) => {
    let found = await storyByKey(site.store, params.key)
    if (found && 'movedTo' in found) found = await storyByKey(site.store, found.movedTo)
    if (!found || 'movedTo' in found) throw new AppError('not_found', `no story has the key "${params.key}"`)
    const { story } = found
    const cursor = readCursor(query.cursor)
    const members = await newestArticles(site.store, {
      storyId: story.id,
      limit: query.limit + 1,
      ...(cursor === undefined ? {} : { before: { publishedMs: cursor.value, id: cursor.id } }),
    })
    const telling = cursor === undefined ? tellingAnswer(origin, await storyTelling(site, story)) : null
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
