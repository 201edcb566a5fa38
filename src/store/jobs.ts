import type { Selectable } from 'kysely'
import { AppError } from '../model/errors.ts'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import type { JobTable } from './schema.ts'
import type { Store } from './store.ts'

/** Work that a page asks for and the line does: a page never waits for the network. */
export type JobKind = 'add-url' | 'remove-demo' | 'shape-tags' | 'apply-rules' | 'preview' | 'import-feeds' | 'backup'
export type JobState = 'queued' | 'running' | 'done' | 'failed'
export type Job = { id: number; kind: JobKind; payload: unknown; tries: number }
export type JobRow = Job & { state: JobState; reason: string | null; createdMs: EpochMs }

/** Jobs that may wait before more of these kinds are refused: they would not be done for hours. What the site owes itself always gets in. */
const MAX_WAITING = 500
const BOUNDED: ReadonlySet<JobKind> = new Set<JobKind>(['add-url', 'preview', 'import-feeds', 'backup'])

/**
 * Puts work into the queue; `data` is what it needs beside its payload, too much for a list of jobs. Gives the job's id.
 * @throws AppError too_often for what somebody asks for while too many wait already
 */
export async function enqueue(
  store: Store,
  kind: JobKind,
  payload: unknown,
  nowMs: EpochMs,
  data?: unknown,
): Promise<number> {
  return store.write.transaction().execute(async (trx) => {
    const waiting = await trx.selectFrom('job').select('id').where('state', '=', 'queued').limit(MAX_WAITING).execute()
    if (waiting.length >= MAX_WAITING && BOUNDED.has(kind))
      throw new AppError('too_often', `${MAX_WAITING} jobs wait already: try again later`)
    const row = await trx
      .insertInto('job')
      .values({
        kind,
        payload: JSON.stringify(payload),
        state: 'queued',
        tries: 0,
        run_after_ms: nowMs,
        reason: null,
        created_ms: nowMs,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (data !== undefined)
      await trx
        .insertInto('job_data')
        .values({ job_id: row.id, data: JSON.stringify(data), made_ms: nowMs })
        .execute()
    return row.id
  })
}

/** Kinds that may take minutes: they go one after the other, and nobody who asks for a look at an address waits for them. */
const LONG: readonly JobKind[] = ['remove-demo', 'shape-tags', 'apply-rules', 'backup']
export type JobLane = 'quick' | 'long'

/** Takes the next due job, of one lane where it is named, or null. A job is never given twice while it runs: the state changes in the same statement. */
export async function claimJob(store: Store, nowMs: EpochMs, lane?: JobLane): Promise<Job | null> {
  const next = store.write
    .selectFrom('job')
    .select('id')
    .where('state', '=', 'queued')
    .where('run_after_ms', '<=', nowMs)
    .$if(lane !== undefined, (query) => query.where('kind', lane === 'long' ? 'in' : 'not in', LONG))
    .orderBy('run_after_ms')
    .orderBy('id')
    .limit(1)
  const row = await store.write
    .updateTable('job')
    .set((eb) => ({ state: 'running' as const, tries: eb('tries', '+', 1) }))
    .where('id', 'in', store.engine === 'postgres' ? next.forUpdate().skipLocked() : next)
    .returning(['id', 'kind', 'payload', 'tries'])
    .executeTakeFirst()
  if (!row) return null
  return { id: row.id, kind: row.kind as JobKind, payload: JSON.parse(row.payload) as unknown, tries: row.tries }
}

export async function finishJob(
  store: Store,
  id: number,
  state: 'done' | 'failed',
  reason: string | null,
): Promise<void> {
  await store.write.updateTable('job').set({ state, reason }).where('id', '=', id).execute()
}

/** Puts jobs that a stopped process left running back into the queue; called once at a start. */
export async function requeueRunning(store: Store): Promise<void> {
  await store.write.updateTable('job').set({ state: 'queued' }).where('state', '=', 'running').execute()
}

/** Jobs, newest first, for the owner's pages and doctor. */
export async function recentJobs(store: Store, limit: number): Promise<JobRow[]> {
  const rows = await store.read.selectFrom('job').selectAll().orderBy('id', 'desc').limit(limit).execute()
  return rows.map(jobOf)
}

/** Jobs in one of some states, newest first, those before an id. */
export async function jobsIn(
  store: Store,
  asked: { states: readonly JobState[]; beforeId?: number | undefined; limit: number },
): Promise<JobRow[]> {
  const query = store.read.selectFrom('job').selectAll().where('state', 'in', asked.states)
  const page = asked.beforeId === undefined ? query : query.where('id', '<', asked.beforeId)
  const rows = await page.orderBy('id', 'desc').limit(asked.limit).execute()
  return rows.map(jobOf)
}

/** How many jobs there are of each state. One query, by the index. */
export async function jobCounts(store: Store): Promise<Record<JobState, number>> {
  const rows = await store.read
    .selectFrom('job')
    .select((eb) => ['state', eb.fn.countAll().as('jobs')])
    .groupBy('state')
    .orderBy('state')
    .execute()
  return {
    queued: 0,
    running: 0,
    done: 0,
    failed: 0,
    ...Object.fromEntries(rows.map((row) => [row.state, Number(row.jobs)])),
  }
}

export async function jobById(store: Store, id: number): Promise<JobRow | null> {
  const row = await store.read.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? jobOf(row) : null
}

/** Asks for a failed job again, due at once; false when it has not failed. */
export async function retryJob(store: Store, id: number, nowMs: EpochMs): Promise<boolean> {
  const done = await store.write
    .updateTable('job')
    .set({ state: 'queued', reason: null, run_after_ms: nowMs })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Forgets a job that is over; false for one that waits or runs. */
export async function forgetJob(store: Store, id: number): Promise<boolean> {
  const done = await store.write
    .deleteFrom('job')
    .where('id', '=', id)
    .where('state', 'in', ['done', 'failed'])
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** What a job was given beside its payload, or has found out; null where there is nothing. */
export async function jobData(store: Store, id: number): Promise<unknown> {
  const row = await store.read.selectFrom('job_data').select('data').where('job_id', '=', id).executeTakeFirst()
  return row ? (JSON.parse(row.data) as unknown) : null
}

/** Keeps what a job found out, in place of what it was given; nothing for a job forgotten meanwhile. */
export async function keepJobData(store: Store, id: number, value: unknown, nowMs: EpochMs): Promise<void> {
  const data = JSON.stringify(value)
  await store.write.transaction().execute(async (trx) => {
    if (!(await trx.selectFrom('job').select('id').where('id', '=', id).executeTakeFirst())) return
    await trx
      .insertInto('job_data')
      .values({ job_id: id, data, made_ms: nowMs })
      .onConflict((conflict) => conflict.column('job_id').doUpdateSet({ data, made_ms: nowMs }))
      .execute()
  })
}

/** A preview shows what an address was a while ago: after a day it is forgotten, whatever became of it. */
export const PREVIEW_DAYS = 1
/** Previews kept at most, the newest. */
const MAX_PREVIEWS = 50
/** What is done is told for a month, what failed for three. */
const DONE_DAYS = 30
const FAILED_DAYS = 90

/** Forgets what is over and old enough, and previews of before a day. Gives how many jobs went. */
export async function forgetOldJobs(store: Store, nowMs: EpochMs): Promise<number> {
  const old = (state: 'done' | 'failed', days: number) =>
    store.write
      .deleteFrom('job')
      .where('state', '=', state)
      .where('created_ms', '<', nowMs - days * DAY_MS)
      .executeTakeFirst()
  const gone = [await old('done', DONE_DAYS), await old('failed', FAILED_DAYS)]
  gone.push(
    await store.write
      .deleteFrom('job')
      .where('kind', '=', 'preview')
      .where((eb) =>
        eb.or([
          eb('created_ms', '<', nowMs - PREVIEW_DAYS * DAY_MS),
          eb('id', '<=', (inner) =>
            inner
              .selectFrom('job as newer')
              .select('newer.id')
              .where('newer.kind', '=', 'preview')
              .orderBy('newer.id', 'desc')
              .limit(1)
              .offset(MAX_PREVIEWS),
          ),
        ]),
      )
      .where('state', '!=', 'running')
      .executeTakeFirst(),
  )
  return gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0)
}

function jobOf(row: Selectable<JobTable>): JobRow {
  return {
    id: row.id,
    kind: row.kind as JobKind,
    payload: JSON.parse(row.payload) as unknown,
    tries: row.tries,
    state: row.state,
    reason: row.reason,
    createdMs: row.created_ms,
  }
}
