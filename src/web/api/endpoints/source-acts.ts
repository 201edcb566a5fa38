import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import type { Preview } from '../../../model/preview.ts'
import { MINUTE_MS } from '../../../model/time.ts'
import { editFeed } from '../../../store/feed-edits.ts'
import { addFeed, feedById, pauseFeed, pollSoon, removeFeed } from '../../../store/feeds.ts'
import { enqueue } from '../../../store/jobs.ts'
import { previewPage } from '../../lists/preview.ts'
import { sourcePage } from '../../lists/source.ts'
import { folderPath, POLL_MINUTES } from '../../pages/source-forms.ts'
import type { Site } from '../../site.ts'
import { endpoint, IdParam, Nothing } from '../endpoint.ts'
import { keysFor } from '../keys.ts'
import { ArticleAnswer, SourceAnswer, WebAddress } from '../schemas.ts'
import { articleAnswer, sourceAnswer, time } from '../shapes.ts'

const Time = z.iso.datetime()
const Share = z.number().min(0).max(1).nullable()
/** Sources that one call may change. */
const MAX_CHOSEN = 100

const Folder = z
  .string()
  .trim()
  .max(200)
  .transform(folderPath)
  .nullable()
  .describe('Names parted by /, outermost first; null for none')
  .meta({ examples: ['Papers / Local'] })

const SourcePageAnswer = z
  .object({
    source: SourceAnswer,
    everyMinutes: z.number().describe('Between polls'),
    givenMinutes: z.number().nullable().describe('As an editor wants it; null where its rhythm is learnt'),
    health: z
      .object({
        days: z.array(z.int()).describe('Articles first seen a day, today last'),
        lastNew: Time.nullable(),
        copies: Share.describe('Of these articles, those that are copies of others'),
        doubted: Share.describe('Of these articles, those whose claimed date is contradicted'),
        delayMinutes: z.number().nullable().describe('Middle one of the times from date to first sight'),
      })
      .nullable(),
    polls: z
      .array(z.object({ at: Time, outcome: z.string(), entries: z.int(), new: z.int() }))
      .describe('The last ones, newest first'),
    hub: z
      .object({ url: z.string(), state: z.string(), reason: z.string().nullable(), until: Time.nullable() })
      .nullable()
      .describe('The hub that its feed names'),
    articles: z.array(ArticleAnswer).describe('Its newest'),
  })
  .meta({ id: 'SourcePage' })

export const sourceEndpoint = endpoint({
  method: 'get',
  path: '/sources/{id}',
  operationId: 'getSource',
  summary: 'One source: its state, what it brought lately, its last polls, its hub and its newest articles',
  needs: 'nobody',
  status: 200,
  params: IdParam,
  query: Nothing,
  body: Nothing,
  answer: SourcePageAnswer,
  handle: async (site, { params, origin }) => {
    const page = await sourcePage(site, String(params.id))
    if (!page) throw noSource(params.id)
    const { feed, health, polls, hub, articles } = page
    const keys = await keysFor(site.store, articles)
    const moment = (ms: number | null) => (ms === null ? null : time(ms))
    return {
      source: sourceAnswer(feed),
      everyMinutes: (feed.givenIntervalMs ?? feed.intervalMs) / MINUTE_MS,
      givenMinutes: feed.givenIntervalMs === null ? null : feed.givenIntervalMs / MINUTE_MS,
      health: health
        ? {
            days: [...health.days],
            lastNew: moment(health.lastNewMs),
            copies: health.copies,
            doubted: health.doubted,
            delayMinutes: health.delayMs === null ? null : health.delayMs / MINUTE_MS,
          }
        : null,
      polls: polls.map((poll) => ({
        at: time(poll.polledMs),
        outcome: poll.outcome,
        entries: poll.entries,
        new: poll.newItems,
      })),
      hub: hub && { url: hub.hub, state: hub.state, reason: hub.reason, until: moment(hub.leaseEndMs) },
      articles: articles.map((article) => articleAnswer(origin, article, keys)),
    }
  },
})

const EditBody = z
  .object({
    title: z.string().trim().max(200).nullable().describe('null or empty: as it calls itself'),
    folder: Folder,
    minutes: z
      .union(POLL_MINUTES.map((minutes) => z.literal(minutes)))
      .describe('Between polls; 0 lets its rhythm be learnt'),
  })
  .partial()
  .describe('What is left out stays as it is')

export const editSourceEndpoint = endpoint({
  method: 'put',
  path: '/sources/{id}',
  operationId: 'editSource',
  summary: 'Gives a source another name, folder or rhythm',
  needs: 'editor',
  status: 200,
  params: IdParam,
  query: Nothing,
  body: EditBody,
  answer: SourceAnswer,
  handle: async (site, { params: { id }, body: { title, folder, minutes } }) => {
    if (!(await feedById(site.store, id))) throw noSource(id)
    await editFeed(site.store, id, {
      ...(title === undefined ? {} : { title: title === '' ? null : title }),
      ...(folder === undefined ? {} : { folder }),
      ...(minutes === undefined ? {} : { intervalMs: minutes === 0 ? null : minutes * MINUTE_MS }),
    })
    return sourceNow(site, id)
  },
})

export const pollSourceEndpoint = endpoint({
  method: 'post',
  path: '/sources/{id}/poll',
  operationId: 'pollSource',
  summary: 'Has a source read now',
  needs: 'editor',
  status: 200,
  params: IdParam,
  query: Nothing,
  body: Nothing,
  answer: SourceAnswer,
  handle: async (site, { params: { id } }) => {
    await pollSoon(site.store, id, site.now())
    return sourceNow(site, id)
  },
})

export const changeSourcesEndpoint = endpoint({
  method: 'post',
  path: '/sources/several',
  operationId: 'changeSources',
  summary: 'Does the same to several sources',
  needs: 'editor',
  status: 200,
  params: Nothing,
  query: Nothing,
  body: z.object({
    do: z.enum(['poll', 'pause', 'resume', 'move', 'remove']),
    ids: z.array(z.int().min(1)).min(1).max(MAX_CHOSEN),
    folder: Folder.default(null).describe('Where `move` moves them'),
  }),
  answer: z.object({ changed: z.int().describe('How many there were; numbers of none are passed over') }),
  handle: async (site, { body }) => {
    const { store } = site
    let changed = 0
    for (const id of new Set(body.ids)) {
      if (!(await feedById(store, id))) continue
      changed++
      if (body.do === 'remove') await removeFeed(store, id)
      else if (body.do === 'poll') await pollSoon(store, id, site.now())
      else if (body.do === 'move') await editFeed(store, id, { folder: body.folder })
      else await pauseFeed(store, id, body.do === 'pause', site.now())
    }
    done(site)
    return { changed }
  },
})

const JobMade = z
  .object({ job: z.int().describe('Its number: what becomes of it is told by it') })
  .meta({ id: 'JobMade' })

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

/** Bytes of a list of subscriptions, as its form takes them. */
const MAX_LIST_BYTES = 4_000_000

export const importSourcesEndpoint = endpoint({
  method: 'post',
  path: '/sources/import',
  operationId: 'importSources',
  summary: 'Adds every subscription of an OPML list by a job, which tells what became of each',
  needs: 'editor',
  status: 202,
  maxBodyBytes: MAX_LIST_BYTES,
  params: Nothing,
  query: Nothing,
  body: z.object({
    opml: z
      .string()
      .min(1)
      .max(MAX_LIST_BYTES)
      .meta({ examples: ['<opml version="2.0"><body/></opml>'] }),
    name: z.string().trim().min(1).max(200).default('list.opml'),
  }),
  answer: JobMade,
  handle: async (site, { body: { opml, name } }) => {
    const bytes = Buffer.from(opml).toString('base64')
    const job = await enqueue(site.store, 'import-feeds', { name }, site.now(), { bytes })
    site.hurry?.()
    return { job }
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

async function sourceNow(site: Site, id: number): Promise<z.input<typeof SourceAnswer>> {
  const feed = await feedById(site.store, id)
  if (!feed) throw noSource(id)
  done(site)
  return sourceAnswer(feed)
}

function done(site: Site): void {
  site.touch()
  site.hurry?.()
}

const noSource = (id: number) => new AppError('not_found', `no source has the number ${id}`)
