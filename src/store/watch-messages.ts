import type { Selectable } from 'kysely'
import { type EpochMs, HOUR_MS } from '../model/time.ts'
import type { Watch, WatchEvent, WatchMessage } from '../model/watch.ts'
import { type Write, writeAlone } from './insert-article.ts'
import type { WatchEventTable, WatchMessageTable } from './schema-people.ts'
import type { Store } from './store.ts'
import { watchFrom } from './watches.ts'

/** Messages of one watch and of one account in an hour; what is more waits, and then goes in one. */
const MAX_OF_WATCH_AN_HOUR = 6
const MAX_OF_ACCOUNT_AN_HOUR = 60
/** Watches whose messages are made at once. */
const MAX_PACKED = 500
/** Events that one message carries; the others go with the next. */
const MAX_EVENTS = 50
/** Messages that are kept of each watch: what its page shows, and room for those on their way. */
const MESSAGES_KEPT = 20

/**
 * Watches that have something to tell and no message on its way, in order of id from `afterId` on, at most five hundred: the next call goes on
 * after the last of them. Index: watch_event_open.
 */
export async function watchesToTell(store: Store, afterId = 0): Promise<Watch[]> {
  const rows = await store.write
    .selectFrom('watch')
    .selectAll('watch')
    .where('watch.state', '=', 'active')
    .where('watch.id', '>', afterId)
    .where('watch.id', 'in', (eb) => eb.selectFrom('watch_event').select('watch_id').where('open', '=', 1))
    .where('watch.id', 'not in', (eb) =>
      eb.selectFrom('watch_message').select('watch_id').where('state', '=', 'queued'),
    )
    .orderBy('watch.id')
    .limit(MAX_PACKED)
    .execute()
  return rows.map(watchFrom)
}

/**
 * Makes one message of everything that a watch has to tell, at most fifty events; null where it has nothing (any more), has a message on its
 * way, or has had its share of the hour.
 */
export async function packMessage(store: Store, watch: Watch, key: string, nowMs: EpochMs): Promise<number | null> {
  return writeAlone(store, async ({ trx }) => {
    const recent = await trx
      .selectFrom('watch_message')
      .innerJoin('watch', 'watch.id', 'watch_message.watch_id')
      .select(['watch_message.watch_id', 'watch_message.state'])
      .where('watch.account', watch.account === null ? 'is' : '=', watch.account)
      .where('watch_message.made_ms', '>', nowMs - HOUR_MS)
      .where('watch_message.made_ms', '<=', nowMs) // those of a clock that was ahead hold nothing back
      .execute()
    const own = recent.filter((row) => row.watch_id === watch.id)
    if (own.length >= MAX_OF_WATCH_AN_HOUR || recent.length >= MAX_OF_ACCOUNT_AN_HOUR) return null
    const events = await trx
      .selectFrom('watch_event')
      .select('id')
      .where('watch_id', '=', watch.id)
      .where('open', '=', 1)
      .orderBy('id')
      .limit(MAX_EVENTS)
      .execute()
    const queued = await trx
      .selectFrom('watch_message')
      .select('id')
      .where('watch_id', '=', watch.id)
      .where('state', '=', 'queued')
      .executeTakeFirst()
    if (events.length === 0 || queued) return null
    const { id } = await trx
      .insertInto('watch_message')
      .values({ watch_id: watch.id, key, kind: 'news', state: 'queued', tries: 0, due_ms: nowMs, made_ms: nowMs })
      .returning('id')
      .executeTakeFirstOrThrow()
    const ids = events.map((event) => event.id)
    await trx.updateTable('watch_event').set({ open: 0, message_id: id }).where('id', 'in', ids).execute()
    await trimMessages(trx, watch.id)
    return id
  })
}

/** Puts a message that says that the way works among those to be sent; one that waits already is enough. */
export async function enqueueTest(store: Store, watchId: number, key: string, nowMs: EpochMs): Promise<void> {
  await store.write.transaction().execute(async (trx) => {
    const queued = await trx
      .selectFrom('watch_message')
      .select('id')
      .where('watch_id', '=', watchId)
      .where('kind', '=', 'test')
      .where('state', '=', 'queued')
      .executeTakeFirst()
    if (queued) return
    await trx
      .insertInto('watch_message')
      .values({ watch_id: watchId, key, kind: 'test', state: 'queued', tries: 0, due_ms: nowMs, made_ms: nowMs })
      .execute()
    await trimMessages(trx, watchId)
  })
}

/** Forgets the oldest messages of a watch above those that are kept, never one that is still to be sent. Index: watch_message_watch. */
async function trimMessages(trx: Write['trx'], watchId: number): Promise<void> {
  const oldest = await trx
    .selectFrom('watch_message')
    .select('id')
    .where('watch_id', '=', watchId)
    .orderBy('id', 'desc')
    .offset(MESSAGES_KEPT)
    .limit(1)
    .executeTakeFirst()
  if (!oldest) return
  await trx
    .deleteFrom('watch_message')
    .where('watch_id', '=', watchId)
    .where('id', '<=', oldest.id)
    .where('state', '!=', 'queued')
    .execute()
}

export type DueMessage = { message: WatchMessage; watch: Watch }

/**
 * Takes messages that are due, each for `leaseMs`: whoever took them and is gone by then leaves them to be taken again. `tries` counts the
 * one that begins. Messages of a watch that was given up rest. Index: watch_message_due.
 */
export async function takeDueMessages(
  store: Store,
  nowMs: EpochMs,
  { leaseMs, limit }: { leaseMs: number; limit: number },
): Promise<DueMessage[]> {
  const due = store.write
    .selectFrom('watch_message')
    .select('id')
    .where('state', '=', 'queued')
    .where('due_ms', '<=', nowMs)
    .orderBy('due_ms')
    .orderBy('id')
    .limit(limit)
  const rows = await store.write
    .updateTable('watch_message')
    .set((eb) => ({ due_ms: nowMs + leaseMs, tries: eb('tries', '+', 1) }))
    .where('id', 'in', store.engine === 'postgres' ? due.forUpdate().skipLocked() : due)
    .returningAll()
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.watch_id)
  const found = await store.write.selectFrom('watch').selectAll().where('id', 'in', ids).execute()
  const watches = new Map(found.map((row) => [row.id, watchFrom(row)]))
  return rows
    .sort((a, b) => a.id - b.id)
    .flatMap((row) => {
      const watch = watches.get(row.watch_id)
      return watch ? [{ message: messageFrom(row), watch }] : []
    })
}

/** Lets messages be taken that a stopped process had taken: those whose time would be over by `untilMs`. Called once at a start. */
export async function releaseMessages(store: Store, nowMs: EpochMs, untilMs: EpochMs): Promise<void> {
  await store.write
    .updateTable('watch_message')
    .set({ due_ms: nowMs })
    .where('state', '=', 'queued')
    .where('tries', '>', 0)
    .where('due_ms', '>', nowMs)
    .where('due_ms', '<=', untilMs)
    .execute()
}

/** What a message carries, in the order in which it came. Index: watch_event_message. */
export async function eventsOfMessage(store: Store, messageId: number): Promise<WatchEvent[]> {
  const rows = await store.write
    .selectFrom('watch_event')
    .selectAll()
    .where('message_id', '=', messageId)
    .orderBy('id')
    .limit(MAX_EVENTS)
    .execute()
  return rows.map(eventFrom)
}

/** A message arrived: its watch is in order. */
export async function noteSent(store: Store, message: WatchMessage, nowMs: EpochMs): Promise<void> {
  await store.write.transaction().execute(async (trx) => {
    await trx
      .updateTable('watch_message')
      .set({ state: 'sent', sent_ms: nowMs, reason: null })
      .where('id', '=', message.id)
      .execute()
    await trx
      .updateTable('watch')
      .set({ reason: null, failures: 0 })
      .where('id', '=', message.watchId)
      .where('reason', 'is not', null)
      .execute()
  })
}

/** A message did not arrive; it is sent again at `retryMs`, or, where that is null, given up, and with it its watch. */
export async function noteUnsent(
  store: Store,
  message: WatchMessage,
  reason: string,
  retryMs: EpochMs | null,
): Promise<void> {
  const isOver = retryMs === null
  await store.write.transaction().execute(async (trx) => {
    await trx
      .updateTable('watch_message')
      .set(isOver ? { state: 'failed', reason } : { reason, due_ms: retryMs })
      .where('id', '=', message.id)
      .execute()
    await trx
      .updateTable('watch')
      .set((eb) => ({ reason, failures: eb('failures', '+', 1) }))
      .where('id', '=', message.watchId)
      .execute()
    // A confirmation that cannot be sent leaves its watch unconfirmed.
    if (isOver)
      await trx
        .updateTable('watch')
        .set({ state: 'failed' })
        .where('id', '=', message.watchId)
        .where('state', '=', 'active')
        .execute()
  })
}

/** Has a message wait, the try that was counted taken back: nothing was sent. */
export async function postponeMessage(store: Store, message: WatchMessage, dueMs: EpochMs): Promise<void> {
  await store.write
    .updateTable('watch_message')
    .set({ due_ms: dueMs, tries: message.tries - 1 })
    .where('id', '=', message.id)
    .execute()
}

/** The newest messages of some watches, newest first, `each` of one watch. */
export async function lastMessages(
  store: Store,
  watchIds: readonly number[],
  each: number,
): Promise<Map<number, WatchMessage[]>> {
  if (watchIds.length === 0) return new Map()
  const rows = await store.read
    .selectFrom('watch_message')
    .selectAll()
    .where('watch_id', 'in', watchIds)
    .orderBy('watch_id')
    .orderBy('id', 'desc')
    .execute()
  const byWatch = Map.groupBy(rows.map(messageFrom), (message) => message.watchId)
  return new Map([...byWatch].map(([id, messages]) => [id, messages.slice(0, each)]))
}

/** What a watch has told, newest first. */
export async function lastEvents(
  store: Store,
  watchId: number,
  limit: number,
): Promise<(WatchEvent & { id: number })[]> {
  const rows = await store.read
    .selectFrom('watch_event')
    .selectAll()
    .where('watch_id', '=', watchId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.id, ...eventFrom(row) }))
}

function eventFrom(row: Selectable<WatchEventTable>): WatchEvent {
  return { key: row.key, kind: row.kind, title: row.title, text: row.text, path: row.path, atMs: row.at_ms }
}

function messageFrom(row: Selectable<WatchMessageTable>): WatchMessage {
  return {
    id: row.id,
    watchId: row.watch_id,
    key: row.key,
    kind: row.kind,
    state: row.state,
    tries: row.tries,
    dueMs: row.due_ms,
    reason: row.reason,
    madeMs: row.made_ms,
    sentMs: row.sent_ms,
  }
}
