import { type Selectable, sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import type { WebsubTable } from './schema-sources.ts'
import type { Store } from './store.ts'

/** A feed's subscription at its hub. `feedId` is null once the feed is gone. */
export type Subscription = {
  id: number
  feedId: number | null
  hub: string
  topic: string
  token: string
  secret: string
  state: WebsubTable['state']
  reason: string | null
  failures: number
  askedMs: EpochMs | null
  leaseEndMs: EpochMs | null
  pingedMs: EpochMs | null
  missedMs: EpochMs | null
}

/** The subscription of a feed; null where it names no hub. One query. */
export async function subscriptionOf(store: Store, feedId: number): Promise<Subscription | null> {
  const row = await store.read.selectFrom('websub').selectAll().where('feed_id', '=', feedId).executeTakeFirst()
  return row ? subscriptionFrom(row) : null
}

/** The subscription whose callback a hub calls; null for a token that is none of ours. */
export async function subscriptionByToken(store: Store, token: string): Promise<Subscription | null> {
  const row = await store.write.selectFrom('websub').selectAll().where('token', '=', token).executeTakeFirst()
  return row ? subscriptionFrom(row) : null
}

/** Writes down that a feed names a hub, to be asked at once; in place of what it named before, which is then to be left. */
export async function offerHub(
  store: Store,
  feedId: number,
  offer: { hub: string; topic: string; token: string; secret: string },
): Promise<void> {
  await leaveHub(store, feedId)
  await store.write
    .insertInto('websub')
    .values({ ...offer, feed_id: feedId, state: 'offered', failures: 0, act_ms: 0 })
    .onConflict((conflict) => conflict.column('feed_id').doNothing())
    .execute()
}

/** Parts a feed from its subscription: the scheduler then tells the hub, where it knows of us. */
export async function leaveHub(store: Store, feedId: number): Promise<void> {
  await store.write
    .deleteFrom('websub')
    .where('feed_id', '=', feedId)
    .where('state', 'in', ['offered', 'refused'])
    .execute()
  await store.write.updateTable('websub').set({ feed_id: null, act_ms: 0 }).where('feed_id', '=', feedId).execute()
}

/** Subscriptions about which something is to be done; those of paused feeds rest. Index: websub_due. */
export async function dueSubscriptions(store: Store, nowMs: EpochMs, limit: number): Promise<Subscription[]> {
  const rows = await store.write
    .selectFrom('websub')
    .leftJoin('feed', 'feed.id', 'websub.feed_id')
    .selectAll('websub')
    .where('websub.act_ms', '<=', nowMs)
    .where((eb) => eb.or([eb('feed.id', 'is', null), eb('feed.state', '!=', 'paused')]))
    .orderBy('websub.act_ms')
    .orderBy('websub.id')
    .limit(limit)
    .execute()
  return rows.map(subscriptionFrom)
}

/** Hubs that do not tell of a feed, and why, by the feed's address. One query. */
export async function troubledHubs(
  store: Store,
): Promise<{ url: string; hub: string; reason: string; failures: number; actMs: EpochMs }[]> {
  const rows = await store.read
    .selectFrom('websub')
    .innerJoin('feed', 'feed.id', 'websub.feed_id')
    .select(['feed.url', 'websub.hub', 'websub.reason', 'websub.failures', 'websub.act_ms as actMs'])
    .where('websub.reason', 'is not', null)
    .where('feed.state', '!=', 'paused')
    .orderBy('feed.url')
    .execute()
  return rows.map((row) => ({ ...row, reason: row.reason ?? '' })) // none is null: the query asks for those
}

/** What changes of a subscription; undefined fields stay as they were. */
export type SubscriptionChange = Partial<
  Pick<Subscription, 'state' | 'reason' | 'failures' | 'askedMs' | 'leaseEndMs' | 'pingedMs' | 'missedMs'>
> & { actMs?: EpochMs }

export async function changeSubscription(store: Store, id: number, change: SubscriptionChange): Promise<void> {
  const columns = {
    state: change.state,
    reason: change.reason,
    failures: change.failures,
    asked_ms: change.askedMs,
    lease_end_ms: change.leaseEndMs,
    pinged_ms: change.pingedMs,
    missed_ms: change.missedMs,
    act_ms: change.actMs,
  }
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  await store.write.updateTable('websub').set(given).where('id', '=', id).execute()
}

export async function removeSubscription(store: Store, id: number): Promise<void> {
  await store.write.deleteFrom('websub').where('id', '=', id).execute()
}

/** A hub says that there is something new: its feed is due, though no sooner than `pauseMs` after its last poll. */
export async function takePing(
  store: Store,
  subscription: Subscription,
  nowMs: EpochMs,
  pauseMs: number,
): Promise<void> {
  // The mark goes first: a poll that is running looks for it when it is done.
  await changeSubscription(store, subscription.id, { pingedMs: nowMs })
  if (subscription.feedId === null) return
  await store.write
    .updateTable('feed')
    .set({
      next_poll_ms: sql<number>`case when last_polled_ms > ${nowMs - pauseMs} then last_polled_ms + ${pauseMs} else ${nowMs} end`,
    })
    .where('id', '=', subscription.feedId)
    .where('next_poll_ms', '>', nowMs)
    .execute()
}

function subscriptionFrom(row: Selectable<WebsubTable>): Subscription {
  return {
    id: row.id,
    feedId: row.feed_id,
    hub: row.hub,
    topic: row.topic,
    token: row.token,
    secret: row.secret,
    state: row.state,
    reason: row.reason,
    failures: row.failures,
    askedMs: row.asked_ms,
    leaseEndMs: row.lease_end_ms,
    pingedMs: row.pinged_ms,
    missedMs: row.missed_ms,
  }
}
