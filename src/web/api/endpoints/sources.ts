import { z } from 'zod'
import packageJson from '../../../../package.json' with { type: 'json' }
import { AppError } from '../../../model/errors.ts'
import { storeCounts } from '../../../store/counts.ts'
import { feedById, listFeeds, pauseFeed, removeFeed } from '../../../store/feeds.ts'
import { enqueue } from '../../../store/jobs.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { SourceAnswer } from '../schemas.ts'
import { sourceAnswer, time } from '../shapes.ts'

export const sourcesEndpoint = endpoint({
  method: 'get',
  path: '/sources',
  operationId: 'listSources',
  summary: 'Every source, its state, and why it fails where it does',
  needs: 'nobody',
  status: 200,
  params: Nothing,
  query: Nothing,
  body: Nothing,
  answer: z.object({ items: z.array(SourceAnswer) }),
  handle: async (site) => ({ items: (await listFeeds(site.store)).map(sourceAnswer) }),
})

const AddBody = z.object({
  url: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(2_000),
})
const JobAnswer = z.object({ job: z.int().describe('Number of the job that will read it') }).meta({ id: 'Job' })

export const addSourceEndpoint = endpoint({
  method: 'post',
  path: '/sources',
  operationId: 'addSource',
  summary: 'Asks for a feed, a site or a single page to be read; the work is done after the answer',
  needs: 'editor',
  status: 202,
  params: Nothing,
  query: Nothing,
  body: AddBody,
  answer: JobAnswer,
  handle: async (site, { body }) => ({ job: await enqueue(site.store, 'add-url', body, site.now()) }),
})

const IdParam = z.object({ id: z.coerce.number().int().min(1) })
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
