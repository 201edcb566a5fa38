import type { EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

/** Work that a page asks for and the line does: a page never waits for the network. */
export type JobKind = 'add-url' | 'remove-demo' | 'shape-tags'
export type Job = { id: number; kind: JobKind; payload: unknown; tries: number }
export type JobRow = Job & {
  state: 'queued' | 'running' | 'done' | 'failed'
  reason: string | null
  createdMs: EpochMs
}

export async function enqueue(store: Store, kind: JobKind, payload: unknown, nowMs: EpochMs): Promise<number> {
  const row = await store.write
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
  return row.id
}

/** Takes the next due job, or null. A job is never given twice while it runs: the state changes in the same statement. */
export async function claimJob(store: Store, nowMs: EpochMs): Promise<Job | null> {
  const next = store.write
    .selectFrom('job')
    .select('id')
    .where('state', '=', 'queued')
    .where('run_after_ms', '<=', nowMs)
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
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as JobKind,
    payload: JSON.parse(row.payload) as unknown,
    tries: row.tries,
    state: row.state,
    reason: row.reason,
    createdMs: row.created_ms,
  }))
}
