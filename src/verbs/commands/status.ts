import { EXIT } from '../../model/errors.ts'
import { storeCounts } from '../../store/counts.ts'
import { listFeeds } from '../../store/feeds.ts'
import { recentJobs } from '../../store/jobs.ts'
import type { Store } from '../../store/store.ts'
import { troubledWatches } from '../../store/watches.ts'
import { troubledHubs } from '../../store/websub.ts'
import { withStore } from '../engine.ts'
import type { Verb } from '../verb.ts'
import { VERSION } from './version.ts'

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

export const statusVerb: Verb = {
  name: 'status',
  usage: 'status',
  summary: 'what is stored, and how each source does',
  example: './trendpulse status --json',
  hasJson: true,
  run: (context) =>
    withStore(context.config, async (store) => {
      const status = await statusOf(store)
      if (context.json) context.say(JSON.stringify(status))
      else {
        context.say(
          `TrendPulse ${status.version}: ${status.articles} articles in ${status.stories} stories from ${status.sources.length} sources, ${status.queue} jobs waiting`,
        )
        for (const source of status.sources)
          context.say(
            `${source.state.padEnd(8)}${String(source.items).padStart(7)}  ${source.title ?? source.url}${source.reason ? `: ${source.reason}` : ''}`,
          )
      }
      return EXIT.done
    }),
}

async function statusOf(store: Store) {
  const [counts, feeds] = [await storeCounts(store), await listFeeds(store)]
  return {
    version: VERSION,
    articles: counts.articles,
    stories: counts.stories,
    sources: feeds.map((feed) => ({
      url: feed.url,
      title: feed.title,
      state: feed.state,
      reason: feed.reason,
      items: feed.items,
      lastPolled: instant(feed.lastPolledMs),
      nextPoll: feed.kind === 'feed' || feed.kind === 'listing' ? instant(feed.nextPollMs) : null,
    })),
    queue: counts.queued,
    oldestPulse: instant(counts.oldestPulseMs),
  }
}

export const doctorVerb: Verb = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'what fails and why: sources, deliveries, jobs, store; exit 1 if anything does',
  example: './trendpulse doctor',
  hasJson: true,
  run: (context) =>
    withStore(context.config, async (store) => {
      // A sound feed may have entries that could not be read, and one that has ended is paused: both have a reason.
      const feeds = (await listFeeds(store)).filter((feed) => feed.state === 'failing' || feed.reason !== null)
      const jobs = (await recentJobs(store, 200)).filter((job) => job.state === 'failed')
      const findings = [
        ...feeds.map((feed) => ({
          what: feed.title ?? feed.url,
          url: feed.url,
          reason: feed.reason ?? 'unknown',
          problem: feed.problem,
          since: feed.failures,
          next: instant(feed.nextPollMs),
        })),
        ...(await troubledHubs(store)).map(({ url, hub, reason, failures, actMs }) => ({
          what: `hub ${hub} of ${url}`,
          url,
          reason,
          problem: 'hub',
          since: failures,
          next: instant(actMs),
        })),
        ...(await troubledWatches(store)).map((watch) => ({
          what: `${watch.channel} of watch ${watch.id} (“${watch.name}”, ${watch.account ?? 'a reader'})`,
          url: null,
          reason: watch.state === 'failed' ? `given up: ${watch.reason}` : (watch.reason ?? 'unknown'),
          problem: 'delivery',
          since: watch.failures,
          next: null,
        })),
        ...jobs.map((job) => ({
          what: `job ${job.id} (${job.kind})`,
          url: null,
          reason: job.reason ?? 'unknown',
          problem: null,
          since: job.tries,
          next: null,
        })),
      ]
      if (context.json) context.say(JSON.stringify({ store: store.engine, findings }))
      else if (findings.length === 0)
        context.say(
          `store: ${store.engine}, in order; sources: none failing; deliveries: none failing; jobs: none failed`,
        )
      else
        for (const one of findings)
          context.say(
            `${one.what}: ${one.reason}${one.since > 1 ? ` (${one.since} times)` : ''}${one.next ? `; next try ${one.next}` : ''}`,
          )
      return findings.length > 0 ? EXIT.someFailed : EXIT.done
    }),
}
