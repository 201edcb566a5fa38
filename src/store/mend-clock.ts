import { sql } from 'kysely'
import { type EpochMs, HOUR_MS } from '../model/time.ts'
import type { Write } from './insert-article.ts'
import type { Store } from './store.ts'

/** What stands in the store under a clock that was ahead. `claims`: articles that name the minute they are of and are believed; `lateClaims`: those of them that name one yet to come, too. */
export type SeenAhead = { articles: number; claims: number; lateClaims: number; newestMs: EpochMs }

/** When the newest article was first seen; null for an empty store. One look at the end of an index: article_seen. */
export async function newestSeen(store: Store): Promise<EpochMs | null> {
  const newest = await store.read
    .selectFrom('article')
    .select((eb) => eb.fn.max('first_seen_ms').as('ms'))
    .executeTakeFirst()
  return newest?.ms ?? null
}

/** Articles that were first seen later than a moment; null where there is none. One query; index: article_seen. */
export async function seenAfter({ trx }: Write, fromMs: EpochMs): Promise<SeenAhead | null> {
  const claims = sql`case when doubtful = 0 and claimed_published like '%T%' then 1 else 0 end`
  const { rows } = await sql<{ articles: number; claims: number; late: number; newest: number | null }>`
    select count(*) as articles, max(first_seen_ms) as newest, sum(${claims}) as claims, sum(case when published_ms > ${fromMs} then ${claims} else 0 end) as late
    from article where first_seen_ms > ${fromMs}`.execute(trx)
  const { articles, claims: named, late, newest } = rows[0]! // a count has a row
  if (newest === null) return null
  return { articles: Number(articles), claims: Number(named), lateClaims: Number(late), newestMs: Number(newest) }
}

/** Kept by time, and made anew by the pulse. */
const COUNTED = [
  ['burst', 'tick_ms'],
  ['pulse_hour', 'hour_ms'],
  ['pulse_state', 'tick_ms'],
] as const

/**
 * Moves everything that was noted later than now back by `shiftMs`, as much as the newest article lies ahead; what the pulse counted then is
 * forgotten, for it to count anew, and what waits for a moment of that clock waits no longer. Gives the stories whose articles moved: their
 * counts are the caller's to make anew.
 */
export async function moveBack(
  { trx, engine }: Write,
  { nowMs, shiftMs }: { nowMs: EpochMs; shiftMs: number },
): Promise<number[]> {
  const openMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS
  const { rows } = await sql<{ id: number }>`
    select distinct story_id as id from article where first_seen_ms > ${nowMs} and story_id is not null`.execute(trx)
  const least = sql.raw(engine === 'sqlite' ? 'min' : 'least')
  const greatest = sql.raw(engine === 'sqlite' ? 'max' : 'greatest')
  const run = (statement: ReturnType<typeof sql>) => statement.execute(trx)
  await run(sql`update article_version set seen_ms = seen_ms - ${shiftMs} where seen_ms > ${nowMs}`)
  await run(sql`update article set first_seen_ms = first_seen_ms - ${shiftMs},
    published_ms = ${least}(published_ms, first_seen_ms - ${shiftMs}) where first_seen_ms > ${nowMs}`)
  await run(sql`update article_tag set published_ms = (select published_ms from article where article.id = article_id)
    where published_ms > ${nowMs}`)
  for (const kind of ['story', 'article']) {
    const [table, id] = [sql.table(`${kind}_past`), sql.ref(`${kind}_id`)]
    await run(sql`delete from ${table} where until_ms > ${nowMs} and exists (
      select 1 from ${table} as same where same.${id} = ${table}.${id} and same.until_ms = ${table}.until_ms - ${shiftMs})`)
    await run(sql`update ${table} set until_ms = until_ms - ${shiftMs} where until_ms > ${nowMs}`)
  }
  for (const [table, column] of COUNTED)
    await run(sql`delete from ${sql.table(table)} where ${sql.ref(column)} >= ${openMs}`)
  await run(sql`delete from pulse_shown where shown_ms > ${nowMs}`)
  await run(sql`update watch_burst set last_tick_ms = ${openMs} where last_tick_ms > ${openMs}`)
  await run(sql`update watch_event set at_ms = at_ms - ${shiftMs} where at_ms > ${nowMs}`)
  await run(sql`update watch_message set due_ms = ${greatest}(${nowMs}, due_ms - ${shiftMs})
    where state = 'queued' and due_ms > ${nowMs + HOUR_MS}`)
  await run(sql`update job set run_after_ms = ${nowMs} where state = 'queued' and run_after_ms > ${nowMs}`)
  return rows.map((row) => row.id)
}
