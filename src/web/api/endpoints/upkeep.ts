import { z } from 'zod'
import { AppError } from '../../../model/errors.ts'
import { feedProgress } from '../../../store/feed-lists.ts'
import { addFeed } from '../../../store/feeds.ts'
import { enqueue } from '../../../store/jobs.ts'
import { forgetListClicks } from '../../../store/list-clicks.ts'
import { forgetReadTogether } from '../../../store/read-together.ts'
import { setting } from '../../../store/settings.ts'
import { doctorFacts, findTroubles } from '../../lists/doctor.ts'
import type { Site } from '../../site.ts'
import { chosenFeeds, STARTER_TOPICS } from '../../starter/starter-feed.ts'
import { endpoint, Nothing } from '../endpoint.ts'
import { time } from '../shapes.ts'

const Time = z.iso.datetime()
/** What calls of editors and of owners share. */
const ofEditor = { needs: 'editor', status: 200, query: Nothing } as const
const ofOwner = { needs: 'owner', status: 200, params: Nothing, query: Nothing, body: Nothing } as const

const BackupAnswer = z
  .object({
    name: z.string(),
    url: z.url().describe('Its bytes, for an owner’s token; it holds the site’s secret'),
    bytes: z.int(),
    made: Time,
  })
  .meta({ id: 'Backup' })

export const backupsEndpoint = endpoint({
  ...ofOwner,
  method: 'get',
  path: '/backups',
  operationId: 'listBackups',
  summary: 'Backups that are kept beside the store, newest first',
  answer: z.object({ items: z.array(BackupAnswer) }),
  handle: async (site, { origin }) => {
    const kept = (await site.housekeeping?.backups.list()) ?? []
    return {
      items: kept.map(({ name, bytes, madeMs }) => ({
        name,
        url: `${origin}/owner/backup/${encodeURIComponent(name)}`,
        bytes,
        made: time(madeMs),
      })),
    }
  },
})

const JobMade = z.object({ job: z.int().describe('Its number: what becomes of it is told by it') })

export const makeBackupEndpoint = endpoint({
  ...ofOwner,
  method: 'post',
  path: '/backups',
  operationId: 'makeBackup',
  summary: 'Has a backup made by a job',
  status: 202,
  answer: JobMade,
  handle: async (site) => ({ job: await ordered(site, 'backup') }),
})

const DoctorAnswer = z
  .object({
    findings: z.array(
      z.object({
        kind: z.enum(['source', 'hub', 'delivery', 'job']),
        name: z.string(),
        of: z.string().nullable(),
        id: z.int().nullable(),
        url: z.string().nullable(),
        reason: z.string(),
        problem: z.string().nullable(),
        tries: z.int(),
        next: Time.nullable(),
        advice: z.string().describe('A word for what can be done'),
      }),
    ),
    more: z.int().describe('Findings that are left out'),
    engine: z.enum(['sqlite', 'postgres']),
    articles: z.int(),
    stories: z.int(),
    sources: z.int(),
    queue: z.int(),
    oldestPulse: Time.nullable(),
    lastBackup: Time.nullable(),
    machine: z
      .object({
        diskFreeBytes: z.number().nullable(),
        diskBytes: z.number().nullable(),
        storeBytes: z.number().nullable(),
      })
      .nullable(),
    tables: z.array(
      z.object({
        table: z.string(),
        rows: z.number(),
        more: z.boolean().describe('There are more than that'),
        bytes: z.number().nullable(),
      }),
    ),
    editions: z.array(
      z.object({
        key: z.string(),
        articles: z.int(),
        stories: z.int(),
        waiting: z.int().describe('Yet to be looked at'),
      }),
    ),
  })
  .meta({ id: 'Doctor' })

/** Findings of one answer; with more, something else is wrong than each of them. */
const MAX_FINDINGS = 1_000

export const doctorEndpoint = endpoint({
  ...ofOwner,
  method: 'get',
  path: '/doctor',
  operationId: 'getDoctor',
  summary: 'What fails, why, and what to do; what is stored, and on how much room',
  answer: DoctorAnswer,
  handle: async (site) => {
    const [findings, facts] = [await findTroubles(site.store), await doctorFacts(site)]
    const moment = (ms: number | null) => (ms === null ? null : time(ms))
    const { counts, machine, tables, editions } = facts
    return {
      findings: findings.slice(0, MAX_FINDINGS).map(({ nextMs, ...finding }) => ({ ...finding, next: moment(nextMs) })),
      more: Math.max(0, findings.length - MAX_FINDINGS),
      engine: facts.engine,
      articles: counts.articles,
      stories: counts.stories,
      sources: counts.feeds,
      queue: counts.queued,
      oldestPulse: moment(counts.oldestPulseMs),
      lastBackup: moment(facts.lastBackupMs),
      machine: machine && {
        diskFreeBytes: machine.diskFreeBytes,
        diskBytes: machine.diskBytes,
        storeBytes: machine.storeBytes,
      },
      tables: tables.map(({ table, rows, isMore, bytes }) => ({ table, rows, more: isMore, bytes })),
      editions: editions.map(({ key, articles, stories, waiting }) => ({ key, articles, stories, waiting })),
    }
  },
})

const ProgressAnswer = z
  .object({ sources: z.int(), read: z.int(), failing: z.int(), articles: z.int() })
  .meta({ id: 'Progress' })

export const progressEndpoint = endpoint({
  ...ofEditor,
  method: 'get',
  path: '/progress',
  operationId: 'getProgress',
  summary: 'How many sources were read once, and how many articles came: how far a first edition is',
  params: Nothing,
  body: Nothing,
  answer: ProgressAnswer,
  handle: async (site) => {
    const { feeds, read, failing, articles } = await feedProgress(site.store)
    return { sources: feeds, read, failing, articles }
  },
})

const Topic = z.enum(STARTER_TOPICS)
const StarterAnswer = z.object({ url: z.string(), title: z.string(), language: z.string(), topic: Topic })

export const starterEndpoint = endpoint({
  ...ofEditor,
  method: 'get',
  path: '/starter',
  operationId: 'listStarter',
  summary: 'Feeds that a first edition may begin with',
  params: Nothing,
  body: Nothing,
  answer: z.object({ items: z.array(StarterAnswer) }),
  handle: async (site) => ({ items: (site.housekeeping?.starter ?? []).map((feed) => ({ ...feed })) }),
})

export const beginEndpoint = endpoint({
  ...ofEditor,
  method: 'post',
  path: '/starter',
  operationId: 'addStarter',
  summary: 'Adds the feeds of these topics in these languages, each due at once; what is a source already stays',
  params: Nothing,
  body: z.object({
    topics: z.array(Topic).min(1).max(STARTER_TOPICS.length),
    languages: z
      .array(
        z
          .string()
          .max(35)
          .meta({ examples: ['en'] }),
      )
      .min(1)
      .max(100),
  }),
  answer: z.object({ added: z.int() }),
  handle: async (site, { body }) => {
    const chosen = chosenFeeds(site.housekeeping?.starter ?? [], body)
    if (chosen.length === 0) throw new AppError('invalid', 'no feed is of these topics in these languages')
    let added = 0
    for (const { url, title } of chosen) {
      const one = await addFeed(site.store, { url, kind: 'feed', title, siteUrl: null, folder: null }, site.now())
      if (one.added) added++
    }
    site.touch()
    site.hurry?.()
    return { added }
  },
})

export const removeDemoEndpoint = endpoint({
  ...ofOwner,
  method: 'delete',
  path: '/demo',
  operationId: 'removeDemo',
  summary: 'Has the demo edition taken away by a job',
  status: 202,
  answer: JobMade,
  handle: async (site) => {
    if (!(await setting(site.store, 'demo'))) throw new AppError('not_found', 'there is no demo edition here')
    return { job: await ordered(site, 'remove-demo') }
  },
})

export const forgetCountsEndpoint = endpoint({
  ...ofOwner,
  method: 'delete',
  path: '/explain/lists',
  operationId: 'forgetCounts',
  summary: 'Forgets what readers’ choices taught the lists',
  answer: z.object({ forgotten: z.literal(true) }),
  handle: async (site) => {
    await forgetListClicks(site.store, null)
    await forgetReadTogether(site.store, null)
    site.touch()
    return { forgotten: true as const }
  },
})

async function ordered(site: Site, kind: 'backup' | 'remove-demo'): Promise<number> {
  const job = await enqueue(site.store, kind, {}, site.now())
  site.touch()
  site.hurry?.()
  return job
}
