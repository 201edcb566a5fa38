import type { EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

/** Gives a source another address; its articles and marks stay. False where another source has that address already. */
export async function moveFeed(store: Store, id: number, url: string): Promise<boolean> {
  const done = await store.write
    .updateTable('feed')
    .set({ url })
    .where('id', '=', id)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('feed as other').select('other.id').where('other.url', '=', url))))
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/**
 * Makes sources due that were polled in what is now the future: the clock was wrong then, and they would wait until it comes.
 * Gives how many there were.
 */
export async function recallFromFuture(store: Store, nowMs: EpochMs, toleranceMs: number): Promise<number> {
  const done = await store.write
    .updateTable('feed')
    .set({ next_poll_ms: nowMs, last_polled_ms: nowMs })
    .where('last_polled_ms', '>', nowMs + toleranceMs)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
