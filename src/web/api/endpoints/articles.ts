import { z } from 'zod'
import type { ArticleCard } from '../../../model/card.ts'
import { AppError } from '../../../model/errors.ts'
import { articleByKey, articleCards, familyOf, newestArticles, setArticleHidden } from '../../../store/articles.ts'
import { reactionsOf } from '../../../store/reactions.ts'
import { searchPage } from '../../../store/search.ts'
import { tagBySlug, tagsOfArticles } from '../../../store/tags.ts'
import { MAX_QUERY, parseQuery } from '../../../text/search-query.ts'
import type { Site } from '../../site.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { keysFor } from '../keys.ts'
import { ArticleAnswer, ArticleDetailAnswer, CursorText, KeyParam, Limit, pageOf, SectionParam } from '../schemas.ts'
import { articleAnswer, articleDetailAnswer } from '../shapes.ts'

/** Copies of one text that an answer lists; the story's own list has the rest. */
const MAX_FAMILY = 100

const ArticlesQuery = z.object({
  section: SectionParam.optional(),
  tag: z.string().max(200).optional(),
  source: z.coerce.number().int().optional(),
  language: z.string().max(35).optional(),
  cursor: CursorText,
  limit: Limit,
})

export const articlesEndpoint = endpoint({
  method: 'get',
  path: '/articles',
  operationId: 'listArticles',
  summary: 'Articles, newest first',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: ArticlesQuery,
  body: Nothing,
  answer: pageOf(ArticleAnswer),
  handle: async (site, { query, origin }) => {
    const { section, source, language, limit } = query
    const tag = query.tag === undefined ? undefined : await tagBySlug(site.store, query.tag)
    if (tag === null) throw new AppError('not_found', `no tag has the slug "${query.tag}"`)
    const cursor = readCursor(query.cursor)
    const articles = await newestArticles(site.store, {
      limit: limit + 1,
      ...(section === undefined ? {} : { section }),
      ...(source === undefined ? {} : { feedId: source }),
      ...(language === undefined ? {} : { language }),
      ...(tag === undefined ? {} : { tagId: tag.id }),
      ...(cursor === undefined ? {} : { before: { publishedMs: cursor.value, id: cursor.id } }),
    })
    const last = articles.length > limit ? articles[limit - 1] : undefined
    const items = await articleAnswers(site, origin, articles.slice(0, limit))
    return { items, next: last ? writeCursor({ value: last.publishedMs, id: last.id }) : null }
  },
})

/** Cards with the keys of what they name. */
async function articleAnswers(site: Site, origin: string, articles: readonly ArticleCard[]) {
  const keys = await keysFor(site.store, articles)
  return articles.map((article) => articleAnswer(origin, article, keys))
}

export const articleEndpoint = endpoint({
  method: 'get',
  path: '/articles/{key}',
  operationId: 'getArticle',
  summary: 'One article whole: text, claims, doubts, repairs, tags, reactions and its family of copies',
  needs: 'nobody',
  status: 200,
  params: KeyParam,
  query: Nothing,
  body: Nothing,
  answer: ArticleDetailAnswer,
  handle: async (site, { params, origin }) => {
    const article = await articleByKey(site.store, params.key)
    if (!article || article.hidden) throw new AppError('not_found', `no article has the key "${params.key}"`)
    const [reactions, tags, family] = await Promise.all([
      reactionsOf(site.store, [article.id]),
      tagsOfArticles(site.store, [article.id]),
      article.family === null ? [] : familyOf(site.store, article.family, MAX_FAMILY),
    ])
    const keys = await keysFor(site.store, [article, ...family])
    return articleDetailAnswer(origin, article, { keys, reactions: reactions.get(article.id) ?? [], tags, family })
  },
})

const HideBody = z.object({ hidden: z.boolean() })

export const hideArticleEndpoint = endpoint({
  method: 'post',
  path: '/articles/{key}/hide',
  operationId: 'hideArticle',
  summary: 'Hides an article from every list, or shows it again',
  needs: 'editor',
  status: 200,
  params: KeyParam,
  query: Nothing,
  body: HideBody,
  answer: HideBody,
  handle: async (site, { params, body }) => {
    if (!(await setArticleHidden(site.store, params.key, body.hidden)))
      throw new AppError('not_found', `no article has the key "${params.key}"`)
    site.touch()
    return body
  },
})

const SearchQuery = z.object({ q: z.string().min(1).max(MAX_QUERY), cursor: CursorText, limit: Limit })

export const searchEndpoint = endpoint({
  method: 'get',
  path: '/search',
  operationId: 'searchArticles',
  summary:
    'Articles that hold every word, beginning*, "phrase" and no -word, and fit tag: source: section: story: lang: before: after:; newest first',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: SearchQuery,
  body: Nothing,
  answer: pageOf(ArticleAnswer),
  handle: async (site, { query, origin }) => {
    const before = readCursor(query.cursor)
    const { ids, nextBeforeId, problem } = await searchPage(site.store, parseQuery(query.q), {
      limit: query.limit,
      ...(before === undefined ? {} : { beforeId: before.id }),
    })
    if (problem !== null) throw new AppError('invalid', `q: ${problem}`)
    const items = await articleAnswers(site, origin, await articleCards(site.store, ids))
    return { items, next: nextBeforeId === null ? null : writeCursor({ value: 0, id: nextBeforeId }) }
  },
})
