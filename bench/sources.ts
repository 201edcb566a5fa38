/**
 * What does the list of sources cost with thousands of them? `npm run bench -- sources [SOURCES] [ARTICLES]`: an invented store in memory
 * of the machine, articles of the last twenty days spread unevenly over the sources; each order's first page and a middle one, CPU time.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { seededRandom } from '../src/demo/random.ts'
import { DAY_MS, HOUR_MS } from '../src/model/time.ts'
import { feedHealth } from '../src/store/feed-health.ts'
import { FEED_ORDERS, feedFolders, feedProgress, feedsInOrder } from '../src/store/feed-lists.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { tableSizes } from '../src/store/table-sizes.ts'

const [sources = 5_000, articles = 200_000] = process.argv.slice(2).map(Number)
const NOW = Date.UTC(2026, 5, 10, 12)
const ROWS = 30
const folder = mkdtempSync(join(tmpdir(), 'bench-sources-'))
const store = await openStore({ path: join(folder, 'trendpulse.db') })
try {
  await fill(store)
  console.log(`${sources} sources, ${articles} articles of twenty days; median of 9, milliseconds of CPU time`)
  for (const order of FEED_ORDERS) {
    const { next } = await feedsInOrder(store, { order, limit: Math.floor(sources / 2) })
    const page = (after?: NonNullable<typeof next>) => async () => {
      const { feeds } = await feedsInOrder(store, { order, limit: ROWS, after })
      await feedHealth(store, feeds, NOW)
    }
    console.log(`  ${order.padEnd(8)} first page ${await median(page())}  middle ${await median(page(next!))}`)
  }
  console.log(
    `  found by name ${await median(() => feedsInOrder(store, { order: 'name', query: 'paper 49', limit: ROWS }))}`,
  )
  console.log(
    `  folders ${await median(() => feedFolders(store))}  progress ${await median(() => feedProgress(store))}  sizes of tables ${await median(() => tableSizes(store))}`,
  )
} finally {
  await store.close()
  rmSync(folder, { recursive: true })
}

async function fill({ write }: Store): Promise<void> {
  await sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${sources})
    insert into feed (url, kind, title, folder, state, reason, failures, interval_ms, last_polled_ms, next_poll_ms, items, added_ms)
    select 'https://paper' || i || '.example/feed', 'feed', 'Paper ' || i, case i % 4 when 0 then null else 'Folder ' || (i % 40) end,
      case i % 50 when 0 then 'failing' else 'ok' end, case i % 50 when 0 then 'the host is silent' end, 0, ${HOUR_MS}, ${NOW} - i * 1000, ${NOW}, i % 977, ${NOW - 60 * DAY_MS} + i
    from n`.execute(write)
  const random = seededRandom(7)
  const shares = Array.from({ length: 1_000 }, () => 1 + Math.floor(random.next() ** 3 * sources)) // a few bring most
  await write.transaction().execute(async (trx) => {
    for (let nth = 0; nth < articles; nth++) {
      const seenMs = NOW - Math.floor(random.next() * 20 * DAY_MS)
      const feed = shares[nth % shares.length]!
      await sql`insert into article (key, feed_id, owner, title, byline, section, language, published_ms, claimed_published, doubtful,
          first_seen_ms, word_count, summary, containment, injected_count, views, content_hash, version, hidden, demo, copy_of)
        values (${`k${nth}`}, ${feed}, 'o', 't', '[]', 'society', 'en', ${seenMs - 600_000}, 'x', ${nth % 31 === 0 ? 1 : 0}, ${seenMs}, 200, '', 0, 0, 0, 'h', 1, 0, 0,
          ${nth % 5 === 0 && nth > 0 ? 1 : null})`.execute(trx)
    }
  })
}

async function median(work: () => Promise<unknown>): Promise<string> {
  const taken: number[] = []
  for (let nth = 0; nth < 9; nth++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    taken.push((user + system) / 1_000)
  }
  return taken.sort((a, b) => a - b)[4]!.toFixed(1)
}
