import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import type { FeedImport } from '../../../model/feed-import.ts'
import { forgetJob, type JobRow, jobById, jobCounts, jobData, jobsIn, retryJob } from '../../../store/jobs.ts'
import { endpoint, IdParam, Nothing } from '../endpoint.ts'
import { Limit } from '../schemas.ts'
import { time } from '../shapes.ts'

const Time = z.iso.datetime()
const STATES = ['queued', 'running', 'done', 'failed'] as const
const JobAnswer = z
  .object({
    id: z.int(),
    kind: z.string(),
    about: z.string().nullable().describe('The address or file that it is about'),
    state: z.enum(STATES),
    tries: z.int(),
    reason: z.string().nullable().describe('Why it failed'),
    made: Time,
  })
  .meta({ id: 'Job' })

function jobAnswer({ id, kind, payload, state, tries, reason, createdMs }: JobRow): z.infer<typeof JobAnswer> {
  const { url, name } = (payload ?? {}) as { url?: unknown; name?: unknown } // our own forms and calls wrote it
  const about = url ?? name
  return { id, kind, about: typeof about === 'string' ? about : null, state, tries, reason, made: time(createdMs) }
}

/** What calls about jobs share. */
const ofEditor = { needs: 'editor', status: 200, query: Nothing } as const

export const jobsEndpoint = endpoint({
  ...ofEditor,
  method: 'get',
  path: '/jobs',
  operationId: 'listJobs',
  summary: 'What waits, runs, failed and is done, newest first, and how many there are of each',
  params: Nothing,
  query: z.object({
    state: z.enum(STATES).optional(),
    cursor: z.coerce.number().int().min(1).optional().describe('The `next` of the page before'),
    limit: Limit,
  }),
  body: Nothing,
  answer: z.object({
    items: z.array(JobAnswer),
    next: z.string().nullable(),
    counts: z.object(Object.fromEntries(STATES.map((state) => [state, z.int()])) as Record<JobRow['state'], z.ZodInt>),
  }),
  handle: async (site, { query: { state, cursor, limit } }) => {
    const states = state === undefined ? STATES : [state]
    const [found, counts] = await Promise.all([
      jobsIn(site.store, { states, beforeId: cursor, limit: limit + 1 }),
      jobCounts(site.store),
    ])
    const items = found.slice(0, limit)
    const last = found.length > limit ? items.at(-1) : undefined
    return { items: items.map(jobAnswer), next: last ? String(last.id) : null, counts }
  },
})

export const jobEndpoint = endpoint({
  ...ofEditor,
  method: 'get',
  path: '/jobs/{id}',
  operationId: 'getJob',
  summary: 'One job; of a list of subscriptions also what became of each',
  params: IdParam,
  body: Nothing,
  answer: JobAnswer.extend({
    imported: z
      .object({
        feeds: z.array(
          z.object({
            url: z.string(),
            title: z.string().nullable(),
            folder: z.string().nullable(),
            outcome: z.enum(['added', 'known', 'refused']),
            reason: z.string().nullable(),
          }),
        ),
        left: z.int().describe('Subscriptions beyond the limit'),
      })
      .nullable(),
  }).meta({ id: 'JobDetail' }),
  handle: async (site, { params: { id } }) => {
    const job = await jobById(site.store, id)
    if (!job) throw new AppError('not_found', `no job has the number ${id}`)
    const isImport = job.kind === 'import-feeds' && job.state === 'done'
    const told = isImport ? ((await jobData(site.store, id)) as FeedImport | null) : null // our own job wrote it
    const imported = told?.feeds ? { feeds: told.feeds.map((feed) => ({ ...feed })), left: told.left } : null
    return { ...jobAnswer(job), imported }
  },
})

export const retryJobEndpoint = endpoint({
  ...ofEditor,
  method: 'post',
  path: '/jobs/{id}/retry',
  operationId: 'retryJob',
  summary: 'Has a failed job done again',
  params: IdParam,
  body: Nothing,
  answer: JobAnswer,
  handle: async (site, { params: { id } }) => {
    const isDue = await retryJob(site.store, id, site.now())
    const job = await jobById(site.store, id)
    if (!job) throw new AppError('not_found', `no job has the number ${id}`)
    if (!isDue) throw new AppError('conflict', `job ${id} is ${job.state}: only a failed one is done again`)
    site.hurry?.()
    return jobAnswer(job)
  },
})

export const forgetJobEndpoint = endpoint({
  ...ofEditor,
  method: 'delete',
  path: '/jobs/{id}',
  operationId: 'forgetJob',
  summary: 'Forgets a job that is over',
  params: IdParam,
  body: Nothing,
  answer: z.object({ forgotten: z.literal(true) }),
  handle: async (site, { params: { id } }) => {
    if (!(await forgetJob(site.store, id))) throw new AppError('conflict', `job ${id} is not there, or not over`)
    return { forgotten: true as const }
  },
})
