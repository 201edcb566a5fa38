import type { Selectable } from 'kysely'
import { AppError } from '../model/errors.ts'
import { DAY_MS, type EpochMs } from '../model/time.ts'
import type { Watch, WatchChannel, WatchMessageKind } from '../model/watch.ts'
import { type Write, writeAlone } from './insert-article.ts'
import type { WatchTable } from './schema-people.ts'
import type { Store } from './store.ts'

/** Watches of one account, and of all readers without one: each is looked at in every tick. */
const MAX_OF_ACCOUNT = 200
const MAX_WITHOUT_ACCOUNT = 5_000
/** How long a mail address has to be confirmed. */
const CONFIRM_MS = 3 * DAY_MS
/** A reader's watch whose feed nobody has asked for is forgotten after so long. */
const UNREAD_MS = 180 * DAY_MS
/** When a feed was last asked for is kept no finer than this: enough to forget it by, and no record of anyone's habits. */
const READ_STEP_MS = 7 * DAY_MS

export type NewWatch = Pick<
  Watch,
  'token' | 'account' | 'kind' | 'target' | 'name' | 'everyArticle' | 'channel' | 'address' | 'secret' | 'quiet'
>

/** A message that is to be sent as soon as it is due: its key, and what it is for. */
export type FirstMessage = { key: string; kind: Extract<WatchMessageKind, 'confirm'> }

/**
 * Makes a watch; what is there already is not told. A mail address waits for its confirmation, which `confirm` asks for, unless its account
 * has confirmed it before.
 * @throws AppError conflict where there are too many, it is watched there already, or a confirmation is on its way to the address
 */
export async function makeWatch(
  store: Store,
  watch: NewWatch,
  confirm: FirstMessage | null,
  nowMs: EpochMs,
): Promise<Watch> {
  return writeAlone(store, async (write) => {
    await checkRoom(write, watch)
    const newest = await write.trx.selectFrom('article').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
    const isAsked = watch.channel === 'mail' && !(await isConfirmed(write, watch))
    const row = await write.trx
      .insertInto('watch')
      .values({
        token: watch.token,
        account: watch.account,
        kind: watch.kind,
        target: watch.target,
        name: watch.name,
        every_article: watch.everyArticle ? 1 : 0,
        channel: watch.channel,
        address: watch.address,
        secret: watch.secret,
        quiet_from: watch.quiet?.fromMinute ?? null,
        quiet_to: watch.quiet?.toMinute ?? null,
        quiet_zone: watch.quiet?.zone ?? null,
        state: isAsked ? 'asked' : 'active',
        failures: 0,
        after_article_id: newest?.id ?? 0,
        begun: 0,
        read_ms: nowMs,
        made_ms: nowMs,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    if (isAsked && confirm !== null)
      await write.trx
        .insertInto('watch_message')
        .values({ ...confirm, watch_id: row.id, state: 'queued', tries: 0, due_ms: nowMs, made_ms: nowMs })
        .execute()
    return watchFrom(row)
  })
}

async function checkRoom({ trx }: Write, watch: NewWatch): Promise<void> {
  const rows = trx.selectFrom('watch').where('account', watch.account === null ? 'is' : '=', watch.account)
  const { n } = await rows.select((eb) => eb.fn.countAll().as('n')).executeTakeFirstOrThrow()
  if (watch.account === null) {
    if (Number(n) >= MAX_WITHOUT_ACCOUNT) throw new AppError('conflict', 'this site keeps no more watches of readers')
    return
  }
  if (Number(n) >= MAX_OF_ACCOUNT)
    throw new AppError('conflict', `${watch.account} has ${MAX_OF_ACCOUNT} watches already: stop one first`)
  const same = await rows
    .select('id')
    .where('kind', '=', watch.kind)
    .where('target', '=', watch.target)
    .where('channel', '=', watch.channel)
    .where('address', '=', watch.address)
    .executeTakeFirst()
  if (same) throw new AppError('conflict', `“${watch.name}” is watched there already`)
  if (watch.channel !== 'mail') return
  const asked = await trx
    .selectFrom('watch')
    .select('id')
    .where('channel', '=', 'mail')
    .where('address', '=', watch.address)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  if (asked)
    throw new AppError('conflict', `a mail to ${watch.address} waits for its confirmation: nothing more is sent before`)
}

async function isConfirmed({ trx }: Write, watch: NewWatch): Promise<boolean> {
  const row = await trx
    .selectFrom('watch')
    .select('id')
    .where('account', '=', watch.account)
    .where('channel', '=', 'mail')
    .where('address', '=', watch.address)
    .where('state', '!=', 'asked')
    .executeTakeFirst()
  return row !== undefined
}

/** The watch of a private address; null for none. */
export async function watchByToken(store: Store, token: string): Promise<Watch | null> {
  const row = await store.read.selectFrom('watch').selectAll().where('token', '=', token).executeTakeFirst()
  return row ? watchFrom(row) : null
}

/** An account's watches, newest first. Index: watch_account. */
export async function watchesOf(store: Store, account: string): Promise<Watch[]> {
  const rows = await store.read
    .selectFrom('watch')
    .selectAll()
    .where('account', '=', account)
    .orderBy('id', 'desc')
    .limit(MAX_OF_ACCOUNT)
    .execute()
  return rows.map(watchFrom)
}

/** Every watch whose reader may be told, in order of id. */
export async function heardWatches(store: Store): Promise<Watch[]> {
  const rows = await store.write.selectFrom('watch').selectAll().where('state', '!=', 'asked').orderBy('id').execute()
  return rows.map(watchFrom)
}

/** Watches by how they are told and how they do: what metrics show. */
export async function watchCounts(
  store: Store,
): Promise<{ channel: WatchChannel; state: Watch['state']; watches: number }[]> {
  const rows = await store.read
    .selectFrom('watch')
    .select(['channel', 'state', (eb) => eb.fn.countAll().as('n')])
    .groupBy(['channel', 'state'])
    .orderBy('channel')
    .orderBy('state')
    .execute()
  return rows.map(({ channel, state, n }) => ({ channel, state, watches: Number(n) }))
}

/** Ends a watch with all that it knew; false where there was none. */
export async function stopWatch(store: Store, id: number): Promise<boolean> {
  const gone = await store.write.deleteFrom('watch').where('id', '=', id).returning('id').executeTakeFirst()
  return gone !== undefined
}

/** Takes a mail address as its reader's own, and what waited for it as told from here on; false for a wrong code. */
export async function confirmWatch(store: Store, id: number, code: string): Promise<boolean> {
  const done = await store.write
    .updateTable('watch')
    .set({ state: 'active' })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .where('secret', '=', code)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

/** Sends again after it was given up: the message that failed last goes first. Nothing for a watch that did not fail. */
export async function resumeWatch(store: Store, id: number, nowMs: EpochMs): Promise<void> {
  await store.write.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('watch')
      .set({ state: 'active', reason: null, failures: 0 })
      .where('id', '=', id)
      .where('state', '=', 'failed')
      .returning('id')
      .executeTakeFirst()
    if (!row) return
    const last = trx
      .selectFrom('watch_message')
      .select((eb) => eb.fn.max('id').as('id'))
      .where('watch_id', '=', id)
      .where('state', '=', 'failed')
    await trx
      .updateTable('watch_message')
      .set({ state: 'queued', tries: 0, due_ms: nowMs })
      .where('id', 'in', last as never)
      .execute()
  })
}

/** Notes that a watch's feed is asked for, no finer than by the week. */
export async function noteWatchRead(store: Store, watch: Watch, nowMs: EpochMs): Promise<void> {
  if (nowMs - watch.readMs < READ_STEP_MS) return
  await store.write.updateTable('watch').set({ read_ms: nowMs }).where('id', '=', watch.id).execute()
}

/** Forgets watches that nobody confirmed, and feeds of readers that nobody asks for any more. */
export async function forgetWatches(store: Store, nowMs: EpochMs): Promise<void> {
  await store.write
    .deleteFrom('watch')
    .where((eb) =>
      eb.or([
        eb('state', '=', 'asked').and('made_ms', '<', nowMs - CONFIRM_MS),
        eb('account', 'is', null).and('read_ms', '<', nowMs - UNREAD_MS),
      ]),
    )
    .execute()
}

/** Watches whose messages do not arrive, and why: those that are still tried, and those that were given up. In order of id. */
export async function troubledWatches(store: Store): Promise<Watch[]> {
  const rows = await store.read.selectFrom('watch').selectAll().where('reason', 'is not', null).orderBy('id').execute()
  return rows.map(watchFrom)
}

/** A row as the rest of the site knows it. */
export function watchFrom(row: Selectable<WatchTable>): Watch {
  const { quiet_from: from, quiet_to: to, quiet_zone: zone } = row
  return {
    id: row.id,
    token: row.token,
    account: row.account,
    kind: row.kind,
    target: row.target,
    name: row.name,
    everyArticle: row.every_article === 1,
    channel: row.channel,
    address: row.address,
    secret: row.secret,
    quiet: from === null || to === null || zone === null ? null : { fromMinute: from, toMinute: to, zone },
    state: row.state,
    reason: row.reason,
    failures: row.failures,
    afterArticleId: row.after_article_id,
    isBegun: row.begun === 1,
    readMs: row.read_ms,
    madeMs: row.made_ms,
  }
}
