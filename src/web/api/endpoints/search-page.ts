import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { MAX_QUERY } from '../../../text/search-query.ts'
import { type Marked, searchList } from '../../lists/search.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { keysFor } from '../keys.ts'
import { ArticleAnswer, CursorText } from '../schemas.ts'
import { articleAnswer } from '../shapes.ts'

const MarkedAnswer = z
  .array(z.object({ text: z.string(), hit: z.boolean() }))
  .describe('Pieces that joined are the text; hit: what was asked for')

export const searchPageEndpoint = endpoint({
  method: 'get',
  path: '/search/page',
  operationId: 'getSearchPage',
  summary: 'What a query finds as its page shows it: the words found marked, texts that repeat each other as one hit',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: z.object({
    q: z
      .string()
      .min(1)
      .max(MAX_QUERY)
      .meta({ examples: ['harbour'] }),
    order: z.enum(['newest', 'best']).default('newest').describe('best: one page of the newest 300'),
    cursor: CursorText,
  }),
  body: Nothing,
  answer: z.object({
    items: z.array(
      z.object({
        article: ArticleAnswer,
        title: MarkedAnswer,
        snippet: MarkedAnswer,
        sameText: z.array(ArticleAnswer),
      }),
    ),
    next: z.string().nullable(),
  }),
  handle: async (site, { query, origin }) => {
    const before = readCursor(query.cursor)
    const asked = { order: query.order, ...(before === undefined ? {} : { beforeId: before.id }) }
    const { hits, nextBeforeId, problem } = await searchList(site, query.q, asked)
    if (problem !== null) throw new AppError('invalid', `q: ${problem}`)
    const all = hits.flatMap(({ article, sameText }) => [article, ...sameText])
    const keys = await keysFor(site.store, all)
    const answer = (article: (typeof all)[number]) => articleAnswer(origin, article, keys)
    const pieces = (marked: readonly Marked[]) => marked.map((piece) => ({ ...piece }))
    return {
      items: hits.map(({ article, title, snippet, sameText }) => ({
        article: answer(article),
        title: pieces(title),
        snippet: pieces(snippet),
        sameText: sameText.map(answer),
      })),
      next: nextBeforeId === null ? null : writeCursor({ value: 0, id: nextBeforeId }),
    }
  },
})
