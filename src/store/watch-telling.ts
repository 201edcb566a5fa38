import { setImmediate as nextTurn } from 'node:timers/promises'
import { type EpochMs, HOUR_MS } from '../model/time.ts'
import type { WatchEvent } from '../model/watch.ts'
import { type Write, writeAlone } from './insert-article.ts'
import { setting } from './settings.ts'
import type { Store } from './store.ts'

/**
 * A burst whose key was quiet for no longer than this goes on, and is not told again: a night parts no event in two. On the invented world
 * (800 articles, seed 3, `bench/watching.ts`) 26 stories that rose bring 1.19 messages each; 2.04 with one hour, 1.35 with six, 1.08 with 24.
 */
const SAME_BURST_MS = 12 * HOUR_MS
/** Events written before readers of pages have their turn. */
const EVENTS_A_TURN = 100
/** Events that are kept of each watch. */
const EVENTS_KEPT = 200
/** When a key last rose is kept a while longer than it matters. */
const BURSTS_KEPT_MS = 48 * HOUR_MS

/** Up to where watches have been looked at. */
export type WatchCursor = { articleId: number; tickMs: EpochMs }

/** One thing that was found for a watch. `burst` says by which key it rose and when; a muted one is only noted. */
export type WatchFind = {
  watchId: number
  event: WatchEvent
  burst: { key: string; tickMs: EpochMs } | null
  isMuted: boolean
}

const CURSOR = 'watch-cursor'

/** Up to where watches have been looked at; null before the first look. */
export async function watchCursor(store: Store): Promise<WatchCursor | null> {
  const text = await setting(store, CURSOR)
  return text === null ? null : (JSON.parse(text) as WatchCursor) // written by noteFinds alone
}

/**
 * Notes what was found for watches, each burst once however long it lasts and each article once, and that all of this has been looked at: in
 * one transaction, so that a stop loses and doubles nothing. `finds` are in order of time. Gives how many events are new.
 */
export async function noteFinds(
  store: Store,
  looked: { cursor: WatchCursor; finds: readonly WatchFind[]; begun: readonly number[] },
): Promise<number> {
  return writeAlone(store, async (write) => {
    const here = await stillHere(write, looked.finds)
    const finds = looked.finds.filter((find) => here.has(find.watchId))
    const news = await keepNewBursts(write, finds, looked.cursor.tickMs)
    let told = 0
    for (const [at, { watchId, event }] of news.entries()) {
      if (await addEvent(write, watchId, event, here.get(watchId) ?? false)) told++
      if (at % EVENTS_A_TURN === EVENTS_A_TURN - 1) await nextTurn()
    }
    for (const watchId of new Set(news.map((find) => find.watchId))) await trimEvents(write, watchId)
    for (const id of looked.begun) await write.trx.updateTable('watch').set({ begun: 1 }).where('id', '=', id).execute()
    const value = JSON.stringify(looked.cursor)
    await write.trx
      .insertInto('setting')
      .values({ key: CURSOR, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
    return told
  })
}

/** Watches that were not stopped meanwhile, and whether they are sent what they find: feeds are asked for, nothing of theirs waits for a message. */
async function stillHere({ trx }: Write, finds: readonly WatchFind[]): Promise<Map<number, boolean>> {
  if (finds.length === 0) return new Map()
  const rows = await trx.selectFrom('watch').select(['id', 'channel']).execute()
  return new Map(rows.map((row) => [row.id, row.channel !== 'feed']))
}

/** Finds that are told: articles, and bursts that do not go on from before. Notes when each key rose last. */
async function keepNewBursts({ trx }: Write, finds: readonly WatchFind[], tickMs: EpochMs): Promise<WatchFind[]> {
  await trx
    .deleteFrom('watch_burst')
    .where('last_tick_ms', '<', tickMs - BURSTS_KEPT_MS)
    .execute()
  if (finds.every((find) => find.burst === null)) return finds.filter((find) => !find.isMuted)
  const rows = await trx.selectFrom('watch_burst').selectAll().execute()
  const last = new Map(rows.map((row) => [`${row.watch_id} ${row.key}`, row.last_tick_ms]))
  const news: WatchFind[] = []
  const risen = new Map<string, { watch_id: number; key: string; last_tick_ms: EpochMs }>()
  for (const find of finds) {
    const { burst, watchId } = find
    if (burst !== null) {
      const name = `${watchId} ${burst.key}`
      const before = last.get(name)
      const tick = Math.max(before ?? 0, burst.tickMs)
      last.set(name, tick)
      risen.set(name, { watch_id: watchId, key: burst.key, last_tick_ms: tick })
      if (before !== undefined && burst.tickMs - before <= SAME_BURST_MS) continue
    }
    if (!find.isMuted) news.push(find)
  }
  for (const row of risen.values())
    await trx
      .insertInto('watch_burst')
      .values(row)
      .onConflict((conflict) => conflict.columns(['watch_id', 'key']).doUpdateSet({ last_tick_ms: row.last_tick_ms }))
      .execute()
  return news
}

/** False where the watch has it already. */
async function addEvent({ trx }: Write, watchId: number, event: WatchEvent, isOpen: boolean): Promise<boolean> {
  const { key, kind, title, text, path, atMs } = event
  const added = await trx
    .insertInto('watch_event')
    .values({ watch_id: watchId, key, kind, title, text, path, at_ms: atMs, open: isOpen ? 1 : 0 })
    .onConflict((conflict) => conflict.columns(['watch_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

async function trimEvents({ trx }: Write, watchId: number): Promise<void> {
  const oldest = await trx
    .selectFrom('watch_event')
    .select('id')
    .where('watch_id', '=', watchId)
    .orderBy('id', 'desc')
    .offset(EVENTS_KEPT)
    .limit(1)
    .executeTakeFirst()
  if (oldest) await trx.deleteFrom('watch_event').where('watch_id', '=', watchId).where('id', '<=', oldest.id).execute()
}
