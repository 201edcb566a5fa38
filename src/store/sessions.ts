import type { EpochMs } from '../model/time.ts'
import { type Account, accountFrom } from './accounts.ts'
import { writeAlone } from './insert-article.ts'
import type { Store } from './store.ts'

/** A browser that is signed in. Its secret is kept nowhere but in the browser; `hash` is the secret's SHA-256, and names it. */
export type Session = {
  hash: string
  /** The browser's own name, cut short. */
  agent: string
  madeMs: EpochMs
  /** When it was last seen, to the hour. */
  seenMs: EpochMs
  expiresMs: EpochMs
}

/** Browsers of one account: the one that was seen longest ago is signed out for another. */
const MAX_SESSIONS = 30

/** Keeps a session, and forgets those that are over. */
export async function addSession(store: Store, accountId: number, session: Session): Promise<void> {
  await writeAlone(store, async ({ trx }) => {
    await trx.deleteFrom('session').where('expires_ms', '<=', session.madeMs).execute()
    const others = await trx
      .selectFrom('session')
      .select('hash')
      .where('account_id', '=', accountId)
      .orderBy('seen_ms', 'desc')
      .orderBy('hash')
      .execute()
    const surplus = others.slice(MAX_SESSIONS - 1).map((row) => row.hash)
    if (surplus.length > 0) await trx.deleteFrom('session').where('hash', 'in', surplus).execute()
    const { hash, agent, madeMs, seenMs, expiresMs } = session
    await trx
      .insertInto('session')
      .values({ hash, agent, account_id: accountId, made_ms: madeMs, seen_ms: seenMs, expires_ms: expiresMs })
      .execute()
  })
}

/** The session with this hash and whose it is; null for one that is over, ended or unknown. One query. */
export async function sessionByHash(
  store: Store,
  hash: string,
  nowMs: EpochMs,
): Promise<{ session: Session; account: Account } | null> {
  const row = await store.read
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .selectAll('account')
    .select(['hash', 'agent', 'made_ms', 'seen_ms', 'expires_ms'])
    .where('hash', '=', hash)
    .where('expires_ms', '>', nowMs)
    .executeTakeFirst()
  return row ? { session: sessionFrom(row), account: accountFrom(row) } : null
}

/** An account's sessions, the one seen last first. */
export async function sessionsOf(store: Store, accountId: number, nowMs: EpochMs): Promise<Session[]> {
  const rows = await store.read
    .selectFrom('session')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('expires_ms', '>', nowMs)
    .orderBy('seen_ms', 'desc')
    .orderBy('hash')
    .limit(MAX_SESSIONS)
    .execute()
  return rows.map(sessionFrom)
}

/** Keeps that a session was seen, and until when it now holds. */
export async function renewSession(
  store: Store,
  hash: string,
  seen: Pick<Session, 'seenMs' | 'expiresMs'>,
): Promise<void> {
  await store.write
    .updateTable('session')
    .set({ seen_ms: seen.seenMs, expires_ms: seen.expiresMs })
    .where('hash', '=', hash)
    .execute()
}

/** Ends a session of an account; one that is another's stays. */
export async function endSession(store: Store, accountId: number, hash: string): Promise<void> {
  await store.write.deleteFrom('session').where('account_id', '=', accountId).where('hash', '=', hash).execute()
}

function sessionFrom(row: {
  hash: string
  agent: string
  made_ms: EpochMs
  seen_ms: EpochMs
  expires_ms: EpochMs
}): Session {
  return { hash: row.hash, agent: row.agent, madeMs: row.made_ms, seenMs: row.seen_ms, expiresMs: row.expires_ms }
}
