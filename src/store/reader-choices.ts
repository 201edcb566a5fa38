import { sql } from 'kysely'
import type { EpochMs } from '../model/time.ts'
import type { Store } from './store.ts'

/** Which articles stand as entries of their own: all of them, all but copies, or none (one entry a story). */
export const READER_TEXTS = ['all', 'originals', 'none'] as const
export type ReaderTexts = (typeof READER_TEXTS)[number]

/** How a reader wants articles and stories in reader apps. */
export type ReaderFolding = {
  texts: ReaderTexts
  /** Stories are entries, in lists of ours. */
  stories: boolean
  /** New independent texts after which a story that was read is unread again; 0: it stays read. */
  reopenAfter: number
}

/** A reader's folding and how far everything is read. */
export type ReaderChoice = ReaderFolding & {
  /** Items up to this number are read but where a mark says otherwise. */
  readThrough: number
  throughMs: EpochMs
  /** Up to when stories were looked at for new texts. */
  lookedMs: EpochMs
}

/** What a reader has who never chose: every text in its source, and every story in our lists. */
export const USUAL_FOLDING: ReaderFolding = { texts: 'all', stories: true, reopenAfter: 0 }

/** What a reader chose. One query. */
export async function readerChoice(store: Store, user: string): Promise<ReaderChoice> {
  const row = await store.read.selectFrom('reader_choice').selectAll().where('user_name', '=', user).executeTakeFirst()
  if (!row) return { ...USUAL_FOLDING, readThrough: 0, throughMs: 0, lookedMs: 0 }
  return {
    texts: row.texts,
    stories: row.stories === 1,
    reopenAfter: row.reopen_after,
    readThrough: row.read_through,
    throughMs: row.through_ms,
    lookedMs: row.looked_ms,
  }
}

/** Keeps how a reader wants stories shown; what stands in the lists is found anew. */
export async function setReaderFolding(
  store: Store,
  user: string,
  folding: ReaderFolding,
  nowMs: EpochMs,
): Promise<void> {
  // Without texts and stories nothing would be left.
  const stories = folding.stories || folding.texts === 'none' ? 1 : 0
  const set = { texts: folding.texts, stories, reopen_after: folding.reopenAfter, looked_ms: nowMs } as const
  await store.write
    .insertInto('reader_choice')
    .values({ user_name: user, ...set, read_through: 0, through_ms: 0 })
    .onConflict((conflict) => conflict.column('user_name').doUpdateSet(set))
    .execute()
  await emptyReaderLists(store, user)
}

/** Everything up to an item is read from now on, but where a mark says otherwise. */
export async function setReadThrough(store: Store, user: string, through: number, nowMs: EpochMs): Promise<void> {
  const set = { read_through: through, through_ms: nowMs }
  const { texts } = USUAL_FOLDING
  await store.write
    .insertInto('reader_choice')
    .values({ user_name: user, texts, stories: 1, reopen_after: 0, looked_ms: nowMs, ...set })
    .onConflict((conflict) => conflict.column('user_name').doUpdateSet(set))
    .execute()
}

/** Takes everything out of a reader's lists, to be put there anew by `fillReaderLists`. */
export async function emptyReaderLists(store: Store, user: string): Promise<void> {
  await store.write.transaction().execute(async (trx) => {
    await trx.deleteFrom('reader_listed').where('user_name', '=', user).execute()
    await trx.updateTable('reader_list').set({ filled_id: 0 }).where('user_name', '=', user).execute()
  })
}

/**
 * Makes stories unread that got so many new independent texts since they were read as their reader wished. Looks at stories with news
 * since the last look alone.
 */
export async function reopenStories(store: Store, user: string, choice: ReaderChoice, nowMs: EpochMs): Promise<void> {
  if (choice.reopenAfter === 0) return
  const { rows } = await sql<{ newest: number | null }>`select max(last_seen_ms) as newest from story`.execute(
    store.write,
  )
  const newestMs = Number(rows[0]?.newest ?? 0)
  if (newestMs <= choice.lookedMs) return
  const readMs = sql`coalesce(m.changed_ms, cast(${choice.throughMs} as bigint))`
  await sql`insert into reader_mark (user_name, item_id, read, starred, changed_ms)
    select ${user}, i.id, 0, coalesce(m.starred, 0), cast(${nowMs} as bigint) from story s
    join reader_item i on i.kind = 'story' and i.ref_id = s.id
    left join reader_mark m on m.user_name = ${user} and m.item_id = i.id
    where s.last_seen_ms > ${choice.lookedMs} and s.merged_into is null
      and (m.read = 1 or (m.read is null and i.id <= ${choice.readThrough}))
      and (select count(*) from article a where a.story_id = s.id and a.copy_of is null and a.hidden = 0
        and a.first_seen_ms > ${readMs}) >= ${choice.reopenAfter}
    on conflict (user_name, item_id) do update set read = 0, changed_ms = excluded.changed_ms`.execute(store.write)
  await store.write.updateTable('reader_choice').set({ looked_ms: newestMs }).where('user_name', '=', user).execute()
}
