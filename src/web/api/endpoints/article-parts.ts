import { z } from 'zod'
import type { AlignedSentence } from '../../../model/copy.ts'
import { AppError } from '../../../model/errors.ts'
import { articleByKey } from '../../../store/articles.ts'
import { siteOfArticle } from '../../editions/whole-story.ts'
import { articlePage } from '../../lists/article.ts'
import { provenanceOf } from '../../lists/provenance.ts'
import { textChanges } from '../../lists/versions.ts'
import type { Site } from '../../site.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { keysFor } from '../keys.ts'
import { ArticleAnswer, ArticleDetailAnswer, KeyParam, reasonedListOf, StoryAnswer } from '../schemas.ts'
import { articleAnswer, articleDetailAnswer, reasonAnswer, storyAnswer } from '../shapes.ts'

/** Sentences of one answer, as many as the page of the comparison has. */
const MAX_SENTENCES = 400

const KINDS = ['kept', 'dropped', 'changed', 'injected'] as const
const SentenceAnswer = z
  .object({
    kind: z.enum(KINDS),
    runs: z
      .array(z.object({ kind: z.enum(KINDS), before: z.string(), after: z.string() }))
      .describe('Pieces of it: what stood before, and what stands there now'),
  })
  .meta({ id: 'Sentence' })

/** What all calls about one article share. */
const ofArticle = {
  method: 'get',
  needs: 'nobody',
  status: 200,
  params: KeyParam,
  query: Nothing,
  body: Nothing,
} as const

const ArticlePageAnswer = z
  .object({
    article: ArticleDetailAnswer,
    story: StoryAnswer.nullable(),
    related: reasonedListOf(ArticleAnswer).shape.items,
    ranking: reasonedListOf(StoryAnswer).shape.items,
    recommendation: reasonedListOf(StoryAnswer).shape.items,
  })
  .meta({ id: 'ArticlePage' })

export const articlePageEndpoint = endpoint({
  ...ofArticle,
  path: '/articles/{key}/page',
  operationId: 'getArticlePage',
  summary:
    'One article with everything that its page shows around it: its story and the three lists with their reasons',
  answer: ArticlePageAnswer,
  handle: async (site, { params, origin }) => {
    const page = await articlePage(site, params.key)
    if (!page || page.article.hidden) throw notThere(params.key)
    const { article, tags, reactions, related } = page
    const isAlone = page.family.length < 2 && article.family === null
    const family = isAlone ? [] : page.family
    const keys = await keysFor(site.store, [article, ...family, ...related.map((one) => one.article)])
    const stories = (list: typeof page.ranking) =>
      list.map(({ story, reason }) => ({ item: storyAnswer(origin, story), reason: reasonAnswer(reason) }))
    return {
      article: articleDetailAnswer(origin, article, { keys, reactions, tags, family }),
      story: page.story && storyAnswer(origin, page.story),
      related: related.map((one) => ({
        item: articleAnswer(origin, one.article, keys),
        reason: reasonAnswer(one.reason),
      })),
      ranking: stories(page.ranking),
      recommendation: stories(page.recommendation),
    }
  },
})

export const comparisonEndpoint = endpoint({
  ...ofArticle,
  path: '/articles/{key}/comparison',
  operationId: 'getComparison',
  summary: 'A copy beside what it copies, sentence by sentence; no sentences for what is no copy',
  answer: z.object({
    original: ArticleAnswer.nullable(),
    sentences: z.array(SentenceAnswer).describe(`In reading order; the first ${MAX_SENTENCES}`),
  }),
  handle: async (edition, { params, origin }) => {
    const { site, article } = await articleOf(edition, params.key)
    const { original, sentences } = await provenanceOf(site, article)
    const keys = await keysFor(site.store, original ? [original] : [])
    return {
      original: original && articleAnswer(origin, original, keys),
      sentences: sentences.slice(0, MAX_SENTENCES).map(sentenceAnswer),
    }
  },
})

export const versionsEndpoint = endpoint({
  ...ofArticle,
  path: '/articles/{key}/versions',
  operationId: 'getVersions',
  summary: 'What changed in an article’s text since it was first seen, latest first',
  answer: z.object({
    items: z.array(
      z.object({
        seen: z.iso.datetime().describe('When the former text was found replaced'),
        version: z.int(),
        missing: z.int().describe('Versions in between that are not kept'),
        headline: z.array(SentenceAnswer).nullable().describe('Null where it stayed'),
        sentences: z.array(SentenceAnswer),
      }),
    ),
  }),
  modifiedMs: ({ items }) => (items[0] ? Date.parse(items[0].seen) : null),
  handle: async (edition, { params }) => {
    const { site, article } = await articleOf(edition, params.key)
    const changes = await textChanges(site, article)
    return {
      items: changes.map(({ seenMs, version, missing, headline, sentences }) => ({
        seen: new Date(seenMs).toISOString(),
        version,
        missing,
        headline: headline?.map(sentenceAnswer) ?? null,
        sentences: sentences.slice(0, MAX_SENTENCES).map(sentenceAnswer),
      })),
    }
  },
})

async function articleOf(edition: Site, key: string) {
  const site = await siteOfArticle(edition, key)
  const article = await articleByKey(site.store, key)
  if (!article || article.hidden) throw notThere(key)
  return { site, article }
}

const notThere = (key: string) => new AppError('not_found', `no article has the key "${key}"`)

function sentenceAnswer({ kind, runs }: AlignedSentence): z.infer<typeof SentenceAnswer> {
  return { kind, runs: runs.map((run) => ({ ...run })) }
}
