import { sql } from 'kysely'
import { DAY_MS, type EpochMs, HOUR_MS } from '../model/time.ts'
import { writeAlone } from './insert-article.ts'
import type { Store } from './store.ts'

/** How often an article was read in an hour, as its publisher counts. No reader is in it. */
export type ArticleReads = { articleId: number; hourMs: EpochMs; count: number }

/** Lists look back a week at most. */
const KEPT_MS = 8 * DAY_MS

/**
 * Keeps what a publisher counts: for an hour that is there already the new count stands in place of the old, so that handing in twice
 * counts once. What is older than the longest list looks back is forgotten. Indexes: the table's key; article_read_hour.
 */
export async function keepReads(store: Store, reads: readonly ArticleReads[], nowMs: EpochMs): Promise<void> {
  await writeAlone(store, async ({ trx }) => {
    for (const { articleId, hourMs, count } of reads) {
      const hour = Math.floor(hourMs / HOUR_MS) * HOUR_MS
      await sql`insert into article_read (article_id, hour_ms, count) values (${articleId}, ${hour}, ${count})
        on conflict (article_id, hour_ms) do update set count = excluded.count`.execute(trx)
    }
    await trx
      .deleteFrom('article_read')
      .where('hour_ms', '<', nowMs - KEPT_MS)
      .execute()
  })
}
