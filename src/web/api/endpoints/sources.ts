import { z } from 'zod'
import packageJson from '../../../../package.json' with { type: 'json' }
import { AppError } from '../../../model/errors.ts'
import { storeCounts } from '../../../store/counts.ts'
import { FEED_ORDERS, feedsInOrder } from '../../../store/feed-lists.ts'
import { feedById, feedByUrl, listFeeds, pauseFeed, removeFeed } from '../../../store/feeds.ts'
import { enqueue } from '../../../store/jobs.ts'
import { readPlace, writePlace } from '../../lists/source-places.ts'
import { NO_FOLDER, SOURCE_STATES } from '../../lists/sources.ts'
import { endpoint, IdParam, Nothing } from '../endpoint.ts'
import { pageOf, SourceAnswer, WebAddress } from '../schemas.ts'
import { sourceAnswer, time } from '../shapes.ts'

/** Sources of one answer. */
const MAX_SOURCES = 1_000

const SourcesQuery = z.object({
  order: z.enum(FEED_ORDERS).default('name').describe('trouble: what needs its owner first'),
  state: z.enum(SOURCE_STATES).optional(),
  folder: z.string().max(500).optional().describe('With what is under it; / for those in none'),
  q: z.string().trim().max(200).optional().describe('Part of a name or address'),
  cursor: z.string().max(2_000).optional().describe('The `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(MAX_SOURCES).default(MAX_SOURCES),
})

export const sourcesEndpoint = endpoint({
  method: 'get',
  path: '/sources',
  operationId: 'listSources',
  summary: 'Every source, its state, and why it fails where it does',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: SourcesQuery,
  body: Nothing,
  answer: pageOf(SourceAnswer),
  handle: async (site, { query }) => {
    const { order, state, folder, q, limit } = query
    const wanted = folder === NO_FOLDER ? null : folder
    const after = query.cursor === undefined ? undefined : readPlace(query.cursor)
    const page = await feedsInOrder(site.store, { order, state, folder: wanted, query: q, after, limit })
    return { items: page.feeds.map(sourceAnswer), next: page.next && writePlace(page.next) }
  },
})

const AddBody = z.object({ url: WebAddress })
const AddedAnswer = z
  .object({
    job: z.int().nullable().describe('Number of the job that will read it; null where it is a source already'),
    source: SourceAnswer.nullable().describe('What reads the address already'),
  })
  .meta({ id: 'Added' })

export const addSourceEndpoint = endpoint({
  method: 'post',
  path: '/sources',
  operationId: 'addSource',
  summary: 'Asks for a feed, a site or a single page to be read; the work is done after the answer',
  needs: 'editor',
  status: 202,
  known: { status: 200, means: 'It is a source already', isKnown: ({ source }) => source !== null },
  params: Nothing,
  query: Nothing,
  body: AddBody,
  answer: AddedAnswer,
  handle: async (site, { body: { url } }) => {
    const known = await feedByUrl(site.store, new URL(url).href)
    if (known) return { job: null, source: sourceAnswer(known) }
    const job = await enqueue(site.store, 'add-url', { url }, site.now())
    site.hurry?.()
    return { job, source: null }
  },
})

const PauseBody = z.object({ paused: z.boolean() })

export const pauseSourceEndpoint = endpoint({
  method: 'post',
  path: '/sources/{id}/pause',
  operationId: 'pauseSource',
  summary: 'Pauses a source, or lets it go on, due at once',
  needs: 'editor',
  status: 200,
  params: IdParam,
  query: Nothing,
  body: PauseBody,
  answer: SourceAnswer,
  handle: async (site, { params, body }) => {
    await pauseFeed(site.store, params.id, body.paused, site.now())
    const feed = await feedById(site.store, params.id)
    if (!feed) throw new AppError('not_found', `no source has the number ${params.id}`)
    site.touch()
    return sourceAnswer(feed)
  },
})

export const removeSourceEndpoint = endpoint({
  method: 'delete',
  path: '/sources/{id}',
  operationId: 'removeSource',
  summary: 'Takes a source away; its articles stay',
  needs: 'editor',
  status: 200,
  params: IdParam,
  query: Nothing,
  body: Nothing,
  answer: z.object({ removed: z.literal(true) }),
  handle: async (site, { params }) => {
    if (!(await removeFeed(site.store, params.id)))
      throw new AppError('not_found', `no source has the number ${params.id}`)
    site.touch()
    return { removed: true as const }
  },
})

const StatusAnswer = z
  .object({
    version: z.string(),
    articles: z.int(),
    stories: z.int(),
    sources: z.array(
      z.object({
        url: z.string(),
        title: z.string().nullable(),
        state: z.enum(['ok', 'failing', 'paused']),
        reason: z.string().nullable(),
        items: z.int(),
        lastPolled: z.string().nullable(),
        nextPoll: z.string(),
      }),
    ),
    queue: z.int(),
    oldestPulse: z.string().nullable(),
  })
  .meta({ id: 'Status' })

export const statusEndpoint = endpoint({
  method: 'get',
  path: '/status',
  operationId: 'getStatus',
  summary: 'What is stored, what waits, and what fails: as `trendpulse status --json`',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: Nothing,
  body: Nothing,
  answer: StatusAnswer,
  handle: async (site) => {
    const [counts, feeds] = await Promise.all([storeCounts(site.store), listFeeds(site.store)])
    return {
      version: packageJson.version,
      articles: counts.articles,
      stories: counts.stories,
      sources: feeds.map((feed) => {
        const { url, title, state, reason, items, lastPolled, nextPoll } = sourceAnswer(feed)
        return { url, title, state, reason, items, lastPolled, nextPoll }
      }),
      queue: counts.queued,
      oldestPulse: counts.oldestPulseMs === null ? null : time(counts.oldestPulseMs),
    }
  },
})
