import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { MINUTE_MS } from '../../../model/time.ts'
import { editFeed } from '../../../store/feed-edits.ts'
import { feedById, pauseFeed, pollSoon, removeFeed } from '../../../store/feeds.ts'
import { enqueue } from '../../../store/jobs.ts'
import { sourcePage } from '../../lists/source.ts'
import { folderPath, POLL_MINUTES } from '../../pages/source-forms.ts'
import type { Site } from '../../site.ts'
import { endpoint, IdParam, Nothing } from '../endpoint.ts'
import { keysFor } from '../keys.ts'
import { ArticleAnswer, SourceAnswer } from '../schemas.ts'
import { articleAnswer, sourceAnswer, time } from '../shapes.ts'

const Time = z.iso.datetime()
const Share = z.number().min(0).max(1).nullable()
/** Sources that one call may change. */
const MAX_CHOSEN = 100

/** A folder as calls name one. */
export const Folder = z
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

/** What is done by a job, after the answer. */
export const JobMade = z
  .object({ job: z.int().describe('Its number: what becomes of it is told by it') })
  .meta({ id: 'JobMade' })

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

/** A source as it is now; pages show it anew. @throws AppError not_found */
export async function sourceNow(site: Site, id: number): Promise<z.input<typeof SourceAnswer>> {
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
