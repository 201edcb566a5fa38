import { type RawBuilder, sql } from 'kysely'
import type { FeedRow, FeedState } from '../model/card.ts'
import type { EpochMs } from '../model/time.ts'
import { feedOf } from './feeds.ts'
import type { Store } from './store.ts'

/** Orders of the list of sources: what needs its owner first, by name, by what was read or added last, by what brought most. */
export const FEED_ORDERS = ['trouble', 'name', 'read', 'added', 'items'] as const
export type FeedOrder = (typeof FEED_ORDERS)[number]

/** Which sources, from where on. `query` is looked for in names and addresses, whatever its case. */
export type FeedsAsked = {
  order: FeedOrder
  state?: FeedState | 'trouble' | undefined
  /** A folder and what is under it; null for those in none. */
  folder?: string | null | undefined
  query?: string | undefined
  after?: FeedCursor | undefined
  limit: number
}

/** The place of a source in an order: its key there and its id. */
export type FeedCursor = { key: string | number; id: number }

const NAME = sql`lower(coalesce(given_title, title, url))`

/** Each order as one ascending key: text for names, whole numbers (descending ones negated) for the rest. */
const KEYS: Readonly<Record<FeedOrder, RawBuilder<string | number>>> = {
  trouble: sql`(case when state = 'failing' then '0' when state = 'paused' and reason is not null then '1' when reason is not null then '2'
    when state = 'paused' then '4' else '3' end) || ${NAME}`,
  name: sql`${NAME}`,
  read: sql`-coalesce(last_polled_ms, 0)`,
  added: sql`-added_ms`,
  items: sql`-items`,
}

/** One page of the list of sources, in an order that every source has one place in. One query over the sources, which are thousands at most. */
export async function feedsInOrder(
  store: Store,
  asked: FeedsAsked,
): Promise<{ feeds: FeedRow[]; next: FeedCursor | null }> {
  const key = KEYS[asked.order]
  const query = store.read
    .selectFrom('feed')
    .selectAll()
    .select(key.as('order_key'))
    .where(conditionOf(asked))
    .orderBy('order_key')
    .orderBy('id')
    .limit(asked.limit + 1)
  const { after } = asked
  const rows = await (after ? query.where(sql<boolean>`(${key}, id) > (${after.key}, ${after.id})`) : query).execute()
  const shown = rows.slice(0, asked.limit)
  const last = rows.length > asked.limit ? shown.at(-1) : undefined
  return { feeds: shown.map(feedOf), next: last ? { key: last.order_key, id: last.id } : null }
}

function conditionOf({ state, folder, query }: FeedsAsked): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`1 = 1`]
  if (state === 'trouble') parts.push(sql`(state = 'failing' or reason is not null)`)
  else if (state !== undefined) parts.push(sql`state = ${state}`)
  if (folder === null) parts.push(sql`folder is null`)
  else if (folder !== undefined)
    parts.push(sql`(folder = ${folder} or folder like ${`${escapeLike(folder)} / %`} escape '~')`)
  if (query !== undefined && query !== '') {
    const [like, written] = [`%${escapeLike(query.toLowerCase())}%`, `%${escapeLike(query)}%`]
    // SQLite lowers Latin letters alone: others are found as they are written.
    parts.push(
      sql`(${NAME} like ${like} escape '~' or lower(url) like ${like} escape '~' or coalesce(given_title, title) like ${written} escape '~')`,
    )
  }
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

const escapeLike = (text: string): string => text.replace(/[~%_]/g, '~$&')

/** Every folder that holds sources, by name, at most a thousand, and how many each holds itself. */
export async function feedFolders(store: Store): Promise<{ folder: string; feeds: number }[]> {
  const rows = await store.read
    .selectFrom('feed')
    .select((eb) => ['folder', eb.fn.countAll().as('feeds')])
    .where('folder', 'is not', null)
    .groupBy('folder')
    .orderBy('folder')
    .limit(1_000)
    .execute()
  return rows.map(({ folder, feeds }) => ({ folder: folder ?? '', feeds: Number(feeds) })) // none is null: the query leaves those out
}

/** How the sources that are polled do as a whole: all but those of the demo edition and what came once. */
export type FeedProgress = {
  feeds: number
  /** Of these, asked at least once (or paused: nobody waits for them); and failing. */
  read: number
  failing: number
  /** Articles that are no part of the demo edition, counted up to MAX_COUNTED. */
  articles: number
  lastAddedMs: EpochMs | null
}

/** Beyond so many nobody asks whether an edition is filling. */
const MAX_COUNTED = 10_000

/** One query. */
export async function feedProgress(store: Store): Promise<FeedProgress> {
  const { rows } = await sql<Record<keyof FeedProgress, number | string | null>>`
    select count(*) as feeds, sum(case when last_polled_ms is not null or state = 'paused' then 1 else 0 end) as read,
      sum(case when state = 'failing' then 1 else 0 end) as failing, max(added_ms) as "lastAddedMs",
      (select count(*) from (select 1 from article where demo = 0 order by id desc limit ${sql.lit(MAX_COUNTED)}) own) as articles
    from feed where kind in ('feed', 'listing')`.execute(store.read)
  const { feeds, read, failing, articles, lastAddedMs } = rows[0]! // an aggregate gives one row
  return {
    feeds: Number(feeds),
    read: Number(read),
    failing: Number(failing),
    articles: Number(articles),
    lastAddedMs: lastAddedMs === null ? null : Number(lastAddedMs),
  }
}
