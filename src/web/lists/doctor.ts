import type { FeedRow } from '../../model/card.ts'
import type { EpochMs } from '../../model/time.ts'
import { type StoreCounts, storeCounts } from '../../store/counts.ts'
import { type EditionState, editionStates } from '../../store/editions.ts'
import { listFeeds } from '../../store/feeds.ts'
import { jobsIn } from '../../store/jobs.ts'
import { lastBackup } from '../../store/settings.ts'
import type { Engine, Store } from '../../store/store.ts'
import { type TableSize, tableSizes } from '../../store/table-sizes.ts'
import { troubledWatches } from '../../store/watches.ts'
import { troubledHubs } from '../../store/websub.ts'
import type { MachineFacts } from '../housekeeping.ts'
import type { Site } from '../site.ts'

/** What can be done about a finding: each has its sentence in the interface. */
export type Advice =
  | 'wait'
  | 'address'
  | 'allow'
  | 'proxy'
  | 'slower'
  | 'robots'
  | 'entries'
  | 'large'
  | 'ended'
  | 'hub'
  | 'delivery'
  | 'job'

/** Something that does not do as it should: whose trouble it is, why, since how many tries, and what to do. */
export type Finding = {
  kind: 'source' | 'hub' | 'delivery' | 'job'
  /** What it is called: a source's name, a hub's address, a channel, a kind of job. */
  name: string
  /** Of which source or watch, where it is not one itself; null otherwise. */
  of: string | null
  id: number | null
  url: string | null
  reason: string
  /** The kind of trouble in a source, `hub`, `delivery`, or null. */
  problem: string | null
  tries: number
  nextMs: EpochMs | null
  advice: Advice
}

/** Failed jobs that are told of, the newest. */
const MAX_JOBS = 200

/**
 * Everything that fails, and what to do about it: the one list behind the verb `doctor` and the owner's page. A sound source may have
 * entries that could not be read, and one that has ended is paused: both have a reason. Four queries.
 */
export async function findTroubles(store: Store): Promise<Finding[]> {
  const [feeds, hubs, watches, jobs] = [
    await listFeeds(store),
    await troubledHubs(store),
    await troubledWatches(store),
    await jobsIn(store, { states: ['failed'], limit: MAX_JOBS }),
  ]
  return [
    ...feeds.filter((feed) => feed.state === 'failing' || feed.reason !== null).map(troubledSource),
    ...hubs.map(
      ({ url, hub, reason, failures, actMs }): Finding => ({
        ...NOTHING,
        kind: 'hub',
        name: hub,
        of: url,
        url,
        reason,
        problem: 'hub',
        tries: failures,
        nextMs: actMs,
        advice: 'hub',
      }),
    ),
    ...watches.map(
      (watch): Finding => ({
        ...NOTHING,
        kind: 'delivery',
        name: watch.channel,
        of: `${watch.id} (“${watch.name}”, ${watch.account ?? 'a reader'})`,
        reason: watch.state === 'failed' ? `given up: ${watch.reason}` : (watch.reason ?? 'unknown'),
        problem: 'delivery',
        tries: watch.failures,
        advice: 'delivery',
      }),
    ),
    ...jobs.map(
      (job): Finding => ({
        ...NOTHING,
        kind: 'job',
        name: job.kind,
        id: job.id,
        reason: job.reason ?? 'unknown',
        tries: job.tries,
        advice: 'job',
      }),
    ),
  ]
}

const NOTHING = { of: null, id: null, url: null, problem: null, tries: 0, nextMs: null } as const

function troubledSource(feed: FeedRow): Finding {
  return {
    kind: 'source',
    name: feed.title ?? feed.url,
    of: null,
    id: feed.id,
    url: feed.url,
    reason: feed.reason ?? 'unknown',
    problem: feed.problem,
    tries: feed.failures,
    nextMs: feed.nextPollMs,
    advice: adviceFor(feed.problem ?? ''),
  }
}

const ADVICE: Readonly<Record<string, Advice>> = {
  'refused-address': 'allow',
  'refused-port': 'allow',
  'refused-by-robots': 'robots',
  proxy: 'proxy',
  'too-many-requests': 'slower',
  'held-back': 'slower',
  'unread-entries': 'entries',
  'too-large': 'large',
  gone: 'ended',
  'http-4xx': 'address',
  'invalid-url': 'address',
  'refused-scheme': 'address',
  'refused-user-info': 'address',
  'redirect-loop': 'address',
  'too-many-redirects': 'address',
  'redirect-without-location': 'address',
  'not-http': 'address',
  'no-feed': 'address',
  'no-entries': 'address',
  'no-answer-body': 'address',
}

/** What to do about a kind of trouble; to wait is right for whatever passes by itself. */
export const adviceFor = (problem: string): Advice => ADVICE[problem] ?? 'wait'

/** Everything that the page of doctor tells beside what fails. */
export type DoctorFacts = {
  engine: Engine
  version: string | null
  counts: StoreCounts
  machine: MachineFacts | null
  /** When the last whole backup was made; null where none is known of. */
  lastBackupMs: EpochMs | null
  tables: readonly TableSize[]
  /** Editions that have sources of their own, and how far each is filled. */
  editions: readonly EditionState[]
}

/** Walks over indexes and counts tables: for its owner's page alone. */
export async function doctorFacts(site: Site): Promise<DoctorFacts> {
  const { store, housekeeping } = site
  const [counts, machine, backup, tables, editions] = await Promise.all([
    storeCounts(store),
    housekeeping?.machine() ?? null,
    lastBackup(store),
    tableSizes(store),
    editionStates(store),
  ])
  return {
    engine: store.engine,
    version: housekeeping?.version ?? null,
    counts,
    machine,
    lastBackupMs: backup,
    tables,
    editions,
  }
}
