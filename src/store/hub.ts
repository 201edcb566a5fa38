import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import { type Write, writeAlone } from './insert-article.ts'
import type { HubSubscriptionTable, HubTopicTable } from './schema-sources.ts'
import type { Store } from './store.ts'

/** Feeds of this site that somebody may listen to, addresses that listen to one host's, and addresses in all. */
const MAX_TOPICS = 1_000
const MAX_OF_HOST = 200
const MAX_SUBSCRIPTIONS = 10_000

/** A feed of this site whose changes are told. */
export type HubTopic = {
  id: number
  /** The feed's address; `base` is the site's address that it begins with, without a slash at the end. */
  topic: string
  base: string
  /** What the list held when it was last looked at; null before that. */
  digest: string | null
  /** Rises with every change that is to be told. */
  version: number
  changedMs: EpochMs
}

/** What somebody asks of the hub; `secret` and `leaseMs` are for a subscription. */
export type HubWish =
  | { mode: 'subscribe'; secret: string | null; leaseMs: number }
  | { mode: 'unsubscribe'; secret: null; leaseMs: 0 }

/** Somebody who listens, or asks to. */
export type HubSubscription = {
  id: number
  topic: HubTopic
  callback: string
  secret: string | null
  /** Null until it was confirmed for the first time. */
  leaseEndMs: EpochMs | null
  /** What is still to be confirmed by the callback; null where nothing is. */
  wish: HubWish | null
  /** When that was asked: a later wish is another one. */
  wishMs: EpochMs | null
  failures: number
}

/** Writes down what somebody asks, to be confirmed; `full` where there is no room for one more, `unknown` for an end of what never began. */
export async function askHub(
  store: Store,
  asked: { topic: string; base: string; callback: string; host: string; wish: HubWish },
  nowMs: EpochMs,
): Promise<'asked' | 'unknown' | 'full'> {
  return writeAlone(store, async ({ trx }) => {
    const { topic, base, callback, host, wish } = asked
    const known = await trx.selectFrom('hub_topic').select('id').where('topic', '=', topic).executeTakeFirst()
    if (wish.mode === 'unsubscribe' && !known) return 'unknown'
    const topicId = known?.id ?? (await addTopic(trx, { topic, base }))
    if (topicId === null) return 'full'
    const wished = {
      wish: wish.mode,
      wish_secret: wish.secret,
      wish_lease_ms: wish.leaseMs,
      wish_ms: nowMs,
      act_ms: nowMs,
    }
    const changed = await trx
      .updateTable('hub_subscription')
      .set({ ...wished, failures: 0 })
      .where('topic_id', '=', topicId)
      .where('callback', '=', callback)
      .returning('id')
      .executeTakeFirst()
    if (changed) return 'asked'
    if (wish.mode === 'unsubscribe') return 'unknown'
    if (!(await hasRoom(trx, host))) return 'full'
    const row = { topic_id: topicId, callback, host, sent_version: 0, failures: 0, ...wished }
    await trx.insertInto('hub_subscription').values(row).execute()
    return 'asked'
  })
}

async function addTopic(trx: Write['trx'], { topic, base }: { topic: string; base: string }): Promise<number | null> {
  const { count } = await trx
    .selectFrom('hub_topic')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) >= MAX_TOPICS) return null
  const row = { topic, base, digest: null, version: 1, changed_ms: 0 }
  return (await trx.insertInto('hub_topic').values(row).returning('id').executeTakeFirstOrThrow()).id
}

async function hasRoom(trx: Write['trx'], host: string): Promise<boolean> {
  const { ofHost, all } = await trx
    .selectFrom('hub_subscription')
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('host', '=', host).as('ofHost'),
    ])
    .executeTakeFirstOrThrow()
  return Number(all) < MAX_SUBSCRIPTIONS && Number(ofHost) < MAX_OF_HOST
}

/** Feeds that somebody listens to or asks for, in order of id; at most a thousand. */
export async function hubTopics(store: Store): Promise<HubTopic[]> {
  const rows = await store.read
    .selectFrom('hub_topic')
    .selectAll()
    .where('id', 'in', (eb) => eb.selectFrom('hub_subscription').select('topic_id'))
    .orderBy('id')
    .execute()
  return rows.map(topicFrom)
}

/** Notes what a feed holds now. Where that is `news`, its version rises and everybody who listens to it is due. */
export async function noteDigest(
  store: Store,
  topic: HubTopic,
  { digest, isNews }: { digest: string; isNews: boolean },
  nowMs: EpochMs,
): Promise<void> {
  await store.write.transaction().execute(async (trx) => {
    const version = sql<number>`version + ${isNews ? 1 : 0}`
    const changed = await trx
      .updateTable('hub_topic')
      .set({ digest, version, ...(isNews ? { changed_ms: nowMs } : {}) })
      .where('id', '=', topic.id)
      .where('digest', topic.digest === null ? 'is' : '=', topic.digest) // another process may have seen it first
      .returning('id')
      .executeTakeFirst()
    if (!changed || !isNews) return
    await trx
      .updateTable('hub_subscription')
      .set({ act_ms: nowMs })
      .where('topic_id', '=', topic.id)
      .where('act_ms', 'is', null) // who waits after a failure goes on waiting
      .where('lease_end_ms', '>', nowMs)
      .execute()
  })
}

/** Takes what is due, each for `leaseMs`: whoever took it and is gone by then leaves it to be taken again. Index: hub_subscription_due. */
export async function takeDueSubscriptions(
  store: Store,
  nowMs: EpochMs,
  { leaseMs, limit }: { leaseMs: number; limit: number },
): Promise<HubSubscription[]> {
  const due = store.write
    .selectFrom('hub_subscription')
    .select('id')
    .where('act_ms', '<=', nowMs)
    .orderBy('act_ms')
    .orderBy('id')
    .limit(limit)
  const rows = await store.write
    .updateTable('hub_subscription')
    .set({ act_ms: nowMs + leaseMs })
    .where('id', 'in', due)
    .where('act_ms', '<=', nowMs)
    .returningAll()
    .execute()
  if (rows.length === 0) return []
  const topics = await store.write
    .selectFrom('hub_topic')
    .selectAll()
    .where('id', 'in', [...new Set(rows.map((row) => row.topic_id))])
    .execute()
  const byId = new Map(topics.map((row) => [row.id, topicFrom(row)]))
  return rows.flatMap((row) => {
    const topic = byId.get(row.topic_id)
    return topic ? [subscriptionFrom(row, topic)] : []
  })
}

/** What a process that stopped in the midst had taken is due at once. */
export async function releaseSubscriptions(store: Store, nowMs: EpochMs, untilMs: EpochMs): Promise<void> {
  await store.write
    .updateTable('hub_subscription')
    .set({ act_ms: nowMs })
    .where('act_ms', '>', nowMs)
    .where('act_ms', '<=', untilMs)
    .where('failures', '=', 0)
    .execute()
}

/** The callback has confirmed a subscription: from the feed's present version on it is told. A wish that came meanwhile is left as it is. */
export async function confirmSubscription(store: Store, one: HubSubscription, nowMs: EpochMs): Promise<void> {
  if (one.wish === null) return
  const isFirst = one.leaseEndMs === null
  await store.write
    .updateTable('hub_subscription')
    .set({
      ...NO_WISH,
      secret: one.wish.secret,
      lease_end_ms: nowMs + one.wish.leaseMs,
      failures: 0,
      reason: null,
      ...(isFirst ? { sent_version: one.topic.version } : {}),
      act_ms: nextAct(nowMs, isFirst ? one.topic.version : null),
    })
    .where('id', '=', one.id)
    .where('wish_ms', '=', one.wishMs)
    .execute()
}

/** A wish that was not confirmed is forgotten, and with it whoever never listened. A wish that came meanwhile is left as it is. */
export async function dropWish(store: Store, one: HubSubscription, nowMs: EpochMs): Promise<void> {
  if (one.leaseEndMs === null) {
    await store.write
      .deleteFrom('hub_subscription')
      .where('id', '=', one.id)
      .where('wish_ms', '=', one.wishMs)
      .execute()
    return
  }
  await store.write
    .updateTable('hub_subscription')
    .set({ ...NO_WISH, failures: 0, act_ms: nextAct(nowMs, null) })
    .where('id', '=', one.id)
    .where('wish_ms', '=', one.wishMs)
    .execute()
}

const NO_WISH = { wish: null, wish_secret: null, wish_lease_ms: null, wish_ms: null } as const

/** A version of its feed has arrived, or nothing was to be sent; whatever came meanwhile is due at once. */
export async function noteDistributed(store: Store, one: HubSubscription, nowMs: EpochMs): Promise<void> {
  const { version } = one.topic
  await store.write
    .updateTable('hub_subscription')
    .set({
      sent_version: version,
      failures: 0,
      reason: null,
      act_ms: sql`case when wish is not null then ${asTime(nowMs)} else ${nextAct(nowMs, version)} end`,
    })
    .where('id', '=', one.id)
    .execute()
}

/** Tried again at `atMs`. */
export async function noteFailed(
  store: Store,
  one: HubSubscription,
  failed: { reason: string; failures: number; atMs: EpochMs },
): Promise<void> {
  await store.write
    .updateTable('hub_subscription')
    .set({ reason: failed.reason, failures: failed.failures, act_ms: failed.atMs })
    .where('id', '=', one.id)
    .execute()
}

export async function removeHubSubscription(store: Store, id: number): Promise<void> {
  await store.write.deleteFrom('hub_subscription').where('id', '=', id).execute()
}

/** Forgets whoever's lease is over, and feeds that nobody listens to. */
export async function forgetSubscriptions(store: Store, nowMs: EpochMs): Promise<void> {
  await store.write
    .deleteFrom('hub_subscription')
    .where('lease_end_ms', '<=', nowMs)
    .where('wish', 'is', null)
    .execute()
  await store.write
    .deleteFrom('hub_topic')
    .where('id', 'not in', (eb) => eb.selectFrom('hub_subscription').select('topic_id'))
    .execute()
}

/** Due at once where its feed has a newer version than `sent`; null stands for the one that was sent before. */
function nextAct(nowMs: EpochMs, sent: number | null): RawBuilder<number | null> {
  const reached = sent === null ? sql.ref('sent_version') : sql`${sent}`
  return sql`case when (select version from hub_topic where hub_topic.id = topic_id) > ${reached} then ${asTime(nowMs)} else null end`
}

/** PostgreSQL takes a parameter of unknown type in a `case` for a text. */
const asTime = (atMs: EpochMs): RawBuilder<number> => sql`cast(${atMs} as bigint)`

function topicFrom({ id, topic, base, digest, version, changed_ms }: Selectable<HubTopicTable>): HubTopic {
  return { id, topic, base, digest, version, changedMs: changed_ms }
}

function subscriptionFrom(row: Selectable<HubSubscriptionTable>, topic: HubTopic): HubSubscription {
  const { id, callback, secret, failures, wish_secret, wish_lease_ms } = row
  const wish: HubWish | null =
    row.wish === 'subscribe'
      ? { mode: 'subscribe', secret: wish_secret, leaseMs: wish_lease_ms ?? 0 }
      : row.wish === 'unsubscribe'
        ? { mode: 'unsubscribe', secret: null, leaseMs: 0 }
        : null
  return { id, topic, callback, secret, leaseEndMs: row.lease_end_ms, wish, wishMs: row.wish_ms, failures }
}
