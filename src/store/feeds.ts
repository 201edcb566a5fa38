import type { Selectable } from 'kysely'
import type { FeedRow, FeedState } from '../model/card.ts'
import type { EpochMs } from '../model/time.ts'
import type { FeedTable } from './schema-sources.ts'
import type { Store } from './store.ts'
import { leaveHub } from './websub.ts'

/** What is known of a feed when it is added. */
export type NewFeed = {
  url: string
  kind: FeedRow['kind']
  title: string | null
  siteUrl: string | null
  folder?: string | null
}

/** First interval between polls, until the feed's rhythm is known. */
const FIRST_INTERVAL_MS = 3_600_000

/** Adds a feed, due at once; a feed already there keeps everything (and gives its id). */
export async function addFeed(store: Store, feed: NewFeed, nowMs: EpochMs): Promise<{ id: number; added: boolean }> {
  const row = await store.write
    .insertInto('feed')
    .values({
      url: feed.url,
      kind: feed.kind,
      title: feed.title,
      site_url: feed.siteUrl,
      folder: feed.folder ?? null,
      state: 'ok',
      failures: 0,
      interval_ms: FIRST_INTERVAL_MS,
      next_poll_ms: nowMs,
      items: 0,
      added_ms: nowMs,
    })
    .onConflict((conflict) => conflict.column('url').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) return { id: row.id, added: true }
  const known = await store.write.selectFrom('feed').select('id').where('url', '=', feed.url).executeTakeFirstOrThrow()
  return { id: known.id, added: false }
}

/** Every source, by title, then address. */
export async function listFeeds(store: Store): Promise<FeedRow[]> {
  const rows = await store.read
    .selectFrom('feed')
    .selectAll()
    .orderBy((eb) => eb.fn.coalesce('given_title', 'title'))
    .orderBy('url')
    .execute()
  return rows.map(feedOf)
}

export async function feedById(store: Store, id: number): Promise<FeedRow | null> {
  const row = await store.read.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? feedOf(row) : null
}

export async function feedByUrl(store: Store, url: string): Promise<FeedRow | null> {
  const row = await store.read.selectFrom('feed').selectAll().where('url', '=', url).executeTakeFirst()
  return row ? feedOf(row) : null
}

/** Takes a source away, and watches of it: its articles stay, without a feed, and its hub is told. False when there is none. */
export async function removeFeed(store: Store, id: number): Promise<boolean> {
  await leaveHub(store, id)
  return store.write.transaction().execute(async (trx) => {
    const done = await trx.deleteFrom('feed').where('id', '=', id).executeTakeFirst()
    // A watch that can never tell anything again would be looked at in every tick, and look alive to its reader.
    await trx.deleteFrom('watch').where('kind', '=', 'source').where('target', '=', String(id)).execute()
    return done.numDeletedRows > 0n
  })
}

/** Pauses a source, or lets it go on, due at once. */
export async function pauseFeed(store: Store, id: number, paused: boolean, nowMs: EpochMs): Promise<void> {
  const change = paused
    ? { state: 'paused' as const }
    : { state: 'ok' as const, reason: null, problem: null, failures: 0, next_poll_ms: nowMs }
  await store.write.updateTable('feed').set(change).where('id', '=', id).execute()
}

/** How many sources there are of each state and kind of trouble. One query. */
export async function feedStates(store: Store): Promise<{ state: FeedState; problem: string | null; feeds: number }[]> {
  const rows = await store.read
    .selectFrom('feed')
    .select((eb) => ['state', 'problem', eb.fn.countAll().as('feeds')])
    .groupBy(['state', 'problem'])
    .orderBy('state')
    .orderBy('problem')
    .execute()
  return rows.map((row) => ({ ...row, feeds: Number(row.feeds) }))
}

/** Makes a source due now, whatever its interval. */
export async function pollSoon(store: Store, id: number, nowMs: EpochMs): Promise<void> {
  await store.write.updateTable('feed').set({ next_poll_ms: nowMs }).where('id', '=', id).execute()
}

/** What polling needs to know of a feed: its row and its validators. */
export type PollableFeed = FeedRow & { etag: string | null; lastModified: string | null; contentHash: string | null }

/** Feeds whose time has come, longest overdue first. Pages, files and the demo are never polled. Index: feed_due. */
export async function dueFeeds(store: Store, nowMs: EpochMs, limit: number): Promise<PollableFeed[]> {
  const rows = await store.write
    .selectFrom('feed')
    .selectAll()
    .where('state', '!=', 'paused')
    .where('next_poll_ms', '<=', nowMs)
    .where('kind', 'in', ['feed', 'listing'])
    .orderBy('next_poll_ms')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(pollableOf)
}

export async function pollableFeed(store: Store, id: number): Promise<PollableFeed | null> {
  const row = await store.write.selectFrom('feed').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? pollableOf(row) : null
}

/** What one poll found out. Undefined fields stay as they were. */
export type PollOutcome = {
  state: FeedState
  reason: string | null
  /** The kind of trouble; left out for a sound poll. */
  problem?: string | null
  failures: number
  intervalMs: number
  nextPollMs: EpochMs
  polledMs: EpochMs
  etag?: string | null
  lastModified?: string | null
  contentHash?: string | null
  title?: string | null
  siteUrl?: string | null
  language?: string | null
  /** New articles of this poll. */
  newItems: number
}

/** Writes what a poll found out; a feed paused meanwhile stays paused. */
export async function recordPoll(store: Store, id: number, outcome: PollOutcome): Promise<void> {
  const known = <Value>(name: string, value: Value | undefined) => (value === undefined ? {} : { [name]: value })
  await store.write
    .updateTable('feed')
    .set((eb) => ({
      state: eb.case().when('state', '=', 'paused').then('paused').else(outcome.state).end() as never,
      reason: outcome.reason,
      problem: outcome.problem ?? null,
      failures: outcome.failures,
      interval_ms: outcome.intervalMs,
      next_poll_ms: outcome.nextPollMs,
      last_polled_ms: outcome.polledMs,
      items: eb('items', '+', outcome.newItems),
      ...known('etag', outcome.etag),
      ...known('last_modified', outcome.lastModified),
      ...known('content_hash', outcome.contentHash),
      ...known('title', outcome.title),
      ...known('site_url', outcome.siteUrl),
      ...known('language', outcome.language),
    }))
    .where('id', '=', id)
    .execute()
}

function pollableOf(row: Selectable<FeedTable>): PollableFeed {
  return { ...feedOf(row), etag: row.etag, lastModified: row.last_modified, contentHash: row.content_hash }
}

/** A row as the rest of the site knows it. */
export function feedOf(row: Selectable<FeedTable>): FeedRow {
  return {
    id: row.id,
    url: row.url,
    kind: row.kind,
    title: row.given_title ?? row.title,
    siteUrl: row.site_url,
    language: row.language,
    folder: row.folder,
    state: row.state,
    reason: row.reason,
    problem: row.problem,
    failures: row.failures,
    intervalMs: row.interval_ms,
    givenIntervalMs: row.given_interval_ms,
    lastPolledMs: row.last_polled_ms,
    nextPollMs: row.next_poll_ms,
    items: row.items,
    addedMs: row.added_ms,
  }
}
