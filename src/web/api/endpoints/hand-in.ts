import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { HOUR_MS } from '../../../model/time.ts'
import { keepReads } from '../../../store/article-reads.ts'
import { articlesByUrls } from '../../../store/own-articles.ts'
import { endpoint, Nothing } from '../endpoint.ts'

/** Articles of one call: what the reading threads have done in a few seconds. */
const MAX_ARTICLES = 100
const MAX_TEXT = 200_000
const MAX_HTML = 500_000
/** Bytes of a call: a hundred long articles. */
const MAX_BYTES = 8_000_000
const MAX_READS = 500
const MAX_COUNT = 1_000_000_000

const Address = z.url({ protocol: /^https?$/ }).max(2_000)
const Moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()])
const Names = z.array(z.string().trim().min(1).max(200)).max(50)

const Handed = z
  .object({
    url: Address.describe('Its own address, which it is known by: handed in again it is the same article'),
    title: z.string().trim().min(1).max(1_000),
    text: z.string().max(MAX_TEXT).optional().describe('Plain text, paragraphs parted by an empty line'),
    html: z.string().max(MAX_HTML).optional().describe('The body alone, in place of text'),
    published: Moment.optional(),
    modified: Moment.optional(),
    language: z.string().max(35).optional().describe('BCP 47; found by its words where it is not said'),
    authors: Names.optional(),
    tags: Names.optional().describe('What the publisher files it under'),
    site: z.string().trim().min(1).max(200).optional().describe('What the publisher calls itself'),
  })
  .refine(({ text, html }) => text !== undefined || html !== undefined, 'needs text or html')

const HandedAnswer = z.object({
  articles: z.array(
    z.object({
      url: z.string(),
      outcome: z.enum(['new', 'updated', 'known', 'failed']),
      key: z.string().nullable().describe('Of the article here; null where it failed'),
      reason: z.string().nullable().describe('Why it failed; null otherwise'),
    }),
  ),
})

export const handInEndpoint = endpoint({
  method: 'post',
  path: '/articles',
  operationId: 'handInArticles',
  summary: `Takes in articles from their publisher, at most ${MAX_ARTICLES}, as if a feed had brought them: nothing is fetched`,
  needs: 'editor',
  status: 200,
  maxBodyBytes: MAX_BYTES,
  params: Nothing,
  query: Nothing,
  body: z.object({ articles: z.array(Handed).min(1).max(MAX_ARTICLES) }),
  answer: HandedAnswer,
  handle: async (site, { body }) => {
    if (!site.handIn) throw new AppError('invalid', 'nothing here takes articles in')
    const outcomes = await site.handIn(body.articles)
    if (outcomes.some(({ outcome }) => outcome === 'new' || outcome === 'updated')) site.touch()
    return {
      articles: outcomes.map((one) => (one.outcome === 'failed' ? { ...one, key: null } : { ...one, reason: null })),
    }
  },
})

export const readsEndpoint = endpoint({
  method: 'post',
  path: '/reads',
  operationId: 'handInReads',
  summary: 'Takes in how often articles were read in an hour, as their publisher counts, for lists over its own site',
  needs: 'editor',
  status: 200,
  params: Nothing,
  query: Nothing,
  body: z.object({
    reads: z
      .array(
        z.object({
          url: Address,
          count: z.int().min(0).max(MAX_COUNT),
          hour: z.iso
            .datetime({ offset: true })
            .describe('Any moment of the hour; handed in again, the new count stands in place of the old'),
        }),
      )
      .min(1)
      .max(MAX_READS),
  }),
  answer: z.object({
    kept: z.int().describe('Counts that were kept'),
    unknown: z.array(z.string()).describe('Addresses that are no article here'),
  }),
  handle: async (site, { body: { reads } }) => {
    const now = site.now()
    const known = await articlesByUrls(
      site.store,
      reads.map(({ url }) => url),
    )
    const kept = reads.flatMap(({ url, count, hour }) => {
      const article = known.get(url)
      const hourMs = Date.parse(hour)
      if (hourMs > now + HOUR_MS) throw new AppError('invalid', `reads: ${hour} is yet to come`)
      return article ? [{ articleId: article.id, hourMs, count }] : []
    })
    await keepReads(site.store, kept, now)
    if (kept.length > 0) site.touch()
    const unknown = new Set(reads.map(({ url }) => url).filter((url) => !known.has(url)))
    return { kept: kept.length, unknown: [...unknown] }
  },
})
