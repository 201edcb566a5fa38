import { html } from 'hono/html'
import type { EpochMs } from '../../model/time.ts'
import type { JobKind, JobRow } from '../../store/jobs.ts'
import type { Html } from './layout.ts'
import { type MessageKey, say } from './messages.ts'
import { programText } from './program-text.ts'
import { timeTag } from './times.ts'

/** Pages that show what a job found out; others have nothing to show. */
const RESULT_PATHS: Readonly<Partial<Record<JobRow['kind'], string>>> = {
  preview: '/sources/preview/',
  'import-feeds': '/owner/import/',
}

/** One job in a line: its state, what it is about, since when, and why it failed. */
export function jobLine(job: JobRow, nowMs: EpochMs): Html {
  const path = RESULT_PATHS[job.kind]
  const about = jobAbout(job)
  return html`<b>${say(`job${job.state}`)}</b> ${path === undefined ? about : html`<a href="${path}${job.id}">${about}</a>`} <span class="soft">${timeTag(job.createdMs, nowMs)}</span>${job.reason ? html` <span class="reason">${programText(job.reason)}</span>` : ''}`
}

/** What a kind of job is called. */
const NAMES: Readonly<Record<JobKind, MessageKey>> = {
  'add-url': 'job-add-url',
  'remove-demo': 'job-remove-demo',
  'shape-tags': 'job-shape-tags',
  'apply-rules': 'job-apply-rules',
  preview: 'job-preview',
  'import-feeds': 'job-import-feeds',
  backup: 'job-backup',
}

/** What a kind of job is called; one that another version has written down stays as it is. */
export const jobName = (kind: string): string => (Object.hasOwn(NAMES, kind) ? say(NAMES[kind as JobKind]) : kind)

/** What a job is about: its kind, and the address or file that it was given. */
function jobAbout({ kind, payload }: JobRow): Html {
  const { url, name } = (payload ?? {}) as { url?: unknown; name?: unknown } // payloads are written by our own forms; shown as text whatever they are
  const given = typeof url === 'string' ? url : typeof name === 'string' ? name : null
  return given === null
    ? html`${jobName(kind)}`
    : kind === 'add-url'
      ? html`<bdi>${given}</bdi>`
      : html`${jobName(kind)} <bdi>${given}</bdi>`
}
