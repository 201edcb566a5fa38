import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Transaction } from 'kysely'
import type { BurstCard } from '../model/card.ts'
import type { EpochMs } from '../model/time.ts'
import type { Database } from './schema.ts'
import type { Store } from './store.ts'

/** A burst as it was shown; the id of its row may have changed since. */
export type ShownBurst = Omit<BurstCard, 'id'>
/** A burst as it is noted; `risesWith` is null where it rises with another, which leads. */
export type NotedBurst = Omit<ShownBurst, 'risesWith'> & { risesWith: readonly string[] | null }

/**
 * Bursts that the pulse showed at a moment, strongest first: exactly those, whatever it learnt, counted anew or was told later.
 * Without `all` only those that lead (a burst that rises with another is named by its leader). Empty before the first look and where nothing rose.
 * One query; index: the primary key.
 */
export async function burstsAsOf(
  store: Store,
  asOfMs: EpochMs,
  filter: { kind?: string; all?: boolean; limit: number },
): Promise<ShownBurst[]> {
  const row = await store.read
    .selectFrom('pulse_shown')
    .select('data')
    .where('shown_ms', '<=', asOfMs)
    .orderBy('shown_ms', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return []
  const shown = JSON.parse(zstdDecompressSync(row.data).toString('utf8')) as NotedBurst[] // written by `noteShown` alone
  return shown
    .filter(({ key }) => filter.kind === undefined || key.startsWith(`${filter.kind}:`))
    .flatMap(({ risesWith, ...burst }) => (risesWith || filter.all ? [{ ...burst, risesWith: risesWith ?? [] }] : []))
    .slice(0, filter.limit)
}

/**
 * Notes what is shown from `shownMs` on, where that differs from what was shown before. The past is never rewritten: a moment that is not
 * later than the last noted is left out. With `isNow`, rows of a clock that was ahead are dropped first.
 */
export async function noteShown(
  trx: Transaction<Database>,
  bursts: readonly NotedBurst[],
  { shownMs, isNow }: { shownMs: EpochMs; isNow: boolean },
): Promise<void> {
  if (isNow) await trx.deleteFrom('pulse_shown').where('shown_ms', '>', shownMs).execute()
  const last = await trx.selectFrom('pulse_shown').selectAll().orderBy('shown_ms', 'desc').limit(1).executeTakeFirst()
  const data = zstdCompressSync(JSON.stringify(bursts))
  if (last ? last.shown_ms >= shownMs || data.equals(last.data) : bursts.length === 0) return
  await trx.insertInto('pulse_shown').values({ shown_ms: shownMs, data }).execute()
}
