import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { numberReaderItems, prepareReader } from '../src/store/number-reader-items.ts'
import { readerCounts } from '../src/store/reader-counts.ts'
import { markItems } from '../src/store/reader-marks.ts'
import { PLACES } from '../src/store/reader-places.ts'
import { readerIds, readerItems } from '../src/store/reader-state.ts'
import { openStore, type Store } from '../src/store/store.ts'

/**
 * What a reader app's sync costs with very many articles: ids and counts of what is unread, for a new reader, for one with 50,000 marks, and
 * after all was marked read. Prints one JSON line: medians of five, in milliseconds: of processor time for the embedded store, by the clock for PostgreSQL.
 * Use: sh scripts/node.sh bench/readers-million.ts [ARTICLES, default 1000000]; with DATABASE_URL on PostgreSQL, in an empty database.
 */
const articles = Number(process.argv[2] ?? 1_000_000)
const FEEDS = 500
const MARKS = 50_000
const TIMES = 5
const folder = mkdtempSync(join(tmpdir(), 'trendpulse-million-'))
const address = process.env.DATABASE_URL
const store = await openStore(address ? { databaseUrl: address } : { path: join(folder, 'store.db') })
await fill(store)

const ada = { user: 'ada' }
const unread = { ...ada, read: false } as const
const told: Record<string, number> = { articles, items: articles + Math.floor(articles / 2) }
told.numberMs = await timed(() => numberReaderItems(store), 1)
if (store.engine === 'postgres') await sql`vacuum analyze`.execute(store.write)
await asked('new')
await markItems(store, { ...ada, ids: Array.from({ length: MARKS }, (_, index) => index * 7 + 1) }, { read: true }, 1)
if (store.engine === 'postgres') await sql`vacuum analyze reader_mark`.execute(store.write) // as the engine does by itself soon
await asked('marked')
told.markFeedMs = await timed(() => markItems(store, { ...unread, places: [3] }, { read: true }, 2), 1)
told.markAllMs = await timed(() => markItems(store, ada, { read: true }, 3), 1)
await markItems(store, { ...ada, ids: [5, 6, 7] }, { read: false }, 4)
await asked('allRead')
console.log(JSON.stringify({ engine: store.engine, ...told }))
await store.close()
rmSync(folder, { recursive: true })

/** The calls that apps make at each sync. */
async function asked(state: string): Promise<void> {
  const ids = { ...unread, order: 'newest', limit: 100_000 } as const
  told[`${state}Prepare`] = await timed(() => prepareReader(store, 'ada', 5))
  told[`${state}Ids`] = await timed(() => readerIds(store, ids))
  told[`${state}FeedIds`] = await timed(() => readerIds(store, { ...ids, places: [3] }))
  told[`${state}RisingIds`] = await timed(() => readerIds(store, { ...ids, places: [PLACES.rising] }))
  told[`${state}Counts`] = await timed(() => readerCounts(store, unread))
  told[`${state}Page`] = await timed(() => readerItems(store, { ...unread, by: 'time', order: 'newest', limit: 100 }))
}

async function timed(work: () => Promise<unknown>, times = TIMES): Promise<number> {
  const all: number[] = []
  const isEmbedded = store.engine === 'sqlite' // in this process; the other engine's time is its own
  const nowMs = () =>
    (isEmbedded ? process.cpuUsage().user + process.cpuUsage().system : performance.now() * 1_000) / 1_000
  for (let time = 0; time < times; time++) {
    const startMs = nowMs()
    await work()
    all.push(nowMs() - startMs)
  }
  return Math.round(all.sort((a, b) => a - b)[Math.floor(times / 2)]! * 10) / 10
}

/** Rows alone: what reader apps ask for never reads a text. Every second article has a story of its own, one in ten is a copy. */
async function fill({ engine, write }: Store): Promise<void> {
  const numbers = (count: number) =>
    engine === 'sqlite'
      ? sql`(with recursive n(n) as (select 1 union all select n + 1 from n where n < ${count}) select n from n)`
      : sql`(select n from generate_series(1, ${sql.lit(count)}) as g(n))`
  await sql`insert into feed (id, url, kind, state, failures, interval_ms, next_poll_ms, items, added_ms)
    select n, 'https://feed.example/' || n, 'feed', 'ok', 0, 1, 1, 0, 1 from ${numbers(FEEDS)} as x`.execute(write)
  await sql`insert into story (id, key, title, section, language, first_seen_ms, last_seen_ms, article_count, independent_count, owner_count,
      copy_count, rank_key, burst, reaction_positive, reaction_total, merged_into, demo)
    select n, 's' || n, 'A title of some length ' || n, 'other', 'en', n, n, 1, 1, 1 + n % 3, 0, n, case when n % 5000 = 0 then 3 else 0 end, 0, 0, null, 0
    from ${numbers(Math.floor(articles / 2))} as x`.execute(write)
  await sql`insert into article (id, key, feed_id, owner, title, byline, section, language, published_ms, doubtful, first_seen_ms, word_count,
      summary, story_id, copy_of, containment, injected_count, views, content_hash, version, hidden, demo)
    select n, 'a' || n, 1 + n % ${sql.lit(FEEDS)}, 'owner.example', 'A title of some length ' || n, '[]', 'other', 'en', n, 0, n, 300,
      'A summary of the usual length, which is some two hundred characters long, so that a row has the size that rows have in a store that is used; it is read by lists of pages and by nothing that is measured here.',
      1 + n % ${sql.lit(Math.floor(articles / 2))}, case when n % 10 = 0 then n - 1 end, 0, 0, 0, 'h', 1, 0, 0
    from ${numbers(articles)} as x`.execute(write)
}
