import { AppError, EXIT } from '../../model/errors.ts'
import { storeCounts } from '../../store/counts.ts'
import { editionStates } from '../../store/editions.ts'
import { listFeeds } from '../../store/feeds.ts'
import { type PastSize, pastSize } from '../../store/kept-past.ts'
import type { Store } from '../../store/store.ts'
import type { Client } from '../../web/api/client/calls.ts'
import { ApiError, createClient } from '../../web/api/client/create-client.ts'
import { type Finding, findTroubles } from '../../web/lists/doctor.ts'
import { adviceText } from '../../web/views/advice.ts'
import { withStore } from '../engine.ts'
import type { Verb, VerbContext } from '../verb.ts'
import { VERSION } from './version.ts'

const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())

/** A running site is waited for so long. */
const ANSWER_MS = 20_000

export const statusVerb: Verb = {
  name: 'status',
  usage: 'status [--site URL]',
  summary: 'what is stored, and how each source does',
  example: './trendpulse status --json',
  hasJson: true,
  options: { site: { type: 'string', help: 'a running site to ask; without it the store is read' } },
  run: async (context) => {
    const { site } = context.values
    if (typeof site === 'string') return tell(context, await statusOfSite(site))
    return withStore(context.config, async (store) => tell(context, await statusOf(store)))
  },
}

type Status = Omit<Awaited<ReturnType<Client['getStatus']>>, 'sources'> & {
  sources: readonly { url: string; title: string | null; state: string; reason: string | null; items: number }[]
}

function tell(context: VerbContext, status: Status): number {
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
}

/** What a running site says of itself. @throws AppError invalid for no address, upstream where it does not answer as one */
async function statusOfSite(address: string): Promise<Status> {
  const base = URL.parse(address)
  if (!base || !/^https?:$/.test(base.protocol))
    throw new AppError('invalid', `--site is "${address}": it must be the http or https address of a running site`)
  try {
    return await createClient({ baseUrl: base.origin }).getStatus({}, { signal: AbortSignal.timeout(ANSWER_MS) })
  } catch (cause) {
    const why = cause instanceof ApiError ? cause.message : 'does not answer'
    throw new AppError('upstream', `${base.host}: ${why}`, { cause })
  }
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
      const findings = await findTroubles(store)
      const [editions, past] = [await editionStates(store), await pastSize(store)]
      if (context.json) {
        const told = findings.map((one) => ({
          what: whatOf(one),
          url: one.url,
          reason: one.reason,
          problem: one.problem,
          since: one.tries,
          next: instant(one.nextMs),
          advice: adviceText(one.advice),
        }))
        context.say(JSON.stringify({ store: store.engine, findings: told, editions, past: pastTold(past) }))
      } else if (findings.length === 0) {
        context.say(
          `store: ${store.engine}, in order; sources: none failing; deliveries: none failing; jobs: none failed`,
        )
        context.say(pastLine(past)) // beside findings it would be taken for one: then --json tells it
      } else
        for (const one of findings) {
          const tries = one.tries > 1 ? ` (${one.tries} times)` : ''
          const next = one.nextMs === null ? '' : `; next try ${instant(one.nextMs)}`
          context.say(`${whatOf(one)}: ${one.reason}${tries}${next}`)
        }
      if (!context.json)
        for (const { key, articles, waiting } of editions)
          if (waiting > 0)
            context.say(
              `edition ${key}: being filled, ${articles} articles so far, ${waiting} of all still to be looked at`,
            )
      return findings.length > 0 ? EXIT.someFailed : EXIT.done
    }),
}

const pastTold = ({ rows, bytes, sinceMs }: PastSize) => ({ rows, bytes, since: instant(sinceMs) })

function pastLine({ rows, bytes, sinceMs }: PastSize): string {
  const size = bytes === null ? '' : `, ${(bytes / 1e6).toFixed(1)} MB`
  const since = sinceMs === null ? 'nothing was forgotten' : `kept since ${instant(sinceMs)}`
  return `past (pages as they stood): ${rows} states${size}; ${since}`
}

/** What a finding is about, in one name. */
function whatOf({ kind, name, of, id }: Finding): string {
  if (kind === 'hub') return `hub ${name} of ${of}`
  if (kind === 'delivery') return `${name} of watch ${of}`
  return kind === 'job' ? `job ${id} (${name})` : name
}
