import { DAY_MS, type EpochMs, MINUTE_MS } from '../model/time.ts'
import { dueFeeds } from '../store/feeds.ts'
import { claimJob, finishJob, type Job, type JobLane, requeueRunning } from '../store/jobs.ts'
import { recallFromFuture } from '../store/move-feed.ts'
import { forgetVotes } from '../store/reactions.ts'
import { CLOCK_TOLERANCE_MS, mendClock } from './mend-clock.ts'
import { type Polling, pollFeed } from './poll.ts'
import type { Pulse } from './pulse-tick.ts'
import { isStopping } from './read-entry.ts'
import { tendSubscriptions } from './subscriptions.ts'

/** The line at work: polls feeds when they are due, does jobs, and keeps the pulse. */
export type Scheduler = {
  /** Ends after what runs; the caller says by `stopping` that it should be quick. */
  stop: () => Promise<void>
  polling: () => number
  /** Looks for due feeds and jobs now: something has just become due. */
  hurry: () => void
}

/** How often due feeds and jobs are looked for. */
const LOOK_MS = 1_000
/** While the store cannot be written or read, looks and polls come ever more seldom, down to one in a minute. */
const MAX_FAULT_PAUSE_MS = MINUTE_MS
/** How often the open hour's pulse is written. */
const PULSE_MS = 2 * MINUTE_MS

export type SchedulerOptions = Polling & {
  pulse: Pulse
  /** Feeds polled at the same time. */
  concurrency: number
  doJob: (job: Job) => Promise<void>
  /** Tells watching readers what is due; absent where nobody watches. */
  tendWatches?: () => Promise<void>
  /** Tells others of feeds that have changed; absent where nobody is told. */
  tendHub?: () => Promise<void>
  /** Told whenever something that pages show may have changed. */
  onChange: () => void
}

/** Starts the scheduler. A poll or job that fails is written down and never ends it; a job that a stop cuts short is done after the next start. */
export async function startScheduler(options: SchedulerOptions): Promise<Scheduler> {
  await requeueRunning(options.store)
  const state: SchedulerState = {
    options,
    polling: new Set(),
    faulty: new Map(),
    isBehind: false,
    isStopped: false,
    pulsedMs: 0,
    tasks: new Map(),
  }
  let faults = 0
  let timer: NodeJS.Timeout | null = null

  const look = async () => {
    if (state.isStopped) return
    if (!isStopping(options)) {
      const went = await Promise.all([
        attempt(state, 'poll-failed', () => pollDue(state)),
        // Neither a slow page that is added nor a long count holds up the polls.
        once(state, 'job-failed', () => doJobs(state, 'quick')),
        once(state, 'long-job-failed', () => doJobs(state, 'long')),
        once(state, 'pulse-failed', () => keepPulse(state)),
        once(state, 'websub-failed', () => tendSubscriptions(options)),
        once(state, 'watch-failed', async () => options.tendWatches?.()),
        once(state, 'hub-failed', async () => options.tendHub?.()),
      ])
      faults = went.every((isDone) => isDone) ? 0 : faults + 1
    }
    if (!state.isStopped) timer = setTimeout(start, faultPauseMs(faults))
  }
  let looking = Promise.resolve()
  const start = () => {
    looking = look()
  }
  start()
  return {
    polling: () => state.polling.size,
    hurry: () => {
      if (state.isStopped || faults > 0 || isStopping(options)) return
      void attempt(state, 'poll-failed', () => pollDue(state))
      void once(state, 'job-failed', () => doJobs(state, 'quick'))
      void once(state, 'long-job-failed', () => doJobs(state, 'long'))
      void once(state, 'hub-failed', async () => options.tendHub?.())
    },
    stop: async () => {
      state.isStopped = true
      if (timer) clearTimeout(timer)
      await looking
      while (state.tasks.size > 0) await Promise.all(state.tasks.values())
    },
  }
}

type SchedulerState = {
  options: SchedulerOptions
  polling: Set<number>
  /** Feeds whose poll ended in a fault of ours: how often in a row, and until when they are left alone. */
  faulty: Map<number, { faults: number; untilMs: number }>
  /** More feeds were due than could be begun. */
  isBehind: boolean
  isStopped: boolean
  pulsedMs: EpochMs
  /** What runs beside the looking. */
  tasks: Map<string, Promise<unknown>>
}

const faultPauseMs = (faults: number): number => Math.min(MAX_FAULT_PAUSE_MS, LOOK_MS * 2 ** Math.min(faults, 10))

/** Does some work; false when it failed, which is then in the log. */
async function attempt(state: SchedulerState, what: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    state.options.log(what, { error: error instanceof Error ? error.message : String(error) })
    return false
  }
}

/** The same, begun only when it does not run already; what ends within a look counts for it, what takes longer goes on beside. */
async function once(state: SchedulerState, what: string, work: () => Promise<unknown>): Promise<boolean> {
  if (state.tasks.has(what)) return true
  const task = attempt(state, what, work).finally(() => state.tasks.delete(what))
  state.tasks.set(what, task)
  let timer: NodeJS.Timeout | undefined
  const aside = new Promise<true>((resolve) => {
    timer = setTimeout(resolve, LOOK_MS, true)
  })
  return Promise.race([task, aside]).finally(() => clearTimeout(timer))
}

async function pollDue(state: SchedulerState): Promise<void> {
  const { options, polling, faulty } = state
  if (polling.size >= options.concurrency) return
  const nowMs = performance.now() // a jump of the clock must not prolong a pause
  const due = await dueFeeds(options.store, options.now(), options.concurrency + polling.size + faulty.size)
  if (state.isStopped) return // while it was asked
  const free = due.filter((feed) => !polling.has(feed.id) && (faulty.get(feed.id)?.untilMs ?? 0) <= nowMs)
  const room = Math.max(0, options.concurrency - polling.size)
  state.isBehind = free.length > room
  for (const feed of free.slice(0, room)) {
    polling.add(feed.id)
    const name = `poll ${feed.id}`
    const poll = attempt(state, 'poll-failed', async () => {
      const report = await pollFeed(options, feed)
      if (report.stored + report.updated > 0) options.onChange()
    })
    const done = poll.then((isDone) => {
      const faults = isDone ? 0 : (faulty.get(feed.id)?.faults ?? 0) + 1
      if (isDone) faulty.delete(feed.id)
      else faulty.set(feed.id, { faults, untilMs: performance.now() + faultPauseMs(faults) })
      polling.delete(feed.id)
      state.tasks.delete(name)
      return isDone ? refill(state) : undefined
    })
    state.tasks.set(name, done)
  }
}

/** While more is due than may run, places that fall free are filled at once, half of them at a time: one question for many. */
async function refill(state: SchedulerState): Promise<void> {
  const { options, polling } = state
  if (!state.isBehind || state.isStopped || isStopping(options) || polling.size > options.concurrency / 2) return
  state.isBehind = false
  await attempt(state, 'poll-failed', () => pollDue(state))
}

async function doJobs({ options }: SchedulerState, lane: JobLane): Promise<void> {
  while (!isStopping(options)) {
    const job = await claimJob(options.store, options.now(), lane)
    if (!job) return
    await runJob(options, job)
    options.onChange()
  }
}

async function runJob(options: SchedulerOptions, job: Job): Promise<void> {
  try {
    await options.doJob(job)
  } catch (error) {
    if (isStopping(options)) return // it stays as running, and the next start takes it up again
    const reason = error instanceof Error ? error.message : String(error)
    options.log('job-failed', { job: job.id, kind: job.kind, reason })
    await finishJob(options.store, job.id, 'failed', reason)
    return
  }
  await finishJob(options.store, job.id, 'done', null)
}

async function keepPulse(state: SchedulerState): Promise<void> {
  const { options } = state
  const nowMs = options.now()
  if (Math.abs(nowMs - state.pulsedMs) < PULSE_MS) return
  state.pulsedMs = nowMs
  const recalled = await recallFromFuture(options.store, nowMs, CLOCK_TOLERANCE_MS)
  const articles = await mendClock(options.store, nowMs)
  if (recalled + articles > 0) options.log('clock-went-back', { feeds: recalled, articles })
  await options.pulse.catchUp(nowMs)
  await forgetVotes(options.store, Math.floor(nowMs / DAY_MS))
  options.onChange()
}
