import { MINUTE_MS } from '../model/time.ts'
import { dueFeeds } from '../store/feeds.ts'
import { claimJob, finishJob, type Job, requeueRunning } from '../store/jobs.ts'
import { forgetVotes } from '../store/reactions.ts'
import { type Polling, pollFeed } from './poll.ts'
import type { Pulse } from './pulse-tick.ts'

/** The line at work: polls feeds when they are due, does jobs, and keeps the pulse. */
export type Scheduler = { stop: () => Promise<void>; polling: () => number }

/** How often due feeds and jobs are looked for. */
const LOOK_MS = 1_000
/** How often the open hour's pulse is written. */
const PULSE_MS = 2 * MINUTE_MS
const DAY_MS = 86_400_000

export type SchedulerOptions = Polling & {
  pulse: Pulse
  /** Feeds polled at the same time. */
  concurrency: number
  doJob: (job: Job) => Promise<void>
  /** Told whenever something that pages show may have changed. */
  onChange: () => void
}

/** Starts the scheduler. A poll or job that fails is written down and never ends it. */
export async function startScheduler(options: SchedulerOptions): Promise<Scheduler> {
  await requeueRunning(options.store)
  const polling = new Set<number>()
  const running = new Set<Promise<void>>()
  let stopped = false
  let timer: NodeJS.Timeout | null = null
  let pulsedMs = 0

  const track = (work: Promise<unknown>, what: string) => {
    const done = work.then(
      () => {},
      (error: unknown) => options.log(what, { error: error instanceof Error ? error.message : String(error) }),
    )
    running.add(done)
    void done.finally(() => running.delete(done))
  }
  const poll = async () => {
    const room = options.concurrency - polling.size
    if (room <= 0) return
    const due = await dueFeeds(options.store, options.now(), options.concurrency + polling.size)
    for (const feed of due.filter((one) => !polling.has(one.id)).slice(0, room)) {
      polling.add(feed.id)
      const done = pollFeed(options, feed).then((report) => {
        if (report.stored > 0) options.onChange()
      })
      track(
        done.finally(() => polling.delete(feed.id)),
        'poll-failed',
      )
    }
  }
  const doJobs = async () => {
    for (
      let job = await claimJob(options.store, options.now());
      job;
      job = await claimJob(options.store, options.now())
    ) {
      await runJob(options, job)
      options.onChange()
    }
  }
  const keepPulse = async () => {
    if (options.now() - pulsedMs < PULSE_MS) return
    pulsedMs = options.now()
    await options.pulse.catchUp(pulsedMs)
    await forgetVotes(options.store, Math.floor(pulsedMs / DAY_MS))
    options.onChange()
  }
  const look = async () => {
    for (const [work, what] of [
      [poll, 'poll-failed'],
      [doJobs, 'job-failed'],
      [keepPulse, 'pulse-failed'],
    ] as const) {
      if (stopped) return
      try {
        await work()
      } catch (error) {
        options.log(what, { error: error instanceof Error ? error.message : String(error) })
      }
    }
    if (!stopped) timer = setTimeout(start, LOOK_MS)
  }
  const start = () => track(look(), 'look-failed')
  start()
  return {
    polling: () => polling.size,
    stop: async () => {
      stopped = true
      if (timer) clearTimeout(timer)
      await Promise.all(running)
    },
  }
}

async function runJob(options: SchedulerOptions, job: Job): Promise<void> {
  try {
    await options.doJob(job)
    await finishJob(options.store, job.id, 'done', null)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    options.log('job-failed', { job: job.id, kind: job.kind, reason })
    await finishJob(options.store, job.id, 'failed', reason)
  }
}
