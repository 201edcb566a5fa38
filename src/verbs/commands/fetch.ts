import { askedToWait, type PollReport, pollFeed } from '../../ingest/poll.ts'
import { AppError, EXIT } from '../../model/errors.ts'
import { dueFeeds, feedByUrl, listFeeds, type PollableFeed, pollableFeed } from '../../store/feeds.ts'
import type { Store } from '../../store/store.ts'
import { withEngine } from '../engine.ts'
import { createProgress } from '../progress.ts'
import type { Verb, VerbContext } from '../verb.ts'

const MAX_FEEDS = 100_000

export const fetchVerb: Verb = {
  name: 'fetch',
  usage: 'fetch [--due|--all] [FEED...]',
  summary: 'poll now: the feeds named, all, or those that are due (the default)',
  example: './trendpulse fetch --all',
  hasJson: true,
  options: {
    due: { type: 'boolean', help: 'feeds whose time has come' },
    all: { type: 'boolean', help: 'every feed that is not paused' },
  },
  run: (context) =>
    withEngine(context.config, async (engine) => {
      const feeds = await chosenFeeds(context, engine.store, engine.now())
      const progress = createProgress('polling', feeds.length)
      const reports: PollReport[] = []
      let next = 0
      const run = async () => {
        for (let feed = feeds[next++]; feed; feed = feeds[next++]) {
          const isHeld = context.values.all === true && askedToWait(feed, engine.now())
          reports.push(isHeld ? heldReport(feed) : await pollFeed(engine, feed))
          progress.at(reports.length)
        }
      }
      await Promise.all(Array.from({ length: context.config.polls }, run))
      await engine.pulse.catchUp(engine.now())
      progress.end()
      for (const report of reports) print(context, report)
      if (feeds.length === 0 && !context.json && context.values.due !== true)
        context.say(context.values.all === true ? 'there is no feed to poll' : 'no feed is due; --all polls every one')
      return reports.some((report) => report.state !== 'ok') ? EXIT.someFailed : EXIT.done
    }),
}

async function chosenFeeds(context: VerbContext, store: Store, nowMs: number): Promise<PollableFeed[]> {
  if (context.args.length > 0) {
    const feeds: PollableFeed[] = []
    for (const url of context.args) {
      const row = await feedByUrl(store, url)
      const feed = row && (await pollableFeed(store, row.id))
      if (!feed) throw new AppError('not_found', `${url} is no source of this store; add it first`)
      feeds.push(feed)
    }
    return feeds
  }
  if (context.values.all !== true) return dueFeeds(store, nowMs, MAX_FEEDS)
  const rows = (await listFeeds(store)).filter(
    (feed) => feed.state !== 'paused' && (feed.kind === 'feed' || feed.kind === 'listing'),
  )
  const feeds = await Promise.all(rows.map((row) => pollableFeed(store, row.id)))
  return feeds.filter((feed) => feed !== null)
}

/** A feed whose server asked for a pause is not asked before it is over, whoever wants it. */
function heldReport({ id, url, reason, nextPollMs }: PollableFeed): PollReport {
  const until = `${reason ?? 'The server asks for a pause.'} Not before ${new Date(nextPollMs).toISOString()}.`
  return { feedId: id, url, state: 'failing', reason: until, entries: 0, stored: 0, updated: 0, failed: [] }
}

function print(context: VerbContext, report: PollReport): void {
  if (context.json) context.say(JSON.stringify(report))
  else if (report.state === 'ok')
    context.say(
      `${report.url}: ${report.entries} entries, ${report.stored} new, ${report.updated} changed, ${report.failed.length} failed`,
    )
  if (report.state !== 'ok') context.complain(`${report.url}: ${report.reason}`)
}
