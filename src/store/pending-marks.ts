import { type RawBuilder, sql } from 'kysely'
import type { Store } from './store.ts'

/** Marks are only added to by what comes from elsewhere: what is read or starred here stays so. */
export const MERGED = sql`on conflict (user_name, item_id) do update set
  read = case when excluded.read = 1 then 1 else reader_mark.read end,
  starred = case when excluded.starred = 1 then 1 else reader_mark.starred end,
  changed_ms = excluded.changed_ms`

/** Whether item `i` is read: as given, or because its reader has read everything up to it. */
export function readOr(read: RawBuilder<unknown>, user: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${read} = 1 or i.id <= coalesce((select read_through from reader_choice c where c.user_name = ${user}), 0) then 1 else 0 end`
}

/**
 * Gives marks that waited to the articles that have come since; those have their numbers. Cheap where nothing waits: one look at an index.
 */
export async function settleMovedMarks(store: Store): Promise<void> {
  const waiting = await store.read.selectFrom('pending_mark').select('user_name').limit(1).executeTakeFirst()
  if (!waiting) return
  await sql`insert into reader_mark (user_name, item_id, read, starred, changed_ms)
    select p.user_name, i.id, ${readOr(sql`p.read`, sql`p.user_name`)}, p.starred, p.made_ms from pending_mark p
      join article a on a.key = p.article_key join reader_item i on i.kind = 'article' and i.ref_id = a.id
    where true ${MERGED}`.execute(store.write)
  await sql`delete from pending_mark where exists (
    select 1 from article a join reader_item i on i.kind = 'article' and i.ref_id = a.id where a.key = pending_mark.article_key)`.execute(
    store.write,
  )
}
