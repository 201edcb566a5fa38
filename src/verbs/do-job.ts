import { z } from 'zod'
import { addUrl } from '../ingest/add.ts'
import { applyRules } from '../ingest/apply-rules.ts'
import { importFeedList } from '../ingest/import-feeds.ts'
import { previewUrl } from '../ingest/preview.ts'
import { moveTaggedArticles } from '../ingest/shape-tags.ts'
import { AppError } from '../model/errors.ts'
import { type Job, type JobKind, jobData, keepJobData } from '../store/jobs.ts'
import { removeDemo } from '../store/remove-demo.ts'
import type { Engine } from './engine.ts'
import type { BackupFolder } from './kept-backups.ts'

/** What jobs work with. */
export type JobTools = Engine & { backups: BackupFolder }

const Address = z.object({ url: z.string() })
const Named = z.object({ name: z.string() })
const Bytes = z.object({ bytes: z.base64() })

/** What is done for each kind of job. @throws AppError with the reason that the owner is told */
const JOBS: Readonly<Record<JobKind, (tools: JobTools, job: Job) => Promise<unknown>>> = {
  'add-url': (tools, { payload }) => addUrl(tools, Address.parse(payload).url),
  'remove-demo': ({ store }) => removeDemo(store),
  'shape-tags': ({ store }) => moveTaggedArticles(store),
  'apply-rules': ({ store }) => applyRules(store),
  preview: async (tools, { id, payload }) => {
    const preview = await previewUrl(tools, Address.parse(payload).url)
    await keepJobData(tools.store, id, preview, tools.now())
  },
  'import-feeds': async (tools, { id, payload }) => {
    const { name } = Named.parse(payload)
    const given = Bytes.safeParse(await jobData(tools.store, id))
    if (!given.success) throw new AppError('not_found', `${name}: the file is not there any more; send it again`)
    const told = await importFeedList(tools, name, Buffer.from(given.data.bytes, 'base64'))
    await keepJobData(tools.store, id, told, tools.now())
  },
  backup: async ({ store, backups, now }, { id }) => {
    await keepJobData(store, id, await backups.make(store, now()), now())
  },
}

/** Does one job. @throws AppError with the reason, also for a kind that this version does not know */
export async function doJob(tools: JobTools, job: Job): Promise<void> {
  if (!Object.hasOwn(JOBS, job.kind))
    throw new AppError('invalid', `this version does no job of the kind “${job.kind}”`)
  await JOBS[job.kind](tools, job)
}
