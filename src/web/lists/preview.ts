import type { Preview } from '../../model/preview.ts'
import { DAY_MS } from '../../model/time.ts'
import { feedFolders } from '../../store/feed-lists.ts'
import { feedByUrl } from '../../store/feeds.ts'
import { type JobRow, jobById, jobData, PREVIEW_DAYS } from '../../store/jobs.ts'
import type { Site } from '../site.ts'

/** What the page of a preview shows. `preview` is null until it is there; `knownId` names the source that reads the address already. */
export type PreviewPage = {
  job: JobRow
  asked: string
  preview: Preview | null
  knownId: number | null
  folders: readonly string[]
}

/** A preview by its number; null where there is none, or it is older than it may be. At most four queries. */
export async function previewPage(site: Site, name: string): Promise<PreviewPage | null> {
  if (!/^\d{1,15}$/.test(name)) return null
  const job = await jobById(site.store, Number(name))
  if (job?.kind !== 'preview' || site.now() - job.createdMs > PREVIEW_DAYS * DAY_MS) return null
  const asked = String((job.payload as { url: unknown }).url) // our own form wrote it
  const preview = job.state === 'done' ? ((await jobData(site.store, job.id)) as Preview | null) : null // our own job wrote it
  if (preview === null) return { job, asked, preview, knownId: null, folders: [] }
  const [known, folders] = await Promise.all([feedByUrl(site.store, preview.address), feedFolders(site.store)])
  return { job, asked, preview, knownId: known?.id ?? null, folders: folders.map(({ folder }) => folder) }
}
