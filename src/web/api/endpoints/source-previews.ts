import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import type { Preview } from '../../../model/preview.ts'
import { addFeed } from '../../../store/feeds.ts'
import { enqueue } from '../../../store/jobs.ts'
import { previewPage } from '../../lists/preview.ts'
import type { Site } from '../../site.ts'
import { endpoint, IdParam, Nothing } from '../endpoint.ts'
import { SourceAnswer, WebAddress } from '../schemas.ts'
import { Folder, JobMade, sourceNow } from './source-acts.ts'

export const askPreviewEndpoint = endpoint({
  method: 'post',
  path: '/sources/previews',
  operationId: 'askPreview',
  summary: 'Has an address looked at; nothing is added',
  needs: 'editor',
  status: 202,
  params: Nothing,
  query: Nothing,
  body: z.object({ url: WebAddress }),
  answer: JobMade,
  handle: async (site, { body }) => {
    const job = await enqueue(site.store, 'preview', { url: body.url }, site.now())
    site.hurry?.()
    return { job }
  },
})

const PreviewAnswer = z
  .object({
    job: z.int(),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    asked: z.string(),
    known: z.int().nullable().describe('Number of the source that reads the address already'),
    preview: z
      .object({
        took: z.enum(['feed', 'listing', 'sitemap', 'page', 'feed-list', 'nothing']),
        reason: z.string().nullable().describe('Why it is nothing'),
        address: z.string().describe('What would be read'),
        title: z.string().nullable(),
        siteUrl: z.string().nullable(),
        language: z.string().nullable(),
        feeds: z.array(z.object({ url: z.string(), title: z.string().nullable() })),
        entryCount: z.int(),
        perWeek: z.number().nullable(),
        robots: z.enum(['allowed', 'refused']).nullable(),
        issues: z.array(z.object({ reason: z.string(), detail: z.string() })),
        entries: z.array(
          z.object({
            title: z.string(),
            url: z.string().nullable(),
            published: z.string().nullable(),
            summary: z.string(),
            wordCount: z.int(),
            from: z.enum(['feed', 'page', 'none']),
            language: z.string(),
            section: z.string(),
            tags: z.array(z.string()),
            reason: z.string().nullable(),
          }),
        ),
      })
      .nullable()
      .describe('Null until it is there'),
  })
  .meta({ id: 'Preview' })

export const previewEndpoint = endpoint({
  method: 'get',
  path: '/sources/previews/{id}',
  operationId: 'getPreview',
  summary: 'What stands at an address that was asked for, and how it would look; for a day',
  needs: 'editor',
  status: 200,
  params: IdParam,
  query: Nothing,
  body: Nothing,
  answer: PreviewAnswer,
  handle: async (site, { params: { id } }) => {
    const { job, asked, preview, knownId } = await previewOf(site, id)
    return { job: job.id, state: job.state, asked, known: knownId, preview: preview && previewAnswer(preview) }
  },
})

export const addPreviewedEndpoint = endpoint({
  method: 'post',
  path: '/sources/previews/{id}',
  operationId: 'addPreviewed',
  summary: 'Adds what was looked at as it was seen',
  needs: 'editor',
  status: 201,
  known: { status: 200, means: 'It is a source already', isKnown: ({ added }) => !added },
  params: IdParam,
  query: Nothing,
  body: z.object({ folder: Folder.default(null) }),
  answer: z.object({ added: z.boolean(), source: SourceAnswer }),
  handle: async (site, { params: { id }, body: { folder } }) => {
    const { preview } = await previewOf(site, id)
    if (preview === null) throw new AppError('conflict', `preview ${id} is not done yet`)
    const { took, title, siteUrl, address } = preview
    if (took !== 'feed' && took !== 'listing' && took !== 'sitemap')
      throw new AppError(
        'conflict',
        `preview ${id} is ${took}, no source: POST /sources takes pages and lists of feeds`,
      )
    const kind = took === 'feed' ? 'feed' : 'listing'
    const { id: feedId, added } = await addFeed(site.store, { url: address, kind, title, siteUrl, folder }, site.now())
    return { added, source: await sourceNow(site, feedId) }
  },
})

async function previewOf(site: Site, id: number) {
  const page = await previewPage(site, String(id))
  if (!page) throw new AppError('not_found', `no preview has the number ${id}, or it is older than a day`)
  return page
}

function previewAnswer(preview: Preview) {
  const { took, reason, address, title, siteUrl, language, feeds, entryCount, perWeek, robots } = preview
  return {
    ...{ took, reason, address, title, siteUrl, language, entryCount, perWeek, robots },
    feeds: feeds.map((feed) => ({ ...feed })),
    issues: preview.issues.map((issue) => ({ ...issue })),
    entries: preview.entries.map((entry) => ({ ...entry, tags: [...entry.tags] })),
  }
}
